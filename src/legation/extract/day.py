"""How an event stands to the day of publication: before it, on it, around it, or after it."""

from __future__ import annotations

from collections.abc import Sequence

from legation.extract.signature import modifier
from legation.extract.tree import ancestors, kids, subtree
from legation.lexicon.table import load_table
from legation.record.document import Sentence, Token
from legation.record.when import When

_AT_ONCE = frozenset({"when", "as", "while"})
_APART = frozenset({"conj", "ccomp", "advcl", "relcl", "parataxis", "acl"})
_HEADS = ("VERB", "AUX")
_FINITE = {"VBD": "past", "VBZ": "present", "VBP": "present", "MD": "ahead"}


def relation_to_day(sentence: Sentence, index: int, whens: Sequence[When], day: str | None) -> str:
    """before, on, around or after: from the tense of the token or of what governs it, and the time that its clause gives.

    `day` is the day of publication as an ISO date; without one only the tense speaks.
    **Source:** TimeML's relations of an event to the document creation time, INCLUDES read as around.
    """
    token = sentence.tokens[index]
    told = _told(sentence, token)
    said = _time_said(sentence, token, whens, day)
    if told == "past":
        return "on" if said == "on" else "before"
    if told in ("around", "on") and said in ("before", "after"):
        return said
    if told == "after" and said == "before":
        return "before"
    return {"perfect": "before"}.get(told, told)


def _told(sentence: Sentence, token: Token) -> str:
    """What the tense tells: past, perfect, on, around, after."""
    if token.pos not in _HEADS:
        return _of_noun(sentence, token)
    auxes = kids(sentence, token.index, "aux", "auxpass")
    lemmas = {t.lemma for t in auxes}
    if lemmas & set(load_table("rules/day.toml")["modals_ahead"]) or any(t.tag == "MD" for t in auxes):
        return "perfect" if "have" in lemmas and token.tag in ("VBN",) else "after"
    if any(t.tag == "TO" for t in auxes):
        return _of_infinitive(sentence, token)
    finite = next((_FINITE[t.tag] for t in (*auxes, token) if t.tag in _FINITE), None)
    if finite == "past":
        return "past"
    if finite == "present":
        return _of_present(token, lemmas, auxes)
    return _of_participle(sentence, token)


def _of_present(token: Token, lemmas: set[str], auxes: Sequence[Token]) -> str:
    if "have" in lemmas and token.lemma != "have":
        return "around" if token.tag == "VBG" else "perfect"
    if token.tag == "VBG" or token.lemma in load_table("rules/day.toml")["states"]:
        return "around"
    return "around" if token.tag == "VBN" else "on"


def _of_infinitive(sentence: Sentence, token: Token) -> str:
    """What is still to come, unless a past verb made it happen ("managed to")."""
    above = _governor(sentence, token)
    if above is None:
        return "after"
    if above.lemma in load_table("rules/day.toml")["ahead"] or token.dep in ("relcl", "acl", "advcl"):
        return "after"
    return _told(sentence, above)


def _of_participle(sentence: Sentence, token: Token) -> str:
    above = _governor(sentence, token)
    if above is None:
        return "past" if token.tag == "VBN" else "around"
    told = _told(sentence, above)
    if token.tag == "VBN" and token.dep in ("acl", "amod", "relcl"):
        return "past"
    return told


def _of_noun(sentence: Sentence, token: Token) -> str:
    found = (modifier(t.lemma, "NOUN") for t in kids(sentence, token.index, "amod"))
    if any(m is not None and m.mood == "planned" for m in found):
        return "after"
    above = _governor(sentence, token)
    if above is None:
        return "past"
    if above.lemma in load_table("rules/day.toml")["ahead"] and token.dep in ("dobj", "pobj"):
        return "after"
    told = _told(sentence, above)
    return "around" if told == "on" else told


def _governor(sentence: Sentence, token: Token) -> Token | None:
    """The nearest verb above, or the adjective that an infinitive hangs on ("likely to")."""
    return next((t for t in ancestors(sentence, token.index) if t.pos in _HEADS or t.pos == "ADJ"), None)


def _time_said(sentence: Sentence, token: Token, whens: Sequence[When], day: str | None) -> str | None:
    """How the time in the token's own clause stands to the day."""
    own = whens_on(sentence, token, whens)
    dated = [w for w in own if w.start is not None and w.end is not None]
    if not dated or day is None:
        return None
    start, end = min(w.start or "" for w in dated), max(w.end or "" for w in dated)
    if end < day:
        return "before"
    if start > day:
        return "after"
    return "on" if start == end else "around"


def whens_on(sentence: Sentence, token: Token, whens: Sequence[When]) -> list[When]:
    """The times that hang on the token and on no verb below it."""
    below = subtree(sentence, token.index)
    inner = {i for v in below if v != token.index and sentence.tokens[v].pos in _HEADS for i in subtree(sentence, v)}
    starts = {sentence.tokens[i].start for i in below if i not in inner}
    return [w for w in whens if w.dated and w.span.start in starts]


def of_other_clause(sentence: Sentence, index: int, when: When) -> bool:
    """Whether the time hangs on a verb below the predicate that tells another thing: its content, its list partner, a relative clause.

    Not so for what belongs to the same happening: "agreed to meet on Monday", "attacked a convoy, killing 12 on Monday".
    """
    token = next((t for t in sentence.tokens if t.start >= when.span.start), None)
    if token is None:
        return False
    above = [token, *ancestors(sentence, token.index)]
    ends = _ends(sentence, index)
    path = above[: next((n for n, t in enumerate(above) if t.index in ends), 0)]
    return any(t.pos in _HEADS and t.dep in _APART and not _at_once(sentence, t) for t in path)


def _ends(sentence: Sentence, index: int) -> tuple[int, ...]:
    """Where the way up from a time ends that may be the predicate's: at the predicate, and for a noun at the verb that governs it."""
    token = sentence.tokens[index]
    above = _governor(sentence, token) if token.pos not in _HEADS else None
    return (index,) if above is None else (index, above.index)


def _at_once(sentence: Sentence, verb: Token) -> bool:
    """Whether a clause tells of the same moment: "killing 12", "when a bomb exploded", "killed two and wounded ten"."""
    if verb.dep == "conj":
        bare = not kids(sentence, verb.index, "aux", "auxpass")
        alike = verb.tag == sentence.tokens[verb.head].tag and not kids(sentence, verb.index, "nsubj", "nsubjpass")
        return bare and (alike or verb.tag == "VBN")
    joined = {t.lemma for t in kids(sentence, verb.index, "advmod", "mark")}
    return verb.dep == "advcl" and (verb.tag == "VBG" or bool(joined & _AT_ONCE))
