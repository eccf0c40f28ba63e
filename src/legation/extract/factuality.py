"""The factuality of an event for the source nearest to it: a walk up from its word through all that governs it.

**Source:** the composition of signatures after Nairn, Condoravdi and Karttunen 2006, the values after Saurí and Pustejovsky 2009.
"""

from __future__ import annotations

from legation.extract.clause import clausal, ranked
from legation.extract.noun import nominal
from legation.extract.operator import VERBAL, asks, conditional, finite, infinitive, inverted, operated
from legation.extract.signature import form
from legation.extract.standing import PLAIN, Standing
from legation.extract.tree import kids
from legation.record.document import Sentence, Token

_PART = ("aux", "auxpass", "prt", "neg", "cop", "acomp", "attr", "oprd", "preconj", "expl")
_CLAUSE = ("xcomp", "ccomp", "csubj", "csubjpass", "pcomp", "acl", "advcl")
_NOMINAL = (
    "dobj",
    "nsubj",
    "nsubjpass",
    "pobj",
    "dative",
    "iobj",
    "agent",
    "compound",
    "nmod",
    "poss",
    "npadvmod",
    "amod",
)


def factuality_of(sentence: Sentence, index: int) -> Standing:
    """The standing of the event told at a token: its context's, with its own modal, negation and modifiers.

    `.factuality` is the value in FactBank's terms, `.aux` the value of a claim, `.grade` the place between -3 and 3.
    """
    token = sentence.tokens[index]
    return operated(sentence, token, _context(sentence, token))


def _context(sentence: Sentence, token: Token) -> Standing:
    """The standing that the surroundings of an event give it."""
    head = sentence.tokens[token.head]
    if token.head == token.index:
        return _of_root(sentence, token)
    if token.dep == "conj":
        return _of_partner(sentence, token, head)
    if token.dep in _PART:
        return _of_part(sentence, token, head)
    if token.dep == "relcl":
        return _of_relative(sentence, token, head)
    if token.dep in _CLAUSE:
        return clausal(sentence, token, factuality_of)
    if token.dep in _NOMINAL:
        return nominal(sentence, token, factuality_of)
    return _context(sentence, head) if token.dep == "appos" else PLAIN


def _of_root(sentence: Sentence, token: Token) -> Standing:
    """Headlines with "to", questions and commands; whatever else stands alone is plain."""
    if token.pos not in VERBAL:
        return PLAIN
    subjects = kids(sentence, token.index, "nsubj", "nsubjpass", "expl", "csubj")
    if infinitive(sentence, token):
        return form("headline")
    if asks(sentence) and not any(t.tag[:1] == "W" for t in sentence.tokens[:3]):
        return form("question")
    if conditional(sentence, token) and (inverted(sentence, token) or len(kids(sentence, token.index, "mark"))):
        return form("condition")
    if token.tag == "VB" and not subjects and not kids(sentence, token.index, "aux"):
        return form("command")
    return PLAIN


def _of_relative(sentence: Sentence, token: Token, noun: Token) -> Standing:
    """A relative clause holds what it says, with "to" what is still to come; of nothing it holds nothing."""
    if infinitive(sentence, token):
        return ranked(sentence, noun) or form("purpose")
    over = operated(sentence, noun, PLAIN)
    return over if noun.pos not in VERBAL and over.reason == "negation" else PLAIN


def _of_partner(sentence: Sentence, token: Token, head: Token) -> Standing:
    """A list partner shares the context of the first, and its auxiliaries when it has none and no subject of its own."""
    if any(t.text.lower() == "than" for t in kids(sentence, head.index, "cc") if t.index < token.index):
        return form("absence")
    if token.pos not in VERBAL or head.pos not in VERBAL:
        shares = token.pos not in VERBAL and not kids(sentence, token.index, "det", "poss")
        return factuality_of(sentence, head.index) if shares else _context(sentence, head)
    while finite(sentence, token) and not finite(sentence, head) and head.dep not in ("ROOT", "ccomp", "relcl"):
        head = sentence.tokens[head.head]
    if head.pos not in VERBAL or head.index == token.index:
        return PLAIN
    own = kids(sentence, token.index, "nsubj", "nsubjpass", "aux", "auxpass", "neg")
    shares = not own and not finite(sentence, token) and token.tag == head.tag
    if any(t.text.lower() in ("but", "nor", "then") for t in kids(sentence, head.index, "cc")):
        shares = False
    return factuality_of(sentence, head.index) if shares else _context(sentence, head)


def _of_part(sentence: Sentence, token: Token, head: Token) -> Standing:
    """An adjective or noun behind "be" stands as the "be"; behind "seem" as what seems."""
    if token.dep in ("acomp", "oprd", "attr") and head.lemma != "be":
        return clausal(sentence, token, factuality_of)
    return factuality_of(sentence, head.index)
