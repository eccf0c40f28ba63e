"""Who buys in a contract announcement: each state with the count and the sum that the words give it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from legation.extract.scene import Scene, of_sort
from legation.lexicon.table import load_table
from legation.record.document import Sentence
from legation.record.mention import Mention
from legation.record.quantity import Quantity
from legation.record.span import Span

_COUNT_BEHIND = re.compile(r"^[\w'’. ]{0,24}\(\s*(?:FMS\)?\s*\()?$")
_CLOSED = re.compile(r"[^()$]{0,60}\)")
_COUNT_BEFORE = re.compile(r"^(?: [\w/-]+){0,9}? (?:for|to|in support of) (?:the )?(?:[\w.]+ (?:of|for) )?(?:the )?$")
_TOWN = re.compile(r"[A-Z][\w.'-]+, $")
_HOME = "USA"


class Buyer(msgspec.Struct, frozen=True):
    """A buying state: where it is named, its id, and what is bought for it: a count of goods and a sum, None where it is not told."""

    span: Span
    state: str
    count: Quantity | None = None
    sum: Quantity | None = None


def telling(scene: Scene, paragraph: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """The sentences of an announcement that tell of buyers and goods: not those on places of work and laws."""
    aside = load_table("rules/awards.toml")["aside"]
    return tuple(s for s in paragraph if not re.search(aside, scene.words(s.span)))


def buyers(scene: Scene, sentences: Sequence[Sentence], stretch: Span | None = None) -> tuple[Buyer, ...]:
    """The buying states of an announcement's telling sentences, or of a stretch of them, each once, in order of first mention; the home
    state is none."""
    found: dict[str, Buyer] = {}
    for sentence in sentences:
        for mention in _named(scene, sentence):
            state = state_of(scene, mention)
            if state is not None and state != _HOME and (stretch is None or stretch.contains(mention.span)):
                told = Buyer(mention.span, state, _count(scene, mention), _sum(scene, mention))
                found[state] = _joined(found[state], told) if state in found else told
    return tuple(found.values())


def listed(scene: Scene, sentence: Sentence, stretch: Span) -> tuple[Buyer, ...] | None:
    """The buyers that a list with counts behind goods names, home services left out ("for the Navy (11) and the government of Chile (4)");
    None where there is no such list."""
    own = [b for b in buyers(scene, (sentence,), stretch) if b.count is not None and stretch.contains(b.count.span)]
    home = re.search(rf"(?:{load_table('rules/awards.toml')['services']}) \(", scene.words(stretch))
    return tuple(own) if own or home else None


def _named(scene: Scene, sentence: Sentence) -> Iterator[Mention]:
    """The mentions of states in a sentence that may be buyers: not the firm's seat."""
    awarded = re.search(load_table("rules/awards.toml")["awarded"], scene.words(sentence.span))
    start = sentence.span.start + (awarded.end() if awarded else 0)
    if start >= sentence.span.end:
        return
    for mention in of_sort(scene.mentions(Span(start, sentence.span.end)), ("state", "organisation")):
        if not _TOWN.search(scene.article.text[max(0, mention.span.start - 24) : mention.span.start]):
            yield mention


def state_of(scene: Scene, mention: Mention) -> str | None:
    """The state that a mention names, or whose body it names."""
    for candidate in mention.candidates:
        if candidate.sort == "state":
            return candidate.id
        if candidate.sort == "organisation":
            return scene.lexicon.organisations[candidate.id].country
    return None


def _count(scene: Scene, mention: Mention) -> Quantity | None:
    """The count in brackets behind a buyer ("the government of Chile (4)"), or before it ("four for the government of Chile")."""
    text = scene.article.text
    near = scene.quantities(Span(max(0, mention.span.start - 70), mention.span.end + 40))
    plain = [q for q in near if q.unit is None]
    behind = (
        q
        for q in plain
        if _COUNT_BEHIND.match(text[mention.span.end : q.span.start]) and _CLOSED.match(text, q.span.end)
    )
    before = (q for q in reversed(plain) if _COUNT_BEFORE.match(text[q.span.end : mention.span.start]))
    return next(behind, None) or next(before, None)


def _sum(scene: Scene, mention: Mention) -> Quantity | None:
    """The sum of money in brackets behind a buyer."""
    near = scene.quantities(Span(mention.span.end, mention.span.end + 60))
    money = (q for q in near if (q.unit or "").isupper())
    return next((q for q in money if _COUNT_BEHIND.match(scene.article.text[mention.span.end : q.span.start])), None)


def _joined(first: Buyer, again: Buyer) -> Buyer:
    return Buyer(first.span, first.state, first.count or again.count, first.sum or again.sum)


def shared(scene: Scene, sentences: Sequence[Sentence]) -> bool:
    """Whether home services or several states buy together, so that a count of goods is not one buyer's."""
    table = load_table("rules/awards.toml")
    text = " ".join(scene.words(s.span) for s in sentences)
    return bool(re.search(rf"(?:{table['services']}) \(", text) or re.search(table["together"], text))
