"""The standing that a clause takes from the predicate or the joining word above it."""

from __future__ import annotations

from collections.abc import Callable

from legation.extract.operator import VERBAL, conditional, finite, forestalled, infinitive, inverted, marks
from legation.extract.signature import complement_of, connective, form, governor, words
from legation.extract.standing import PLAIN, Standing, affirmed, standing, under
from legation.extract.tree import kids, subtree
from legation.record.document import Sentence, Token

Walk = Callable[[Sentence, int], Standing]
_LOOSE = ("of", "for", "about", "to", "on", "over", "against", "in", "into", "at", "from")


def clausal(sentence: Sentence, token: Token, walk: Walk) -> Standing:
    """The standing of a clause's place: what its governor says of it, what its joining word says, or plain."""
    if conditional(sentence, token) and not (
        token.dep == "ccomp" and inverted(sentence, token) and _quoted(sentence, token)
    ):
        return form("condition")
    if token.dep == "advcl":
        return _adverbial(sentence, token, walk)
    if token.dep == "pcomp":
        return behind(sentence, token, slot_of(sentence, token), walk)
    return _complement(sentence, token, walk)


def slot_of(sentence: Sentence, token: Token) -> str:
    """The kind of complement that a clause is: to, ing, that, wh, or a participle, which no predicate governs."""
    if token.pos in VERBAL and not infinitive(sentence, token):
        if finite(sentence, token):
            return "wh" if _asks(sentence, token) else "that"
        if token.dep == "acl" or (token.dep == "advcl" and token.tag == "VBN"):
            return "participle"
        return "ing" if token.tag == "VBG" else "to"
    return "to"


def keys_of(sentence: Sentence, token: Token, prep: str = "") -> tuple[str, ...]:
    """The names under which a predicate may stand in the table: with particle, adverb and preposition, down to the bare word."""
    parts = [t.lemma for t in kids(sentence, token.index, "prt", "advmod") if t.index > token.index or t.lemma == "yet"]
    tails = [f" {p}" for p in parts]
    found = [f"{token.lemma}{tail} {prep}" for tail in tails if prep]
    found += [f"{token.lemma} {prep}"] if prep else []
    return (*found, *(f"{token.lemma}{tail}" for tail in tails), token.lemma)


def governed(
    sentence: Sentence, above: Token, slot: str, walk: Walk, prep: str = "", definite: bool = False
) -> Standing | None:
    """What a predicate makes of a complement of that kind, or None where no table knows the predicate."""
    keys = keys_of(sentence, above, prep)
    if prep and not (above.pos not in VERBAL and prep in _LOOSE):
        keys = keys[:-1]
    entry = governor(above.pos, keys, slot)
    if above.pos == "VERB" and entry is None and above.tag in ("VBN", "VBG") and above.dep in ("acomp", "amod"):
        entry = governor("ADJ", keys, slot)
    if entry is None or (entry.known and definite):
        return None
    return (
        _extreme(sentence, above)
        or through(sentence, above, slot, walk)
        or complement_of(entry, walk(sentence, above.index))
    )


def governs_content(sentence: Sentence, above: Token) -> bool:
    """Whether a verb speaks of what a report tells and not of the report ("denied the charge": there was a charge)."""
    entry = governor(above.pos, keys_of(sentence, above), "that")
    return entry is not None and entry.through


def through(sentence: Sentence, noun: Token, slot: str, walk: Walk) -> Standing | None:
    """What the verb over "reports that" says of the reported thing, where it speaks of that ("dismissed reports that"),
    or of what is offered ("rejected a request to")."""
    verb = sentence.tokens[noun.head]
    if noun.dep not in ("dobj", "nsubjpass") or verb.pos not in VERBAL or slot == "noun":
        return None
    if slot in ("to", "ing") and noun.lemma in words("offered"):
        entry = governor("VERB", keys_of(sentence, verb), "offered")
        return complement_of(entry, walk(sentence, verb.index)) if entry is not None else None
    if noun.lemma not in words("transparent"):
        return None
    entry = governor("VERB", keys_of(sentence, verb), "that")
    return complement_of(entry, walk(sentence, verb.index)) if entry is not None and entry.through else None


def behind(sentence: Sentence, token: Token, slot: str, walk: Walk, definite: bool = False) -> Standing:
    """The standing of what stands behind a preposition."""
    prep = sentence.tokens[token.head]
    above = sentence.tokens[prep.head]
    before = (*(t.lemma for t in kids(sentence, prep.index, "advmod", "prep")), above.lemma)
    joined = next((c for b in before if (c := connective(f"{b} {prep.lemma}")) is not None), connective(prep.lemma))
    if joined is not None and joined.value != "F":
        return standing(joined.value, joined.mood, joined.name)
    if above.pos in ("ADV", "SCONJ") and above.dep in ("advmod", "prep") and above.head != above.index:
        keyed = governor("VERB", (f"{sentence.tokens[above.head].lemma} {above.lemma}",), slot)
        if keyed is not None:
            return complement_of(keyed, walk(sentence, above.head))
    found = governed(sentence, above, slot, walk, prep.lemma, definite) if joined is None else None
    if found is not None:
        return found
    return accompanying(walk(sentence, above.index)) if joined is None else form("joined")


def accompanying(above: Standing) -> Standing:
    """The standing of what goes with a deed: as open as the deed, but not denied with it."""
    if above.strength == 3 or above.sign < 0:
        return form("with a deed") if above.mood is None else affirmed(above)
    return above


