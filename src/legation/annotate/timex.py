"""The grammar of time: one rule a form, each a pattern and the reader of what it matched."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

import msgspec

from legation.annotate.calendar import (
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
    part,
    safe_day,
    shifted,
)
from legation.lexicon.table import load_table


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
    """Two stretches and the matched groups that they stand in."""

    first: Stretch
    last: Stretch


class Context(msgspec.Struct, frozen=True):
    """What a reader may know besides the words: the anchor's day, and whether the clause speaks of what is to come."""

    anchor: date | None
    future: bool = False


Match = re.Match[str]
Found = Stretch | Bare | Range | None
Reader = Callable[[Match, Context], Found]


class Rule(msgspec.Struct, frozen=True):
    """A pattern, its reader, and whether what it gives hangs on the anchor."""

    pattern: re.Pattern[str]
    reader: Reader
    relative: bool


def words(name: str) -> dict[str, str | int]:
    """A table of the calendar file, lower case."""
    return {str(k).lower(): v for k, v in load_table("text/calendar.toml")[name].items()}


@cache
def _fragments() -> dict[str, str]:
    def any_of(keys: object) -> str:
        return "|".join(sorted((re.escape(k) for k in keys), key=len, reverse=True))  # type: ignore[attr-defined]

    small = [w for w, n in load_table("text/numbers.toml")["words"].items() if w not in ("zero", "dozen", "hundred")]
    number = rf"(?:\d{{1,3}}|(?:{any_of(small)})(?:[- ](?:{any_of(small)}))?|a|an)"
    return {
        "MONTH": rf"(?P<month>{any_of(m for m in words('months') if len(m) > 4 or m in ('june', 'july', 'may'))}|(?:{any_of(m for m in words('months') if len(m) <= 4 and m not in ('june', 'july', 'may'))})\b\.?)",
        "WEEKDAY": rf"(?P<weekday>{any_of(words('weekdays'))}|mon\.|tues?\.|wed\.|thurs?\.|fri\.|sat\.|sun\.)",
        "DAY": r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?",
        "YEAR": r"(?P<year>(?:19|20)\d\d)",
        "NUMBER": number,
        "COUNT": rf"(?P<count>{number}|(?:a )?few|several|many|some|a couple of|couple of)",
        "UNIT": r"(?P<unit>second|minute|hour|day|night|week|month|quarter|year|decade|century|centurie)s?",
        "ORDINAL": rf"(?P<ordinal>{any_of(words('ordinals'))})",
        "SEASON": rf"(?P<season>{any_of(words('seasons'))})",
        "DAYPART": rf"(?P<daypart>{any_of(words('dayparts'))})",
        "PART": r"(?:(?P<part>early|mid|late|the (?:start|beginning|end|middle|close) of)[- ](?:in )?(?:the )?)?",
        "FEAST": rf"(?P<feast>{any_of(load_table('text/calendar.toml')['feasts'])})",
        "ADVERB": rf"(?P<adverb>{any_of(words('adverbs'))})",
        "PAST": rf"(?P<vague>{any_of(load_table('text/calendar.toml')['vague_past'])})",
        "PRESENT": rf"(?P<vague>{any_of(load_table('text/calendar.toml')['vague_present'])})",
        "FUTURE": rf"(?P<vague>{any_of(load_table('text/calendar.toml')['vague_future'])})",
    }


