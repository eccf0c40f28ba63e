"""Whether a capital or seat of government stands for the government that acts there, or for the place: "Moscow said", "in Moscow"."""

from __future__ import annotations

from legation.extract.tree import kids
from legation.lexicon.table import word_set
from legation.record.document import Document, Sentence, Token, sentence_at
from legation.record.mention import Mention

FORMS = frozenset({"capital", "seat"})


def is_metonym(mention: Mention) -> bool:
    """Whether the words are a capital's or a seat's name and no state's own."""
    forms = {c.form for c in mention.candidates if c.sort == "state"}
    return bool(forms) and forms <= FORMS


def governs(mention: Mention, document: Document) -> bool:
    """Whether the name stands for the government: by its verb, its preposition, or the noun that it modifies."""
    sentence = sentence_at(document.sentences, mention.span.start)
    inside = [t for t in sentence.tokens if mention.span.start <= t.start < mention.span.end] if sentence else []
    return bool(inside) and sentence is not None and _governs(sentence, _head(inside))


def _head(inside: list[Token]) -> Token:
    own = {t.index for t in inside}
    return next((t for t in inside if t.head not in own or t.head == t.index), inside[-1])


def _words(name: str) -> frozenset[str]:
    return word_set("rules/metonyms.toml", name)


def _governs(sentence: Sentence, token: Token) -> bool:
    head = sentence.tokens[token.head]
    if token.dep == "conj" and head.index != token.index:
        return _governs(sentence, head)
    if token.dep in ("compound", "nmod", "amod"):
        return head.lemma in _words("bodies") or (
            head.pos == "PROPN" and head.index != token.index and _governs(sentence, head)
        )
    if token.dep == "poss":
        return head.lemma not in _words("sights")
    if token.dep == "nsubj":
        return head.lemma not in _words("describes") and head.pos in ("VERB", "AUX")
    if token.dep in ("nsubjpass", "dobj", "dative", "iobj"):
        return head.lemma not in _words("reaches") and (token.dep != "nsubjpass" or head.lemma in _words("addresses"))
    return token.dep == "pobj" and _behind(sentence, head)


def _behind(sentence: Sentence, prep: Token) -> bool:
    """Whether a preposition takes a government: "with Moscow"; "to Moscow" where nothing moves; "the regime of Moscow"."""
    above = sentence.tokens[prep.head]
    if prep.lemma == "in" and above.lemma in _words("rules_from"):
        return True
    if prep.lemma in _words("local"):
        return False
    if prep.lemma in ("to", "from", "toward", "towards", "for"):
        return not ({above.lemma, *(t.lemma for t in kids(sentence, above.index, "dobj"))} & _words("moves"))
    if prep.lemma == "of":
        return above.lemma in _words("bodies")
    return prep.lemma in _words("dealings")
