"""Small inputs of every kind that is read, made in memory from our own sentences."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from email.message import EmailMessage

import pyarrow
import pyarrow.parquet
from PIL import Image
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

TEXT = (
    "Peru signed a contract for six patrol boats with a yard in Korea on Monday, the ministry of defence said in Lima."
)
PAGE = f"<html><head><title>Boats for Peru</title></head><body><article><h1>Boats for Peru</h1><p>{TEXT}</p></article></body></html>"


def warc(*pages: tuple[str, str, bytes], packed: bool = True) -> bytes:
    """A crawl's file: (address, media type, body) each as an answer, behind a request that is no page."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("crawl.warc", {"software": "test"}))
    for address, kind, body in pages:
        heads = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.1")
        record = writer.create_warc_record(address, "response", payload=io.BytesIO(body), http_headers=heads)
        writer.write_record(record)
    return out.getvalue()


def zipped(**members: bytes) -> bytes:
    """A zip file of the members; "__" in a name stands for a stop."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "."), data)
    return out.getvalue()


def tarred(*members: tuple[tarfile.TarInfo, bytes]) -> bytes:
    """A tar archive of the members."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for member, data in members:
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return out.getvalue()


def table(**columns: list[str]) -> bytes:
    """A Parquet file of the columns."""
    out = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.table(columns), out)
    return out.getvalue()


def mail(text: str, subject: str = "Boats", html: bool = False) -> bytes:
    """A message of the day 4 March 2024 in a zone east of Greenwich."""
    message = EmailMessage()
    message["From"] = '"Ana Ruiz" <ana@example.org>'
    message["Subject"] = subject
    message["Date"] = "Mon, 04 Mar 2024 23:30:00 +0500"
    message.set_content(text, subtype="html" if html else "plain")
    return message.as_bytes()


def mbox(*messages: bytes) -> bytes:
    """The messages as one mbox."""
    return b"".join(b"From ana@example.org Mon Mar  4 23:30:00 2024\n" + m + b"\n\n" for m in messages)


def photo(xmp: str = "") -> bytes:
    """A JPEG of one colour, with an XMP packet where one is given."""
    out = io.BytesIO()
    Image.new("RGB", (8, 8), "grey").save(out, "JPEG", **({"xmp": xmp.encode()} if xmp else {}))
    return out.getvalue()


def with_iptc(jpeg: bytes, **datasets: bytes) -> bytes:
    """The JPEG with an IPTC block: record 2 datasets by number, as in d120=b"caption"."""
    body = b"\x1c\x01\x5a\x00\x03\x1b%G"
    for name, value in datasets.items():
        body += b"\x1c\x02" + bytes([int(name[1:])]) + len(value).to_bytes(2, "big") + value
    block = b"Photoshop 3.0\x008BIM\x04\x04\x00\x00" + len(body).to_bytes(4, "big") + body + b"\x00" * (len(body) % 2)
    return jpeg[:2] + b"\xff\xed" + (len(block) + 2).to_bytes(2, "big") + block + jpeg[2:]


def pdf(*pages: list[str]) -> bytes:
    """A PDF of the pages, one line of text beneath the other."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for lines in pages:
        shown = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
        stream = f"BT /F1 11 Tf 50 750 Td {shown} ET".encode()
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        resources = b"/Resources << /Font << /F1 3 0 R >> >> /MediaBox [0 0 600 800]"
        objects.append(b"<< /Type /Page /Parent 2 0 R /Contents %d 0 R %s >>" % (len(objects), resources))
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    return _numbered(objects)


def _numbered(objects: list[bytes]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, rows)
    return out + head + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(out))


def packed(data: bytes) -> bytes:
    """The data gzipped."""
    return gzip.compress(data)


RSS = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour News</title>
<item><title>Boats for Peru</title><link>https://example.org/boats</link><description>{TEXT}</description>
<pubDate>Mon, 04 Mar 2024 23:30:00 +0500</pubDate></item></channel></rss>""".encode()

ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour News</title>
<entry><title>Boats for Peru</title><link href="https://example.org/boats"/><updated>2024-03-04T10:00:00Z</updated>
<content type="html">&lt;p&gt;{TEXT}&lt;/p&gt;&lt;p&gt;Korea did not comment.&lt;/p&gt;</content></entry></feed>""".encode()

NEWSML = f"""<?xml version="1.0" encoding="UTF-8"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
<newsItem guid="urn:newsml:example:1" version="1" xml:lang="en-GB">
<itemMeta><itemClass qcode="ninat:text"/><provider literal="Harbour News"/><versionCreated>2024-03-05T01:00:00Z</versionCreated>
<pubStatus qcode="stat:usable"/></itemMeta>
<contentMeta><contentCreated>2024-03-04T10:00:00+05:00</contentCreated><headline>Boats for Peru</headline><by>Ana Ruiz</by></contentMeta>
<contentSet><inlineXML contenttype="application/nitf+xml"><nitf><head/><body><body.head><hedline><hl1>Boats</hl1></hedline></body.head>
<body.content><p>{TEXT}</p><p>Korea did not comment.</p></body.content></body></nitf></inlineXML></contentSet></newsItem>
<newsItem guid="urn:newsml:example:2"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta>
<contentMeta><contentCreated>2023-01-02T10:00:00Z</contentCreated><description role="drol:caption">A patrol boat off Callao.</description>
</contentMeta></newsItem></itemSet></newsMessage>""".encode()

XMP = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" '
    'photoshop:DateCreated="2023-01-02" photoshop:Credit="Harbour News"><dc:description><rdf:Alt>'
    '<rdf:li xml:lang="x-default">A patrol boat of Peru leaves Callao.</rdf:li></rdf:Alt></dc:description>'
    "</rdf:Description></rdf:RDF></x:xmpmeta>"
)
