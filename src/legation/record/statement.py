"""A statement: source, cue, content. **Source:** PARC 3.0 and PolNeAR attribution."""

from __future__ import annotations

import msgspec


class Statement(msgspec.Struct, frozen=True, tag="statement", kw_only=True):
    """Somebody says, thinks or wants something. The words stand in the claim's roles source, cue and content.

    `speech_act` is assert, deny, accuse, promise, threaten, request, offer, welcome, condemn, confirm, believe, no_comment ...
    A broken quote has one content role per piece; `audience` and `about` are roles too. `forum` is press_conference, interview,
    social_media, parliament, letter, statement, on_background, speech, broadcast, or None where the words name none.
    `quote_type` is direct, indirect or mixed. `continued` marks content that goes on from the statement before.
    """

    cue_lemma: str | None
    cue_type: str
    speech_act: str
    quote_type: str
    continued: bool = False
    forum: str | None = None
