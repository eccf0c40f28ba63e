"""Who gives and who gets arms in an official text: the state that speaks or is named beside words of giving, and the one behind "to"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from legation.extract.buyer import state_of
from legation.extract.scene import Scene, of_sort
from legation.lexicon.table import load_table
from legation.record.document import Sentence
from legation.record.span import Span

TABLE = "rules/donors.toml"
_REACH = 120
_SORTS = ("state", "organisation", "group", "person")


class Party(msgspec.Struct, frozen=True):
    """A name or a pronoun of the first person in a sentence, with its state where the lexicon gives it one."""

    span: Span
    state: str | None


class Sides(msgspec.Struct, frozen=True):
    """Who gives and who gets, None where the words do not tell."""

    supplier: Party | None = None
    recipient: Party | None = None


def sides_of(scene: Scene, sentence: Sentence) -> Sides:
    """The sides that one sentence tells."""
    found = tuple(named(scene, sentence.span)) if _tells(scene, sentence) else ()
    recipient = next((p for p in found if p.state and _gets(scene, sentence, p)), None)
    others = [p for p in found if p != recipient and (recipient is None or p.state != recipient.state)]
    return Sides(_giver(scene, sentence, others), recipient)


def release_sides(scene: Scene, sentence: Sentence) -> Sides:
    """The sides of a sentence, a missing one taken from the nearest sentence before it that tells one, else from the next behind."""
    own = sides_of(scene, sentence)
    before = reversed(scene.document.sentences[: sentence.index])
    for other in (*before, *scene.document.sentences[sentence.index + 1 :]):
        if own.supplier is not None and own.recipient is not None:
            break
        own = _completed(own, sides_of(scene, other))
    return own


def _completed(own: Sides, other: Sides) -> Sides:
    """The sides with what another sentence tells, unless one state would stand on both."""
    supplier, recipient = own.supplier or other.supplier, own.recipient or other.recipient
    clash = supplier is not None and recipient is not None and supplier.state == recipient.state
    return own if clash else Sides(supplier, recipient)


def named(scene: Scene, span: Span) -> Iterator[Party]:
    """The states, bodies, persons in office and pronouns of the first person in a span, in text order."""
    found = [Party(m.span, state_of(scene, m)) for m in of_sort(scene.mentions(span), _SORTS)]
    first = load_table(TABLE)["first"]
    tokens = (t for s in scene.document.sentences if s.span.overlaps(span) for t in s.tokens)
    spoken = [Span(t.start, t.end) for t in tokens if t.text.lower() in first and t.pos == "PRON"]
    yield from sorted([*found, *(Party(s, None) for s in spoken if span.contains(s))], key=lambda p: p.span)


def _tells(scene: Scene, sentence: Sentence) -> bool:
    return bool(re.search(load_table(TABLE)["giving"], scene.words(sentence.span)))


def _gets(scene: Scene, sentence: Sentence, party: Party) -> bool:
    """Whether a state stands behind words of giving, or before words of getting."""
    table, before = load_table(TABLE), _before(scene, sentence, party.span)
    if re.search(table["against"], before):
        return False
    bare = re.sub(table["body"], "the ", before)
    behind = re.search(table["gets"], bare)
    told = behind and re.search(table["giving"], scene.article.text[sentence.span.start : party.span.start])
    return bool(told or re.match(table["got"], _after(scene, sentence, party.span)))


def _giver(scene: Scene, sentence: Sentence, parties: Sequence[Party]) -> Party | None:
    """The giver among the parties: who gives, from whom or whose stock it comes, whose assistance it is; in this order."""
    rest = [p for p in parties if not re.search(load_table(TABLE)["against"], _before(scene, sentence, p.span))]
    acting = [p for p in rest if _acts(scene, sentence, p, parties)]
    if acting:
        return acting[0]
    for way in (_is_given, _owns):
        found = next((p for p in rest if way(scene, sentence, p)), None)
        if found is not None:
            return found
    return None


def _acts(scene: Scene, sentence: Sentence, party: Party, parties: Sequence[Party]) -> bool:
    """Whether words of giving stand behind a party that are not nearer to another one."""
    table = load_table(TABLE)
    giving = re.match(table["gives"], _after(scene, sentence, party.span))
    if giving is None or re.search(table["gets"], _before(scene, sentence, party.span)):
        return False
    reach = Span(party.span.end, party.span.end + giving.end())
    return not any(reach.contains(p.span) for p in parties)


def _is_given(scene: Scene, sentence: Sentence, party: Party) -> bool:
    return bool(party.state) and bool(re.search(load_table(TABLE)["given"], _before(scene, sentence, party.span)))


def _owns(scene: Scene, sentence: Sentence, party: Party) -> bool:
    return bool(re.match(load_table(TABLE)["own"], _after(scene, sentence, party.span)))


def _before(scene: Scene, sentence: Sentence, span: Span) -> str:
    return scene.article.text[max(sentence.span.start, span.start - _REACH) : span.start]


def _after(scene: Scene, sentence: Sentence, span: Span) -> str:
    return scene.article.text[span.end : min(sentence.span.end, span.end + _REACH)]
