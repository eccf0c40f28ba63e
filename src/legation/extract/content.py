"""What is said: the clause, phrase or quote that a cue introduces, in one piece or in several."""

from __future__ import annotations

from collections.abc import Callable

from legation.extract.cue import Cue, cue_words
from legation.extract.frame import Frame
from legation.extract.quotation import beside, resumed, spread
from legation.extract.scene import Scene
from legation.extract.tree import kids, noun_phrase, span_of, subtree, whole_span
from legation.record.document import Sentence, Token
from legation.record.span import Span

Pieces = tuple[Span, ...]
_FORMS = frozenset({"it", "that", "this", "what", "which", "as", "so"})
_JUDGING = frozenset({"evaluative", "accusation", "attitude", "cognitive", "denial", "doubt"})
_EXPLETIVE = frozenset({"it", "there"})
_IMPLIED = {"accusation": ("of", "for", "as"), "evaluative": ("as", "for")}


def contents(scene: Scene, frame: Frame, cue: Cue) -> Pieces:
    """The pieces of what the cue's frame introduces, in text order; none when nothing stands there. A quote comes last."""
    if cue.type == "relay":
        found = _handed(scene, frame, cue)
    elif frame.passive:
        found = _passive(frame, cue)
    else:
        takes = sorted(cue.takes, key=lambda take: take == "quote")
        found = next((pieces for take in takes if (pieces := _taken(scene, frame, cue, take))), ())
    verb = frame.sentence.tokens[frame.verb]
    spread_out = tuple(dict.fromkeys(spread(scene, piece, Span(verb.start, verb.end)) for piece in found))
    return resumed(scene, frame, spread_out) if "quote" in cue.takes else spread_out


def _taken(scene: Scene, frame: Frame, cue: Cue, take: str) -> Pieces:
    rule = _RULES.get(take)
    if rule is not None:
        return rule(scene, frame, cue)
    if take == "on" and cue.type == "directive" and frame.complement is None:
        return ()
    return beside(scene, frame) if take == "quote" else _behind(frame, take)


def _clause(scene: Scene, frame: Frame, cue: Cue) -> Pieces:
    sentence = frame.sentence
    found = [t for t in kids(sentence, frame.verb, "ccomp") if "quote" in cue.takes or finite(sentence, t)]
    after = [t for t in found if t.index > frame.verb]
    if after and len(found) > len(after) and not _quoted(scene, sentence, found):
        found = after
    if found:
        return tuple(span for t in found for span in clause(sentence, t.index, frame.verb))
    verb = sentence.tokens[frame.verb]
    if verb.dep == "parataxis" and not frame.objects and cue.type not in ("volition", "attitude"):
        return around(sentence, verb)
    strayed = _strayed(sentence, frame.verb, objects=frame.lemma in cue_words("addressing"))
    return clause(sentence, strayed.index, frame.verb) if strayed is not None else ()


def _strayed(sentence: Sentence, verb: int, *, objects: bool) -> Token | None:
    """A that-clause which the parser hung on the noun before it ("told reporters at a conference that Peru would sign")."""
    nouns = [n for p in kids(sentence, verb, "prep") if p.index > verb for n in kids(sentence, p.index, "pobj")]
    deps = ("dobj", "dative", "npadvmod") if objects else ("npadvmod",)
    nouns += [t for t in kids(sentence, verb, *deps) if t.index > verb]
    for noun in nouns:
        for below in kids(sentence, noun.index, "relcl", "acl"):
            first = sentence.tokens[subtree(sentence, below.index)[0]]
            subject = kids(sentence, below.index, "nsubj", "nsubjpass", "expl")
            if first.lemma == "that" and subject and subject[0].index != first.index:
                return below
    return None


def _quoted(scene: Scene, sentence: Sentence, heads: list[Token]) -> bool:
    """Whether every one of the clauses stands in a quote, so that the cue breaks one utterance in two."""
    return all(any(q.span.contains(Span(t.start, t.end)) for q in scene.document.quotes) for t in heads)


def finite(sentence: Sentence, token: Token) -> bool:
    """Whether a clause's head stands in a finite clause: a tense, a modal, or a subordinating word."""
    auxes = kids(sentence, token.index, "aux", "auxpass")
    if any(t.tag == "TO" for t in auxes):
        return False
    if any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in (token, *auxes)):
        return True
    return any(t.lemma in ("that", "whether", "if") for t in kids(sentence, token.index, "mark"))


def clause(sentence: Sentence, index: int, verb: int) -> Pieces:
    """The pieces of a clause below a cue, without a leading "that" and without the cue's own words between."""
    inside = subtree(sentence, index)
    kept = tuple(i for i in inside if not (i == inside[0] and sentence.tokens[i].lemma == "that") or len(inside) == 1)
    kept = (
        tuple(i for i in kept if not (sentence.tokens[i].dep == "mark" and sentence.tokens[i].lemma == "that")) or kept
    )
    kept = tuple(i for i in kept if i not in _concession(sentence, index)) or kept
    kept = _trimmed(sentence, kept)
    if verb in range(kept[0], kept[-1]):
        return split(sentence, kept, verb)
    return (span_of(sentence, kept),)


