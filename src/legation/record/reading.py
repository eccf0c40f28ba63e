"""Everything that was read out of one article: the unit that is stored and sharded."""

from __future__ import annotations

import msgspec

from legation.record.article import Article
from legation.record.claim import Claim
from legation.record.issue import Issue
from legation.record.link import Link


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """One article with its claims (in text order), the links of their spans, and the issues met.

    `outlet_id` is the media lexicon's id of the outlet where it is known.
    """

    article: Article
    claims: tuple[Claim, ...] = ()
    links: tuple[Link, ...] = ()
    issues: tuple[Issue, ...] = ()
    outlet_id: str | None = None

    def link_of(self, start: int, end: int, sort: str) -> Link | None:
        """The link of exactly that span and sort, or None."""
        return next((x for x in self.links if (x.span.start, x.span.end, x.sort) == (start, end, sort)), None)
