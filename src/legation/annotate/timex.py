"""The grammar of time, compiled: each form with the reader of what it matches."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache

import msgspec

from legation.annotate.calendar import Stretch
from legation.lexicon.table import load_entries, load_table


class Anchor(msgspec.Struct, frozen=True):
    """The day that relative expressions hang on, as an ISO date, and what it is; None leaves them unanchored."""

    day: str | None
    basis: str

    def as_date(self) -> date | None:
        """The day as a date, or None."""
        return date.fromisoformat(self.day) if self.day else None


class Bare(msgspec.Struct, frozen=True):
    """An expression without an interval: a duration, a set, a vague reference, or a date that has no anchor."""

    kind: str = "date"
    timex: str | None = None


class Range(msgspec.Struct, frozen=True):
    """The two ends of an expression that names both ("March 3-7")."""

    first: Stretch
    last: Stretch


class Context(msgspec.Struct, frozen=True):
    """What a reader may know besides the words: the anchor's day, and whether the clause speaks of what is to come."""

    anchor: date | None
    future: bool = False


Match = re.Match[str]
Found = Stretch | Bare | Range | None
Reader = Callable[[Match, Context], Found]


class Form(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of text/times.toml."""

    reader: str
    pattern: str
    relative: bool = False


class Rule(msgspec.Struct, frozen=True):
    """A pattern, its reader, and whether what it gives hangs on the anchor."""

    pattern: re.Pattern[str]
    reader: Reader
    relative: bool


def words(name: str) -> dict[str, str | int]:
    """A table of the calendar file, lower case."""
    return {str(k).lower(): v for k, v in load_table("text/calendar.toml")[name].items()}


def group(match: Match, name: str) -> str | None:
    """A named part of a match in lower case without a closing full stop, or None."""
    found = match.groupdict().get(name)
    return found.lower().rstrip(".") if found else None


def count_of(said: str | None) -> int | None:
    """The value of a count in digits or words; None for "several".

    >>> count_of("twenty-one"), count_of("a"), count_of("several"), count_of("a couple of")
    (21, 1, None, 2)
    """
    if said is None:
        return None
    low = said.lower()
    if low.isdigit():
        return int(low)
    table = load_table("text/numbers.toml")["words"]
    values = [
        int(table[w]) if w in table else 1 for w in low.replace("-", " ").split() if w in table or w in ("a", "an")
    ]
    return 2 if "couple" in low else sum(values) if values and "few" not in low else None


@cache
def compiled(readers: tuple[tuple[str, Reader], ...]) -> tuple[Rule, ...]:
    """The rules of the grammar in its order, each bound to the reader of its name."""
    named = dict(readers)
    return tuple(
        Rule(_pattern(f.pattern), named[f.reader], f.relative) for f in load_entries("text/times.toml", "form", Form)
    )


def any_of(keys: object) -> str:
    """An alternation of the words, longer ones first."""
    return "|".join(sorted((re.escape(k) for k in keys), key=len, reverse=True))  # type: ignore[attr-defined]


@cache
def _fragments() -> dict[str, str]:
    table = load_table("text/calendar.toml")
    small = [w for w in load_table("text/numbers.toml")["words"] if w not in ("zero", "dozen", "hundred")]
    number = rf"(?:\d{{1,3}}|(?:{any_of(small)})(?:[- ](?:{any_of(small)}))?|a|an)"
    whole = [m for m in words("months") if len(m) > 4 or m in ("june", "july", "may")]
    return {
        "MONTH": rf"(?P<month>{any_of(whole)}|(?:{any_of(set(words('months')) - set(whole))})\b\.?)",
        "WEEKDAY": rf"(?P<weekday>{any_of(words('weekdays'))}|mon\.|tues?\.|wed\.|thurs?\.|fri\.|sat\.|sun\.)",
        "DAY": r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?",
        "YEAR": r"(?P<year>(?:19|20)\d\d)(?![\ds])",
        "NUMBER": number,
        "COUNT": rf"(?P<count>{number}|(?:a )?few|several|many|some|a couple of|couple of)",
        "UNIT": r"(?P<unit>second|minute|hour|day|night|week|month|quarter|year|decade|century|centurie)s?",
        "ORDINAL": rf"(?P<ordinal>{any_of(words('ordinals'))})",
        "SEASON": rf"(?P<season>{any_of(words('seasons'))})",
        "DAYPART": rf"(?P<daypart>{any_of(words('dayparts'))})",
        "PART": r"(?:(?P<part>early|mid|late|the (?:start|beginning|end|middle|close) of)[- ](?:in )?(?:the )?)?",
        "FEAST": rf"(?P<feast>{any_of([*table['feasts'], *table['movable']])})",
        "EVENTDAY": rf"(?P<event>{any_of(table['event_days'])})",
        "ADVERB": rf"(?P<adverb>{any_of(words('adverbs'))})",
        "PAST": rf"(?P<vague>{any_of(table['vague_past'])})",
        "PRESENT": rf"(?P<vague>{any_of(table['vague_present'])})",
        "FUTURE": rf"(?P<vague>{any_of(table['vague_future'])})",
    }


def _pattern(form: str) -> re.Pattern[str]:
    fragments = _fragments()
    form = re.sub(r"[A-Z]{3,}", lambda found: _filled(found.group(), fragments), form)
    lead = "" if form.startswith("(?<") else r"(?<![\w-])"
    return re.compile(f"{lead}(?:{form})(?!\\w)", re.IGNORECASE)


def _filled(name: str, fragments: dict[str, str]) -> str:
    """A run of fragment names in capitals with the fragments in their place ("PARTMONTH")."""
    if name in fragments:
        return fragments[name]
    head = next((n for n in fragments if name.startswith(n) and name[len(n) :] in fragments), None)
    return fragments[head] + fragments[name[len(head) :]] if head else name
