"""Lines of a page put together again: running heads and page numbers out, words broken at a line's end joined, paragraphs apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_FIGURES = re.compile(r"\d+")
_BROKEN = re.compile(r"(?<=[a-z])[-\u00ad\u2010]$")
_EDGE = 2
_SHORT = 0.8
"""A line of less than this share of the usual length ends its paragraph. **Source:** house choice, on set text with ragged lines."""


def without_running_heads(pages: Sequence[Sequence[str]]) -> list[str]:
    """The lines of all pages in order, without those that most pages begin or end with, figures in them aside.

    >>> without_running_heads([["Report 7", "One.", "1"], ["Report 7", "Two.", "2"], ["Report 7", "Three.", "3"]])
    ['One.', 'Two.', 'Three.']
    """
    bare = [[line.strip() for line in page if line.strip()] for page in pages]
    seen = Counter(form for page in bare for form in {_form(page[n]) for n in _edges(len(page))})
    heads = {form for form, count in seen.items() if count >= 3 and count > len(bare) / 2}
    return [
        line for page in bare for n, line in enumerate(page) if n not in _edges(len(page)) or _form(line) not in heads
    ]


def _edges(length: int) -> set[int]:
    return {n for n in (*range(_EDGE), *range(length - _EDGE, length)) if 0 <= n < length}


def _form(line: str) -> str:
    return _FIGURES.sub("#", line)


def joined_lines(lines: Sequence[str]) -> str:
    """The paragraphs of the lines, apart by blank lines: one ends where a line is short and closes a sentence, or has no small letter behind it.

    >>> joined_lines(["The minister signed the con-", "tract in the capital on Friday."])
    'The minister signed the contract in the capital on Friday.'
    """
    usual = sorted(map(len, lines))[int(len(lines) * 0.8)] if lines else 0
    found = [""]
    for line in lines:
        if _BROKEN.search(found[-1]) and line[:1].islower():
            found[-1] = _BROKEN.sub("", found[-1]) + line
        else:
            found[-1] += f" {line}" if found[-1] else line
        if _ends(line, usual):
            found.append("")
    return "\n\n".join(paragraph for paragraph in found if paragraph)


def _ends(line: str, usual: int) -> bool:
    return len(line) < _SHORT * usual and line.rstrip("\"'\u201d\u2019)")[-1:] in (".", "!", "?", ":", "")
