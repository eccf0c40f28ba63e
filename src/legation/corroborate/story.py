"""Which texts tell one story, and which words in them tell of one deed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from legation.corroborate.cluster import clusters
from legation.corroborate.gist import Gist, likeness
from legation.lexicon.happening import happening_rules
from legation.record.document import Document, Token
from legation.record.ident import ident
from legation.record.span import Span


def stories(gists: Mapping[str, Gist], least: float | None = None) -> dict[str, str]:
    """The story of each text, by the text's id. A story's id is the hash of its texts' ids; the order of the texts changes nothing.

    `least` is the mean likeness that holds a story together, by default that of `rules/happenings.toml`.
    """
    limit = happening_rules().story.least if least is None else least
    found = clusters(sorted(gists), lambda a, b: likeness(gists[a], gists[b]), limit)
    return {text: ident("sto", *own) for own in found for text in own}


def deed(documents: Iterable[Document], span: Span) -> str | None:
    """The word that a mention of a deed turns on: the lemma of its syntactic head; None where no token stands there."""
    for sentence in (s for d in documents for s in d.sentences):
        inside = [t for t in sentence.tokens if Span(t.start, t.end).overlaps(span) and t.pos != "PUNCT"]
        if inside:
            return _head(inside)
    return None


def _head(inside: Sequence[Token]) -> str:
    """The word of the first token whose head stands outside of the tokens, or which heads its sentence."""
    places = {t.index for t in inside}
    heads = [t for t in inside if t.head not in places or t.head == t.index]
    return (heads or inside)[0].lemma.lower()


def chain(story: str, word: str) -> str:
    """The id of the mentions that tell of one deed: the same word in the same story."""
    return ident("chn", story, word)
