"""With what: an entry of the weapon thesaurus."""

from __future__ import annotations

import msgspec


class Weapon(msgspec.Struct, frozen=True, kw_only=True):
    """A weapon. `level` is family, type or variant: a match says which it reached and never claims a finer one.

    `category` is "group/kind"; `sipri` and `unroca` the categories of those registers, None where out of scope.
    """

    id: str
    designation: str
    kind: str
    level: str
    family: str
    category: str
    variant_of: str | None = None
    designers: tuple[str, ...] = ()
    sipri: str | None = None
    unroca: str | None = None
