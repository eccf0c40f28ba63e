"""An article with its claims, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from legation.export.notation import notations, safe
from legation.record.article import BlockKind
from legation.record.reading import Reading


def render(reading: Reading) -> RenderableType:
    """The article's frame, its blocks with their kind in the margin, and under each block the claims that begin in it."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(justify="right", style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    lines = list(zip(reading.claims, notations(reading), strict=True))
    for block in reading.article.blocks:
        style = "default" if block.kind in (BlockKind.BODY, BlockKind.CAPTION) else "dim"
        grid.add_row(block.kind.value, Text(safe(reading.article.words(block.span)), style))
        for claim, line in lines:
            if block.span.start <= claim.span.start < block.span.end:
                grid.add_row(
                    Text(claim.kind, "cyan"), Padding(Text(line.removeprefix(claim.kind).strip(), "cyan"), (0, 0, 0, 2))
                )
        grid.add_row("", "")
    return Group(*(Text(line, style) for line, style in _frame(reading)), Text(""), grid)


def _frame(reading: Reading) -> Iterator[tuple[str, str]]:
    a = reading.article
    yield safe(a.title or a.source_name), "bold"
    bound = f"not stated (not before {a.published_not_before})" if a.published_not_before else "not stated"
    day = f"{a.published} ({a.published_basis})" if a.published else bound
    yield safe(f"{a.id}  outlet: {a.outlet or 'not stated'}  agency: {a.agency or '-'}  published: {day}"), "dim"
