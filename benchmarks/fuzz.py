"""Hostile bytes and texts for every reader and every stage, for as long as you like; what fails is kept as a file.

python -m benchmarks.fuzz [--seconds 3600] [--only NAME ...] [--keep FOLDER] [--seed N]
python -m benchmarks.fuzz --atheris NAME [--seconds 600] [--keep FOLDER]     (guided by coverage; needs the package atheris)

Targets: every reader by the ending of its files, and the stages segment, annotate, pipeline.
"""

from __future__ import annotations

import argparse
import bz2
import hashlib
import io
import itertools
import json
import lzma
import random
import sys
import tarfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from tests.read import inputs

from legation.annotate.paragraph import paragraphs
from legation.annotate.quantity import quantities_in
from legation.annotate.quote import quotes_in
from legation.annotate.segment import segment
from legation.annotate.when import Anchor, whens_in
from legation.lexicon.limit import limits_with
from legation.lexicon.load import load_lexicon
from legation.pipeline import read_article
from legation.plugin import default_tools
from legation.read.manner import Manner
from legation.read.member import read_stream
from legation.read.text import article_of
from legation.read.unpack import outermost
from legation.record.article import Article
from legation.record.issue import Issue

CORPUS = Path(__file__).parents[1] / "tests" / "fuzz" / "corpus"
SLOW = 10.0
"""Seconds of the processor from which an input of some kilobytes counts as a find. **Source:** house choice; the slowest honest one takes a tenth."""
SPICE = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\x1b[2J", b"<div>" * 300, b"[" * 2000, b"{" * 500, b'"', b"'", b"\n\n", b"\r",
    b"&#x202e;", "\u202e\u2066\u200b".encode(), b"<![CDATA[", b"<!ENTITY x 'y'>", b"From ", b"-1", b"99999999999999999999", b"1e999",
    b"2024-02-30", b"%s%n", b"../../", b"(" * 400, "\u201c".encode() * 100, "\u0130\u00df\ufb01".encode(), b"1,2,3," * 100, b"\\ud800",
    b"LONDON, March 3 - ", b"\xa38bn", "€4,5".encode(), b"at least eight ", b"killed 1,2,3 and ", b" said " * 50, b"U.S." * 30, b"- " * 200,
)  # fmt: skip
WORDS = (
    f"{inputs.TEXT}\n\n\u201cWe did not,\u201d said Ana Ruiz, who \u2018never\u2019 met him.\n\nLONDON, March 3 (Agency) - At least eight of 20-30 "
    "soldiers were killed on Tuesday, two weeks after a $1.2bn deal for Su-35s; the U.S.-led talks failed.\n\n| Item | Number |\n| tanks | (12) |\n"
).encode()


def seeds() -> dict[str, list[bytes]]:
    """Small honest inputs by the ending that asks for their reader."""
    page = inputs.PAGE.encode()
    row = {"text": inputs.TEXT, "title": "Boats", "published": "2024-03-04"}
    ninjs = {
        "uri": "urn:x",
        "versioncreated": "2024-03-04",
        "pubstatus": "usable",
        "body_text": inputs.TEXT,
        "associations": {"a": {"type": "picture"}},
    }
    crawl = inputs.warc(("https://example.org/", "text/html", page), packed=False)
    return {
        ".txt": [WORDS], ".html": [page], ".jsonl": [json.dumps(row).encode() * 2], ".json": [json.dumps([row, ninjs]).encode()],
        ".csv": [f'title;text\nBoats;"{inputs.TEXT}"\n'.encode()], ".parquet": [inputs.table(text=[inputs.TEXT], title=["Boats"])],
        ".warc": [crawl], ".warc.gz": [inputs.packed(crawl)], ".rss": [inputs.RSS, inputs.ATOM], ".xml": [inputs.NEWSML, inputs.RSS],
        ".mbox": [inputs.mbox(inputs.mail(inputs.TEXT), inputs.mail(f"<p>{inputs.TEXT}</p>", html=True))], ".eml": [inputs.mail(inputs.TEXT)],
        ".pdf": [inputs.pdf([inputs.TEXT, "More."], ["Page two."])],
        ".jpg": [inputs.photo(inputs.XMP), inputs.with_iptc(inputs.photo(), d120=b"A boat.")],
        ".zip": [inputs.zipped(a__txt=WORDS, b__html=page)], ".tar": [inputs.tarred((tarfile.TarInfo("a.txt"), WORDS))], ".gz": [inputs.packed(WORDS)],
        ".bz2": [bz2.compress(WORDS)], ".xz": [lzma.compress(WORDS)], "": [WORDS, page],
    }  # fmt: skip


def mutated(data: bytes, rng: random.Random) -> bytes:
    """The data with one to six harms done: bytes changed, pieces cut, doubled or moved, spice put in."""
    found = bytearray(data)
    for _ in range(rng.randint(1, 6)):
        at, to = sorted(rng.randrange(len(found) + 1) for _ in range(2))
        harm = rng.randrange(6)
        if harm == 0 and found:
            found[min(at, len(found) - 1)] = rng.randrange(256)
        elif harm == 1:
            del found[at : min(to, at + 200)]
        elif harm == 2:
            found[at:at] = found[at : min(to, at + 200)] * rng.randint(1, 20)
        elif harm == 3:
            found[at:at] = rng.choice(SPICE)
        elif harm == 4:
            found[at:to] = rng.choice(SPICE)
        else:
            del found[at:]
    return bytes(found[:200_000])


def read_all(suffix: str, data: bytes) -> None:
    """AssertionError unless the input gives articles and issues only, and no reader failed in a way that nobody thought of."""
    manner = Manner(limits=limits_with(["file_bytes=4000000", "record_bytes=1000000", "pdf_pages=50"]))
    name = f"input{suffix}"
    for thing in read_stream(outermost(io.BytesIO(data), name, manner.limits), name, manner):
        if isinstance(thing, Issue):
            assert thing.rule != "reader_fault", thing.reason
        else:
            thing.text.encode()
            assert thing.text.strip() and not set(thing.text) & set("\x00\x1b\x08\x7f"), "control characters"


def text_of(data: bytes) -> Article | None:
    """The article of the bytes as text, in English."""
    made = article_of(data.decode("utf-8", "replace"), "input", raw=data, media_type="text/plain", language="en")
    return next((thing for thing in made if isinstance(thing, Article)), None)


def segment_all(data: bytes) -> None:
    """AssertionError unless the blocks stand in order, do not overlap, and lose nothing."""
    article = text_of(data)
    if article is not None:
        blocks = segment(article, load_lexicon()).blocks
        assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(blocks)), "blocks overlap"
        kept = "".join("".join(article.words(b.span) for b in blocks).split())
        assert kept == "".join(article.text.split()), "blocks lose text"


def annotate_all(data: bytes) -> None:
    """AssertionError unless every annotation is the text that it says it is."""
    text = data.decode("utf-8", "replace")
    assert all(text[span.slice] for span in paragraphs(text))
    assert all(quote.span.contains(quote.inner) and quote.span.end <= len(text) for quote in quotes_in(text))
    assert all(text[q.span.slice] == q.words for q in quantities_in(text))
    assert all(text[w.span.slice] == w.verbatim for w in whens_in(text, Anchor("2015-08-20", "published")))


def pipeline_all(data: bytes) -> None:
    """AssertionError unless every claim and link of the reading has the exact words of its span."""
    article = text_of(data[:20_000])
    if article is None:
        return
    reading = read_article(article, default_tools())
    text = reading.article.text
    assert all(text[c.span.slice] == c.words for c in reading.claims), "a claim's words"
    assert all(text[r.span.slice] == r.words for c in reading.claims for r in c.roles), "a role's words"
    assert all(text[x.span.slice] == x.words for x in reading.links), "a link's words"


@cache
def targets() -> dict[str, tuple[Callable[[bytes], None], list[bytes]]]:
    """What is tried, by name: the check, and the honest inputs that it begins from."""

    def reader(suffix: str) -> Callable[[bytes], None]:
        return lambda data: read_all(suffix, data)

    found = {suffix or "sniffed": (reader(suffix), given) for suffix, given in seeds().items()}
    stages = {"segment": segment_all, "annotate": annotate_all, "pipeline": pipeline_all}
    return found | {name: (check, [WORDS]) for name, check in stages.items()}


def fault_of(check: Callable[[bytes], None], data: bytes) -> str | None:
    """What the check found, in one line; None where all is well and fast enough."""
    start = time.process_time()
    try:
        check(data)
    except Exception as fault:  # noqa: BLE001 - whatever is raised is a find
        last = traceback.extract_tb(fault.__traceback__)[-1]
        return f"{type(fault).__name__}: {fault} ({Path(last.filename).name}:{last.lineno})"
    seconds = time.process_time() - start
    return f"slow: {seconds:.1f} s for {len(data):,} bytes" if seconds > SLOW else None


def keep(folder: Path, name: str, data: bytes) -> Path:
    """The file in which an input is kept: its target, then a hash."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name.strip('.').replace('.', '-')}--{hashlib.sha256(data).hexdigest()[:12]}"
    path.write_bytes(data)
    return path


def run(names: Sequence[str], seconds: float, folder: Path, seed: int) -> int:
    """Try the targets in turn for so many seconds; how many finds there were. One of a kind is kept."""
    rng, tries, finds = random.Random(seed), Counter[str](), dict[tuple[str, str], Path]()
    for name in names:  # models are loaded before the clock runs
        targets()[name][0](targets()[name][1][0])
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        name = names[sum(tries.values()) % len(names)]
        check, given = targets()[name]
        data = mutated(rng.choice(given), rng)
        fault = fault_of(check, data)
        tries[name] += 1
        kind = (name, fault.partition(":")[0] + fault.rpartition("(")[2]) if fault else None
        if fault and kind is not None and kind not in finds:
            finds[kind] = keep(folder, name, data)
            print(f"FIND {name}: {fault}\n     kept as {finds[kind]}", flush=True)
    for name, count in tries.items():
        print(f"{name:10} {count:8,} inputs, {sum(found == name for found, _ in finds)} finds")
    return len(finds)


def guided(name: str, seconds: int, folder: Path) -> None:
    """As `run` for one target, guided by the coverage of our own code; ends the process."""
    import atheris

    check, given = targets()[name]
    start = folder / f"start-{name.strip('.')}"
    for data in given:
        keep(start, name, data)

    def one(data: bytes) -> None:
        fault = fault_of(check, data)
        if fault:
            print(f"FIND {name}: {fault}; kept as {keep(folder, name, data)}", flush=True)

    atheris.instrument_all()
    atheris.Setup([sys.argv[0], f"-max_total_time={seconds}", "-max_len=20000", "-verbosity=0", str(start)], one)
    atheris.Fuzz()


def main() -> int:
    """0 where nothing was found, else 1."""
    options = argparse.ArgumentParser(
        prog="python -m benchmarks.fuzz", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--seconds", type=int, default=3600)
    options.add_argument("--only", nargs="+", choices=list(targets()), default=list(targets()))
    options.add_argument("--keep", type=Path, default=CORPUS)
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--atheris", choices=list(targets()))
    given = options.parse_args()
    if given.atheris:
        guided(given.atheris, given.seconds, given.keep)
    return 1 if run(given.only, given.seconds, given.keep, given.seed) else 0


if __name__ == "__main__":
    sys.exit(main())
