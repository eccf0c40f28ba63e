"""Readers of what is counted from the anchor: weekdays, last and next, ago, feast days, clock times; durations and sets."""

from __future__ import annotations

from datetime import date, timedelta

from legation.annotate.calendar import Stretch, of_day, of_quarter, of_year, safe_day, shifted
from legation.annotate.timex import Bare, Context, Found, Match, count_of, group, words
from legation.lexicon.table import load_table


def weekday_of(match: Match) -> int | None:
    """The weekday that a match names (Monday = 0), or None."""
    said = group(match, "weekday")
    return next((int(n) for name, n in words("weekdays").items() if said and name.startswith(said[:3])), None)


def at(day: Stretch, daypart: str | None) -> Stretch:
    """The day with the part of it in its value."""
    code = words("dayparts").get(daypart or "")
    return Stretch(day.start, day.end, day.precision, f"{day.timex}T{code}") if code else day


def named_day(match: Match, context: Context) -> Found:
    """Yesterday, today, tomorrow and their neighbours."""
    if context.anchor is None:
        return Bare()
    name = match["named"].lower()
    step = {"day before yesterday": -2, "yesterday": -1, "tomorrow": 1, "day after tomorrow": 2}.get(name, 0)
    return at(of_day(context.anchor + timedelta(days=step)), "night" if name == "tonight" else group(match, "daypart"))


def weekday(match: Match, context: Context) -> Found:
    """The weekday up to the anchor ("on Wednesday"); behind it when the words or the clause look ahead."""
    wanted, shift, week = weekday_of(match), group(match, "shift"), group(match, "week")
    if wanted is None or match["weekday"].islower():
        return None
    if context.anchor is None or shift in ("the following", "the previous"):
        return Bare()
    if week or shift == "this":
        monday = (
            context.anchor
            - timedelta(days=context.anchor.weekday())
            + timedelta(weeks={"last": -1, "next": 1}.get(week or "", 0))
        )
        return at(of_day(monday + timedelta(days=wanted)), group(match, "daypart"))
    return at(of_day(_weekday_near(wanted, shift, context.anchor, context.future)), group(match, "daypart"))


def _weekday_near(wanted: int, shift: str | None, anchor: date, future: bool) -> date:
    back = (anchor.weekday() - wanted) % 7
    if shift in ("next", "this coming") or (shift is None and future and back > 0):
        return anchor + timedelta(days=7 - back)
    return anchor - timedelta(days=back + (7 if shift == "last" and back == 0 else 0))


def deictic_day(match: Match, context: Context) -> Found:
    """Last night, this morning; the next day of a story stays open."""
    if match["one"] or context.anchor is None:
        return Bare()
    if match["shift"]:
        return at(of_day(context.anchor - timedelta(days=1)), "night")
    return at(of_day(context.anchor), group(match, "daypart"))


def shift_of(match: Match, context: Context) -> Found:
    """Last, this and next with a unit of the calendar."""
    if context.anchor is None:
        return Bare()
    shift = (group(match, "shift") or "").removeprefix("the ")
    step = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}.get(shift, 0)
    unit = match["unit"].lower()
    if unit == "weekend" and not shift:
        step = 0 if context.future or context.anchor.weekday() >= 5 else -1
    return shifted(unit, context.anchor, step)


def end_of(match: Match, context: Context) -> Found:
    """The end (or start) of the current unit."""
    unit = group(match, "unit") or group(match, "unit2")
    if unit is None or (match["part"] and not match["unit"]):
        return None
    return shifted(unit, context.anchor, 0) if context.anchor is not None else Bare()


def latest(match: Match, context: Context) -> Found:
    """The last whole unit."""
    return shifted(match["latest"].lower(), context.anchor, -1) if context.anchor else Bare()


