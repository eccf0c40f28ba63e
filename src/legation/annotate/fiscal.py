"""Fiscal years by the state whose budget the sentence tells of: "fiscal 2016" of the Pentagon opens in October 2015."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from typing import Literal

import msgspec

from legation.lexicon.load import Lexicon
from legation.lexicon.table import load_table
from legation.record.document import Sentence, sentence_of
from legation.record.mention import Candidate, Mention
from legation.record.when import When

_FISCAL = re.compile(r"\b(?:fiscal|financial|budget)\b|\bFY ?\d", re.IGNORECASE)


class _Year(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a state counts: the month that opens its year, and the end that a year alone names."""

    opens: int
    named: Literal["start", "end"]


def fiscal_years(
    whens: Sequence[When],
    mentions: Sequence[Mention],
    sentences: Sequence[Sentence],
    lexicon: Lexicon,
    day: str | None = None,
) -> tuple[When, ...]:
    """The times, with fiscal years moved to the months of the one state that their sentence names; others stay calendar years.

    `day` is the day that "next fiscal year" is counted from.
    """
    made = []
    for when in whens:
        year = _year(when, mentions, sentences, lexicon) if _FISCAL.search(when.verbatim) else None
        made.append(_moved(when, year, day) if year is not None else when)
    return tuple(made)


def _year(when: When, mentions: Sequence[Mention], sentences: Sequence[Sentence], lexicon: Lexicon) -> _Year | None:
    """How the one state of the time's sentence counts; None where there is none or more, or it keeps the calendar year."""
    sentence = sentence_of(sentences, when.span)
    if sentence is None or when.start is None or when.end is None or when.precision not in ("year", "range"):
        return None
    near = [c for m in mentions if sentence.span.contains(m.span) for c in m.candidates]
    states = {state for c in near if (state := _state(c, lexicon)) is not None}
    return _years().get(states.pop()) if len(states) == 1 else None


def _state(candidate: Candidate, lexicon: Lexicon) -> str | None:
    if candidate.sort == "state":
        return candidate.id
    return lexicon.organisations[candidate.id].country if candidate.sort == "organisation" else None


def _moved(when: When, year: _Year, day: str | None) -> When:
    """The span of the state's year: a pair of years opens in its first, a year alone in the one before where its end gives the name,
    a year counted from the day so many years from the one that the day lies in."""
    first, last = int((when.start or "")[:4]), int((when.end or "")[:4])
    if when.basis != "stated" and day is not None:
        today = date.fromisoformat(day)
        opens = first - (today.month < year.opens)
    else:
        opens = first if first < last or year.named == "start" else first - 1
    start, end = date(opens, year.opens, 1), date(opens + 1, year.opens, 1) - timedelta(days=1)
    return msgspec.structs.replace(when, start=start.isoformat(), end=end.isoformat(), precision="fiscal_year")


@cache
def _years() -> dict[str, _Year]:
    return msgspec.convert(load_table("text/fiscal.toml")["state"], dict[str, _Year])
