"""Words that weaken or turn a claim, by the table of hedges."""

from __future__ import annotations

import re
from functools import cache

from legation.lexicon.table import load_table
from legation.record.document import Hedge
from legation.record.span import Span


@cache
def _table() -> tuple[re.Pattern[str], dict[str, dict[str, str]]]:
    entries = {e["text"]: e for e in load_table("text/hedges.toml")["hedge"]}
    words = sorted(entries, key=len, reverse=True)
    return re.compile(r"\b(" + "|".join(map(re.escape, words)) + r")\b", re.IGNORECASE), entries


def hedges_in(text: str, offset: int = 0) -> tuple[Hedge, ...]:
    """The hedges of a stretch in text order, with the kind and factuality of their entry.

    >>> [h.kind for h in hedges_in("Iran reportedly agreed.")]
    ['evidential']
    """
    pattern, entries = _table()
    return tuple(
        Hedge(
            Span(m.start() + offset, m.end() + offset),
            m.group(),
            entries[m.group().lower()]["kind"],
            entries[m.group().lower()].get("factuality"),
        )
        for m in pattern.finditer(text)
    )