def year_back(match: Match, context: Context) -> Found:
    """The year, or the quarter, a year before."""
    if context.anchor is None:
        return Bare()
    if "quarter" in match.group().lower():
        return of_quarter(context.anchor.year - 1, (context.anchor.month - 1) // 3)
    return of_year(context.anchor.year - 1)


def counted(match: Match, context: Context) -> Found:
    """So many units before or after the anchor; "earlier" and "later" hang on another time of the story and stay open."""
    count, unit, way = count_of(match["count"]), unit_of(match), match["way"].lower()
    if count is None or context.anchor is None or unit in ("hour", "minute", "second"):
        return Bare(timex="PAST_REF" if count is None and way == "ago" else None)
    step = -count if way in ("ago", "earlier", "before", "previously") else count
    years = {"decade": 10, "century": 100}.get(unit)
    found = shifted("year", context.anchor, step * years) if years else shifted(unit, context.anchor, step)
    return found if way in ("ago", "from now", "hence") else Bare(timex=found.timex)


def unit_of(match: Match) -> str:
    """The unit of a match, singular; nights are counted as days."""
    said = (match.groupdict().get("unit") or match.groupdict().get("plural") or "").lower()
    return {"centurie": "century", "night": "day"}.get(said, said)


def _lasting(kind: str, amount: str, unit: str) -> Bare:
    letter = str(words("durations")[unit])
    return Bare(kind, f"PT{amount}{letter[1]}" if letter[0] == "T" else f"P{amount}{letter}")


def duration(match: Match, _: Context) -> Found:
    """A stretch of so many units."""
    count = count_of(match.groupdict().get("count"))
    if match.groupdict().get("count") is None:
        count = None if match.group().lower().endswith("s") else 1
    return _lasting("duration", "X" if count is None else str(count), unit_of(match))


def plural(match: Match, _: Context) -> Found:
    """Some units."""
    return _lasting("duration", "X", unit_of(match))


def vague_span(match: Match, _: Context) -> Found:
    """Recent or coming units: a time that cannot be dated."""
    return Bare(timex="FUTURE_REF" if match["vague"].lower().startswith(("coming", "next")) else "PAST_REF")


def every(match: Match, _: Context) -> Found:
    """What comes back: every Friday, every two weeks."""
    day = weekday_of(match) if match.groupdict().get("weekday") else None
    if day is not None:
        return Bare("set", f"XXXX-WXX-{day + 1}")
    if match.groupdict().get("season"):
        return Bare("set", f"XXXX-{words('seasons')[match['season'].lower()]}")
    if match["unit"] is None:
        return Bare("set", "P1D")
    times = count_of(match.groupdict().get("times")) or (2 if match.groupdict().get("other") else 1)
    return _lasting("set", str(times), unit_of(match))


def weekdays(match: Match, _: Context) -> Found:
    """A weekday in the plural."""
    return Bare("set", f"XXXX-WXX-{(weekday_of(match) or 0) + 1}") if not match["weekday"].islower() else None


def adverb(match: Match, _: Context) -> Found:
    """Daily, weekly and so on; a capital makes it a name."""
    return Bare("set", str(words("adverbs")[match["adverb"].lower()])) if match["adverb"].islower() else None


def feast(match: Match, context: Context) -> Found:
    """A feast day: of the stated year, else the last, or the next where the clause looks ahead."""
    if match["feast"].islower():
        return None
    if match["year"]:
        return of_day(feast_day(match["feast"], int(match["year"])))
    if context.anchor is None:
        return Bare()
    days = [feast_day(match["feast"], context.anchor.year + step) for step in (-1, 0, 1)]
    if context.future:
        return of_day(min(d for d in days if d >= context.anchor))
    return of_day(max(d for d in days if d <= context.anchor + timedelta(days=7)))


def feast_day(name: str, year: int) -> date:
    """The day of a feast in a year, fixed or movable.

    >>> feast_day("Easter Sunday", 2015), feast_day("Thanksgiving", 2014)
    (datetime.date(2015, 4, 5), datetime.date(2014, 11, 27))
    """
    table = load_table("text/calendar.toml")
    fixed = {k.lower(): v for k, v in table["feasts"].items()}.get(name.lower())
    if fixed is not None:
        return safe_day(year, *fixed) or date(year, 3, 1)
    rule = {k.lower(): v for k, v in table["movable"].items()}[name.lower()]
    if rule[0] == "easter":
        return easter(year) + timedelta(days=rule[1])
    month, day, nth = rule[1:]
    first = date(year, month, 1)
    return first + timedelta(days=(day - first.weekday()) % 7 + 7 * (nth - 1))


def easter(year: int) -> date:
    """Easter Sunday of the western church. **Source:** the anonymous Gregorian computus (Meeus, Jones, Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


def clock(match: Match, _: Context) -> Found:
    """A time of day: it dates nothing by itself, beside a date it is part of it."""
    hour = group(match, "hour")
    if hour is not None and not 1 <= int(hour) <= 12:
        return None
    return Bare(timex=f"T{clock_value(match)}")


def clock_value(match: Match) -> str:
    """The time of day as hh:mm."""
    word = {"noon": "12:00", "midday": "12:00", "midnight": "24:00", "dawn": "MO", "daybreak": "MO", "dusk": "EV"}.get(
        group(match, "word") or ""
    )
    if word:
        return word
    if match["military"]:
        return f"{match['military'][:2]}:{match['military'][2:]}"
    if match["hour24"]:
        return f"{int(match['hour24']):02}:{match['minute24']}"
    hour = int(match["hour"]) % 12 + (12 if match["ampm"].lower() == "p" else 0)
    return f"{hour:02}:{match['minute'] or '00'}"