_FORMS: tuple[tuple[str, str, bool], ...] = (
    (r"(?:WEEKDAY,? )?MONTH DAY,? (?:of )?YEAR", "full", False),
    (r"(?:WEEKDAY,? )?(?:the )?DAY(?: of)? MONTH,? YEAR", "full", False),
    (r"YEAR-(?P<monthno>\d\d)-(?P<day>\d\d)", "full", False),
    (r"(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<short>(?:19|20)?\d\d)", "slashed", False),
    (r"MONTH DAY ?(?:-|–|to|and) ?(?P<day2>[0-3]?\d)(?:,? YEAR)?", "day_range", True),
    (r"PARTMONTH,? (?:of )?YEAR", "month_of_year", False),
    (r"(?:WEEKDAY,? )?MONTH DAY(?!\d|[,.]?\d| (?:people|troops))", "day_near", True),
    (r"(?:WEEKDAY,? )?(?:the )?DAY(?: of)? MONTH(?! \d)", "day_near", True),
    (r"PART(?:(?P<shift>last|next|this|this past|this coming) )?MONTH(?! ?\d)", "month_near", True),
    (r"(?:the )?(?:fiscal |calendar )?ORDINAL[- ]quarter(?:(?:,| of)? (?:fiscal )?(?:YEAR|(?P<rel>last|this|next) year))?", "quarter", True),
    (r"Q(?P<ordinal>[1-4]),? YEAR", "quarter", False),
    (r"(?:the )?ORDINAL half(?: of)? (?:the year|(?:the )?YEAR|(?P<rel>last|this|next) year)", "half", True),
    (r"(?:the )?(?:fiscal|financial)(?: year)? YEAR(?:[-/](?P<short>\d\d)\b)?", "fiscal", False),
    (r"FY ?(?P<short>(?:20)?\d\d)\b", "fiscal", False),
    (r"PART(?:(?P<shift>last|next|this) |the )?SEASON(?:(?: of|,)? YEAR)?", "season", True),
    (r"the ['’]?(?P<tens>[2-9]0)s", "nineties", False),
    (r"PART(?:the )?(?P<decade>(?:1[5-9]|20)\d0)['’]?s", "decade", False),
    (r"PART(?:the )?(?P<century>\d{1,2})(?:st|nd|rd|th)[- ]century", "century", False),
    (r"YEAR ?(?:-|–|/) ?(?P<year2>(?:19|20)?\d\d)(?!\d|-\d)", "year_range", False),
    (r"(?:in|since|by|until|till|from|of|during|after|before|for|between|and|to|through|as of|the year|a) (?:PART)YEAR(?![-,.]\d|\d|%)", "year", False),
    (r"(?P<part>early|mid|late)[- ]YEAR", "year", False),
    (r"(?<=\()YEAR(?=[);,])", "year", False),
    (r"(?<![\w.,$£€#/-])YEAR['’]s", "year", False),
    (r"(?<![\w.,$£€#/-])(?<!model )(?<!room )YEAR(?! ?[-–/%\d]|[.,]\d| (?:[a-z-]+ )?[a-z]+(?:s|ple|men)\b|[a-z])", "year", False),
    (r"(?<![\w.,$£€#/-])YEAR(?=[,.;]? (?:[a-z]+ly|when|the|a|and|to|that|it|he|she|they|was|is|has|had|with|by|because|as|after|but|election|agreement|treaty|accord|war|attack|invasion|deal|crisis|budget)\b|[.,;]? ?$|[.;]\s|, )", "year", False),
    (r"(?:the )?(?P<named>day before yesterday|day after tomorrow|yesterday|today|tonight|tomorrow)(?:['’]s)?(?: DAYPART)?", "named_day", True),
    (r"(?:the )?(?:early |late |later |earlier )?(?:on )?(?:(?P<shift>last|next|this|this past|this coming|this coming) )?WEEKDAY(?:['’]s)?(?: (?:early )?DAYPART)?", "weekday", True),
    (r"(?P<shift>last) night|(?P<this>this) DAYPART|(?:the )?(?P<previous>previous|next|following) (?P<one>day)", "deictic_day", True),
    (r"(?:(?P<part>early|mid|late|earlier|later|the (?:start|beginning|end|middle) of)[- ](?:in )?)?(?:the )?(?P<shift>last|next|this|past|previous|coming|current|the same|following) (?P<unit>week|weekend|month|quarter|half|year|decade|century)(?:['’]s)?", "shifted", True),
    (r"(?:at |over )?the (?P<unit>weekend)", "shifted", True),
    (r"(?:the )?(?:latest|most recent) (?P<latest>quarter|month|week)", "latest", True),
    (r"(?:the )?(?P<spoken>nineteen|twenty) (?P<tens>twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|oh)(?:[- ](?P<ones>one|two|three|four|five|six|seven|eight|nine))?", "spoken", False),
    (r"(?:that|the same) (?P<open>year|month|week|day)", "open", True),
    (r"(?:the )?year[- ](?P<back>ago|earlier)(?: (?:period|quarter|month))?", "year_back", True),
    (r"(?:about |some |nearly |almost |more than |over )?COUNT UNIT (?P<way>ago|earlier|before|previously|later|from now|hence)", "counted", True),
    (r"(?:with)?in (?:about |the next )?(?P<within>COUNT) UNIT(?:['’] time)?", "duration", False),
    (r"(?:the )?(?:past|last|next|coming|first|final|previous|recent) (?:COUNT )?UNIT", "duration", False),
    (r"(?:the )?(?<![\w$£€.,-])COUNT(?: (?:more|full|consecutive|straight|long))?[- ]UNIT(?![- ]olds?\b)(?! (?:old|ago)\b)", "duration", False),
    (r"(?:for |over |in |after )(?:many |the )?(?P<plural>day|week|month|year|decade|hour|minute|centurie)s", "plural", False),
    (r"(?:every|each) (?:(?P<other>other) )?(?:UNIT|WEEKDAY|(?P<part2>morning|night))", "every", False),
    (r"ADVERB", "adverb", False),
    (r"(?:last |next |this )?FEAST", "feast", True),
    (r"PAST", "past", False),
    (r"PRESENT", "present", False),
    (r"FUTURE", "future", False),
    (r"(?:at )?(?P<hour>\d{1,2})(?::(?P<minute>[0-5]\d))? ?(?P<half>[ap])\.?m\.?(?: (?:GMT|UTC|EST|EDT|local time))?(?: (?:on )?WEEKDAY)?", "clock", True),
)  # fmt: skip