def _adverbial(sentence: Sentence, token: Token, walk: Walk) -> Standing:
    above = sentence.tokens[token.head]
    slot = slot_of(sentence, token)
    joined = next((c for m in marks(sentence, token) if (c := connective(m)) is not None), None)
    if joined is not None and not infinitive(sentence, token):
        return (
            _joined(sentence, token, above, walk)
            if joined.value == "F"
            else standing(joined.value, joined.mood, joined.name)
        )
    if slot == "to":
        return _purpose(sentence, token, above, walk)
    if slot == "ing" and _close(sentence, above, token):
        found = governed(sentence, above, slot, walk)
        if found is not None:
            return found
    return accompanying(walk(sentence, above.index)) if slot in ("ing", "participle") else PLAIN


def _purpose(sentence: Sentence, token: Token, above: Token, walk: Walk) -> Standing:
    if not infinitive(sentence, token) and token.tag != "VB":
        return accompanying(walk(sentence, above.index))
    found = governed(sentence, above, "to", walk) if _close(sentence, above, token) else None
    if found is not None:
        return found
    if above.lemma in words("result"):
        return accompanying(walk(sentence, above.index))
    return under(affirmed(walk(sentence, above.index)), form("purpose"))


def _joined(sentence: Sentence, token: Token, above: Token, walk: Walk) -> Standing:
    """A clause of time: true, unless it waits for what is still to come or names what was kept from happening."""
    mark = next(m for m in marks(sentence, token) if connective(m) is not None)
    if forestalled(sentence, token):
        return form("forestalled")
    over = walk(sentence, above.index)
    past = any(t.tag == "VBD" for t in (*kids(sentence, token.index, "aux", "auxpass"), token))
    if mark in words("ahead") and over.mood is not None and not past:
        return form("time ahead")
    return form("time")


def _complement(sentence: Sentence, token: Token, walk: Walk) -> Standing:
    above = sentence.tokens[token.head]
    slot = slot_of(sentence, token)
    if slot == "to" and infinitive(sentence, token) and _asks(sentence, token):
        return under(affirmed(walk(sentence, above.index)), form("infinitive"))
    if above.lemma == "be" and above.pos in VERBAL and token.dep not in ("acomp", "attr"):
        found = _behind_be(sentence, above, slot, walk)
        if found is not None:
            return found
    found = governed(sentence, above, slot, walk)
    return found if found is not None else _unknown(sentence, token, above, slot, walk)


def _behind_be(sentence: Sentence, above: Token, slot: str, walk: Walk) -> Standing | None:
    """ "It is possible that", "the plan is to": the adjective, the noun or the subject governs."""
    for part in kids(sentence, above.index, "acomp", "attr", "oprd", "nsubj"):
        found = governed(sentence, part, slot, walk) if part.pos in ("ADJ", "NOUN", "VERB") else None
        if found is not None:
            return found
    return None


def _unknown(sentence: Sentence, token: Token, above: Token, slot: str, walk: Walk) -> Standing:
    """What a predicate that no table knows makes of its complement, by its form alone."""
    over = walk(sentence, above.index)
    if token.dep in ("acomp", "attr", "oprd"):
        return over
    if slot == "to" and infinitive(sentence, token):
        if (found := _rank(sentence, above) or _extreme(sentence, above)) is not None:
            return found
        if above.lemma in words("result"):
            return accompanying(over)
        return under(affirmed(over), form("infinitive"))
    if slot == "participle":
        return over if over.sign < 0 else accompanying(over)
    if slot == "wh":
        return form("embedded question")
    if slot == "that" and over.sign > 0:
        return form("told") if over.strength == 3 or _quoted(sentence, token) else over
    return affirmed(over) if slot == "that" else over


def _rank(sentence: Sentence, above: Token) -> Standing | None:
    """A rank in the predicate itself or in what it says of its subject ("became the first member to buy")."""
    parts = (above, *kids(sentence, above.index, "attr", "dobj", "oprd"))
    return next((r for part in parts if (r := ranked(sentence, part)) is not None), None)


def ranked(sentence: Sentence, noun: Token) -> Standing | None:
    """ "The first state to buy them": it did."""
    before = (sentence.tokens[i] for i in subtree(sentence, noun.index) if i < noun.index)
    if any(t.lemma in words("ranks") for t in before if t.dep == "amod"):
        return form("ranked")
    return None


def _extreme(sentence: Sentence, above: Token) -> Standing | None:
    """ "Too weak to attack": it did not."""
    if above.pos == "ADJ" and any(t.lemma == "too" for t in kids(sentence, above.index, "advmod")):
        return form("excess")
    return None


def _asks(sentence: Sentence, token: Token) -> bool:
    first = kids(sentence, token.index, "advmod", "nsubj", "nsubjpass", "dobj", "attr", "mark")
    return any(t.tag in ("WRB", "WP", "WDT") or t.lemma == "whether" for t in first if t.index < token.index)


def _quoted(sentence: Sentence, token: Token) -> bool:
    """Whether the clause stands before what governs it, as quotations do."""
    return token.index < token.head and governor("VERB", (sentence.tokens[token.head].lemma,), "that") is not None


def _close(sentence: Sentence, above: Token, token: Token) -> bool:
    """Whether the clause follows its governor without a comma."""
    return above.index < token.index and all(t.text != "," for t in sentence.tokens[above.index : token.index])
