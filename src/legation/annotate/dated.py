"""Readers of stated dates and units: days, months, quarters, halves, seasons, years, decades, centuries."""

from __future__ import annotations

import re
from datetime import date, timedelta

from legation.annotate.calendar import (
    SEASONS,
    Stretch,
    of_century,
    of_day,
    of_decade,
    of_half,
    of_month,
    of_quarter,
    of_season,
    of_week,
    of_year,
    safe_day,
)
from legation.annotate.timex import Bare, Context, Found, Match, Range, count_of, group, words
from legation.lexicon.table import load_table


def month_said(match: Match) -> int:
    """The number of the month that a match names."""
    number = group(match, "monthno")
    return int(number) if number else int(words("months")[group(match, "month") or ""])


def year_said(match: Match, context: Context) -> int | None:
    """The year that a match states or counts from the anchor ("last year"); None without one."""
    said = match.groupdict().get("year")
    if said:
        return int(said)
    rel = group(match, "rel")
    return context.anchor.year + {"last": -1, "this": 0, "next": 1}[rel] if rel and context.anchor else None


def full(match: Match, _: Context) -> Found:
    """A day with its year; one that the calendar lacks stays open."""
    day = safe_day(int(match["year"]), month_said(match), int(match["day"]))
    return of_day(day) if day else Bare()


def slashed(match: Match, _: Context) -> Found:
    """A date in figures that only one order allows; 3/4/2015 may be either and is left open."""
    a, b, year = int(match["a"]), int(match["b"]), int(match["short"])
    year += 0 if year > 99 else 1900 if year > 40 else 2000
    found = {d for d in (safe_day(year, a, b), safe_day(year, b, a)) if d}
    return of_day(found.pop()) if len(found) == 1 else Bare() if found else None


def _near(match: Match, context: Context, day: int) -> date | None:
    """The last day of that name up to a week ahead, or the next one where the clause looks ahead."""
    if context.anchor is None:
        return None
    days = [d for step in (-1, 0, 1) if (d := safe_day(context.anchor.year + step, month_said(match), day))]
    if context.future and any(d >= context.anchor for d in days):
        return min(d for d in days if d >= context.anchor)
    return max((d for d in days if d <= context.anchor + timedelta(days=_SOON)), default=None)


_SOON = 31


def day_near(match: Match, context: Context) -> Found:
    """A day without its year."""
    if not 1 <= int(match["day"]) <= 31 or match["month"].islower():
        return None
    year = year_said(match, context)
    if year is not None:
        found = safe_day(year, month_said(match), int(match["day"]))
        return of_day(found) if found else Bare()
    found = _near(match, context, int(match["day"]))
    return of_day(found) if found else Bare()


def day_range(match: Match, context: Context) -> Found:
    """Two days of one month."""
    if match["month"].islower():
        return None
    if match["year"]:
        first, last = (safe_day(int(match["year"]), month_said(match), int(match[d])) for d in ("day", "day2"))
    else:
        first, last = (_near(match, context, int(match[d])) for d in ("day", "day2"))
    if context.anchor is None and not match["year"]:
        return Bare()
    return Range(of_day(first), of_day(last)) if first and last and first < last else None


def month_range(match: Match, context: Context) -> Found:
    """Two months of one year."""
    last = words("months").get(match["month2"].lower())
    if last is None or match["month"].islower():
        return None
    year = year_said(match, context) or (context.anchor.year if context.anchor else None)
    if year is None:
        return Bare()
    return (
        Range(of_month(year, month_said(match)), of_month(year, int(last))) if month_said(match) < int(last) else None
    )


def last_day(match: Match, context: Context) -> Found:
    """The first or last day of a month."""
    month = month_of_year(match, context) if match["year"] else month_near(match, context)
    if not isinstance(month, Stretch):
        return month
    return of_day(month.start if group(match, "which") == "first" else month.end)


def week_of(match: Match, context: Context) -> Found:
    """The week of a named day."""
    day = full(match, context) if match["year"] else day_near(match, context)
    return of_week(day.start) if isinstance(day, Stretch) else day


def day_of_month(match: Match, context: Context) -> Found:
    """A day by its number alone: of the month that the words name, else the last such day."""
    if context.anchor is None:
        return Bare()
    step = {"last": -1, "next": 1}.get(group(match, "shift") or "", 0)
    month = of_month(context.anchor.year, context.anchor.month + step)
    day = safe_day(month.start.year, month.start.month, int(match["day"]))
    return of_day(day) if day else None


def month_of_year(match: Match, _: Context) -> Found:
    """A month with its year."""
    return of_month(int(match["year"]), month_said(match))


def month_near(match: Match, context: Context) -> Found:
    """The named month: the last such one, or the next where the clause looks ahead. "May", "March" need a word beside them."""
    name = match["month"]
    doubtful = name.lower() in ("may", "march", "april", "june", "august") or len(name.rstrip(".")) == 3
    if name.islower() or (doubtful and not _led(match)):
        return None
    if context.anchor is None:
        return Bare()
    month, year, shift = month_said(match), year_said(match, context), group(match, "shift") or ""
    if year is not None:
        return of_month(year, month)
    return of_month(_month_year(month, shift, context.anchor, context.future), month)


def _month_year(month: int, shift: str, anchor: date, future: bool) -> int:
    if shift in ("next", "this coming"):
        return anchor.year + (month <= anchor.month)
    if future and not shift:
        return anchor.year + (month < anchor.month)
    if shift == "this":
        return anchor.year
    return anchor.year - (month > anchor.month or (month == anchor.month and shift in ("last", "this past")))


