"""What a pronoun or a definite noun points back to, by a readable table of features; left open when nothing fits."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from legation.lexicon.table import load_table, word_set
from legation.record.document import Document, Sentence, sentence_of
from legation.record.link import Link
from legation.record.span import Span

_REACH = 4
_TIE = 0.01
_NEAR = 40


class Point(msgspec.Struct, frozen=True):
    """A place in the document that points back: its span, its sentence, and the kinds of actor that it may mean.

    `country` is the state that the phrase itself names ("the Turkish firm"); `crowd` says that a plural noun which is no name stands
    nearer as a subject ("Fishermen found the wreck. They said ...").
    """

    span: Span
    sentence: Sentence | None
    kinds: frozenset[str]
    words: str
    country: str | None = None
    crowd: bool = False


class Feature(msgspec.Struct, frozen=True):
    """One reason to take an antecedent, with its weight. The test sees the candidate's link, its sentence and the point."""

    reason: str
    weight: float
    test: Callable[[Link, Sentence, Point], bool]


def _subject(link: Link, sentence: Sentence, point: Point) -> bool:
    return any(t.dep in ("nsubj", "nsubjpass") and link.span.start <= t.start < link.span.end for t in sentence.tokens)


def _in_subject(link: Link, sentence: Sentence, point: Point) -> bool:
    heads = [t for t in sentence.tokens if link.span.start <= t.start < link.span.end]
    return any(sentence.tokens[t.head].dep in ("nsubj", "nsubjpass", "pobj") and t.dep != "pobj" for t in heads)


def _same_sentence(link: Link, sentence: Sentence, point: Point) -> bool:
    return point.sentence is not None and sentence.index == point.sentence.index


def _sentence_before(link: Link, sentence: Sentence, point: Point) -> bool:
    return point.sentence is not None and sentence.index == point.sentence.index - 1


def _same_paragraph(link: Link, sentence: Sentence, point: Point) -> bool:
    return point.sentence is not None and sentence.block == point.sentence.block


def _affiliated(link: Link, sentence: Sentence, point: Point) -> bool:
    """Whether the phrase names what the candidate is affiliated with ("the Taliban-linked group")."""
    said = point.words.lower()
    return any(name.lower() in said for name in (link.affiliation or "").split("|") if name)


def _in_office(link: Link, sentence: Sentence, point: Point) -> bool:
    """Whether the candidate's office holds the phrase's last word ("the minister")."""
    return link.role is not None and _last(point.words) in link.role.lower().split()


FEATURES = (
    Feature("the phrase names its affiliation", 0.3, _affiliated),
    Feature("the phrase names its office", 0.3, _in_office),
    Feature("it is a subject", 0.25, _subject),
    Feature("it stands in a subject", 0.05, _in_subject),
    Feature("it stands in the same sentence", 0.3, _same_sentence),
    Feature("it stands in the sentence before", 0.2, _sentence_before),
    Feature("it stands in the same paragraph", 0.1, _same_paragraph),
)


def kinds_of(words: str) -> frozenset[str]:
    """The kinds of actor that a pronoun or definite phrase may mean; empty when it points back to none."""
    table: dict[str, list[str]] = load_table("rules/anaphora.toml")["heads"]
    return frozenset(table.get(_last(words), ()))


def _last(words: str) -> str:
    """The last word of a phrase, bare and in lower case."""
    cleaned = words.lower().replace("-", " ").split()
    return cleaned[-1].strip(",.;:'’\"“”") if cleaned else ""


def antecedent(point: Point, links: Sequence[Link], document: Document) -> Link | None:
    """The link of what the point points back to, copied onto its span with score and reason; None when nothing fits."""
    if point.crowd:
        return None
    scored = [
        (score, link.span.start, reason, link)
        for link in links
        if _eligible(link, point)
        for sentence in [sentence_of(document.sentences, link.span)]
        if sentence is not None and _within_reach(link, sentence, point)
        for score, reason in [_score(link, sentence, point)]
    ]
    if not scored:
        return None
    score, _, reason, best = max(scored, key=lambda s: (s[0], s[1]))
    if _tied(score, best, scored):
        return None
    return copied(best, point, round(min(0.3 + score, 0.95), 2), reason)


def _tied(score: float, best: Link, scored: Sequence[tuple[float, int, str, Link]]) -> bool:
    """Whether another actor of the same sentence has as good a claim: then the words stay open."""
    rivals = [link for other, _, _, link in scored if other > score - _TIE and link.target != best.target]
    return any(r.antecedent is None and abs(r.span.start - best.span.start) < _NEAR for r in rivals)


def _eligible(link: Link, point: Point) -> bool:
    """Whether a link may be meant at all: of a fitting kind, before the point, not its own clause's subject, of the state that it names."""
    if link.sort != "actor" or link.kind not in point.kinds or link.span.end > point.span.start:
        return False
    if point.sentence is not None and _object(point) and _is_subject(link, point.sentence):
        return False
    if point.country is not None and link.country != point.country:
        return False
    if _several(link, point):
        return False
    if point.words.lower() in ("they", "them", "their") and not _plural(link):
        return False
    return not (_last(point.words) in _offices() and not _in_office(link, None, point))  # type: ignore[arg-type]


def _plural(link: Link) -> bool:
    """Whether a link's words may be "they": a people, a body or group of many, several states; not one state or person by name."""
    return link.kind in ("armed_group", "company", "media", "igo", "ngo", "states", "substate") or (
        link.kind == "state" and link.words.endswith(("s", "ch", "sh", "ese")) and link.words != link.name
    )


def _within_reach(link: Link, sentence: Sentence, point: Point) -> bool:
    """Pronouns reach back four sentences, phrases that name an office or a group as far as the article goes."""
    assert point.sentence is not None
    named = _in_office(link, sentence, point) or (
        link.kind in ("armed_group", "media", "company") and " " in point.words
    )
    return named or point.sentence.index - sentence.index <= _REACH


def _offices() -> frozenset[str]:
    return word_set("rules/anaphora.toml", "offices")


def copied(link: Link, point: Point, score: float, reason: str) -> Link:
    """The link put onto the words that point back to it, with its score and reason."""
    return msgspec.structs.replace(
        link,
        span=point.span,
        words=point.words,
        score=score,
        reason=f"points back to {link.words!r}: {reason}" if link.span.end <= point.span.start else reason,
        antecedent=link.span,
    )


def _score(link: Link, sentence: Sentence, point: Point) -> tuple[float, str]:
    held = [f for f in FEATURES if f.test(link, sentence, point)]
    return sum(f.weight for f in held), ", ".join(f.reason for f in held) or "it is the nearest of its kind"


def _object(point: Point) -> bool:
    """Whether the point is an object pronoun, which does not mean the subject of its own sentence."""
    tokens = point.sentence.tokens if point.sentence is not None else ()
    return point.words.lower() in ("them", "him", "her", "it") and any(
        t.start == point.span.start and t.dep in ("dobj", "pobj") for t in tokens
    )


def _several(link: Link, point: Point) -> bool:
    """Whether the link's phrase lists several and the point means one."""
    return " and " in link.words and link.antecedent is not None and point.words.lower() in ("it", "its", "he", "she")


def _is_subject(link: Link, sentence: Sentence) -> bool:
    tokens = {t.index: t for t in sentence.tokens if link.span.start <= t.start < link.span.end}
    return any(t.dep in ("nsubj", "nsubjpass") or sentence.tokens[t.head].dep == "nsubj" for t in tokens.values())
