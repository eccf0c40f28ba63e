"""A photo's caption, from the IPTC and XMP metadata inside it: a document of its own. The picture itself is never decoded. Needs the extra `readers` (Pillow)."""

from __future__ import annotations

import io
import re
from typing import Any

from legation.errors import ReadError
from legation.read.caption import caption_things
from legation.read.date import day_of
from legation.read.extra import library
from legation.read.manner import Things
from legation.read.text import decode
from legation.read.xml import parsed

_IPTC = {
    "title": (2, 105),
    "byline": (2, 80),
    "caption": (2, 120),
    "outlet": (2, 110),
    "source": (2, 115),
    "taken": (2, 55),
}
"""Record and dataset of each field. **Source:** IPTC Information Interchange Model 4.2."""
_XMP = {
    "caption": "description", "title": "Headline", "byline": "creator", "outlet": "Credit", "source": "Source", "taken": "DateCreated",
}  # fmt: skip
"""The local name of each field's property. **Source:** IPTC Photo Metadata Standard 2023.2, XMP implementation."""
_PACKET = re.compile(rb"<(x:xmpmeta|rdf:RDF)\b.*?</\1>", re.DOTALL)


def read_image(data: bytes, name: str) -> Things:
    """The caption's article, XMP before IPTC; a note where the photo has none. ReadError for what is no picture."""
    iptc, xmp = _embedded(data, name)
    found = iptc | xmp
    frame = {key: found.get(key) for key in ("title", "byline")}
    taken = day_of(found.get("taken")) or _compact_day(found.get("taken"))
    outlet = found.get("outlet") or found.get("source")
    yield from caption_things(found.get("caption", ""), name, data, taken, outlet=outlet, **frame)


def _embedded(data: bytes, name: str) -> tuple[dict[str, str], dict[str, str]]:
    images = library("PIL.Image", name)
    try:
        with images.open(io.BytesIO(data)) as image:
            return _iptc(image, name), _xmp(data, name)
    except (OSError, SyntaxError, ValueError, images.DecompressionBombError, EOFError, KeyError, TypeError) as fault:
        raise ReadError(f"{name}: no picture that can be read ({fault}); check the file") from fault


def _iptc(image: Any, name: str) -> dict[str, str]:
    found = library("PIL.IptcImagePlugin", name).getiptcinfo(image) or {}
    texts = {field: _text(found.get(key)) for field, key in _IPTC.items()}
    return {field: text for field, text in texts.items() if text}


def _text(value: object) -> str:
    """The words of a dataset; of a repeated one the words of all."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_text, value)))
    return decode(value)[0].strip() if isinstance(value, bytes) else ""


def _xmp(data: bytes, name: str) -> dict[str, str]:
    packet = _PACKET.search(data)
    if packet is None:
        return {}
    try:
        tree = parsed(packet.group(), name)
    except ReadError:
        return {}
    found = {field: _property(tree, tag) for field, tag in _XMP.items()}
    return {field: text for field, text in found.items() if text}


def _property(tree: Any, tag: str) -> str:
    """The words of a property, written as an element (of a list the default language or first) or as an attribute."""
    for node in tree.iter("{*}" + tag):
        items = list(node.iter("{*}li")) or [node]
        items.sort(key=lambda item: item.get("{http://www.w3.org/XML/1998/namespace}lang") not in (None, "x-default"))
        return "".join(items[0].itertext()).strip()
    for node in tree.iter("{*}Description"):
        for key, value in node.attrib.items():
            if str(key).rpartition("}")[2] == tag:
                return str(value).strip()
    return ""


def _compact_day(words: str | None) -> str | None:
    """The day of IPTC's YYYYMMDD."""
    match = re.fullmatch(r"(\d{4})(\d{2})(\d{2})", words or "")
    return day_of("-".join(match.groups())) if match else None