def _led(match: Match) -> bool:
    """Whether a word beside it makes a doubtful month one."""
    table = load_table("text/times.toml")
    groups = match.groupdict()
    if groups.get("part") or groups.get("shift") or groups.get("rel"):
        return True
    before, after = (
        match.string[max(0, match.start() - 16) : match.start()],
        match.string[match.end() : match.end() + 10],
    )
    return bool(re.search(table["month_leads"], before, re.IGNORECASE) or re.match(table["month_follows"], after))


def quarter(match: Match, context: Context) -> Found:
    """A quarter: of the stated year, else the last that has begun, or the next where the clause looks ahead."""
    number, year = (
        int(words("ordinals").get(match["ordinal"].lower(), 0) or match["ordinal"]),
        year_said(match, context),
    )
    if year is not None:
        return of_quarter(year, number)
    if context.anchor is None:
        return Bare()
    now = (context.anchor.month - 1) // 3 + 1
    return of_quarter(
        context.anchor.year + (number < now) * context.future - (number > now) * (not context.future), number
    )


def half(match: Match, context: Context) -> Found:
    """Half a year."""
    number, year = int(words("ordinals")[match["ordinal"].lower()]), year_said(match, context)
    if number > 2:
        return None
    year = year or (context.anchor.year if context.anchor else None)
    return of_half(year, number) if year is not None else Bare()


def months_of(match: Match, context: Context) -> Found:
    """The first or last months of a year."""
    number = count_of(match["number"])
    year = year_said(match, context) or (context.anchor.year if context.anchor else None)
    if number is None or not 1 < number < 12:
        return None
    if year is None:
        return Bare()
    first, last = (1, number) if group(match, "which") == "first" else (13 - number, 12)
    return Stretch(of_month(year, first).start, of_month(year, last).end, "range", f"P{number}M")


def fiscal(match: Match, _: Context) -> Found:
    """A fiscal year by the calendar year that it is named after; "2014-15" spans both. States differ in its months."""
    groups = match.groupdict()
    said, short = groups.get("year"), groups.get("short")
    year = int(said) if said else int(short or 0) + (2000 if len(short or "") == 2 else 0)
    if said and short:
        return Stretch(date(year, 1, 1), date(year + 1, 12, 31), "range", f"{year}/{year + 1}")
    return of_year(year) if 1900 <= year <= 2100 else None


def season(match: Match, context: Context) -> Found:
    """A season by its year, by "last", "this", "next", or after a preposition; it is no season where it may be a verb or a spring."""
    code, shift, year = str(words("seasons")[match["season"].lower()]), group(match, "shift"), match["year"]
    if year or match["yy"]:
        return of_season(int(year) if year else 1900 + int(match["yy"]), code)
    before = match.string[max(0, match.start() - 16) : match.start()]
    after = re.search(load_table("text/times.toml")["month_leads"], before, re.IGNORECASE)
    if shift is None and (not after or (match["season"].lower() == "fall" and "the" not in match.group().lower())):
        return None
    return _season_near(code, shift, context) if context.anchor is not None else Bare()


def _season_near(code: str, shift: str | None, context: Context) -> Stretch:
    anchor = context.anchor
    assert anchor is not None
    seasons = [of_season(anchor.year + step, code) for step in (-2, -1, 0, 1)]
    if shift == "last":
        return [s for s in seasons if s.end < anchor][-1]
    if shift == "next" or (shift is None and context.future):
        return next(s for s in seasons if s.start > anchor)
    holding = [s for s in seasons if s.start <= anchor <= s.end]
    if holding or shift == "this":
        return (holding or [seasons[2]])[0]
    return [s for s in seasons if s.start <= anchor][-1]


_TENS = {
    w: 20 + 10 * n
    for n, w in enumerate(
        ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
    )
}


def nineties(match: Match, _: Context) -> Found:
    """A decade by its tens."""
    tens = _TENS.get(match["tens"].lower()) or int(match["tens"])
    return of_decade((1900 if tens >= 30 else 2000) + tens)


def decade(match: Match, _: Context) -> Found:
    """A decade in figures."""
    return of_decade(int(match["decade"]))


_CENTURIES = ("fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth", "twenty-first")


def century(match: Match, _: Context) -> Found:
    """A century by its number."""
    said = match["century"].lower()
    number = int(said) if said.isdigit() else 15 + _CENTURIES.index(said)
    return of_century(number) if 1 <= number <= 21 else None


def year_range(match: Match, _: Context) -> Found:
    """Two years."""
    first, last = int(match["year"]), match["year2"]
    end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    return Range(of_year(first), of_year(end)) if first < end <= first + 99 else None


def year(match: Match, _: Context) -> Found:
    """A year."""
    return of_year(int(match["year"] or match["year3"]))


def spoken(match: Match, _: Context) -> Found:
    """A year as it is spoken: "nineteen ninety-six"."""
    table = {**load_table("text/numbers.toml")["words"], "oh": 0}
    tens = int(table[match["tens"].lower()]) + (int(table[match["ones"].lower()]) if match["ones"] else 0)
    return of_year((1900 if match["spoken"].lower() == "nineteen" else 2000) + tens)


def event_day(match: Match, _: Context) -> Found:
    """The day that an event is named after ("the September 11 attacks")."""
    days = {k.lower(): v for k, v in load_table("text/calendar.toml")["event_days"].items()}
    return of_day(date.fromisoformat(days[match["event"].lower()]))


assert set(SEASONS) == {"SP", "SU", "FA", "WI"}
