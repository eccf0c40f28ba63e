"""Statements by noun and by adjective: "the claim that", "issued a warning that", "is convinced that"."""

from __future__ import annotations

from collections.abc import Iterator

from legation.extract.aux import aux_of
from legation.extract.content import finite, to_clause_end
from legation.extract.cue import Cue, cue_words, noun_cues, stance_cues
from legation.extract.frame import Frame
from legation.extract.scene import ACTOR_SORTS, Scene, Utterance, of_sort
from legation.extract.step import nameable, source_span, step_of, unnamed_step
from legation.extract.tree import kids, noun_phrase, span_of, subtree, token_at, whole_span
from legation.record.claim import Aux
from legation.record.document import Sentence, Token
from legation.record.span import Span

_COPULAR = frozenset({"be", "feel", "remain", "become", "seem", "appear", "sound", "grow", "look", "stay"})


def asserted(scene: Scene) -> Iterator[Utterance]:
    """The statements that nouns and adjectives of saying, thinking or wanting carry, in text order."""
    for sentence, frames in zip(scene.document.sentences, scene.frames, strict=True):
        by_verb = {frame.verb: frame for frame in frames}
        for token in sentence.tokens:
            if token.pos == "NOUN":
                yield from _by_noun(scene, sentence, token, by_verb)
            elif token.tag in ("JJ", "VBN", "VBD", "RB"):
                yield from _by_stance(scene, sentence, token, by_verb)
        for frame in frames:
            yield from _made_clear(scene, frame)


def _by_noun(scene: Scene, sentence: Sentence, noun: Token, frames: dict[int, Frame]) -> Iterator[Utterance]:
    for cue in noun_cues(noun.lemma):
        verb = frames.get(noun.head) if noun.dep == "dobj" else None
        if cue.verbs and (verb is None or verb.lemma not in cue.verbs):
            continue
        found = next(((t, c) for t in cue.takes if (c := _content(sentence, noun, t)) is not None), None)
        if found is None and cue.verbs:
            found = next(
                ((t, c) for t in cue.takes if (c := _content(sentence, sentence.tokens[noun.head], t)) is not None),
                None,
            )
        if found is None:
            continue
        if found is not None and found[0] == "at" and cue.type == "reportive":
            found = (found[0], noun_phrase(sentence, noun.index).join(found[1]))
        source, words = _agent(sentence, noun, frames) if cue.agent else _owner(scene, sentence, noun, found[0], frames)
        if cue.verbs and verb is not None and verb.doer is not None:
            source, words = sentence.tokens[verb.doer], Span(sentence.tokens[verb.verb].start, noun.end)
        if source is not None and not nameable(scene, sentence, source.index, noun.index):
            source = None
        if source is not None or cue.anonymous:
            yield _utterance(scene, sentence, cue, source, words, found[1], noun)
            return


def _agent(sentence: Sentence, noun: Token, frames: dict[int, Frame]) -> tuple[Token | None, Span]:
    """Whom an agent noun names: the subject that it is said of, or the name that it stands beside."""
    words = Span(noun.start, noun.end)
    frame = frames.get(noun.head)
    if noun.dep == "attr" and frame is not None and frame.lemma in _COPULAR and frame.subject is not None:
        return sentence.tokens[frame.subject], words
    return (sentence.tokens[noun.head] if noun.dep == "appos" else None), words


def _content(sentence: Sentence, head: Token, take: str) -> Span | None:
    """What a noun or adjective takes: a clause, an infinitive, or the phrase behind a preposition."""
    if take == "clause":
        below = kids(sentence, head.index, "acl", "relcl", "ccomp")
        said = next((t for t in below if _that(sentence, t) or (t.dep == "ccomp" and finite(sentence, t))), None)
        said = said or _told_by_be(sentence, head)
        return _clause(sentence, said) if said is not None else None
    if take == "infinitive":
        below = kids(sentence, head.index, "acl", "xcomp")
        said = next((t for t in below if any(a.tag == "TO" for a in kids(sentence, t.index, "aux"))), None)
        return whole_span(sentence, said.index) if said is not None else None
    for prep in kids(sentence, head.index, "prep"):
        inner = kids(sentence, prep.index, "pobj", "pcomp")
        if prep.lemma == take and inner:
            return whole_span(sentence, inner[0].index)
    return None


def _that(sentence: Sentence, token: Token) -> bool:
    return any(t.lemma in ("that", "whether") for t in kids(sentence, token.index, "mark"))


def _told_by_be(sentence: Sentence, noun: Token) -> Token | None:
    """The clause of "his view is that": the noun is the subject of "be"."""
    verb = sentence.tokens[noun.head]
    if noun.dep != "nsubj" or verb.lemma != "be":
        return None
    return next((t for t in kids(sentence, verb.index, "ccomp") if _that(sentence, t)), None)


def _clause(sentence: Sentence, token: Token) -> Span:
    kept = tuple(
        i
        for i in subtree(sentence, token.index)
        if not (sentence.tokens[i].dep == "mark" and sentence.tokens[i].lemma == "that")
    )
    return span_of(sentence, kept)


