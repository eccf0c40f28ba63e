"""How sure a source is of an event, as a value that can be turned over, weakened and put under another."""

from __future__ import annotations

from functools import cache

import msgspec

from legation.record.chain import Factuality
from legation.record.claim import Aux

_CERTAINTY = ("U", "PS", "PR", "CT")


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """The standing of an event for the nearest source.

    `strength` is 3 certain, 2 probable, 1 possible, 0 open; `sign` is 1 for "it happened", -1 for "it did not". `mood` is planned,
    hypothetical or unlikely where the words make it so. `reason` names the class of words that decided last.

    **Source:** degrees and polarity of FactBank (Saurí and Pustejovsky 2009).
    """

    strength: int = 3
    sign: int = 1
    mood: str | None = None
    reason: str = "plain"

    @property
    def factuality(self) -> Factuality:
        """The value in FactBank's terms."""
        if self.strength == 0:
            return Factuality.UU
        return Factuality(_CERTAINTY[self.strength] + ("+" if self.sign > 0 else "-"))

    @property
    def grade(self) -> float:
        """The place between -3 (certainly did not happen) and 3 (certainly happened).

        **Source:** the degrees of FactBank in even steps, as Stanovsky et al. 2017 unify corpora; what is open is 0, what is planned leans to 1.
        """
        if self.strength == 0:
            return 1.0 if self.mood == "planned" and self.sign > 0 else 0.0
        return float(self.sign * self.strength)

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
def standing(value: str, mood: str | None = None, reason: str = "plain") -> Standing:
    """The standing of a value of FactBank as the tables write it."""
    strength = 0 if value == "Uu" else _CERTAINTY.index(value[:2])
    return Standing(strength=strength, sign=-1 if value.endswith("-") else 1, mood=mood, reason=reason)


def under(outer: Standing, inner: Standing) -> Standing:
    """What is so by `inner` within what is so by `outer`: the weaker certainty, the product of the signs."""
    moods = (outer.mood, inner.mood)
    mood = next((m for m in ("hypothetical", "unlikely", "planned") if m in moods), None)
    return Standing(
        strength=min(outer.strength, inner.strength),
        sign=outer.sign * inner.sign,
        mood=mood,
        reason=inner.reason if inner.reason != "plain" else outer.reason,
    )


def affirmed(one: Standing) -> Standing:
    """The standing with its sign made positive."""
    return msgspec.structs.replace(one, sign=1)


def contrary(one: Standing) -> Standing:
    """The standing turned over."""
    return msgspec.structs.replace(one, sign=-one.sign)
