"""How sure a source is of an event, as a value that can be turned over, weakened and put under another."""

from __future__ import annotations

from functools import cache

import msgspec

from legation.lexicon.table import load_table
from legation.record.chain import Factuality
from legation.record.claim import Aux

_SURE = 2.5
_CERTAINTY = ("U", "PS", "PR", "CT")


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """The standing of an event for the nearest source.

    `strength` is 3 certain, 2 probable, 1 possible, 0 open; `sign` is 1 for "it happened", -1 for "it did not". `mood` is planned,
    hypothetical or unlikely where the words make it so. `grade` lies between -3 and 3; `reason` names the class of words that decided last.

    **Source:** degrees and polarity of FactBank (Saurí and Pustejovsky 2009).
    """

    strength: int = 3
    sign: int = 1
    mood: str | None = None
    grade: float = 3.0
    reason: str = "plain"

    @property
    def factuality(self) -> Factuality:
        """The value in FactBank's terms."""
        if self.strength == 0:
            return Factuality.UU
        return Factuality(_CERTAINTY[self.strength] + ("+" if self.sign > 0 else "-"))

    @property
    def aux(self) -> Aux:
        """The value in the terms of a claim."""
        if self.mood == "hypothetical" and self.strength < 3:
            return Aux.HYPOTHETICAL
        if self.sign < 0:
            return Aux.UNLIKELY if self.strength in (1, 2) and self.mood != "planned" else Aux.NEGATED
        if self.mood == "planned":
            return Aux.PLANNED
        return Aux.ASSERTED if self.strength >= 2 else Aux.HYPOTHETICAL


PLAIN = Standing()


@cache
def standing(value: str, mood: str | None = None, grade: float | None = None, reason: str = "plain") -> Standing:
    """The standing of a value of FactBank as the tables write it."""
    grades = load_table("rules/factuality.toml")["grades"]
    strength = 0 if value == "Uu" else _CERTAINTY.index(value[:2])
    sign = -1 if value.endswith("-") or (value == "Uu" and grade is not None and grade < 0) else 1
    return Standing(
        strength=strength, sign=sign, mood=mood, grade=grades[value] if grade is None else grade, reason=reason
    )


def under(outer: Standing, inner: Standing) -> Standing:
    """What is so by `inner` within what is so by `outer`: the weaker certainty, the product of the signs."""
    moods = (outer.mood, inner.mood)
    mood = next((m for m in ("hypothetical", "unlikely", "planned") if m in moods), None)
    return Standing(
        strength=min(outer.strength, inner.strength),
        sign=outer.sign * inner.sign,
        mood=mood,
        grade=_graded(outer, inner),
        reason=inner.reason if inner.reason != "plain" else outer.reason,
    )


def _graded(outer: Standing, inner: Standing) -> float:
    """The smaller of the two grades, a little less where both are less than certain, under the product of the signs."""
    smaller = min(abs(outer.grade), abs(inner.grade))
    size = smaller if max(abs(outer.grade), abs(inner.grade)) >= _SURE else 0.9 * smaller
    return size * (1 if outer.grade * inner.grade >= 0 else -1)


def affirmed(one: Standing) -> Standing:
    """The standing with its sign made positive."""
    return msgspec.structs.replace(one, sign=1, grade=abs(one.grade))


def contrary(one: Standing) -> Standing:
    """The standing turned over."""
    return msgspec.structs.replace(one, sign=-one.sign, grade=-one.grade)
