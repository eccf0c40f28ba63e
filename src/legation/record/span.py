"""A stretch of an article's text: the anchor of every value."""

from __future__ import annotations

import msgspec


class Span(msgspec.Struct, frozen=True, order=True):
    """Half-open [start, end), in Unicode code points of `Article.text`.

    **Source:** W3C Web Annotation, TextPositionSelector.

    >>> "Iran denied it"[Span(0, 4).slice]
    'Iran'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"span [{self.start}, {self.end}) is empty or negative - at `$.span`")

    @property
    def slice(self) -> slice:
        """The span as a Python slice over the article's text."""
        return slice(self.start, self.end)

    def contains(self, other: Span) -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def join(self, other: Span) -> Span:
        """The shortest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))

    def shift(self, by: int) -> Span:
        """The span moved along by that many code points."""
        return Span(self.start + by, self.end + by)
