"""Words that weaken or turn a claim, by the table of hedges."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from legation.lexicon.table import load_table
from legation.record.document import Hedge
from legation.record.span import Span


@cache
def _table() -> tuple[re.Pattern[str], dict[str, dict[str, Any]]]:
    entries = {e["text"]: e for e in load_table("text/hedges.toml")["hedge"]}
    words = sorted(entries, key=len, reverse=True)
    return re.compile(r"\b(" + "|".join(map(re.escape, words)) + r")\b", re.IGNORECASE), entries


def hedges_in(text: str, offset: int = 0) -> tuple[Hedge, ...]:
    """The hedges of a stretch in text order, with the kind, factuality and band of their entry.

    >>> [(h.kind, h.band) for h in hedges_in("Iran reportedly agreed and is very likely to sign.")]
    [('evidential', None), ('likelihood', (80, 95))]
    """
    pattern, entries = _table()
    return tuple(_hedge(m, offset, entries[m.group().lower()]) for m in pattern.finditer(text))


def _hedge(found: re.Match[str], offset: int, entry: dict[str, Any]) -> Hedge:
    band = entry.get("band")
    return Hedge(
        Span(found.start() + offset, found.end() + offset),
        found.group(),
        entry["kind"],
        entry.get("factuality"),
        (band[0], band[1]) if band else None,
    )
