"""A user's own SIPRI file as deals: both header families, rows of one deal folded, every fault an issue with its line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from legation.errors import ReadError
from legation.lexicon.load import Lexicon
from legation.lexicon.sipri import layout, party
from legation.read.cell import flag, number, year, years
from legation.read.fold import fold_rows
from legation.read.source import MAX_BYTES
from legation.read.table import Head, Row, head_of, rows_of
from legation.read.text import decode
from legation.record.deal import Delivery
from legation.record.issue import Issue, issue
from legation.record.listed import Listed, Reference


def read_sipri(path: str, lexicon: Lexicon) -> Reference:
    """The deals of a file; ReadError when it cannot be opened, is too large or binary, has no header or no row that can be read."""
    data = _bytes(path)
    text, guessed = decode(data)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    head = head_of(lines, path, layout())
    issues = [*_noted(path, head, guessed)]
    rows: list[Listed] = []
    for found in (_read(r, head, path, lexicon) if isinstance(r, Row) else r for r in rows_of(lines, head, path)):
        rows.append(found) if isinstance(found, Listed) else issues.append(found)
    if not rows:
        first = next((i.reason for i in issues if i.severity == "failed"), "the file ends after its header")
        raise ReadError(f"{path}: met no row that can be read beneath line {head.line} ({first}); check the file")
    deals, more = fold_rows(rows, path, head.family.grain)
    return Reference(path=path, family=head.family.name, deals=deals, issues=(*issues, *more, *_unlisted(deals, path)))


def _bytes(path: str) -> bytes:
    try:
        with Path(path).open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as fault:
        raise ReadError(f"{path}: {fault.strerror}; name a CSV file that you saved from SIPRI's database") from fault
    if len(data) > MAX_BYTES:
        raise ReadError(f"{path}: met more than {MAX_BYTES:,} bytes; save fewer years or states at a time")
    if b"\x00" in data[:8192] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ReadError(f"{path}: met binary data, expected CSV; a spreadsheet must be saved as CSV first")
    return data


def _noted(path: str, head: Head, guessed: bool) -> Iterator[Issue]:
    if guessed:
        yield _note(path, "encoding", f"{path}: not UTF-8, read as Windows-1252, which holds Latin-1's letters")
    columns = head.family.columns
    if missing := [repr(columns[f]) for f in columns if f not in head.fields]:
        yield _note(path, "columns", f"{path}:{head.line}: no column {', '.join(missing)}; those fields stay unknown")
    known = {c.casefold() for c in (*columns.values(), *head.family.ignored)}
    if extra := [repr(c) for c in head.cells if c and c not in known]:
        yield _note(path, "columns", f"{path}:{head.line}: columns that are not known and not read: {', '.join(extra)}")


def _note(where: str, rule: str, reason: str) -> Issue:
    return issue(where, "read", rule, reason, severity="noted")


def _read(row: Row, head: Head, path: str, lexicon: Lexicon) -> Listed | Issue:
    where = f"{path}:{row.line}"
    if empty := [head.family.columns[f] for f in ("id", "designation") if not row.words[f]]:
        return issue(
            where, "read", "empty_cell", f"{where}: met nothing under {empty[0]!r}, expected a value; mend the row"
        )
    try:
        return _listed(row, lexicon)
    except ReadError as fault:
        return issue(where, "read", "cell", f"{where}: {fault}; the row is left out, mend it and read again")


def _listed(row: Row, lexicon: Lexicon) -> Listed:
    w = row.words
    supplier = party(w["supplier"], w.get("supplier_code", ""), lexicon)
    recipient = party(w["recipient"], w.get("recipient_code", ""), lexicon)
    ordered, delivered, order = number(w.get("ordered", "")), number(w["delivered"]), year(w["order_year"])
    estimated = flag(w.get("delivered_is_estimate", "")) or delivered[1]
    return Listed(
        id=w["id"],
        supplier=supplier.code,
        supplier_name=w["supplier"] or w.get("supplier_code", ""),
        supplier_sort=supplier.sort,
        recipient=recipient.code,
        recipient_name=w["recipient"] or w.get("recipient_code", ""),
        recipient_sort=recipient.sort,
        designation=w["designation"],
        description=w.get("description") or None,
        category=w.get("category") or None,
        ordered=ordered[0],
        ordered_is_estimate=ordered[1] or flag(w.get("ordered_is_estimate", "")),
        order_year=order[0],
        order_is_estimate=order[1] or flag(w.get("order_is_estimate", "")),
        delivered=delivered[0],
        delivered_is_estimate=estimated,
        deliveries=_deliveries(w, delivered[0], estimated),
        status=w.get("status") or None,
        local_production=flag(w["local_production"]) if "local_production" in w else None,
        lines=(row.line,),
    )


def _deliveries(words: dict[str, str], count: float | None, estimated: bool) -> tuple[Delivery, ...]:
    """The years of a row; the row's number is a year's own only where the row has one year."""
    found = years(words["delivery_years"])
    marked = flag(words.get("delivery_is_estimate", ""))
    own = count if len(found) == 1 else None
    return tuple(
        Delivery(
            year=y, number=own, number_is_estimate=estimated and own is not None, year_is_estimate=marked or bracketed
        )
        for y, bracketed in found
    )


def _unlisted(deals: tuple[Listed, ...], path: str) -> Iterator[Issue]:
    names = {d.supplier_name for d in deals if d.supplier_sort == "unlisted"}
    names |= {d.recipient_name for d in deals if d.recipient_sort == "unlisted"}
    for name in sorted(names):
        reason = f"{path}: {name!r} is in no table of states; kept as a name, it is compared with no state"
        yield _note(path, "party", reason)