@cache
def grammar() -> tuple[Rule, ...]:
    """The rules in the order in which they are preferred between matches of one length."""
    return tuple(Rule(_pattern(form), _READERS[name], relative) for form, name, relative in _FORMS)


def _pattern(form: str) -> re.Pattern[str]:
    fragments = _fragments()
    form = re.sub(r"[A-Z]{3,}", lambda found: _filled(found.group(), fragments), form)
    lead = "" if form.startswith("(?<") else r"(?<![\w-])"
    return re.compile(f"{lead}(?:{form})" + ("" if form.endswith(("$", ")")) else r"(?!\w)"), re.IGNORECASE)


def _filled(name: str, fragments: dict[str, str]) -> str:
    """A run of fragment names in capitals with the fragments in their place ("PARTMONTH")."""
    if name in fragments:
        return fragments[name]
    head = next((n for n in fragments if name.startswith(n) and name[len(n) :] in fragments), None)
    return fragments[head] + fragments[name[len(head) :]] if head else name


def _group(match: Match, name: str) -> str | None:
    found = match.groupdict().get(name)
    return found.lower().rstrip(".") if found else None


def _month_of(match: Match) -> int:
    number = _group(match, "monthno")
    return int(number) if number else int(words("months")[_group(match, "month") or ""])


def _parted(match: Match, whole: Stretch) -> Stretch:
    said = _group(match, "part")
    if said is None:
        return whole
    kinds = {"start": "early", "beginning": "early", "earlier": "early", "middle": "mid", "end": "late", "close": "late", "later": "late"}
    word = next((kinds[w] for w in kinds if w in said), said)
    return part(whole, word)


def _full(match: Match, _: Context) -> Found:
    day = safe_day(int(match["year"]), _month_of(match), int(match["day"]))
    return of_day(day) if day else None


def _slashed(match: Match, _: Context) -> Found:
    """A slashed date that only one order allows; 3/4/2015 may be either and is left open."""
    a, b, year = int(match["a"]), int(match["b"]), int(match["short"])
    year += 0 if year > 99 else 1900 if year > 40 else 2000
    found = {d for d in (safe_day(year, a, b), safe_day(year, b, a)) if d}
    return of_day(found.pop()) if len(found) == 1 else Bare() if found else None


def _near(match: Match, context: Context, day: int) -> date | None:
    """The day of that name nearest to the anchor, on the side that the clause speaks of."""
    if context.anchor is None:
        return None
    days = [d for step in (-1, 0, 1) if (d := safe_day(context.anchor.year + step, _month_of(match), day))]
    ahead = [d for d in days if d >= context.anchor]
    if context.future and ahead:
        return min(ahead)
    return min(days, key=lambda d: abs((d - context.anchor).days), default=None)  # type: ignore[operator]


def _day_near(match: Match, context: Context) -> Found:
    if not 1 <= int(match["day"]) <= 31 or match["month"].islower():
        return None
    found = _near(match, context, int(match["day"]))
    return of_day(found) if found else Bare()


