"""Which named weapon a plain noun points back to: "the missiles", "the planes", after the article named one of their sort."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from legation.extract.tree import kids, token_at
from legation.lexicon.load import Lexicon
from legation.lexicon.table import load_table, word_set
from legation.record.article import Article
from legation.record.claim import Claim
from legation.record.document import Document, sentence_of
from legation.record.link import Link
from legation.record.span import Span
from legation.resolve.weapon import kind_link

_TABLE = "rules/transfers.toml"
_KIND = "kind"
_ANYTHING = "equipment"


def weapon_pointers(
    article: Article, document: Document, links: Sequence[Link], claims: Iterable[Claim], lexicon: Lexicon
) -> Iterator[Link]:
    """The weapon links of a document, in the order given: a plain noun with a definite determiner becomes the named weapon before it, where the text named
    one of its sort only; then new links for items of transfers that no list names ("the planes"): to the weapon they point back to, else to a kind."""
    named = [x for x in links if x.level != _KIND]
    for link in links:
        yield (_antecedent(article, document, link.span, link, named, lexicon) if link.level == _KIND else None) or link
    known = {x.span for x in links}
    spans = {part.span for claim in claims if claim.kind == "transfer" for part in claim.all("weapon")}
    for span in sorted(spans - known):
        found = _antecedent(article, document, span, None, named, lexicon) or _generic(article, span, lexicon)
        if found is not None:
            yield found


def _antecedent(
    article: Article, document: Document, span: Span, own: Link | None, named: Sequence[Link], lexicon: Lexicon
) -> Link | None:
    group = _group(article.words(span)) if own is None else lexicon.kinds[own.target.partition(":")[2]].group
    if group is None or not _is_definite(document, span):
        return None
    groups = {group, None, *load_table(_TABLE)["beside"].get(group, ())}
    anything = group == _ANYTHING and article.words(span).lower().split()[-1] in word_set(_TABLE, "anything")
    before = [x for x in named if x.span.end <= span.start and (anything or _group_of(x, lexicon) in groups)]
    if len({x.target for x in before}) != 1:
        return None
    last = before[-1]
    if _group_of(last, lexicon) is None:
        return None
    reason = f"points back to {last.words!r}"
    return msgspec.structs.replace(
        last, span=span, words=article.words(span), score=0.6, reason=reason, antecedent=last.span
    )


def _generic(article: Article, span: Span, lexicon: Lexicon) -> Link | None:
    """The kind of weapon that a plain noun stands for ("the jets" for military aircraft); a noun with words that are no army's ("cargo ships") for none."""
    noun = lexicon.nouns.get(load_table(_TABLE)["generic"].get(_group(article.words(span)) or "", ""))
    *before, _ = article.words(span).lower().split()
    civil = bool(before) and not set(before) & word_set(_TABLE, "goods", "military")
    return None if noun is None or civil else kind_link(article.id, span, article.words(span), noun, lexicon)


def _group(words: str) -> str | None:
    """The group of kinds that a plain noun is of, by its last word."""
    table: dict[str, list[str]] = load_table(_TABLE)["groups"]
    last = words.lower().split()[-1]
    return next((g for g, nouns in table.items() if last in nouns or last.removesuffix("s") in nouns), None)


def _group_of(link: Link, lexicon: Lexicon) -> str | None:
    entry = lexicon.weapons.get(link.target)
    return lexicon.kinds[entry.kind].group if entry is not None else None


def _is_definite(document: Document, span: Span) -> bool:
    """Whether the noun that ends a span has a definite determiner or an owner of its own."""
    sentence = sentence_of(document.sentences, span)
    head = token_at(sentence, span.end - 1) if sentence is not None else None
    if sentence is None or head is None:
        return False
    return any(t.text.lower() in word_set(_TABLE, "definite") for t in kids(sentence, head.index, "det", "poss"))