def around(sentence: Sentence, verb: Token) -> Pieces:
    """The pieces of the clause that a cue is thrown into ("Peru, the envoy said, will sign")."""
    own = set(subtree(sentence, verb.index))
    return split(sentence, tuple(i for i in subtree(sentence, verb.head) if i not in own), verb.index)


def split(sentence: Sentence, kept: tuple[int, ...], verb: int) -> Pieces:
    """The stretches left and right of a verb, with the punctuation at their edges left out."""
    sides = (tuple(i for i in kept if i < verb), tuple(i for i in kept if i > verb))
    worded = [side for side in sides if any(sentence.tokens[i].pos not in ("PUNCT", "SPACE") for i in side)]
    return tuple(span_of(sentence, side) for side in worded)


def _concession(sentence: Sentence, index: int) -> frozenset[int]:
    """A trailing "although" clause or "adding that": the reporter's own voice, unless the parser says otherwise."""
    below = (sentence.tokens[i] for i in subtree(sentence, index))
    clauses = [t for t in below if t.dep == "advcl" and t.index > index]
    marked = [c for c in clauses if any(m.lemma in ("though", "although") for m in kids(sentence, c.index, "mark"))]
    marked += [c for c in clauses if goes_on(sentence, c)]
    return frozenset(i for clause in marked for i in subtree(sentence, clause.index))


def goes_on(sentence: Sentence, token: Token) -> bool:
    """Whether a participle goes on with the report: "Peru would sign, adding that"."""
    comma = token.index > 0 and sentence.tokens[token.index - 1].text == ","
    return token.tag == "VBG" and token.dep == "advcl" and comma and token.lemma in cue_words("going_on")


def _infinitive(scene: Scene, frame: Frame, cue: Cue) -> Pieces:
    """The infinitive or gerund, with the one who is to do it where he is named ("urged Chile to sign")."""
    sentence = frame.sentence
    below = (
        t for t in kids(sentence, frame.verb, "xcomp", "ccomp") if t.index > frame.verb and not finite(sentence, t)
    )
    found = next(below, None)
    if found is None or not _verbal(sentence, found) or _unnamed(sentence, found):
        return ()
    if cue.type == "commissive" and any(i > frame.verb for i in frame.objects):
        return ()
    starts = [subtree(sentence, i)[0] for i in frame.objects if i > frame.verb] if cue.type != "assertive" else []
    inside = [i for i in subtree(sentence, found.index) if i > frame.verb]
    return (span_of(sentence, tuple(range(min([inside[0], *starts]), inside[-1] + 1))),)


def _unnamed(sentence: Sentence, token: Token) -> bool:
    """Whether the infinitive asks for no name ("asked not to be identified"): how a source speaks, not what it says."""
    return token.lemma in cue_words("unnamed") and bool(kids(sentence, token.index, "auxpass"))


def _verbal(sentence: Sentence, token: Token) -> bool:
    return token.tag == "VBG" or any(t.tag == "TO" for t in kids(sentence, token.index, "aux"))


def _predicate(scene: Scene, frame: Frame, cue: Cue) -> Pieces:
    """An object with what it is called ("called the raid a crime"), or the small clause that says so."""
    sentence = frame.sentence
    said = [t.index for t in kids(sentence, frame.verb, "oprd") if t.index > frame.verb]
    small = [t for t in kids(sentence, frame.verb, "ccomp") if t.pos not in ("VERB", "AUX") and t.index > frame.verb]
    if small:
        return (whole_span(sentence, small[0].index),)
    if not said:
        return ()
    named = whole_span(sentence, said[-1])
    if frame.objects and frame.objects[0] > frame.verb:
        return (Span(sentence.tokens[subtree(sentence, frame.objects[0])[0]].start, named.end),)
    return (noun_phrase(sentence, _antecedent(frame)), named) if frame.objects else (named,)


def _antecedent(frame: Frame) -> int:
    """The first object, or the noun that a relative pronoun stands for ("the plan, which Peru called a fraud")."""
    verb, noun = frame.sentence.tokens[frame.verb], frame.sentence.tokens[frame.objects[0]]
    return verb.head if noun.tag in ("WDT", "WP") and verb.dep == "relcl" and verb.head < noun.index else noun.index


def _object(scene: Scene, frame: Frame, cue: Cue) -> Pieces:
    if not frame.objects or frame.receiver is not None:
        return ()
    sentence = frame.sentence
    noun = frame.objects[0]
    if noun < frame.verb:
        return _left_out(frame) if cue.type in _JUDGING else ()
    if sentence.tokens[noun].lemma in _FORMS:
        return ()
    return (to_clause_end(frame, sentence.tokens[subtree(sentence, noun)[0]].start),)


def _left_out(frame: Frame) -> Pieces:
    """The noun that a relative clause leaves out, with what is said of it ("a step that both sides described as a success")."""
    sentence = frame.sentence
    if frame.complement is not None or any(t.tag == "WRB" for t in kids(sentence, frame.verb, "advmod")):
        return ()
    said = [t for t in kids(sentence, frame.verb, "prep") if t.lemma == "as"]
    return (noun_phrase(sentence, _antecedent(frame)), *(whole_span(sentence, t.index) for t in said))