def _day_range(match: Match, context: Context) -> Found:
    if match["year"]:
        days = [safe_day(int(match["year"]), _month_of(match), int(match[d])) for d in ("day", "day2")]
    else:
        days = [_near(match, context, int(match[d])) for d in ("day", "day2")]
    first, last = days
    if context.anchor is None and not match["year"]:
        return Bare()
    return Range(of_day(first), of_day(last)) if first and last and first < last else None


def _month_of_year(match: Match, _: Context) -> Found:
    return _parted(match, of_month(int(match["year"]), _month_of(match)))


_MONTH_LEADS = re.compile(r"\b(?:in|since|by|until|till|from|of|during|late|early|mid|last|next|this|through|between|and|to|before|after|around|for|the end of|as of)[- ]$", re.IGNORECASE)


def _month_near(match: Match, context: Context) -> Found:
    """The named month: the last such one, or the next where the clause speaks of what is to come. "May", "March" need a word before them."""
    name = match["month"]
    led = match["part"] or match["shift"] or _MONTH_LEADS.search(match.string[max(0, match.start() - 12) : match.start()])
    doubtful = name.lower() in ("may", "march", "mar", "sat", "sun", "april", "june", "jan", "august")
    if name.islower() or (doubtful and not led) or (len(name) == 3 and name.lower() not in ("may",) and not led):
        return None
    if context.anchor is None:
        return Bare()
    step = {"last": -1, "this past": -1, "next": 1, "this coming": 1}.get(_group(match, "shift") or "", 0)
    month, year = _month_of(match), context.anchor.year
    if step > 0 or (context.future and step == 0):
        year += month <= context.anchor.month if step > 0 else month < context.anchor.month
    elif month > context.anchor.month or (step < 0 and month == context.anchor.month):
        year -= _group(match, "shift") != "this"
    return _parted(match, of_month(year, month))


def _year_said(match: Match, context: Context) -> int | None:
    if match.groupdict().get("year"):
        return int(match["year"])
    rel = _group(match, "rel")
    return context.anchor.year + {"last": -1, "this": 0, "next": 1}[rel] if rel and context.anchor else None


def _quarter(match: Match, context: Context) -> Found:
    number, year = int(words("ordinals").get(match["ordinal"].lower(), 0) or match["ordinal"]), _year_said(match, context)
    if year is not None:
        return of_quarter(year, number)
    if context.anchor is None:
        return Bare()
    now = (context.anchor.month - 1) // 3 + 1
    if context.future:
        return of_quarter(context.anchor.year + (number < now), number)
    return of_quarter(context.anchor.year - (number > now), number)


def _half(match: Match, context: Context) -> Found:
    number, year = int(words("ordinals")[match["ordinal"].lower()]), _year_said(match, context)
    if number > 2:
        return None
    if year is None and context.anchor is None:
        return Bare()
    return of_half(year if year is not None else context.anchor.year, number)  # type: ignore[union-attr]


def _fiscal(match: Match, _: Context) -> Found:
    """A fiscal year by the calendar year that it is named after; "2014-15" is named after its end. States differ in its months."""
    groups = match.groupdict()
    said, short = groups.get("year"), groups.get("short")
    year = int(said) if said else int(short or 0) + (2000 if len(short or "") == 2 else 0)
    if said and short:
        return Stretch(date(year, 1, 1), date(year + 1, 12, 31), "year", f"{year}")
    return of_year(year) if 1900 <= year <= 2100 else None


def _season(match: Match, context: Context) -> Found:
    code, shift, year = str(words("seasons")[match["season"].lower()]), _group(match, "shift"), match["year"]
    lead = match.group().lower()
    if year:
        return _parted(match, of_season(int(year), code))
    if shift is None and not (lead.startswith(("the ", "late", "early", "mid")) and lead.split()[-1] in ("summer", "winter", "autumn", "spring")):
        return None
    if context.anchor is None:
        return Bare()
    start = of_season(context.anchor.year, code).start
    step = {"last": -1 if start >= context.anchor.replace(day=1) or of_season(context.anchor.year, code).end >= context.anchor else 0}
    later = {"next": 1 if start <= context.anchor else 0}
    return _parted(match, of_season(context.anchor.year + (step | later).get(shift or "", 0), code))


