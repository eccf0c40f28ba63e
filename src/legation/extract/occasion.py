"""On what occasion something was said: to whom, and in which forum."""

from __future__ import annotations

import re
from functools import cache

from legation.extract.cue import cue_words
from legation.extract.frame import Frame
from legation.extract.scene import Scene, Utterance
from legation.extract.tree import kids, noun_phrase
from legation.lexicon.table import load_table
from legation.record.span import Span

_ADDRESSED = frozenset({"assertive", "reportive", "directive", "commissive", "factive"})


def audience_of(frame: Frame, cue_type: str) -> Span | None:
    """Whom a speaker addresses: "told Reuters", "said to the council", "was told"; None when nobody is named."""
    if cue_type not in _ADDRESSED:
        return None
    sentence = frame.sentence
    if frame.receiver is not None:
        return noun_phrase(sentence, frame.receiver)
    addressing = frame.lemma in cue_words("addressing")
    if addressing and frame.passive and frame.subject is not None:
        return noun_phrase(sentence, frame.subject)
    if addressing and frame.objects and frame.objects[0] > frame.verb:
        return noun_phrase(sentence, frame.objects[0])
    spoken = [
        n
        for p in kids(sentence, frame.verb, "prep", "dative")
        if p.lemma == "to"
        for n in kids(sentence, p.index, "pobj")
    ]
    return noun_phrase(sentence, spoken[0].index) if spoken and cue_type == "assertive" else None


@cache
def _forums() -> tuple[tuple[re.Pattern[str], str], ...]:
    table: dict[str, list[str]] = load_table("rules/cues.toml")["forums"]
    return tuple((re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE), name) for name, words in table.items())


def forum_of(scene: Scene, utterance: Utterance) -> str | None:
    """The forum that the words around a cue name, those of the content left out: press_conference, interview, letter ..."""
    sentence = scene.document.sentences[utterance.sentence]
    text, at = "", sentence.span.start
    for piece in sorted(utterance.pieces):
        text += scene.article.text[at : max(at, min(piece.start, sentence.span.end))] + " "
        at = max(at, piece.end)
    text += scene.article.text[at : sentence.span.end]
    return next((name for pattern, name in _forums() if pattern.search(text)), None)
