"""Persons: their office and country from the title or the apposition that the article gives."""

from __future__ import annotations

import re

from legation.lexicon.load import Lexicon
from legation.lexicon.table import load_table
from legation.record.article import Article
from legation.record.document import Document
from legation.record.link import Link
from legation.record.ident import slug
from legation.record.mention import Mention
from legation.record.span import Span
from legation.resolve.actor import candidate_of

_WORDS = re.compile(r"[\w'’.-]+")


def link_person(mention: Mention, article: Article, document: Document, lexicon: Lexicon) -> Link:
    """The link of a recognised person: its office from the words beside the name, its country from theirs."""
    before, after = _title(mention, article), _apposition(mention, article)
    stretch = before or after
    role = article.words(stretch) if stretch else None
    country = _country(mention, stretch, document) if stretch else None
    return Link(
        article=article.id,
        span=mention.span,
        words=mention.words,
        sort="actor",
        target=slug(mention.words),
        name=mention.words,
        kind="person",
        country=country,
        sector=_sector(role),
        role=_bare(role, mention, document) if role else None,
        score=0.8 if role else 0.6,
        reason=f"a person's name, {role!r} beside it" if role else "a person's name",
    )


def _titles() -> frozenset[str]:
    return frozenset(load_table("rules/persons.toml")["titles"])


def _title(mention: Mention, article: Article) -> Span | None:
    """The run of title words just before the name ("former Prime Minister"), with the state that owns it."""
    start = max(0, mention.span.start - 80)
    words = list(_WORDS.finditer(article.text, start, mention.span.start))
    run: list[re.Match[str]] = []
    for word in reversed(words):
        gap = article.text[word.end() : (run[-1].start() if run else mention.span.start)]
        if gap.strip() or word.group().lower().rstrip(".") not in _titles():
            break
        run.append(word)
    return Span(run[-1].start(), run[0].end()) if run else None


def _apposition(mention: Mention, article: Article) -> Span | None:
    """The words behind the name and a comma, up to the next comma, when a title is among them."""
    match = re.compile(r"(?: \([A-Z]\))?,\s+([^,;.!?\n]{3,120})").match(article.text, mention.span.end)
    if match is None:
        return None
    words = {w.lower() for w in _WORDS.findall(match.group(1))}
    return Span(*match.span(1)) if words & _titles() else None


def _country(mention: Mention, stretch: Span, document: Document) -> str | None:
    """The state named in the title's own words or just before them ("Russia's President")."""
    wide = Span(max(0, stretch.start - 40), max(stretch.end, mention.span.start))
    near = [m for m in document.mentions if wide.overlaps(m.span) and m.span != mention.span]
    states = [c.id for m in near if (c := candidate_of(m)) and c.sort == "state"]
    return states[-1] if states else None


def _bare(role: str, mention: Mention, document: Document) -> str:
    """The office without a leading article."""
    return re.sub(r"^(?:the|a|an)\s+", "", role, flags=re.IGNORECASE)


def _sector(role: str | None) -> str | None:
    if role is None:
        return None
    words = {w.lower() for w in _WORDS.findall(role)}
    table: dict[str, list[str]] = load_table("rules/persons.toml")["sectors"]
    if "former" in words:
        return "ELI"
    return next((sector for sector, marks in table.items() if words & set(marks)), None)