def _behind(frame: Frame, *prepositions: str) -> Pieces:
    """What stands behind a preposition of the verb or of its object ("called for", "compared Peru to")."""
    sentence = frame.sentence
    for below in kids(sentence, frame.verb, "advcl"):
        marks = [t for t in kids(sentence, below.index, "mark") if t.lemma in prepositions]
        if marks and below.index > frame.verb:
            return (span_of(sentence, tuple(i for i in subtree(sentence, below.index) if i > marks[0].index)),)
    for holder in (frame.verb, *frame.objects):
        for prep in kids(sentence, holder, "prep"):
            inner = kids(sentence, prep.index, "pobj", "pcomp", "prep")
            if prep.lemma in prepositions and inner and prep.index > frame.verb:
                starts = [subtree(sentence, i)[0] for i in frame.objects if i > frame.verb]
                first = min([subtree(sentence, inner[0].index)[0], *starts])
                return (to_clause_end(frame, sentence.tokens[first].start),)
    return ()


def to_clause_end(frame: Frame, start: int) -> Span:
    """From a place to the end of the verb's clause; a list partner, an adverbial clause or a loose relative ends it."""
    sentence = frame.sentence
    inside = [i for i in subtree(sentence, frame.verb) if sentence.tokens[i].start >= start]
    ends = kids(sentence, frame.verb, "conj", "advcl", "punct")
    stops = [t.index for t in ends if t.start > start and t.text != ","]
    stops += [i for t in ends if t.dep in ("conj", "advcl") for i in subtree(sentence, t.index)[:1] if i > inside[0]]
    stop = min([*stops, *_loose(sentence, inside)], default=None)
    kept = tuple(i for i in inside if stop is None or i < stop) or tuple(inside)
    return span_of(sentence, _trimmed(sentence, kept))


def _trimmed(sentence: Sentence, kept: tuple[int, ...]) -> tuple[int, ...]:
    """The tokens without a conjunction or punctuation left over at their end."""
    while len(kept) > 1 and sentence.tokens[kept[-1]].dep in ("cc", "punct"):
        kept = kept[:-1]
    return kept


def _loose(sentence: Sentence, inside: list[int]) -> list[int]:
    """Where relative clauses begin that a comma sets off: the reporter's own addition to what is named."""
    clauses = (t for i in inside if (t := sentence.tokens[i]).dep == "relcl")
    starts = (subtree(sentence, t.index)[0] for t in clauses)
    return [i for i in starts if i > inside[0] and sentence.tokens[i - 1].text == ","]


def _passive(frame: Frame, cue: Cue) -> Pieces:
    """What a passive says: its clause, or its subject with the infinitive, predicate or phrase said of it."""
    sentence = frame.sentence
    subject = _named_subject(frame)
    whole = [t for t in kids(sentence, frame.verb, "ccomp", "csubjpass") if finite(sentence, t) or "quote" in cue.takes]
    if whole and "clause" in cue.takes:
        pieces = tuple(span for t in whole for span in clause(sentence, t.index, frame.verb))
        return pieces if frame.agent is not None or not subject or "quote" not in cue.takes else ()
    said = _said_of(frame, cue)
    whole_passive = bool(kids(sentence, frame.verb, "auxpass")) or cue.type == "accusation"
    if frame.agent is None and not (said and whole_passive):
        return ()
    return (*subject, *said) if said or "object" in cue.takes else ()


def _said_of(frame: Frame, cue: Cue) -> Pieces:
    """What a passive says of its subject: the infinitive, the predicate, or the phrase behind a preposition."""
    sentence = frame.sentence
    later = [t for t in kids(sentence, frame.verb, "xcomp", "oprd", "prep") if t.index > frame.verb]
    allowed = {*cue.takes, *(_IMPLIED.get(cue.type, ()) if "object" in cue.takes else ())}
    said = [t for t in later if t.dep != "prep" or t.lemma in allowed & {"of", "for", "as"}]
    return (whole_span(sentence, said[0].index),) if said else ()


def _named_subject(frame: Frame) -> Pieces:
    if frame.subject is None or frame.sentence.tokens[frame.subject].lemma in _EXPLETIVE:
        return ()
    return (noun_phrase(frame.sentence, frame.subject),)


def _handed(scene: Scene, frame: Frame, cue: Cue) -> Pieces:
    """What a relay hands on: the clause behind "as saying", the quote beside it, or what its verb reports."""
    sentence = frame.sentence
    saying = [t for t in sentence.tokens if t.index > frame.verb and t.lemma in ("say", "tell") and t.tag == "VBG"]
    if saying:
        inner = kids(sentence, saying[0].index, "ccomp", "dobj")
        return clause(sentence, inner[0].index, saying[0].index) if inner else ()
    return _clause(scene, frame, cue) or beside(scene, frame)


_RULES: dict[str, Callable[[Scene, Frame, Cue], Pieces]] = {
    "clause": _clause,
    "infinitive": _infinitive,
    "predicate": _predicate,
    "object": _object,
}
