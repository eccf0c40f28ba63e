"""Who says so: the chain of sources of a claim, outermost first."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from legation.record.span import Span


class Factuality(StrEnum):
    """How sure a source is. **Source:** FactBank (Saurí and Pustejovsky 2009)."""

    CT_PLUS = "CT+"
    PR_PLUS = "PR+"
    PS_PLUS = "PS+"
    CT_MINUS = "CT-"
    PR_MINUS = "PR-"
    PS_MINUS = "PS-"
    CT_U = "CTu"
    UU = "Uu"


class StepRole(StrEnum):
    """What a holder does in the chain."""

    OUTLET = "outlet"
    AGENCY = "agency"
    QUOTED_OUTLET = "quoted_outlet"
    DOCUMENT = "document"
    SPEAKER = "speaker"
    UNSPECIFIED = "unspecified"


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One source in a chain: the words that name it, the cue, and how sure it is of the claim.

    `holder` is the article's words for the source; None for "reportedly". `holder_id` is a lexicon id where known.
    `source_class` is official_named, official_unnamed, military, police, claimant, expert_named, expert_unnamed,
    eyewitness, company, ngo, organisation, public, document, media, state, person or unknown. `quote_type` is direct, indirect, mixed or narrative.
    `likelihood` keeps the words ("unlikely"), `band` their ICD 203 range in percent.
    `reason` says why the step is there when no cue stands beside it.
    """

    role: StepRole
    holder: str | None = None
    holder_id: str | None = None
    holder_span: Span | None = None
    source_class: str = "unknown"
    named: bool = False
    plural: bool = False
    cue: str | None = None
    cue_span: Span | None = None
    cue_type: str | None = None
    quote_type: str = "narrative"
    factuality: Factuality = Factuality.CT_PLUS
    likelihood: str | None = None
    band: tuple[int, int] | None = None
    reason: str | None = None
