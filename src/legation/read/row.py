"""A row of named cells (a JSON object, a line of a table) as an article: which cell is which field, by `text/columns.toml` or the user's names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

import lxml.html

from legation.errors import ReadError
from legation.lexicon.table import load_table
from legation.read.date import day_of
from legation.read.manner import Manner, Things
from legation.read.text import article_of
from legation.record.issue import issue

_TAG = re.compile(r"\s*<[a-zA-Z!][^<>]*>")
_BLOCKS = "//p | //div | //li | //h1 | //h2 | //h3 | //h4 | //tr | //blockquote | //br"


def row_things(row: Mapping[str, object], where: str, raw: bytes, manner: Manner, media_type: str) -> Things:
    """The article of a row, with an issue where its day cannot be read; an issue alone where it has no text."""
    frame = fields_of(row, manner)
    text = frame.pop("text", None)
    if text is None:
        reason = f"{where}: met no text among {_shown(row)}; expected one JSON object or row with a text"
        yield issue(where, "read", "broken_line", reason)
        return
    published = frame.pop("published", None)
    day = day_of(published)
    if published and day is None:
        reason = f"{where}: published {published!r} is no ISO date; the article stays undated"
        yield issue(where, "read", "date", reason, severity="noted")
    basis = "metadata" if day else None
    yield from article_of(
        bare(text), where, raw=raw, media_type=media_type, published=day, published_basis=basis, **frame
    )


def require_text(names: Iterable[str], name: str, manner: Manner) -> None:
    """ReadError where none of a table's columns is a text: said once, not for every row."""
    columns = list(names)
    if "text" not in fields_of({column: column for column in columns}, manner):
        raise ReadError(
            f"{name}: met no column of texts among {_shown(dict.fromkeys(columns))}; name it: --column text=NAME"
        )


def fields_of(row: Mapping[str, object], manner: Manner) -> dict[str, str]:
    """The fields of an article that the row's cells give."""
    names = [(folded(key), key) for key in row]
    found: dict[str, str] = {}
    for field, wanted in _wanted(manner).items():
        cells = (_words(row[key]) for want in wanted for name, key in names if name == want)
        words = next(filter(None, cells), None)
        if words is not None:
            found[field] = words
    return found


def _wanted(manner: Manner) -> dict[str, tuple[str, ...]]:
    unknown = manner.columns.keys() - _known().keys()
    if unknown:
        raise ReadError(f"--column {min(unknown)}=...: no field; expected one of {', '.join(_known())}")
    return {
        field: (folded(manner.columns[field]), *names) if field in manner.columns else names
        for field, names in _known().items()
    }


@cache
def _known() -> dict[str, tuple[str, ...]]:
    return {field: tuple(names) for field, names in load_table("text/columns.toml")["fields"].items()}


def folded(name: str) -> str:
    """A column's name in small letters, with single spaces for what stands between its words.

    >>> folded("Date_Publish ")
    'date publish'
    """
    return " ".join(re.split(r"[\s_-]+", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower().strip()))


def _words(cell: object) -> str | None:
    """The words of a cell: those of a list joined by commas, an object by its name; None for nothing."""
    if isinstance(cell, list | tuple):
        return ", ".join(filter(None, map(_words, cell))) or None
    if isinstance(cell, dict):
        return _words(cell.get("name"))
    if cell is None or isinstance(cell, bool):
        return None
    return str(cell).strip() or None


def bare(text: str) -> str:
    """The text without its markup where it begins with a tag, each block of the markup a paragraph."""
    if not _TAG.match(text):
        return text
    try:
        tree = lxml.html.fragment_fromstring(text, create_parent="div")
    except (lxml.etree.ParserError, ValueError):
        return text
    for node in tree.xpath(_BLOCKS):
        node.tail = "\n\n" + (node.tail or "")
    lines = re.split(r"\n\s*\n", str(tree.text_content()))
    return "\n\n".join(" ".join(line.split()) for line in lines if line.strip())


def _shown(row: Mapping[str, object]) -> str:
    return ", ".join(list(row)[:12]) or "no columns"
