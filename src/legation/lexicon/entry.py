"""Shapes of the lexicon's data files: each file is checked against one of these at load; unknown keys are refused."""

from __future__ import annotations

import msgspec


class StateEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A state or territory. `capitals` and `seats` name its government when they act, a place when they are where."""

    iso3: str
    name: str
    kind: str = "state"
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    cow: int | None = None
    gw: int | None = None
    since: str | int | None = msgspec.field(default=None, name="from")
    to: str | int | None = None
    weak: tuple[str, ...] = ()


class GroupEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An armed group. `countries` begins with its home."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    sector: str = "REB"
    affiliation: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    example: str | None = None
    not_example: str | None = None


class OrganisationEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An organisation: igo, ngo, company or a state's own body (substate)."""

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    sector: str | None = None
    weak: tuple[str, ...] = ()
    example: str | None = None
    not_example: str | None = None


class OutletEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A news agency, newspaper, broadcaster, magazine, web outlet or official site."""

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    domains: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    example: str | None = None
    not_example: str | None = None


class WeaponName(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One printed name of a weapon, the naming system it belongs to, and the level it reaches."""

    text: str
    system: str
    level: str | None = None


class WeaponEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A weapon of the thesaurus."""

    id: str
    designation: str
    kind: str
    level: str
    family: str
    names: tuple[WeaponName, ...]
    variant_of: str | None = None
    relation: str | None = None
    designer: str | None = None
    designers: tuple[str, ...] = ()
    makers: tuple[str, ...] = ()
    sipri: str | None = None
    unroca: str | None = None
    weak: tuple[str, ...] = ()
    example: str | None = None
    not_example: str | None = None


class KindEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A kind of weapon with its group and register categories."""

    id: str
    label: str
    group: str
    sipri: str | None = None
    unroca: str | None = None


class NounEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A common noun for weapons: "attack helicopter"."""

    text: str
    kind: str
    plural: str | None = None
    sipri: str | None = None
    unroca: str | None = None


class City(msgspec.Struct, frozen=True, gc=False):
    """A town of the gazetteer. `lat`, `lon` in degrees (WGS 84)."""

    geonameid: int
    name: str
    country: str
    lat: float
    lon: float
    population: int


class Region(msgspec.Struct, frozen=True):
    """A sea, strait, region or theatre with a point to draw it at."""

    name: str
    kind: str
    lat: float
    lon: float
    countries: tuple[str, ...]
