"""A standing or shifting tie between two actors, as somebody holds it."""

from __future__ import annotations

import msgspec


class Relation(msgspec.Struct, frozen=True, tag="relation", kw_only=True):
    """One claim of how a stands to b. `direction` is closer, apart, rival, concerned, dependent, ally, supplier_of ...

    `sign` is +1, 0 or -1. The parties stand in the roles actor, recipient and through.
    """

    direction: str
    sign: int