def _nineties(match: Match, _: Context) -> Found:
    tens = int(match["tens"])
    return of_decade((1900 if tens >= 30 else 2000) + tens)


def _decade(match: Match, _: Context) -> Found:
    return _parted(match, of_decade(int(match["decade"])))


def _century(match: Match, _: Context) -> Found:
    number = int(match["century"])
    return _parted(match, of_century(number)) if 1 <= number <= 21 else None


def _year_range(match: Match, _: Context) -> Found:
    first, last = int(match["year"]), match["year2"]
    end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    return Range(of_year(first), of_year(end)) if first < end <= first + 99 else None


def _year(match: Match, _: Context) -> Found:
    return _parted(match, of_year(int(match["year"])))


def _named_day(match: Match, context: Context) -> Found:
    if context.anchor is None:
        return Bare()
    step = {"day before yesterday": -2, "yesterday": -1, "tomorrow": 1, "day after tomorrow": 2}.get(match["named"].lower(), 0)
    return _at(of_day(context.anchor + timedelta(days=step)), "night" if match["named"].lower() == "tonight" else _group(match, "daypart"))


def _at(day: Stretch, daypart: str | None) -> Stretch:
    code = words("dayparts").get(daypart or "")
    return Stretch(day.start, day.end, day.precision, f"{day.timex}T{code}") if code else day


def weekday_of(match: Match) -> int | None:
    """The weekday that a match names (Monday = 0), or None."""
    said = _group(match, "weekday")
    return next((int(n) for name, n in words("weekdays").items() if said and name.startswith(said[:3])), None)


def _weekday(match: Match, context: Context) -> Found:
    """The weekday up to the anchor ("on Wednesday"); behind it when the words or the clause look ahead."""
    wanted = weekday_of(match)
    if wanted is None or match["weekday"].islower():
        return None
    if context.anchor is None:
        return Bare()
    back, shift = (context.anchor.weekday() - wanted) % 7, _group(match, "shift")
    ahead = shift in ("next", "this coming") or (shift is None and context.future and back > 0)
    day = context.anchor + timedelta(days=7 - back) if ahead else context.anchor - timedelta(days=back + (7 if shift == "last" and back == 0 else 0))
    return _at(of_day(day), _group(match, "daypart"))


def _deictic_day(match: Match, context: Context) -> Found:
    if match["one"] or context.anchor is None:
        return Bare()
    if match["shift"]:
        return _at(of_day(context.anchor - timedelta(days=1)), "night")
    return _at(of_day(context.anchor), _group(match, "daypart"))


def _shifted(match: Match, context: Context) -> Found:
    if context.anchor is None:
        return Bare()
    shift = _group(match, "shift")
    step = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}.get(shift or "", 0)
    unit = match["unit"].lower()
    if unit == "weekend" and shift is None:
        step = 0 if context.future or context.anchor.weekday() >= 5 else -1
    return _parted(match, shifted(unit, context.anchor, step))


