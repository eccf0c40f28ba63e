"""A party that a question names: the code of a state or the id of an armed group."""

from __future__ import annotations

from difflib import get_close_matches

from legation.errors import AskError
from legation.lexicon.load import Lexicon


def party_code(words: str | None, option: str, lexicon: Lexicon) -> str | None:
    """The code in capitals, or the id of a group; None where nothing is asked. AskError for what is neither, with the nearest codes.

    `option` is what the user wrote the words under.
    """
    if words is None or words.lower() in lexicon.groups:
        return words.lower() if words else None
    if words.upper() in lexicon.states:
        return words.upper()
    named = {c.id for c in lexicon.candidates(words) if c.sort == "state"}
    near = sorted(named) or get_close_matches(words.upper(), lexicon.states, n=3)
    hint = f"; did you mean {' or '.join(near)}?" if near else ""
    raise AskError(f"{option} {words!r}: not known; expected an ISO 3166 alpha-3 code such as PAK{hint}")
