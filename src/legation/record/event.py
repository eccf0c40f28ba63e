"""An event between actors in PLOVER's terms: the claim's coding, and the fused view."""

from __future__ import annotations

import msgspec


class EventCode(msgspec.Struct, frozen=True, tag="event", kw_only=True):
    """A PLOVER coding of one claim: event type, mode, contexts. Actors and recipients stand in the claim's roles.

    `codes` are those in other schemes that a codebook of the user's own gives, as (scheme, code). `label` is the codebook's own mode where that is finer than PLOVER's ("sign" of AGREE, "embargo" of SANCTION), else None.
    """

    event_type: str
    mode: str | None = None
    label: str | None = None
    contexts: tuple[str, ...] = ()
    codes: tuple[tuple[str, str], ...] = ()
    quad: int
    score: float


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """A happening: the claims that tell of it, and what they agree on. A view that is rebuilt, never edited.

    `actors` and `recipients` are lists of lexicon ids (ISO 3166 alpha-3 for states), sorted. `status` is reported,
    corroborated, officially_confirmed, contested, denied or forecast. `start`, `end` are ISO dates or None.
    `documents`, `outlets`, `origins` are three counts: a copy adds to the first two only.
    """

    id: str
    type: str
    mode: str | None
    quad: int
    score: float
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    aux: str
    background: bool
    start: str | None
    end: str | None
    precision: str | None
    place: str | None
    status: str
    documents: int
    outlets: int
    origins: int
    claims: tuple[str, ...]
