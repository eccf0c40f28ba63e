"""Persons: their office from the table of office holders at the article's day, and from the title or apposition that the article gives."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import msgspec

from legation.lexicon.entry import Term
from legation.lexicon.load import Lexicon
from legation.record.article import Article
from legation.record.document import Document
from legation.record.ident import slug
from legation.record.link import Link
from legation.record.mention import Mention
from legation.resolve.title import Title, sector_by, title_of

_WORDS = re.compile(r"[\w'’.-]+")
_SECTORS = {"military_chief": "MIL"}
_FORMER = frozenset({"former", "ex", "late", "then"})
_SPELLED = {"defense": "defence", "premier": "prime"}


def link_person(
    mention: Mention, article: Article, document: Document, lexicon: Lexicon, known: Mapping[str, Link]
) -> Link:
    """The link of a person's name: a holder of an office by full name or by surname, else what the words beside it say.

    `known` holds the persons of the article so far by surname; a bare surname is the person of that name before it.
    A holder's office is that of the article's day, "former" behind it; without a day only the words beside the name say so.
    """
    title = title_of(mention, article, document)
    role, country = (title.words, title.country) if title else (None, None)
    earlier = known.get(mention.words)
    if earlier is not None and earlier.words != mention.words:
        return _again(mention, earlier, role)
    term = _holder(mention, role, country, article, document, lexicon)
    if term is not None:
        return _officer(mention, article, term, role, lexicon)
    return _stranger(mention, article, title)


def surname_of(link: Link) -> str:
    """The word that stands for a person's link alone."""
    return link.words.split()[-1]


def _again(mention: Mention, earlier: Link, role: str | None) -> Link:
    return msgspec.structs.replace(
        earlier,
        span=mention.span,
        words=mention.words,
        role=role or earlier.role,
        reason=f"the surname of {earlier.words!r}",
        score=round(earlier.score * 0.95, 2),
        antecedent=earlier.span,
    )


def _holder(
    mention: Mention, role: str | None, country: str | None, article: Article, document: Document, lexicon: Lexicon
) -> Term | None:
    """The term of the office holder that the name means, or None: a full name by itself, a surname only where the article bears it out."""
    full = [c.id for c in mention.candidates if c.sort == "person" and c.form in ("name", "alias")]
    short = tuple(c.id for c in mention.candidates if c.form == "short")
    printed = mention.words.title() if mention.words.isupper() else mention.words
    bare = () if full else short or lexicon.surnames.get(printed, ())
    named = {c.id for m in document.mentions for c in m.candidates if c.sort in ("state", "organisation", "group")}
    terms = [t for person in (*full, *bare) for t in [_term_at(lexicon.terms[person], article.published)]]
    if full:
        return max(terms, key=lambda t: (_held(t, article.published), t.body in named, t.since or ""))
    held = [t for person in bare for t in lexicon.terms[person]]
    fit = [t for t in (held if role else terms) if _borne_out(t, role, country, article.published, named)]
    fit = fit or [t for person in short for t in lexicon.terms[person] if _held(t, article.published)]
    fit = [t for t in fit if _office_words(t.title) == _office_words(role or "") - _FORMER] or fit
    return fit[-1] if len({slug(t.name) for t in fit}) == 1 else None


def _borne_out(term: Term, role: str | None, country: str | None, day: str | None, named: set[str]) -> bool:
    """Whether a bare surname may be this holder: in office on the day, the title fitting, the body named in the article."""
    words = _office_words(role or "")
    former = bool(words & _FORMER)
    if day is not None and (not _over(term, day) if former else not _held(term, day)):
        return False
    if role is not None and words - _FORMER:
        fits = words - _FORMER <= _office_words(term.title)
        return (
            fits and (country in (None, term.body)) and (country is not None or day is not None or term.body in named)
        )
    return day is not None and not former and (term.body in named or slug(term.body) in named)


def _office_words(title: str) -> set[str]:
    """The words of an office, spelled one way, its small words left out."""
    words = {w.lower().rstrip(".") for w in _WORDS.findall(title)}
    return {_SPELLED.get(w, w) for w in words} - {"of", "the", "for", "and", "a"}


def _over(term: Term, day: str) -> bool:
    """Whether the office had ended by the day."""
    return term.to is not None and term.to < day[: len(term.to)]


def _term_at(terms: Sequence[Term], day: str | None) -> Term:
    """The term that holds on the day, else the last one before it, else the last of all."""
    if day is not None:
        holding = [t for t in terms if _held(t, day)]
        past = [t for t in terms if (t.since or "") <= day]
        return (holding or past[-1:] or list(terms[:1]))[0]
    return terms[-1]


def _held(term: Term, day: str | None) -> bool:
    """Whether the office is held on the day; dates of less than day precision are taken widely.

    >>> _held(Term("PAK", "head_of_government", "Prime Minister", "Nawaz Sharif", "2013-06", "2017-07"), "2015-08-20")
    True
    """
    if day is None:
        return False
    since, to = term.since or "", term.to
    return day[: len(since)] >= since and (to is None or day[: len(to)] <= to)


def _officer(mention: Mention, article: Article, term: Term, role: str | None, lexicon: Lexicon) -> Link:
    day = article.published
    held = _held(term, day)
    later = day is not None and term.since is not None and day[: len(term.since)] < term.since
    title = term.title if held else f"former {term.title}"
    said = role or (None if day is None or later else title)
    former = (said or "").lower().startswith(("former", "ex-")) or (day is not None and not held and not later)
    reason = f"{term.title} {term.since or '?'}..{term.to or ''} of {term.body}"
    return Link(
        article=article.id,
        span=mention.span,
        words=mention.words,
        sort="actor",
        target=slug(term.name),
        name=term.name,
        kind="person",
        country=term.body if term.body in lexicon.states else _country_of(term.body, lexicon),
        sector="ELI" if former else sector_by(role) or _SECTORS.get(term.office, "GOV"),
        affiliation=None if term.body in lexicon.states else term.body,
        role=said,
        score=0.9 if held or role else 0.75,
        reason=reason if day else f"{reason}; the article has no day",
    )


def _country_of(body: str, lexicon: Lexicon) -> str | None:
    group = lexicon.groups.get(slug(body))
    return group.countries[0] if group is not None and group.countries else None


def _stranger(mention: Mention, article: Article, title: Title | None) -> Link:
    role = title.words if title else None
    return Link(
        article=article.id,
        span=mention.span,
        words=mention.words,
        sort="actor",
        target=slug(mention.words),
        name=mention.words,
        kind="person",
        country=title.country if title else None,
        sector=sector_by(role),
        affiliation=title.body if title else None,
        role=role,
        score=0.8 if role else 0.6,
        reason=f"a person's name, {role!r} beside it" if role else "a person's name",
    )
