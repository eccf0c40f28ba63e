"""A reader of a made-up format, as a package of its own would have it: `.dsp`, one dispatch per block of `Key: value` lines and a text.

Its pyproject.toml registers it for the ending:

    [project.entry-points."legation.readers"]
    ".dsp" = "legation_dispatch:read_dispatches"

After `pip install .` the command `legation read reports.dsp` finds it, in folders and in archives too.
"""

from __future__ import annotations

from collections.abc import Iterator

from legation.read.date import day_of
from legation.read.text import article_of, decode
from legation.record.article import Article
from legation.record.issue import Issue, issue

END = "\n====\n"


def read_dispatches(data: bytes, name: str) -> Iterator[Article | Issue]:
    """The article of each dispatch, in the file's order; an issue for one without a text, and the others go on.

    Give bytes you do not trust to `decode` and texts to `article_of`: they clean characters, tell the language and make the id.
    """
    for number, block in enumerate(decode(data)[0].split(END), start=1):
        where = f"{name}:{number}"
        head, _, text = block.partition("\n\n")
        frame = dict(line.split(": ", 1) for line in head.splitlines() if ": " in line)
        if not text.strip():
            yield issue(where, "read", "no_text", f"{where}: met a dispatch without a text; leave it out")
            continue
        day = day_of(frame.get("Day"))
        yield from article_of(
            text,
            where,
            raw=block.encode("utf-8", "replace"),
            media_type="application/x-dispatch",
            outlet=frame.get("Desk"),
            title=frame.get("Title"),
            published=day,
            published_basis="metadata" if day else None,
        )
