"""Who a noun phrase names as an actor: its mention, or the words that point back to one."""

from __future__ import annotations

from collections.abc import Iterator

from legation.extract.frame import Frame
from legation.extract.scene import ACTOR_SORTS, Scene, of_sort
from legation.extract.tree import coordinated, head_of, kids, noun_phrase, subtree
from legation.lexicon.table import load_table, word_set
from legation.record.document import Sentence, Token
from legation.record.mention import Mention
from legation.record.span import Span

PRONOUNS = frozenset({"it", "they", "he", "she", "its", "their", "them", "his", "her", "we", "i"})


def parties(scene: Scene, sentence: Sentence, index: int | None, *, anaphora: bool = True) -> tuple[Span, ...]:
    """The spans that name actors in a noun phrase and its list partners, in text order.

    A phrase gives the mention that heads or modifies it ("Russia", "the Russian army", "Pakistan's prime minister"); without one,
    a pronoun or a definite noun for a state or group ("the country", "the group") gives its own span, for the resolver.
    """
    if index is None:
        return ()
    found: list[Span] = []
    for member in coordinated(sentence, index):
        span = _party(scene, sentence, member, anaphora)
        if span is not None:
            found.append(span)
            found.extend(_partners(scene, sentence, span))
        found.extend(_named_among(scene, sentence, member))
    return tuple(dict.fromkeys(found))


def _named_among(scene: Scene, sentence: Sentence, index: int) -> Iterator[Span]:
    """The names that a phrase lists as members ("four countries, including Peru and Chile", "allies such as Norway")."""
    for prep in kids(sentence, index, "prep"):
        if prep.lemma in ("include", "as", "like") and sentence.tokens[index].pos == "NOUN":
            for noun in kids(sentence, prep.index, "pobj"):
                yield from parties(scene, sentence, noun.index, anaphora=False)


def _partners(scene: Scene, sentence: Sentence, span: Span) -> Iterator[Span]:
    """The names listed with a modifying name ("the foreign ministers of Greece and Turkey")."""
    head = head_of(sentence, span)
    if head is None or head.dep not in ("pobj", "poss", "amod", "compound"):
        return
    for index in coordinated(sentence, head.index):
        token = sentence.tokens[index]
        mention = _heading(token, of_sort(scene.mentions(sentence.span), ACTOR_SORTS))
        if index != head.index and mention is not None:
            yield mention.span


def _party(scene: Scene, sentence: Sentence, index: int, anaphora: bool) -> Span | None:
    token = sentence.tokens[index]
    phrase = noun_phrase(sentence, index)
    mentions = of_sort(scene.mentions(phrase), ACTOR_SORTS)
    best = _heading(token, mentions) or _modifying(sentence, token, mentions)
    if best is not None:
        return best.span
    inside = _titled(scene, sentence, token)
    if inside is not None:
        return inside
    return phrase if anaphora and _points_back(sentence, token) else None


def _heading(token: Token, mentions: tuple[Mention, ...]) -> Mention | None:
    return next((m for m in mentions if m.span.start <= token.start < m.span.end), None)


def _modifying(sentence: Sentence, token: Token, mentions: tuple[Mention, ...]) -> Mention | None:
    """The mention that modifies an official, a body, a force or a company ("Russian officials"), not any noun at all."""
    if not _acts_for(sentence, token):
        return None
    close = {t.index for t in kids(sentence, token.index, "amod", "poss", "compound", "nmod", "prep")}
    near = {i for at in close for i in subtree(sentence, at)}
    spans = [(sentence.tokens[i].start, sentence.tokens[i].end) for i in sorted(near)]
    return next((m for m in mentions if any(m.span.start <= s < m.span.end for s, _ in spans)), None)


def _acts_for(sentence: Sentence, token: Token) -> bool:
    """Whether a noun acts for the state that modifies it: by itself, or by the title before a person's name."""
    acting = _table()
    words = [token]
    if token.pos == "PROPN":
        words += [sentence.tokens[i] for i in subtree(sentence, token.index) if i < token.index]
    return any(word.lemma in acting or word.text.lower() in acting for word in words)


def _table() -> frozenset[str]:
    return word_set("rules/parties.toml", "acts_for")


def _titled(scene: Scene, sentence: Sentence, token: Token) -> Span | None:
    """The state in the apposition of a person's name ("Nawaz Sharif, prime minister of Pakistan")."""
    for apposed in kids(sentence, token.index, "appos"):
        if _acts_for(sentence, apposed):
            mentions = of_sort(scene.mentions(noun_phrase(sentence, apposed.index)), ACTOR_SORTS)
            if mentions:
                return mentions[0].span
    return None


def _points_back(sentence: Sentence, token: Token) -> bool:
    if token.pos == "PRON":
        return token.lemma in PRONOUNS or token.text.lower() in PRONOUNS
    determiners = {t.lemma for t in kids(sentence, token.index, "det")}
    return (
        bool(determiners & {"the", "both", "that", "this"})
        and token.lemma in load_table("rules/parties.toml")["points_back"]
    )


def within(scene: Scene, sentence: Sentence, index: int, prepositions: tuple[str, ...]) -> tuple[Span, ...]:
    """The parties behind one of the prepositions anywhere in a token's own subtree ("agreement with Russia")."""
    return tuple(_behind(scene, sentence, index, prepositions))


def _behind(scene: Scene, sentence: Sentence, index: int, prepositions: tuple[str, ...]) -> Iterator[Span]:
    for prep in kids(sentence, index, "prep"):
        for noun in kids(sentence, prep.index, "pobj"):
            if prep.lemma in prepositions:
                yield from parties(scene, sentence, noun.index)
            elif prep.lemma == "of":
                yield from _behind(scene, sentence, noun.index, prepositions)
    for token in kids(sentence, index, "conj"):
        yield from _behind(scene, sentence, token.index, prepositions)


def behind(scene: Scene, frame: Frame, prepositions: tuple[str, ...]) -> tuple[Span, ...]:
    """The parties behind one of the prepositions, on the verb or on its objects."""
    sentence = frame.sentence
    on_verb = [p for prep, noun in frame.obliques if prep in prepositions for p in parties(scene, sentence, noun)]
    nouns = (
        *frame.objects,
        *frame.attributes,
        *((frame.subject,) if frame.passive and frame.subject is not None else ()),
    )
    on_noun = [p for noun in nouns for p in within(scene, sentence, noun, prepositions)]
    return (*on_verb, *on_noun)
