"""What a page is asked, and what it answers with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from legation.lexicon.load import Lexicon
from legation.show.table import Table
from legation.store.open import Store

PER_PAGE = 50
LONGEST = 300
"""Characters that a parameter may have; what is longer is cut."""


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """One request for a page: the store, the parameters of its address, the key in its path, and for how many rows.

    `form` is html, or the form in which the rows alone are wanted. `generation` is that of the desk: what is kept in memory is good for one.
    """

    store: Store
    lexicon: Lexicon
    given: Mapping[str, str]
    key: str = ""
    path: str = "/"
    form: str = "html"
    generation: int = 0

    def word(self, name: str) -> str | None:
        """A parameter without space around it, None when it is empty."""
        return self.given.get(name, "").strip()[:LONGEST] or None

    def code(self, name: str) -> str | None:
        """A parameter as the code of a state: an alpha-3 code in capitals, or the code of the state of that name; other words as they are."""
        word = self.word(name)
        if word is None or word.upper() in self.lexicon.states:
            return word.upper() if word else None
        named = sorted({c.id for c in self.lexicon.candidates(word) if c.sort == "state"})
        return named[0] if len(named) == 1 else word

    def number(self, name: str, default: int, most: int = 100_000) -> int:
        """A parameter as a number from 0 to the most; the default where it is none."""
        word = self.word(name) or ""
        return min(int(word), most) if word.isascii() and word.isdigit() and len(word) < 10 else default

    @property
    def page(self) -> int:
        """The number of the page, from 1 on."""
        return max(1, self.number("page", 1))


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """One answer: the template with its typed body, the page's rows, and what its filters leave out."""

    template: str
    title: str
    body: Any
    table: Table
    status: int = 200
