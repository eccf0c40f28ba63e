"""The register as SIPRI prints it: by recipient, then supplier, deals beneath; what is uncertain stands in brackets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from textwrap import wrap

from legation.corroborate.comment import state_name
from legation.corroborate.saying import plain
from legation.export.notation import safe
from legation.lexicon.load import Lexicon
from legation.lexicon.table import load_table
from legation.record.register import Entry

COLUMNS = ("ordered", "designation", "description", "ordered in", "delivered in", "delivered", "comments")
_WIDTHS = (8, 22, 26, 10, 12, 9, 60)
_INDENT = "  "


def register_table(found: Iterable[Entry], lexicon: Lexicon, *, stages: bool = False) -> Iterator[str]:
    """The lines of the table; with `stages` each deal's comments begin with its stage and say what is out of scope."""
    yield _line(COLUMNS)
    for recipient, bought in groupby(found, key=lambda e: e.recipient):
        yield ""
        yield safe(party_name(recipient, "recipient", lexicon))
        for supplier, deals in groupby(bought, key=lambda e: e.supplier):
            yield safe(f"{_INDENT}from {party_name(supplier, 'supplier', lexicon)}")
            for entry in deals:
                yield from _rows(cells(entry, stages=stages))


def party_name(code: str | None, side: str, lexicon: Lexicon) -> str:
    """The name of a party; "unknown supplier" or "unknown recipient" where no claim tells one."""
    unknown: str = load_table("rules/register.toml")["register"][f"unknown_{side}"]
    return state_name(code, lexicon) or unknown


def cells(entry: Entry, *, stages: bool = False) -> tuple[str, ...]:
    """The cells of an entry under `COLUMNS`, what is an estimate in brackets, empty where nothing is told."""
    years = [_marked(str(d.year), d.year_is_estimate) for d in entry.deliveries]
    return (
        _number(entry.ordered, entry.ordered_is_estimate),
        entry.designation,
        entry.description or "",
        _marked(str(entry.order_year), entry.order_is_estimate) if entry.order_year is not None else "",
        ", ".join(years),
        _number(entry.delivered, entry.delivered_is_estimate),
        "; ".join(filter(None, (*(_stage(entry) if stages else ()), entry.comments))),
    )


def _stage(entry: Entry) -> tuple[str, ...]:
    told = f"{'forecast: ' if entry.forecast else ''}{entry.stage.value.replace('_', ' ')}"
    return told, *(() if entry.in_sipri_scope else (f"out of scope ({entry.scope_rule})",))


def _number(value: float | None, estimate: bool) -> str:
    return _marked(plain(value), estimate) if value is not None else ""


def _marked(text: str, estimate: bool) -> str:
    return f"({text})" if estimate else text


def _rows(row: Sequence[str]) -> Iterator[str]:
    """The lines of a deal: cells that are too long go on in the line beneath."""
    broken = [wrap(safe(cell), width) or [""] for cell, width in zip(row, _WIDTHS, strict=True)]
    for number in range(max(map(len, broken))):
        yield _line([part[number] if number < len(part) else "" for part in broken])


def _line(row: Sequence[str]) -> str:
    padded = (cell.ljust(width) for cell, width in zip(row, _WIDTHS, strict=True))
    return f"{_INDENT * 2}{'  '.join(padded)}".rstrip()
