"""An article with its claims, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from legation.export.notation import notations, safe
from legation.record.reading import Reading


def render(reading: Reading) -> Text:
    """The article's frame, its blocks with their kind in the margin, and under each block the claims that begin in it."""
    text = Text()
    for line, style in _frame(reading):
        text.append(line + "\n", style)
    lines = list(zip(reading.claims, notations(reading), strict=True))
    for block in reading.article.blocks:
        text.append(f"\n{block.kind.value:>12}  ", "dim")
        text.append(
            safe(reading.article.words(block.span)) + "\n", "default" if block.kind in ("body", "caption") else "dim"
        )
        for claim, line in lines:
            if block.span.start <= claim.span.start < block.span.end:
                text.append(f"{'':14}{line}\n", "cyan")
    return text


def _frame(reading: Reading) -> Iterator[tuple[str, str]]:
    a = reading.article
    yield safe(a.title or a.source_name), "bold"
    bound = f"not stated (not before {a.published_not_before})" if a.published_not_before else "not stated"
    day = f"{a.published} ({a.published_basis})" if a.published else bound
    yield safe(f"{a.id}  outlet: {a.outlet or 'not stated'}  agency: {a.agency or '-'}  published: {day}"), "dim"
