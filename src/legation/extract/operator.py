"""What an event's own words say of it: modal, negation, adverbs, determiners and adjectives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from legation.extract.signature import Modal, connective, form, modals, modifier, words
from legation.extract.standing import PLAIN, Standing, affirmed, contrary, standing, under
from legation.extract.tree import kids
from legation.record.document import Sentence, Token

VERBAL = ("VERB", "AUX")


def operated(sentence: Sentence, token: Token, context: Standing) -> Standing:
    """The standing of an event within its context, after its own words have had their say."""
    if token.pos in VERBAL:
        return under(context, _own_of_verb(sentence, token))
    return _own_of_noun(sentence, token, context)


def negated(sentence: Sentence, token: Token) -> bool:
    """Whether a verb is denied: by "not" or "never", by "no" in its subject or object, by "neither" or "nor"."""
    if any(not _not_only(sentence, n) for n in kids(sentence, token.index, "neg")):
        return not _until(sentence, token)
    if _nor(sentence, token) or _no_longer(sentence, token):
        return True
    slots = ("nsubj", "nsubjpass", "dobj", "attr", "expl") if token.lemma != "be" else ("nsubj", "attr")
    return any(_negative(sentence, t) for t in kids(sentence, token.index, *slots))


def perfect(sentence: Sentence, token: Token) -> bool:
    """Whether the verb has "have" as its auxiliary."""
    return any(t.lemma in ("have", "'ve", "of") for t in kids(sentence, token.index, "aux") if t.index != token.index)


def infinitive(sentence: Sentence, token: Token) -> bool:
    """Whether the verb stands behind "to"."""
    return any(t.tag == "TO" for t in kids(sentence, token.index, "aux"))


def finite(sentence: Sentence, token: Token) -> bool:
    """Whether the verb, or an auxiliary of it, has a tense or is a modal."""
    tags = {t.tag for t in kids(sentence, token.index, "aux", "auxpass")} | {token.tag}
    return bool(tags & {"VBD", "VBZ", "VBP", "MD"})


def marks(sentence: Sentence, token: Token) -> tuple[str, ...]:
    """The words that join the clause of a verb to the one above, in lower case."""
    joined = kids(sentence, token.index, "mark", "advmod", "prep")
    return tuple(
        t.text.lower() for t in joined if t.index < token.index and (t.dep == "mark" or t.tag in ("WRB", "IN"))
    )


def conditional(sentence: Sentence, token: Token) -> bool:
    """Whether the clause of a verb is a condition: behind "if" and its like, or with its verb before its subject."""
    found = (connective(m) for m in marks(sentence, token))
    return any(c is not None and c.name == "condition" for c in found) or inverted(sentence, token)


def asks(sentence: Sentence) -> bool:
    """Whether the sentence ends with a question mark, closing quotation marks aside."""
    last = next((t for t in reversed(sentence.tokens) if t.tag not in ("''", "``", "_SP")), sentence.tokens[-1])
    return last.text == "?"


def inverted(sentence: Sentence, token: Token) -> bool:
    """Whether "had", "were" or "should" stands before the subject and nothing asks ("Had it attacked, ...")."""
    subjects = kids(sentence, token.index, "nsubj", "nsubjpass")
    first = [
        t
        for t in (*kids(sentence, token.index, "aux", "auxpass"), token)
        if t.text.lower() in ("had", "were", "should")
    ]
    return bool(subjects and first) and first[0].index < subjects[0].index and not asks(sentence)


def forestalled(sentence: Sentence, token: Token) -> bool:
    """ "Before it could attack": it did not."""
    able = any(t.lemma in ("can", "could") for t in kids(sentence, token.index, "aux"))
    return able and "before" in marks(sentence, token)


def _own_of_verb(sentence: Sentence, token: Token) -> Standing:
    modal = None if forestalled(sentence, token) else _modal(sentence, token)
    found = PLAIN
    if modal is not None:
        found = _modal_standing(modal, negated(sentence, token), perfect(sentence, token))
        if not perfect(sentence, token) and _conditioned(sentence, token):
            found = form("consequence")
    elif negated(sentence, token):
        found = _denial(sentence, token)
    for one in _modified(sentence, token, ("advmod",)):
        found = under(found, one)
    for subject in kids(sentence, token.index, "nsubj", "nsubjpass"):
        for one in _modified(sentence, subject, ("amod", "det", "advmod"), pos="VERB", only="minimiser"):
            found = under(found, one)
    return found


def _denial(sentence: Sentence, token: Token) -> Standing:
    """The standing of a denied verb: a "no" in the object alone leaves readers in doubt about the verb."""
    if kids(sentence, token.index, "neg") or _nor(sentence, token) or _no_longer(sentence, token):
        return form("negation")
    subjects = kids(sentence, token.index, "nsubj", "nsubjpass", "expl")
    return form("negation") if any(_negative(sentence, t) for t in subjects) else form("no object")


def _modal(sentence: Sentence, token: Token) -> Modal | None:
    auxes = [t for t in kids(sentence, token.index, "aux", "auxpass") if t.tag == "MD"]
    if not auxes and token.tag == "MD":
        auxes = [token]
    return next((m for t in auxes if (m := modals().get(t.text.lower()) or modals().get(t.lemma)) is not None), None)


def _modal_standing(modal: Modal, denied: bool, done: bool) -> Standing:
    value = {(False, False): modal.value, (True, False): modal.negated, (False, True): modal.perfect}.get(
        (denied, done), modal.not_perfect
    )
    mood = modal.mood_perfect if done and modal.mood_perfect is not None else modal.mood
    return standing(value, mood or None, f"modal {modal.words[0]}")


def _conditioned(sentence: Sentence, token: Token) -> bool:
    return any(
        conditional(sentence, t) and "whether" not in marks(sentence, t) and not _even(sentence, t)
        for t in kids(sentence, token.index, "advcl", "ccomp")
    )


def _even(sentence: Sentence, token: Token) -> bool:
    return any(t.lemma == "even" for t in kids(sentence, token.index, "advmod"))


def _own_of_noun(sentence: Sentence, token: Token, context: Standing) -> Standing:
    if _negative(sentence, token):
        denied = form("negation")
        return denied if context.strength == 3 else under(affirmed(context), denied)
    found = context
    for one in _modified(sentence, token, ("amod", "det", "compound", "nmod", "advmod", "neg")):
        if one.reason == "negation" and any(_not_only(sentence, n) for n in kids(sentence, token.index, "neg")):
            continue
        if one.reason == "negation":
            found = contrary(found)
        elif context.sign > 0 or one.mood != "hypothetical":
            found = under(found, one)
    return found


def _modified(
    sentence: Sentence, token: Token, deps: Sequence[str], pos: str | None = None, only: str | None = None
) -> Iterator[Standing]:
    """The standings that the modifiers of a token give it; plain negation of a verb is counted elsewhere."""
    sort = pos or token.pos
    for child in kids(sentence, token.index, *deps):
        found = modifier(child.text.lower(), sort) or modifier(child.lemma, sort)
        if (
            found is None
            or (only or found.name) != found.name
            or _plain(found.name, sort)
            or _set_aside(sentence, child)
        ):
            continue
        yield standing(found.value, found.mood, found.name)


def _plain(name: str, pos: str) -> bool:
    return name == "negation" and pos in VERBAL


def _set_aside(sentence: Sentence, child: Token) -> bool:
    """Whether the modifier says how and not whether: "well planned", "this little boy", "almost 40"."""
    if child.lemma in ("little", "few") and kids(sentence, child.head, "det", "poss"):
        return True
    return _of_number(sentence, child) or bool(kids(sentence, child.index, "advmod") and child.tag == "VBN")


def _of_number(sentence: Sentence, child: Token) -> bool:
    """Whether "almost" or "nearly" stands before a number and not before the deed."""
    after = sentence.tokens[child.index + 1] if child.index + 1 < len(sentence.tokens) else child
    return child.lemma in ("almost", "nearly", "little", "few") and (
        after.pos in ("NUM", "SYM") or (child.index > 0 and sentence.tokens[child.index - 1].lemma == "a")
    )


def _negative(sentence: Sentence, token: Token) -> bool:
    if token.text.lower() in words("negative") or token.lemma in words("negative"):
        return True
    return any(t.text.lower() in words("negative") for t in kids(sentence, token.index, "det", "neg", "preconj"))


def _not_only(sentence: Sentence, negation: Token) -> bool:
    after = sentence.tokens[negation.index + 1 : negation.index + 2]
    return bool(after) and after[0].lemma in words("not_only")


def _nor(sentence: Sentence, token: Token) -> bool:
    if any(t.text.lower() == "neither" for t in kids(sentence, token.index, "preconj", "advmod")):
        return True
    joined = kids(sentence, token.head, "cc") if token.dep == "conj" else kids(sentence, token.index, "cc")
    return any(t.text.lower() == "nor" and t.index < token.index for t in joined)


def _no_longer(sentence: Sentence, token: Token) -> bool:
    later = [t for t in kids(sentence, token.index, "advmod") if t.lemma in ("longer", "long", "more", "far")]
    return any(sentence.tokens[t.index - 1].text.lower() == "no" for t in later if t.index > 0)


def _until(sentence: Sentence, token: Token) -> bool:
    """Whether the denial ends with "until": what did not happen until then did happen then."""
    if token.tag not in ("VB", "VBN") or not any(t.tag == "VBD" for t in kids(sentence, token.index, "aux", "auxpass")):
        return False
    later = kids(sentence, token.index, "prep", "advcl")
    return any(
        t.text.lower() in ("until", "till") or "until" in marks(sentence, t) for t in later if t.index > token.index
    )
