"""The comments of a register's row, written from the fields of its deal and from nothing else.

**Source:** the phrases are those of `rules/register.toml`, [comments].
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from legation.corroborate.saying import plain
from legation.lexicon.load import Lexicon
from legation.lexicon.table import load_table
from legation.record.deal import ARRIVED, LADDER, Deal, Stage, Value

_SCALES = ((1e9, "billion"), (1e6, "million"))
_CONTRACT = LADDER.index(Stage.SIGNED)
_WORDS = ("batch", "financing", "offsets", "end_use", "conditions", "notice", "due")


def comments(deal: Deal, lexicon: Lexicon) -> str:
    """The comments, "; " between them, their order fixed; empty where the deal has nothing beyond its columns."""
    parts = [words for write in (_value, _type, _words, _states, _rivals, _standing) for words in write(deal, lexicon)]
    return "; ".join(parts)


def money(amount: float) -> str:
    """An amount in words of scale.

    >>> money(153e6), money(1.5e9), money(900.0)
    ('153 million', '1.5 billion', '900')
    """
    size, word = next(((size, word) for size, word in _SCALES if amount >= size), (1.0, ""))
    return f"{plain(round(amount / size, 3))} {word}".strip()


def _phrases() -> dict[str, Any]:
    table: dict[str, Any] = load_table("rules/register.toml")["comments"]
    return table


def _value(deal: Deal, _: Lexicon) -> Iterator[str]:
    value = deal.taken("value")
    if value is not None:
        phrases = _phrases()
        beside = [phrases["value_kind"].format(kind=value.kind)] if value.kind else []
        beside += [phrases["bundled"]] if deal.bundled else []
        beside.append(phrases["value_origin" if value.origins == 1 else "value_origins"].format(origins=value.origins))
        yield f"{_sum(value)} ({', '.join(beside)})"


def _sum(value: Value) -> str:
    words = _phrases()["value"].format(currency=value.unit or "", amount=money(value.number or 0.0))
    return " ".join(words.split())


def _type(deal: Deal, _: Lexicon) -> Iterator[str]:
    words = _phrases()["types"].get(deal.transfer_type)
    if words is not None:
        yield words


def _words(deal: Deal, _: Lexicon) -> Iterator[str]:
    phrases = _phrases()
    for field in _WORDS:
        value = deal.taken(field)
        if value is not None and not (field == "due" and deal.stage in ARRIVED):
            yield phrases[field].format_map({field: value.value})


def _states(deal: Deal, lexicon: Lexicon) -> Iterator[str]:
    phrases = _phrases()
    for field, code in (("origin_state", deal.origin_state), ("via", deal.via)):
        if code is not None:
            yield phrases[field].format_map({field: state_name(code, lexicon) or code})


def state_name(code: str | None, lexicon: Lexicon) -> str | None:
    """The name of a party: a state's by its alpha-3 code, an armed group's by its id; the code itself where no list has it."""
    if code is None:
        return None
    entry = lexicon.states.get(code) or lexicon.groups.get(code)
    return entry.name if entry is not None else code


def _rivals(deal: Deal, _: Lexicon) -> Iterator[str]:
    """What was told besides: figures of an earlier stage, other figures of the contract, other dates, other sums."""
    phrases = _phrases()
    for value in sorted(deal.rivals("ordered"), key=lambda v: v.number or 0.0):
        early = value.stage in LADDER and LADDER.index(value.stage) < _CONTRACT
        phrase: str = phrases["earlier_figure"] if early else phrases["other_figure"]
        yield phrase.format(value=value.value, stage=_stage(value.stage))
    for field, name, shown in _OTHERS:
        found = sorted(shown(v) for v in deal.rivals(field) if not v.reported_only)
        if found:
            yield phrases[name].format(value=", ".join(dict.fromkeys(found)))


def _stage(stage: Stage) -> str:
    return stage.value.replace("_", " ")


def _date(value: Value) -> str:
    return value.value


def _money(value: Value) -> str:
    return f"{value.unit or ''} {money(value.number or 0.0)}{f' ({value.kind})' if value.kind else ''}".strip()


_OTHERS: tuple[tuple[str, str, Callable[[Value], str]], ...] = (
    ("order_date", "other_date", _date),
    ("value", "other_value", _money),
)


def _standing(deal: Deal, _: Lexicon) -> Iterator[str]:
    phrases = _phrases()
    if deal.stage.value in ("suspended", "cancelled", "denied"):
        dates = [rung.date for rung in deal.stages if rung.stage is deal.stage and rung.date is not None]
        yield f"{phrases[deal.stage.value]} {min(dates)}" if dates else phrases[deal.stage.value]
    elif any(rung.standing == "denial" for rung in deal.stages):
        yield phrases["denial"]
