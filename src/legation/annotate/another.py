"""Names that the words around them make part of another thing: "Niger State", "a think tank", "Native American"."""

from __future__ import annotations

from collections.abc import Sequence

from legation.lexicon.table import load_table, word_set
from legation.record.document import Sentence, Token, sentence_at
from legation.record.mention import Mention


def is_another_thing(name: Mention, sentences: Sequence[Sentence]) -> bool:
    """Whether the words around any name, sure or weak, make it part of another thing: "Niger State", "a think tank"."""
    place = tokens_of(name, sentences)
    if place is None:
        return False
    sentence, inside = place
    after = sentence.tokens[inside[-1].index + 1 : inside[-1].index + 2]
    before = sentence.tokens[max(0, inside[0].index - 2) : inside[0].index]
    sorts = {c.sort for c in name.candidates}
    if sorts == {"noun"}:
        table: dict[str, list[str]] = load_table("rules/weak.toml")["noun_not_after"]
        return bool(before) and before[-1].text.lower() in table.get(name.words.lower(), ())
    if (
        sorts & {"state", "group", "outlet", "organisation", "company"}
        and after
        and after[0].text in words_of("other_behind")
    ):
        return True
    if sorts == {"state"} and after and after[0].text.lower() in words_of("never_before"):
        return True
    if sorts == {"state"} and _of_people(name.words, before, after):
        return True
    of_region = len(before) == 2 and before[1].text == "of" and before[0].text in words_of("other_ahead")
    return of_region and sorts == {"state"} and all(c.form in ("name", "alias") for c in name.candidates)


def _of_people(words: str, before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Whether a demonym is a people's or a continent's: "Native American", "Indian tribe"."""
    table = load_table("rules/weak.toml")
    ahead, behind = table["people_ahead"].get(words, ()), table["people_behind"].get(words, ())
    return (bool(before) and before[-1].text in ahead) or (bool(after) and after[0].text in behind)


def tokens_of(name: Mention, sentences: Sequence[Sentence]) -> tuple[Sentence, list[Token]] | None:
    """The sentence of a name and the tokens that it covers."""
    sentence = sentence_at(sentences, name.span.start)
    if sentence is None:
        return None
    inside = [t for t in sentence.tokens if t.start < name.span.end and t.end > name.span.start]
    return (sentence, inside) if inside else None


def words_of(name: str) -> frozenset[str]:
    """A list of rules/weak.toml as a set."""
    return word_set("rules/weak.toml", name)
