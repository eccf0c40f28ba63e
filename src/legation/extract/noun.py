"""The standing that an event told by a noun takes from what stands above it."""

from __future__ import annotations

from legation.extract.clause import Walk, accompanying, behind, governed, governs_content
from legation.extract.operator import VERBAL
from legation.extract.signature import connective, form, words
from legation.extract.standing import Standing, affirmed
from legation.extract.tree import kids
from legation.record.document import Sentence, Token

_INSIDE = ("compound", "nmod", "poss", "amod", "npadvmod")


def nominal(sentence: Sentence, token: Token, walk: Walk) -> Standing:
    """The standing of a noun's place: object, subject, behind a preposition, or inside another noun."""
    above = sentence.tokens[token.head]
    if token.dep in _INSIDE:
        return _inside(sentence, token, above, walk)
    if token.dep in ("pobj", "agent") and above.pos not in VERBAL:
        return _behind(sentence, token, walk)
    if token.dep == "nsubj":
        return _subject(sentence, token, above, walk)
    if token.lemma in words("told") and governs_content(sentence, above):
        return known()
    found = governed(sentence, above, "noun", walk, definite=definite(sentence, token))
    if found is not None:
        return found
    return known() if definite(sentence, token) else _plain_object(sentence, token, above, walk)


def _plain_object(sentence: Sentence, token: Token, above: Token, walk: Walk) -> Standing:
    """The indefinite object of a verb that no table knows: as open as the deed; a denied deed leaves it open."""
    over = walk(sentence, above.index)
    if over.sign > 0:
        return over
    return affirmed(over) if token.dep == "nsubjpass" else form("object of a denied deed")


def definite(sentence: Sentence, token: Token) -> bool:
    """Whether the noun names something that the reader is taken to know of."""
    marked = kids(sentence, token.index, "det", "poss")
    return any(t.dep == "poss" or t.text.lower() in words("definite") for t in marked)


def known() -> Standing:
    """The standing of what is presupposed."""
    return form("definite")


def _inside(sentence: Sentence, token: Token, above: Token, walk: Walk) -> Standing:
    if token.dep in ("poss", "npadvmod") or token.pos in VERBAL or token.pos == "ADJ":
        return form("modifier")
    found = governed(sentence, above, "noun", walk)
    return found if found is not None else accompanying(walk(sentence, above.index))


def _behind(sentence: Sentence, token: Token, walk: Walk) -> Standing:
    prep = sentence.tokens[token.head]
    found = behind(sentence, token, "noun", walk, definite(sentence, token))
    presupposed = found.reason == "with a deed" or connective(prep.lemma) is not None
    if definite(sentence, token) and not presupposed and found.mood is None and found.sign > 0:
        return known()
    return found


def _subject(sentence: Sentence, token: Token, above: Token, walk: Walk) -> Standing:
    """A subject is there whether or not its verb is denied, save with verbs of occurrence and with "likely"."""
    found = governed(sentence, above, "subject", walk) if above.lemma != "be" else None
    for part in kids(sentence, above.index, "acomp", "attr"):
        found = found or governed(sentence, part, "subject", walk)
    if found is not None:
        return found
    over = walk(sentence, above.index)
    if definite(sentence, token) or over.strength == 3 or over.mood is None:
        return known()
    return affirmed(over)
