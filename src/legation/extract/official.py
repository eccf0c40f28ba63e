"""The official formats: which readers there are, in which order, what they find, and which sentences they have read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from legation.extract.answer import answers
from legation.extract.award import awarded
from legation.extract.claim import claim_of
from legation.extract.consignment import Passage
from legation.extract.grid import grids
from legation.extract.listing import listed
from legation.extract.notice import notices
from legation.extract.package import packages
from legation.extract.scene import Scene
from legation.record.claim import Claim
from legation.record.document import Sentence
from legation.record.span import Span

Format = Callable[[Scene, frozenset[int]], Iterable[Passage]]
FORMATS: tuple[Format, ...] = (awarded, notices, grids, answers, listed, packages)


def officials(scene: Scene) -> Iterator[Claim]:
    """The transfers that official formats tell: contract announcements, notices, tables, answers, lists and packages."""
    return (claim_of(scene, find) for passage in passages(scene) for find in passage.finds)


def is_read(scene: Scene, sentence: Sentence, span: Span) -> bool:
    """Whether a format has read a span: its whole sentence, or a stretch that it touches; no reader of running text reads it again."""
    found = passages(scene)
    return any(sentence.index in p.sentences or any(s.overlaps(span) for s in p.stretches) for p in found)


@lru_cache(maxsize=4)
def passages(scene: Scene) -> tuple[Passage, ...]:
    """What each format has read, in the order of the formats: a sentence of a list is not read again for a package."""
    found: list[Passage] = []
    for form in FORMATS:
        taken = frozenset(index for passage in found for index in passage.sentences)
        found.extend(form(scene, taken))
    return tuple(found)
