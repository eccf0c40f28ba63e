"""Numbers and amounts with their qualifier: "at least eight other people", "$1.2bn", "dozens of"."""

from __future__ import annotations

import re
from functools import cache

from legation.lexicon.table import load_table
from legation.record.quantity import Qualifier, Quantity
from legation.record.span import Span

Vague = dict[str, tuple[int, int, str]]
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"


@cache
def _tables() -> tuple[dict[str, float], dict[str, float], dict[str, str], dict[str, str], Vague]:
    table = load_table("text/numbers.toml")
    vague = {row["text"]: (row["low"], row["high"], row.get("qualifier", "vague")) for row in table["vague"]}
    return table["words"], table["scales"], table["qualifiers"], table["currencies"], vague


@cache
def _pattern() -> re.Pattern[str]:
    words, scales, qualifiers, currencies, vague = _tables()

    def any_of(keys: object) -> str:
        return "|".join(re.escape(k) for k in sorted(keys, key=len, reverse=True))  # type: ignore[call-overload]

    symbols = any_of([k for k in currencies if not k[-1].isalpha() or k.isupper() or k in ("Rs", "Tk")])
    units = any_of([k for k in currencies if k[-1].isalpha()])
    single = any_of(words)
    compound = rf"(?:{single})(?:[- ](?:{single}))*"
    value = rf"(?:{_NUMBER}|{compound})"
    return re.compile(
        rf"(?P<between>\bbetween\s+(?={value}\s+and\s+{value}\s))?"
        rf"(?:\b(?P<qual>{any_of(qualifiers)})\s+)?"
        rf"(?:(?P<symbol>{symbols})\s?)?"
        rf"(?:(?<![\w.,-])(?P<value>{value})(?:(?(between)\s+and\s+|\s?(?:-|–|to)\s?)(?P<value2>{value})(?=[\s%]))?"
        rf"(?:[ -]?(?P<scale>{any_of(scales)})\b)?(?!\w|[-/]\w*\d)"
        rf"|\b(?P<vague>{any_of(vague)})\b(?:\s+of\b)?)"
        rf"(?:[ -]?(?P<unit>{units})\b|\s?(?P<percent>%|percent\b|per cent\b|pct\b))?"
        rf"(?P<other>\s+(?:other|others|more)\b)?",
        re.IGNORECASE,
    )


def quantities_in(text: str, offset: int = 0) -> tuple[Quantity, ...]:
    """The quantities of a stretch in text order; years, dates and parts of designations are left to others.

    >>> [(q.low, q.qualifier.value, q.others) for q in quantities_in("killing at least eight other people")]
    [(8.0, 'at_least', True)]
    """
    return tuple(q for m in _pattern().finditer(text) if (q := _quantity(m, offset)) is not None)


def _quantity(match: re.Match[str], offset: int) -> Quantity | None:
    first = _value(match["value"]) if match["value"] else None
    if match["vague"] is None and (first is None or _is_year(match)):
        return None
    low, best, high, qualifier = _range(match, first)
    return Quantity(
        span=Span(match.start() + offset, match.end() + offset),
        words=match.group(),
        low=low,
        best=best,
        high=high,
        qualifier=qualifier,
        unit=_unit(match),
        others=match["other"] is not None,
    )


def _range(match: re.Match[str], first: float | None) -> tuple[float | None, float | None, float | None, Qualifier]:
    _, scales, qualifiers, _, vague = _tables()
    scale = scales[match["scale"].lower()] if match["scale"] else 1.0
    if first is None:
        low, high, said = vague[match["vague"].lower()]
        return float(low) or None, None, float(high) or None, Qualifier(said)
    second = _value(match["value2"]) if match["value2"] else None
    if second is not None:
        return first * scale, None, second * scale, Qualifier.BETWEEN
    number = round(first * scale, 6)
    said = qualifiers[match["qual"].lower()] if match["qual"] else "exact"
    return _bounds(number, Qualifier(said))


def _bounds(number: float, qualifier: Qualifier) -> tuple[float | None, float | None, float | None, Qualifier]:
    if qualifier in (Qualifier.AT_LEAST, Qualifier.MORE_THAN):
        return number, number, None, qualifier
    if qualifier in (Qualifier.UP_TO, Qualifier.FEWER_THAN):
        return None, None, number, qualifier
    if qualifier is Qualifier.EXACT:
        return number, number, number, qualifier
    return None, number, None, qualifier


def _value(words: str) -> float | None:
    if words[0].isdigit():
        return float(words.replace(",", ""))
    table = _tables()[0]
    total = 0.0
    for word in re.split(r"[- ]", words.lower()):
        if word not in table:
            return None
        value = table[word]
        total = total * 100 if value == 100 and total else total + value
    return total


def _is_year(match: re.Match[str]) -> bool:
    """Whether a bare number of four digits between 1900 and 2099 is a year and no count."""
    value = match["value"] or ""
    bare = not (match["symbol"] or match["scale"] or match["unit"] or match["percent"] or match["qual"])
    return bare and len(value) == 4 and value.isdigit() and "1900" <= value <= "2099"


def _unit(match: re.Match[str]) -> str | None:
    currencies = _tables()[3]
    if match["percent"]:
        return "percent"
    said = match["unit"] or match["symbol"]
    if said is None or (match["unit"] and _is_weight(match)):
        return None
    return currencies.get(said) or currencies.get(said.lower()) or currencies.get(said.upper())


def _is_weight(match: re.Match[str]) -> bool:
    """Whether the words around a number of pounds say that a thing weighs them: "500 pounds of explosives", "warheads weighing 1,000 pounds"."""
    table = load_table("text/numbers.toml")["weights"]
    if match["unit"].lower() not in table["units"]:
        return False
    before = match.string[max(0, match.start() - 20) : match.start()].lower().split()
    after = match.string[match.end() : match.end() + 30].lower().replace(",", " ").replace(".", " ").split()
    heavy = after[1:2] if after[:1] == ["of"] else after[:1]
    return bool(set(before[-1:]) & set(table["before"])) or bool(set(heavy) & set(table["after"]))
