"""Tables of transfers in a text: rows of cells under a head whose columns say who supplies what to whom, how many and when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from legation.extract.claim import Find
from legation.extract.consignment import Passage, Terms, find_of
from legation.extract.donor import Sides, named, release_sides
from legation.extract.goods import Good, goods_in
from legation.extract.scene import Scene
from legation.lexicon.table import load_table
from legation.record.deal import Stage
from legation.record.document import sentence_at
from legation.record.quantity import Qualifier, Quantity
from legation.record.span import Span

MADE_BY = "grid@1"
TABLE = "rules/grids.toml"
_COUNTS = {"number": None, "ordered": Stage.SIGNED, "delivered": Stage.DELIVERED_FULL}
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_CELL = {"|": re.compile(r"[^|]+"), "\t": re.compile(r"[^\t]+"), " ": re.compile(r"\S+(?: \S+)*")}
_YEAR = re.compile(r"(?:19|20)\d\d(?:-\d\d(?:-\d\d)?)?")


class Grid(msgspec.Struct, frozen=True):
    """A table: the span of its head, what each column holds, the line above it, and its rows of cells."""

    head: Span
    columns: tuple[str | None, ...]
    caption: Span | None
    rows: tuple[tuple[Span, ...], ...]


def grids(scene: Scene, taken: frozenset[int]) -> Iterator[Passage]:
    """The tables of a scene with what their rows tell; one whose head names no goods, or no party and no number, is left alone."""
    for grid in _grids(scene):
        spans = [row[0].join(row[-1]) for row in grid.rows]
        inside = frozenset(s.index for s in scene.document.sentences if any(s.span.overlaps(p) for p in spans))
        finds = tuple(find for row in grid.rows for find in _finds(scene, grid, row))
        if finds and not inside & taken:
            yield Passage(inside, finds)


def _grids(scene: Scene) -> Iterator[Grid]:
    lines = [Span(m.start(), m.end()) for m in _LINE.finditer(scene.article.text)]
    at = 0
    while at < len(lines):
        columns = _columns(scene, lines[at])
        rows = tuple(_rows(scene, lines[at], lines[at + 1 :], len(columns))) if columns else ()
        if rows:
            yield Grid(lines[at], columns, lines[at - 1] if at else None, rows)
        at += 1 + len(rows)


def _columns(scene: Scene, line: Span) -> tuple[str | None, ...]:
    """What each column holds by its head; empty where the line is no head of a table of transfers."""
    heads: dict[str, str] = load_table(TABLE)["columns"]
    texts = [scene.words(cell).strip(" *:") for cell in cells(scene, line)]
    found = tuple(next((name for name, words in heads.items() if re.match(words, text)), None) for text in texts)
    sided = {"supplier", "recipient"} & set(found) or (set(_COUNTS) & set(found))
    return found if "item" in found and sided and len(found) > 1 else ()


def cells(scene: Scene, line: Span) -> tuple[Span, ...]:
    """The cells of a line: between bars, tabs, or two spaces and more."""
    words = scene.words(line)
    mark = next((m for m in "|\t" if m in words.strip()), " ")
    found = (m for m in _CELL[mark].finditer(words))
    spans = (Span(line.start + m.start(), line.start + m.end()) for m in found if m.group().strip() or mark != " ")
    return tuple(_trimmed(scene, s) for s in spans if scene.words(s).strip() or line.start < s.start < s.end < line.end)


def _trimmed(scene: Scene, span: Span) -> Span:
    words = scene.words(span)
    left = len(words) - len(words.lstrip())
    return Span(span.start + left, span.start + len(words.rstrip())) if words.strip() else span


def _rows(scene: Scene, head: Span, lines: Sequence[Span], width: int) -> Iterator[tuple[Span, ...]]:
    """The rows below a head, as long as they have its cells; lines that only draw are skipped."""
    for line in lines:
        if re.match(load_table(TABLE)["rule"], scene.words(line)):
            continue
        row = cells(scene, line)
        if len(row) != width:
            return
        yield row


def _finds(scene: Scene, grid: Grid, row: Sequence[Span]) -> Iterator[Find]:
    """The finds of a row: one for each column of numbers that is filled, one in all where there is none."""
    by_name = {name: cell for name, cell in zip(grid.columns, row, strict=True) if name and not _is_empty(scene, cell)}
    if "item" not in by_name:
        return
    good = _good(scene, by_name["item"])
    counted = [name for name in _COUNTS if name in by_name]
    for name in counted or [""]:
        terms = _terms(scene, grid, by_name, name)
        count = _count(scene, by_name[name]) if name else good.count
        find = find_of(scene, terms, Good(good.span, row[0].join(row[-1]), good.weapon, count or good.count))
        if find is not None:
            yield find


def _is_empty(scene: Scene, cell: Span) -> bool:
    return bool(re.match(load_table(TABLE)["empty"], scene.words(cell).strip()))


def _good(scene: Scene, cell: Span) -> Good:
    """The goods of a cell: its whole words, their count left out."""
    inside = goods_in(scene, cell)
    first = next(iter(inside), None)
    return first if first is not None and first.count is not None else Good(cell, cell, first.weapon if first else cell)


def _count(scene: Scene, cell: Span) -> Quantity | None:
    """The number of a cell; in brackets it is an estimate. **Source:** SIPRI's registers."""
    count = next((q for q in scene.quantities(cell) if q.unit is None), None)
    if count is None or not re.match(load_table(TABLE)["estimate"], scene.words(cell)):
        return count
    return msgspec.structs.replace(count, low=None, high=None, qualifier=Qualifier.ABOUT)


def _terms(scene: Scene, grid: Grid, by_name: dict[str, Span], counted: str) -> Terms:
    """The terms of a row: its own cells first, then what the line above the table says."""
    above = _above(scene, grid, by_name["item"]) if not {"supplier", "recipient"} <= set(by_name) else Sides()
    sides: dict[str, Span | None] = {
        "supplier": above.supplier.span if above.supplier else None,
        "recipient": above.recipient.span if above.recipient else None,
    }
    sides |= {name: _party(scene, by_name[name]) for name in ("supplier", "recipient") if name in by_name}
    year = _YEAR.search(scene.words(by_name["year"])) if "year" in by_name else None
    money = (
        next((q for q in scene.quantities(by_name["value"]) if (q.unit or "").isupper()), None)
        if "value" in by_name
        else None
    )
    return Terms(
        stage=_COUNTS.get(counted) or _stage(scene, grid),
        made_by=MADE_BY,
        supplier=sides["supplier"],
        recipient=sides["recipient"],
        money=money,
        value_kind="contract" if money else None,
        day=year.group() if year else None,
        roles=(scene.role("time", by_name["year"]),) if year else (),
    )


def _party(scene: Scene, cell: Span) -> Span | None:
    return next((p.span for p in named(scene, cell) if p.state), None)


def _above(scene: Scene, grid: Grid, cell: Span) -> Sides:
    """The sides that the line above the table tells, or the sentence nearest to it."""
    sentences = scene.document.sentences
    above = sentence_at(sentences, grid.caption.start) if grid.caption else None
    sentence = above or sentence_at(sentences, cell.start)
    return release_sides(scene, sentence) if sentence is not None else Sides()


def _stage(scene: Scene, grid: Grid) -> Stage:
    """The stage that the head's words tell, else those of the line above; signed without any."""
    for span in (grid.head, grid.caption):
        words = scene.words(span) if span is not None else ""
        rung = next((row["stage"] for row in load_table(TABLE)["stage"] if re.search(row["words"], words)), None)
        if rung is not None:
            return Stage(rung)
    return Stage.SIGNED
