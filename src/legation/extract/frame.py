"""Predicates with their arguments: who does what to whom, to, from, with, by."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from legation.extract.operator import negated
from legation.extract.tree import kids, whole_span
from legation.lexicon.table import word_set
from legation.record.document import Sentence, Token
from legation.record.span import Span

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_MODALS = {"will", "would", "shall", "'ll", "’ll", "can", "could", "may", "might", "should", "must"}


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """A verb and its arguments as token indices of its sentence.

    `subject` is the doer as written (the grammatical subject, also when it is inherited from a governing or a
    coordinated verb or from the noun that a relative clause hangs on); for a passive it is the one acted on and `agent` the doer.
    `obliques` are (preposition, noun) pairs. `marker` is the subordinating word ("if"), `modal` the modal verb in lower case.
    """

    sentence: Sentence
    verb: int
    lemma: str
    particle: str | None = None
    subject: int | None = None
    objects: tuple[int, ...] = ()
    receiver: int | None = None
    agent: int | None = None
    attributes: tuple[int, ...] = ()
    obliques: tuple[tuple[str, int], ...] = ()
    complement: int | None = None
    passive: bool = False
    negated: bool = False
    modal: str | None = None
    perfect: bool = False
    tense: str = "present"
    infinitive: bool = False
    marker: str | None = None

    @property
    def doer(self) -> int | None:
        """The one who acts: the subject, or the agent of a passive."""
        return self.agent if self.passive else self.subject

    @property
    def undergoer(self) -> int | None:
        """The one acted on: the first object, or the subject of a passive."""
        return self.subject if self.passive else next(iter(self.objects), None)

    def oblique(self, *prepositions: str) -> int | None:
        """The first noun behind one of the prepositions, or None."""
        return next((noun for prep, noun in self.obliques if prep in prepositions), None)

    @property
    def clause(self) -> Span:
        """The span of the verb with all that hangs on it."""
        return whole_span(self.sentence, self.verb)


def frames_of(sentence: Sentence) -> tuple[Frame, ...]:
    """The frames of a sentence, one per verb, in text order."""
    verbs = [t for t in sentence.tokens if t.pos in ("VERB", "AUX") and t.dep not in ("aux", "auxpass")]
    return tuple(_frame(sentence, verb) for verb in verbs)


def _frame(sentence: Sentence, verb: Token) -> Frame:
    auxes = kids(sentence, verb.index, "aux", "auxpass")
    passive = _passive(sentence, verb)
    objects = [_antecedent(sentence, verb, t) for t in kids(sentence, verb.index, "dobj")]
    complement = next((t.index for t in kids(sentence, verb.index, "ccomp", "xcomp")), None)
    marks = [t.lemma for t in kids(sentence, verb.index, "mark") if t.lemma != "that"]
    return Frame(
        sentence=sentence,
        verb=verb.index,
        lemma=verb.lemma,
        particle=next((t.lemma for t in kids(sentence, verb.index, "prt")), None),
        subject=_subject(sentence, verb),
        objects=tuple(objects) or _gap_object(sentence, verb, passive),
        receiver=next((t.index for t in kids(sentence, verb.index, "dative", "iobj") if t.pos != "ADP"), None),
        agent=_agent(sentence, verb),
        attributes=tuple(t.index for t in kids(sentence, verb.index, "attr", "acomp", "oprd")),
        obliques=tuple(_obliques(sentence, verb.index)),
        complement=complement,
        passive=passive,
        negated=negated(sentence, verb),
        modal=next((t.lemma for t in auxes if t.lemma in _MODALS or t.tag == "MD"), None),
        perfect=any(t.lemma == "have" and t.dep == "aux" for t in auxes) and not any(t.text == "to" for t in auxes),
        tense=_tense(verb, auxes),
        infinitive=any(t.tag == "TO" for t in auxes),
        marker=marks[0] if marks else None,
    )


def _passive(sentence: Sentence, verb: Token) -> bool:
    if kids(sentence, verb.index, "nsubjpass", "auxpass", "csubjpass"):
        return True
    if verb.dep == "conj" and verb.tag == "VBN" and not kids(sentence, verb.index, "nsubj", "aux"):
        return _passive(sentence, sentence.tokens[verb.head]) if sentence.tokens[verb.head].tag == "VBN" else False
    return verb.dep == "acl" and verb.tag == "VBN" and not _mistaken(sentence, verb)


def _mistaken(sentence: Sentence, verb: Token) -> bool:
    """Whether the parser took a sentence for a noun with a participle ("Rebels held three priests"): the noun is its root, and the verb
    has an object, which a participle keeps only where it tells of giving."""
    if sentence.tokens[verb.head].dep != "ROOT" or _agent(sentence, verb) is not None:
        return False
    return bool(kids(sentence, verb.index, "dobj")) and verb.lemma not in word_set("rules/frames.toml", "giving")


def _subject(sentence: Sentence, verb: Token) -> int | None:
    own = kids(sentence, verb.index, *_SUBJECTS)
    if own:
        return _antecedent(sentence, verb, own[0])
    head = sentence.tokens[verb.head]
    if verb.dep == "ROOT":
        return _before(sentence, verb)
    if verb.dep in ("acl", "relcl") and head.pos in ("NOUN", "PROPN", "PRON", "NUM"):
        return head.index if not _infinitival(sentence, verb) else None
    if verb.dep == "xcomp" and head.pos == "ADJ" and head.head != head.index:
        return _subject(sentence, sentence.tokens[head.head])
    if verb.dep == "xcomp" and head.index != verb.index:
        objects = kids(sentence, head.index, "dobj")
        return (
            objects[0].index
            if objects and head.lemma in word_set("rules/frames.toml", "object_acts")
            else _subject(sentence, head)
        )
    if verb.dep in ("conj", "advcl") and head.index != verb.index and head.pos in ("VERB", "AUX"):
        return _subject(sentence, head)
    if verb.dep in ("pcomp", "prep") and head.index != verb.index:
        governor = next((t for t in _up(sentence, verb) if t.pos in ("VERB", "AUX")), None)
        if governor is not None and governor.lemma in word_set("rules/frames.toml", "object_acted"):
            return next((t.index for t in kids(sentence, governor.index, "dobj", "nsubjpass")), None)
        return _subject(sentence, governor) if governor else None
    return None


def _before(sentence: Sentence, verb: Token) -> int | None:
    """A name before a main verb that has no subject: the parser took it for an adverb ("USAID gave tents to")."""
    if verb.tag not in ("VBD", "VBZ", "VBP"):
        return None
    near = [t for t in kids(sentence, verb.index, "advmod", "npadvmod", "dep") if t.index < verb.index]
    return next((t.index for t in near if t.pos == "PROPN" or (t.text.isupper() and len(t.text) > 1)), None)


def _up(sentence: Sentence, token: Token) -> Iterator[Token]:
    at = token.index
    while sentence.tokens[at].head != at:
        at = sentence.tokens[at].head
        yield sentence.tokens[at]


def _infinitival(sentence: Sentence, verb: Token) -> bool:
    return any(t.tag == "TO" for t in kids(sentence, verb.index, "aux"))


def _antecedent(sentence: Sentence, verb: Token, subject: Token) -> int:
    """The noun that a relative pronoun stands for, or the subject itself."""
    head = sentence.tokens[verb.head]
    if verb.dep == "relcl" and subject.tag in ("WDT", "WP"):
        return head.index
    return subject.index


def _gap_object(sentence: Sentence, verb: Token, passive: bool) -> tuple[int, ...]:
    """The noun that a relative clause leaves out ("the missiles that Iran bought")."""
    own = kids(sentence, verb.index, "nsubj")
    if verb.dep == "relcl" and own and own[0].tag not in ("WDT", "WP") and not passive:
        return (verb.head,)
    return ()


def _agent(sentence: Sentence, verb: Token) -> int | None:
    for by in kids(sentence, verb.index, "agent"):
        for noun in kids(sentence, by.index, "pobj"):
            return noun.index
    return None


def _obliques(sentence: Sentence, index: int) -> Iterator[tuple[str, int]]:
    for prep in kids(sentence, index, "prep", "dative"):
        if prep.pos not in ("ADP", "SCONJ", "VERB"):
            continue
        for noun in kids(sentence, prep.index, "pobj"):
            yield prep.lemma, noun.index
        for inner in kids(sentence, prep.index, "prep"):
            for noun in kids(sentence, inner.index, "pobj"):
                yield f"{prep.lemma} {inner.lemma}", noun.index


def _tense(verb: Token, auxes: tuple[Token, ...]) -> str:
    tags = [t.tag for t in auxes] + [verb.tag]
    if any(t.lemma in ("will", "shall") for t in auxes):
        return "future"
    if "VBD" in tags:
        return "past"
    if any(tag in ("VBZ", "VBP") for tag in tags):
        return "present"
    return "past" if verb.tag == "VBN" else "none"
