"""What the words beside a person's name say: title or apposition, the state that owns it, the sector that it gives."""

from __future__ import annotations

import re

import msgspec

from legation.extract.tree import token_at
from legation.lexicon.table import load_table, word_set
from legation.record.article import Article
from legation.record.document import Document, sentence_at
from legation.record.mention import Mention
from legation.record.span import Span
from legation.resolve.actor import candidate_of

_WORDS = re.compile(r"[\w'’.-]+")


class Title(msgspec.Struct, frozen=True):
    """The words of office beside a name, without a leading article, the state (ISO3) that they name, and the body that the person is "of"."""

    words: str
    country: str | None
    body: str | None = None


def title_of(mention: Mention, article: Article, document: Document) -> Title | None:
    """The title before the name, else the apposition behind or before it; None when the words beside it give no office."""
    stretch = _title(mention, article) or _apposition(mention, article, document)
    body = _body(mention, article, document)
    if stretch is None:
        return Title(f"of {body.words}", None, body.words) if body is not None else None
    return Title(_bare(article.words(stretch)), _country(mention, stretch, document), body.words if body else None)


def _body(mention: Mention, article: Article, document: Document) -> Mention | None:
    """The organisation that the person is said to be of ("Jane Doe of Amnesty International")."""
    match = re.compile(r"\s+(?:of|from|at|with) (?:the )?").match(article.text, mention.span.end)
    if match is None:
        return None
    near = (m for m in document.mentions if m.span.start == match.end())
    return next(
        (
            m
            for m in near
            if m.label == "ORG" or {c.sort for c in m.candidates} & {"organisation", "company", "group", "outlet"}
        ),
        None,
    )


def sector_by(role: str | None) -> str | None:
    """The PLOVER sector that a title gives; ELI for a former one, None when it gives none."""
    if role is None:
        return None
    words = {w.lower() for w in _WORDS.findall(role)}
    table: dict[str, list[str]] = load_table("rules/persons.toml")["sectors"]
    if words & {"former", "ex"}:
        return "ELI"
    return next((sector for sector, marks in table.items() if words & set(marks)), None)


def _titles() -> frozenset[str]:
    return word_set("rules/persons.toml", "titles")


def _title(mention: Mention, article: Article) -> Span | None:
    """The run of title words just before the name ("former Prime Minister"), with the state that owns it."""
    start = max(0, mention.span.start - 80)
    posted = re.search(
        r"\b(?:[\w.]+ )?(?:[Aa]mbassador|[Ee]nvoy|[Rr]epresentative) (?:to|in) (?:the )?[A-Z][\w. ]+ $",
        article.text[start : mention.span.start],
    )
    if posted is not None:
        return Span(start + posted.start(), start + posted.end() - 1)
    words = list(_WORDS.finditer(article.text, start, mention.span.start))
    run: list[re.Match[str]] = []
    for word in reversed(words):
        gap = article.text[word.end() : (run[-1].start() if run else mention.span.start)]
        if gap.strip() or word.group().lower().rstrip(".") not in _titles():
            break
        run.append(word)
    while run and run[-1].group().lower() in ("of", "state", "general") and len(run) > 1 and run[-1].group().islower():
        run.pop()
    return Span(run[-1].start(), run[0].end()) if run else None


def _apposition(mention: Mention, article: Article, document: Document) -> Span | None:
    """The words behind the name and a comma, up to the next comma, when a title is among them; or before it, behind a "the"."""
    match = re.compile(r'(?: \([A-Z]\))?,\s+([^,;.!?"“”\n]{3,120})').match(article.text, mention.span.end)
    if match is not None and _opens_phrase(match.start(1), document) and _has_title(match.group(1)):
        return Span(*match.span(1))
    ahead = re.search(
        r"(?:^|[\s,])((?:[A-Z][\w.]*['’]s|[Tt]he|[Ii]ts|[Hh]is|[Hh]er) [^,;.!?\n]{3,80}), $",
        article.text[max(0, mention.span.start - 110) : mention.span.start],
    )
    if ahead is not None and _has_title(ahead.group(1)):
        base = max(0, mention.span.start - 110)
        return Span(base + ahead.start(1), base + ahead.end(1))
    return None


def _has_title(words: str) -> bool:
    return bool({w.lower() for w in _WORDS.findall(words)} & _titles())


def _opens_phrase(position: int, document: Document) -> bool:
    """Whether a noun phrase opens there: behind "The Vice President, Mike Pence," goes on the verb."""
    sentence = sentence_at(document.sentences, position)
    token = token_at(sentence, position) if sentence is not None else None
    return token is None or token.pos not in ("VERB", "AUX", "PRON", "SCONJ", "CCONJ", "ADV")


def _country(mention: Mention, stretch: Span, document: Document) -> str | None:
    """The state named in the title's own words or just before them ("Russia's President")."""
    wide = Span(max(0, stretch.start - 40), max(stretch.end, mention.span.start))
    near = [m for m in document.mentions if wide.overlaps(m.span) and m.span != mention.span]
    states = [(m, c.id) for m in near if (c := candidate_of(m)) and c.sort == "state"]
    inside = [iso3 for m, iso3 in states if stretch.contains(m.span)]
    return inside[-1] if inside else states[-1][1] if states else None


def _bare(role: str) -> str:
    """The office without a leading article."""
    return re.sub(r"^(?:the|a|an)\s+", "", role, flags=re.IGNORECASE)
