"""Shapes of the lexicon's data files: each file is checked against one of these at load; unknown keys are refused."""

from __future__ import annotations

import msgspec

from legation.record.ident import slug


class StateEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A state or territory. `capitals` and `seats` name its government when they act, a place when they are where.

    `cow` and `gw` are its Correlates of War and Gleditsch-Ward numbers, valid between `since` and `to` (years).
    """

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
    sovereign: str | None = None
    successor: str | None = None
    lat: float | None = None
    lon: float | None = None
    weak: tuple[str, ...] = ()


class _Named(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every named entry has: its names, the weak ones among them, and a sentence for and against a weak one."""

    name: str
    aliases: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    parent: str | None = None
    example: str | None = None
    not_example: str | None = None

    @property
    def id(self) -> str:
        """The entry's id: its name as a slug."""
        return slug(self.name)


class GroupEntry(_Named, frozen=True, kw_only=True):
    """An armed group. `countries` begins with its home; `active` is "1964-2016" or "2014-"."""

    countries: tuple[str, ...] = ()
    sector: str = "REB"
    affiliation: tuple[str, ...] = ()
    splinter_of: str | None = None
    active: str | None = None


class OrganisationEntry(_Named, frozen=True, kw_only=True):
    """An organisation: igo, ngo or a state's own body (substate)."""

    kind: str
    country: str | None = None
    sector: str | None = None


class CompanyEntry(_Named, frozen=True, kw_only=True):
    """A maker or exporter of arms. `former` are names that it had."""

    country: str | None = None
    sector: str = "BUS"
    former: tuple[str, ...] = ()


class OutletEntry(_Named, frozen=True, kw_only=True):
    """A news agency, newspaper, broadcaster, magazine, web outlet, official site or trade journal."""

    kind: str
    country: str | None = None
    domains: tuple[str, ...] = ()
    scale: str | None = None
    owner: str | None = None


class WeaponEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A weapon of the thesaurus. `names` by naming system; `variant_of` is the designation of the entry it derives from."""

    designation: str
    kind: str
    level: str
    variant_of: str | None = None
    relation: str | None = None
    designers: tuple[str, ...] = ()
    makers: tuple[str, ...] = ()
    names: dict[str, tuple[str, ...]] = {}
    sipri: str | None = None
    unroca: str | None = None
    weak: tuple[str, ...] = ()
    example: str | None = None
    not_example: str | None = None

    @property
    def id(self) -> str:
        """The entry's id: its designation as a slug."""
        return slug(self.designation)


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


class Term(msgspec.Struct, frozen=True):
    """One person's time in one office. `since` and `to` are YYYY, YYYY-MM or YYYY-MM-DD; an open end is None.

    `body` is a state's ISO 3166 alpha-3 code, or the name of an organisation.
    """

    body: str
    office: str
    title: str
    name: str
    since: str | None
    to: str | None
    aliases: tuple[str, ...] = ()
    surname: str = ""


class Place(msgspec.Struct, frozen=True, gc=False):
    """A place of the gazetteer. `lat`, `lon` in degrees (WGS 84); `kind` is town, adm1 or adm2.

    `alias` marks a place that was found by another name than the one GeoNames prints first.
    """

    geonameid: int
    name: str
    country: str
    unit: str
    lat: float
    lon: float
    population: int
    kind: str
    alias: bool = False


class Region(msgspec.Struct, frozen=True):
    """A sea, strait, region or theatre with a point to draw it at. `aliases` are its other names."""

    name: str
    kind: str
    lat: float
    lon: float
    countries: tuple[str, ...]
    aliases: tuple[str, ...] = ()