def _year_back(match: Match, context: Context) -> Found:
    if context.anchor is None:
        return Bare()
    if "quarter" in match.group().lower():
        return of_quarter(context.anchor.year - 1, (context.anchor.month - 1) // 3)
    return of_year(context.anchor.year - 1)


def _counted(match: Match, context: Context) -> Found:
    """So many units before or after the anchor; "earlier" and "later" hang on another time of the story and stay open."""
    count, unit = _number(match["count"]), _unit(match)
    if count is None or context.anchor is None or unit in ("hour", "minute", "second"):
        return Bare(timex="PAST_REF" if count is None and match["way"].lower() == "ago" else None)
    step = -count if match["way"].lower() in ("ago", "earlier", "before", "previously") else count
    found = shifted(unit, context.anchor, step)
    if match["way"].lower() in ("ago", "from now", "hence") or unit == "year":
        return found
    return Bare(timex=found.timex)


def _number(said: str | None) -> int | None:
    """The value of a count; None for "several"."""
    if said is None:
        return None
    low = said.lower()
    if low.isdigit():
        return int(low)
    table = load_table("text/numbers.toml")["words"]
    values = [int(table[w]) if w in table else 1 for w in low.replace("-", " ").split() if w in table or w in ("a", "an")]
    return sum(values) if values and "few" not in low and "couple" not in low else 2 if "couple" in low else None


def _unit(match: Match) -> str:
    return "century" if match["unit"].lower() == "centurie" else "day" if match["unit"].lower() == "night" else match["unit"].lower()


def _duration(match: Match, _: Context) -> Found:
    count = _number(match["count"]) if match["count"] else 1 if not match["unit"].endswith("s") and not match.group().lower().endswith("s") else None
    letter = str(words("durations")[_unit(match)])
    amount = "X" if count is None else str(count)
    return Bare("duration", f"PT{amount}{letter[1]}" if letter[0] == "T" else f"P{amount}{letter}")


def _plural(match: Match, _: Context) -> Found:
    unit = "century" if match["plural"].lower() == "centurie" else match["plural"].lower()
    letter = str(words("durations")[unit])
    return Bare("duration", f"PTX{letter[1]}" if letter[0] == "T" else f"PX{letter}")


def _every(match: Match, _: Context) -> Found:
    weekday = weekday_of(match)
    if weekday is not None:
        return Bare("set", f"XXXX-WXX-{weekday + 1}")
    if match["unit"] is None:
        return Bare("set", "P1D")
    letter = str(words("durations")[_unit(match)])
    return Bare("set", f"PT1{letter[1]}" if letter[0] == "T" else f"P{2 if match['other'] else 1}{letter}")


def _adverb(match: Match, _: Context) -> Found:
    return Bare("set", str(words("adverbs")[match["adverb"].lower()]))


def _feast(match: Match, context: Context) -> Found:
    feasts = {k.lower(): v for k, v in load_table("text/calendar.toml")["feasts"].items()}
    if context.anchor is None or match["feast"].islower():
        return Bare() if not match["feast"].islower() else None
    month, day = feasts[match["feast"].lower()]
    days = [d for step in (-1, 0, 1) if (d := safe_day(context.anchor.year + step, month, day))]
    return of_day(min(days, key=lambda d: abs((d - context.anchor).days)))  # type: ignore[operator]


def _clock(match: Match, context: Context) -> Found:
    hour = int(match["hour"]) % 12 + (12 if match["half"].lower() == "p" else 0)
    if not 1 <= int(match["hour"]) <= 12:
        return None
    weekday = weekday_of(match)
    if context.anchor is None:
        return Bare()
    back = (context.anchor.weekday() - weekday) % 7 if weekday is not None else 0
    day = of_day(context.anchor - timedelta(days=back))
    return Stretch(day.start, day.end, "day", f"{day.timex}T{hour:02}:{match['minute'] or '00'}")


def _latest(match: Match, context: Context) -> Found:
    return shifted(match["latest"].lower(), context.anchor, -1) if context.anchor else Bare()


def _spoken(match: Match, _: Context) -> Found:
    """A year as it is spoken: "nineteen ninety-six"."""
    table = {**load_table("text/numbers.toml")["words"], "oh": 0}
    tens = int(table[match["tens"].lower()]) + (int(table[match["ones"].lower()]) if match["ones"] else 0)
    return of_year((1900 if match["spoken"].lower() == "nineteen" else 2000) + tens)


_READERS: dict[str, Reader] = {
    "full": _full,
    "slashed": _slashed,
    "day_range": _day_range,
    "month_of_year": _month_of_year,
    "day_near": _day_near,
    "month_near": _month_near,
    "quarter": _quarter,
    "half": _half,
    "fiscal": _fiscal,
    "season": _season,
    "nineties": _nineties,
    "decade": _decade,
    "century": _century,
    "year_range": _year_range,
    "year": _year,
    "named_day": _named_day,
    "weekday": _weekday,
    "deictic_day": _deictic_day,
    "shifted": _shifted,
    "year_back": _year_back,
    "counted": _counted,
    "duration": _duration,
    "plural": _plural,
    "every": _every,
    "adverb": _adverb,
    "feast": _feast,
    "latest": _latest,
    "spoken": _spoken,
    "open": lambda m, c: Bare(),
    "past": lambda m, c: Bare(timex="PAST_REF"),
    "present": lambda m, c: Bare(timex="PRESENT_REF"),
    "future": lambda m, c: Bare(timex="FUTURE_REF"),
    "clock": _clock,
}
