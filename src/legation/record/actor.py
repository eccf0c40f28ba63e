"""Who: a state, a body, a group, a company, a person, an outlet."""

from __future__ import annotations

import msgspec


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """An actor of the lexicon or of one article. `id` is ISO 3166 alpha-3 for states, a slug otherwise.

    `kind` is state, substate, igo, ngo, armed_group, company, person or media; `sector` a PLOVER sector;
    `country` ISO 3166 alpha-3. COW and Gleditsch-Ward numbers differ and are dated: never join on a bare number.
    """

    id: str
    name: str
    kind: str
    country: str | None = None
    sector: str | None = None
    cow: int | None = None
    gw: int | None = None
    affiliation: tuple[str, ...] = ()
    role: str | None = None