def _owner(
    scene: Scene, sentence: Sentence, noun: Token, take: str, frames: dict[int, Frame]
) -> tuple[Token | None, Span]:
    """Whose saying it is, and the words of the cue: an owner, who stands behind "from" or "by", or the doer of a light verb."""
    words = Span(noun.start, noun.end)
    verb = frames.get(noun.head)
    owner = next(iter(kids(sentence, noun.index, "poss")), None) or _behind(sentence, noun, take)
    owner = owner or _named_before(scene, sentence, noun)
    if owner is not None:
        return owner, words
    if verb is not None and noun.dep == "dobj" and verb.lemma in cue_words("light") and verb.doer is not None:
        return sentence.tokens[verb.doer], Span(min(sentence.tokens[verb.verb].start, noun.start), noun.end)
    return None, words


def _behind(sentence: Sentence, noun: Token, take: str) -> Token | None:
    found = (n for p in kids(sentence, noun.index, "prep") for n in kids(sentence, p.index, "pobj"))
    return next((n for n in found if sentence.tokens[n.head].lemma in ("from", "by") and take != "from"), None)


def _named_before(scene: Scene, sentence: Sentence, noun: Token) -> Token | None:
    """The name that modifies the noun ("Iranian warnings", "a Pentagon claim")."""
    names = of_sort(scene.mentions(sentence.span), ACTOR_SORTS)
    before = kids(sentence, noun.index, "amod", "compound", "nmod")
    return next((t for t in before for m in names if m.span.start <= t.start < m.span.end), None)


def _by_stance(scene: Scene, sentence: Sentence, token: Token, frames: dict[int, Frame]) -> Iterator[Utterance]:
    subject = _holder(sentence, token, frames) if stance_cues(token.text.lower()) else None
    if subject is None or not nameable(scene, sentence, subject, token.index):
        return
    for cue in stance_cues(token.text.lower()):
        content = next((c for t in cue.takes if (c := _content(sentence, token, t)) is not None), None)
        if content is not None:
            words = Span(token.start, token.end)
            yield _utterance(scene, sentence, cue, sentence.tokens[subject], words, content, token)
            return


def _made_clear(scene: Scene, frame: Frame) -> Iterator[Utterance]:
    """ "Made clear that", "made it plain that": the clause behind the adjective, wherever the parser hangs it."""
    near = frame.sentence.tokens[frame.verb + 1 : frame.verb + 4]
    clear = next((t for t in near if frame.lemma == "make" and t.lemma in ("clear", "plain")), None)
    if clear is None or frame.doer is None or clear.index + 2 >= len(frame.sentence.tokens):
        return
    after = frame.sentence.tokens[clear.index + 1]
    start = frame.sentence.tokens[clear.index + 2] if after.lemma in ("that", "to") else after
    cue = stance_cues("clear")[0]
    source, verb = frame.sentence.tokens[frame.doer], frame.sentence.tokens[frame.verb]
    if start.pos != "PUNCT" and after.lemma != "to":
        words, content = Span(verb.start, clear.end), to_clause_end(frame, start.start)
        yield _utterance(scene, frame.sentence, cue, source, words, content, verb)


def _holder(sentence: Sentence, token: Token, frames: dict[int, Frame]) -> int | None:
    """The subject of an adjective behind a copula, or of a participle used like one."""
    governor = frames.get(token.head)
    if token.dep in ("acomp", "oprd") and governor is not None and governor.lemma in _COPULAR:
        return governor.subject
    own = frames.get(token.index)
    if own is not None and own.passive and own.agent is None:
        return own.subject
    return None


def _utterance(
    scene: Scene, sentence: Sentence, cue: Cue, source: Token | None, words: Span, content: Span, head: Token
) -> Utterance:
    span = _bare(sentence, source, head) if source is not None else None
    step = (
        step_of(scene, sentence, source.index, span, cue, words, content)
        if source is not None and span is not None
        else unnamed_step(scene, cue, words, content)
    )
    return Utterance(
        sentence=sentence.index,
        source=span,
        cue=words,
        cue_lemma=head.lemma,
        cue_type=cue.type,
        speech_act=cue.act,
        content=content,
        quote_type=step.quote_type,
        step=step,
        aux=_standing(scene, sentence, head),
    )


def _standing(scene: Scene, sentence: Sentence, head: Token) -> Aux:
    """Whether a noun or adjective holds: "no plan to", "did not issue a warning", "is not willing to"."""
    own = aux_of(scene, sentence, head.index) if head.pos == "NOUN" else Aux.ASSERTED
    verbs = (f for f in scene.frames[sentence.index] if f.verb in (head.head, head.index))
    frame = next((f for f in verbs if f.lemma in _COPULAR | cue_words("light") or f.verb == head.index), None)
    if own is not Aux.ASSERTED or frame is None:
        return own
    return aux_of(scene, sentence, frame.verb, frame)


def _bare(sentence: Sentence, source: Token, head: Token) -> Span:
    """The source's phrase without the "'s" of an owner."""
    beside = head.dep == "appos" and head.head == source.index
    span = noun_phrase(sentence, source.index) if beside else source_span(sentence, source.index, head.index)
    last = token_at(sentence, span.end - 1)
    if last is not None and last.tag == "POS" and last.start > span.start:
        return Span(span.start, last.start)
    return span
