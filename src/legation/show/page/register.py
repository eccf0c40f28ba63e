"""The arms register, grouped as those who keep registers print it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

import msgspec
from markupsafe import Markup

from legation.ask.register import VIEWS, Wanted, register
from legation.corroborate.register import shown
from legation.export.registertable import cells
from legation.record.register import Entry
from legation.show.asked import Asked, Page
from legation.show.chart import Bar, bars
from legation.show.table import Table, literal


class Line(msgspec.Struct, frozen=True):
    """A deal's entry with its cells as the register prints them."""

    entry: Entry
    cells: tuple[str, ...]


class Group(msgspec.Struct, frozen=True):
    """The deals of one party of the leading side with one of the other."""

    lead: str | None
    other: str | None
    lines: tuple[Line, ...]


class RegisterPage(msgspec.Struct, frozen=True, kw_only=True):
    """The context of the register."""

    groups: tuple[Group, ...]
    wanted: Wanted
    by: str
    views: tuple[str, ...]
    chart: Markup | None
    page: int
    pages: int


_PER_PAGE = 100
_KEPT: dict[tuple[str, int], tuple[Entry, ...]] = {}
"""All entries of a store as it was at one generation: folding deals into entries is the dear part. One store is kept."""


def register_page(asked: Asked) -> Page:
    """The register as it was asked for; one view for both the page and its JSON."""
    view = asked.word("view") if asked.word("view") in VIEWS else "sipri"
    wanted = Wanted(
        supplier=asked.code("supplier"),
        recipient=asked.code("recipient"),
        since=asked.number("from", 0) or None,
        to=asked.number("to", 0) or None,
        view=view or "sipri",
    )
    everything = _entries(asked)
    fails = [failing(entry, wanted) for entry in everything]
    found = [entry for entry, failed in zip(everything, fails, strict=True) if not failed]
    by = "supplier" if asked.word("by") == "supplier" else "recipient"
    ordered = sorted(found, key=lambda e: (*sides(e, by), e.order_year or 9999, e.designation, e.deal))
    rows = _table(ordered if asked.form != "html" else [], wanted, tuple(left_out(fails, wanted)), len(found))
    start = (asked.page - 1) * _PER_PAGE
    body = RegisterPage(
        groups=tuple(grouped(ordered[start : start + _PER_PAGE], by, view=wanted.view)),
        wanted=wanted,
        by=by,
        views=VIEWS,
        chart=_chart(found),
        page=asked.page,
        pages=max(1, -(-len(found) // _PER_PAGE)),
    )
    return Page(template="register.html", title="Arms register", body=body, table=rows)


def _entries(asked: Asked) -> tuple[Entry, ...]:
    key = (asked.store.path, asked.generation)
    if key not in _KEPT:
        entries = register(asked.store, Wanted(view="all"))
        _KEPT.clear()
        _KEPT[key] = entries
    return _KEPT[key]


def failing(entry: Entry, wanted: Wanted) -> tuple[str, ...]:
    """The conditions (supplier, recipient, years, view) that an entry does not meet."""
    checks = (
        ("supplier", wanted.supplier is None or (entry.supplier or "").lower() == wanted.supplier.lower()),
        ("recipient", wanted.recipient is None or (entry.recipient or "").lower() == wanted.recipient.lower()),
        ("years", _in_years(entry, wanted)),
        ("view", wanted.view == "all" or shown(entry)),
    )
    return tuple(name for name, held in checks if not held)


def _in_years(entry: Entry, wanted: Wanted) -> bool:
    if wanted.since is None and wanted.to is None:
        return True
    years = (entry.order_year,) if entry.order_year is not None else entry.delivery_years
    return any((wanted.since or 0) <= year <= (wanted.to or 9999) for year in years)


def left_out(fails: Iterable[tuple[str, ...]], wanted: Wanted) -> Iterator[str]:
    """A sentence for each condition that alone leaves deals out."""
    says = {
        "supplier": f"from others than {wanted.supplier}",
        "recipient": f"to others than {wanted.recipient}",
        "years": "of other years, or without one",
        "view": "that are not ordered or delivered as a fact, or are out of the register's scope",
    }
    alone = Counter(failed[0] for failed in fails if len(failed) == 1)
    for name, told in says.items():
        if alone[name]:
            yield f"{alone[name]:,} deals {told}"


def sides(entry: Entry, by: str) -> tuple[str, str]:
    """The party that the register is grouped by, and the other; who is not told comes last."""
    told = (entry.recipient or "~", entry.supplier or "~")
    return told if by == "recipient" else told[::-1]


def grouped(ordered: list[Entry], by: str, *, view: str) -> Iterator[Group]:
    """The entries, which are in order, by their two parties."""
    for (lead, other), members in groupby(ordered, key=lambda e: sides(e, by)):
        lines = tuple(Line(e, cells(e, stages=view == "all")) for e in members)
        yield Group(None if lead == "~" else lead, None if other == "~" else other, lines)


def _chart(found: list[Entry]) -> Markup | None:
    """Deals by year of order."""
    years = Counter(e.order_year for e in found if e.order_year is not None)
    if len(years) < 2:
        return None
    span = range(max(min(years), max(years) - 60), max(years) + 1)
    drawn = [Bar(str(y), years[y], f"{y}: {years[y]} deals") for y in span]
    return bars(drawn, title="Deals by year of order", height=120)


_COLUMNS = (
    "deal", "recipient", "supplier", "designation", "ordered", "order_year", "delivered", "delivery_years", "stage", "amount", "currency",
    "documents", "outlets", "origins", "comments",
)  # fmt: skip


def _table(found: list[Entry], wanted: Wanted, out: tuple[str, ...], total: int) -> Table:
    rows = tuple(
        tuple(str(v) if (v := getattr(e, name)) is not None and name == "stage" else v for name in _COLUMNS)
        for e in found
    )
    return Table(columns=_COLUMNS, rows=rows, total=total, sql=_sql(wanted), left_out=out)


def _sql(wanted: Wanted) -> str:
    """The deals behind the register; scope and comments are worked out by rule and stand in the JSON."""
    held = [
        f"{side} = {literal(code)}"
        for side, code in (("supplier", wanted.supplier), ("recipient", wanted.recipient))
        if code
    ]
    held += ["placed"] if wanted.view == "sipri" else []
    return (
        "SELECT id, recipient, supplier, designation, ordered, order_date, received, delivery_years, stage, amount, currency, documents, outlets, origins\n"
        f"FROM deal\nWHERE {' AND '.join(held) or 'true'}\nORDER BY recipient, supplier, order_date, designation"
    )
