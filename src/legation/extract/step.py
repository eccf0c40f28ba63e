"""The link that a statement adds to a chain: its holder, class, cue and factuality, and the outlet that relays it."""

from __future__ import annotations

from legation.extract.cue import Cue, is_cue, source_class
from legation.extract.frame import Frame
from legation.extract.scene import Scene
from legation.extract.tree import ancestors, kids, noun_phrase, span_of, subtree
from legation.record.chain import Factuality, Step, StepRole
from legation.record.document import Sentence
from legation.record.span import Span


def source_span(sentence: Sentence, source: int, verb: int) -> Span:
    """The whole noun phrase of a source, cut where the cue or its content begins."""
    if sentence.tokens[verb].dep in ("relcl", "acl") and sentence.tokens[verb].head == source:
        return noun_phrase(sentence, source)
    aside = _asides(sentence, source)
    inside = tuple(i for i in subtree(sentence, source) if i not in aside)
    if source < verb:
        inside = tuple(i for i in inside if i < verb) or inside
    elif verb < source:
        inside = tuple(i for i in inside if i > verb) or inside
    return _closed(sentence, span_of(sentence, inside))


def _closed(sentence: Sentence, span: Span) -> Span:
    """The span with the bracket that closes one inside it: "Ana Ruiz (D-Ohio)"."""
    inside = [t.text for t in sentence.tokens if span.start <= t.start < span.end]
    after = next((t for t in sentence.tokens if t.start == span.end), None)
    open_bracket = inside.count("(") > inside.count(")")
    return Span(span.start, after.end) if open_bracket and after is not None and after.text == ")" else span


def _asides(sentence: Sentence, source: int) -> frozenset[int]:
    """What a comma sets off behind a source and does not name it: "speaking in Lima", "including the envoy", his age."""
    loose = [t for t in kids(sentence, source, "acl", "prep") if t.index > source and t.tag == "VBG"]
    loose += [t for t in kids(sentence, source, "appos") if t.pos == "NUM"]
    if sentence.tokens[source].pos == "PROPN":
        loose += kids(sentence, source, "relcl")
    after = [t for t in loose if sentence.tokens[subtree(sentence, t.index)[0] - 1].text == ","]
    return frozenset(i for t in after for i in subtree(sentence, t.index))


def step_of(scene: Scene, sentence: Sentence, source: int, span: Span, cue: Cue, words: Span, content: Span) -> Step:
    """The step of a source: its words, its class by its nouns, the cue and the quote type of the content."""
    head = sentence.tokens[source]
    mentions = scene.mentions(span)
    holder_class = source_class(head, scene.words(span), mentions)
    role = {"media": StepRole.QUOTED_OUTLET, "document": StepRole.DOCUMENT}.get(holder_class, StepRole.SPEAKER)
    return Step(
        role=role,
        holder=scene.words(span),
        holder_span=span,
        source_class=holder_class,
        named=any(m.label not in ("noun",) for m in mentions) and not holder_class.endswith("unnamed"),
        plural=head.tag in ("NNS", "NNPS"),
        cue=scene.words(words),
        cue_span=words,
        cue_type=cue.type,
        quote_type=_quote_type(scene, content),
        factuality=Factuality(cue.factuality),
    )


_PERSONS = frozenset({"he", "she", "they", "who", "i", "we", "it", "his", "her", "their", "its", "my", "our"})


def nameable(scene: Scene, sentence: Sentence, source: int, cue: int) -> bool:
    """Whether a phrase names one who can have a mind of his own: a person, a body, a state, or a pronoun for one."""
    token = sentence.tokens[source]
    if token.text.lower() in _PERSONS or token.pos in ("PROPN", "NUM") or token.lemma == "percent":
        return True
    span = source_span(sentence, source, cue)
    kind = source_class(token, scene.words(span), scene.mentions(span))
    names = [m for m in scene.mentions(span) if m.label != "noun" and m.span.start <= token.start < m.span.end]
    return bool(names) or kind not in ("unknown", "document", "state")


def unnamed_step(scene: Scene, cue: Cue, words: Span, content: Span) -> Step:
    """The step of a statement whose source the words leave out: "is said to", "it was reported that"."""
    return Step(
        role=StepRole.UNSPECIFIED,
        cue=scene.words(words),
        cue_span=words,
        cue_type=cue.type,
        quote_type=_quote_type(scene, content),
        factuality=Factuality(cue.factuality),
    )


def line_step(scene: Scene, source: Span, kind: str, cue: Span, *, direct: bool) -> Step:
    """The step of a speaker whom a line of a transcript, a signature or, not direct, a headline names."""
    return Step(
        role=StepRole.SPEAKER,
        holder=scene.words(source),
        holder_span=source,
        source_class=kind,
        named=len(scene.words(source)) > 1,
        cue=scene.words(cue),
        cue_span=cue,
        cue_type="line",
        quote_type="direct" if direct else "indirect",
    )


def cites(scene: Scene, frame: Frame) -> bool:
    """Whether what a relay's object names is a source, and not the matter cited ("cited the raid")."""
    if frame.lemma == "quote" or frame.passive or not frame.objects:
        return True
    head = frame.sentence.tokens[frame.objects[0]]
    names = tuple(m for m in scene.mentions(frame.sentence.span) if m.span.start <= head.start < m.span.end)
    return source_class(head, head.text, names) not in ("unknown", "state", "company", "claimant")


def _quote_type(scene: Scene, content: Span) -> str:
    over = [q for q in scene.document.quotes if q.span.overlaps(content)]
    if any(q.inner.start <= content.start + 1 and content.end <= q.inner.end + 1 for q in over):
        return "direct"
    return "mixed" if over else "indirect"


def relay_of(scene: Scene, frame: Frame, cue: Cue) -> Step | None:
    """The outlet that hands the words on in the same sentence: "the WSJ quoted X", "X told Reuters"."""
    sentence = frame.sentence
    if cue.type == "relay":
        verb = sentence.tokens[frame.verb]
        holder = frame.agent if frame.passive else frame.subject
        governor = next((t for t in ancestors(sentence, frame.verb) if is_cue(t.lemma)), None)
        if holder is None and governor is not None and verb.tag == "VBG":
            holder = next((t.index for t in kids(sentence, governor.index, "nsubj")), None)
        return _media_step(scene, sentence, holder) if holder is not None else None
    if frame.lemma == "tell":
        candidates = [*frame.objects, *([frame.receiver] if frame.receiver is not None else [])]
        steps = (_media_step(scene, sentence, i) for i in candidates)
        return next((s for s in steps if s.source_class == "media"), None)
    return None


def _media_step(scene: Scene, sentence: Sentence, index: int) -> Step:
    span = noun_phrase(sentence, index)
    kind = source_class(sentence.tokens[index], scene.words(span), scene.mentions(span))
    role = StepRole.QUOTED_OUTLET if kind == "media" else StepRole.SPEAKER
    return Step(role=role, holder=scene.words(span), holder_span=span, source_class=kind, named=True)
