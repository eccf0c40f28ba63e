"""Place names that the recogniser missed: inside the names of bodies, or called something else, where the article or size vouch for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from legation.lexicon.load import Lexicon
from legation.lexicon.table import load_table
from legation.record.article import Article, BlockKind
from legation.record.document import Document
from legation.record.mention import Mention
from legation.record.span import Span
from legation.resolve.site import LABELS

_LARGE = 50_000
_WHOLE = frozenset({"outlet", "organisation", "company", "group"})
_HEAD = re.compile(r"[^(\d:–—-]+(?:-[^\W\d][^(\d:–—-]*)*")
_PART = re.compile(r"[^\W\d][^,(]*[^\s,(]")
_PROPER = re.compile(r"\b[A-Z][\w'’-]+(?:\s(?:of\s)?[A-Z][\w'’-]+)*")


def place_mentions(article: Article, document: Document, lexicon: Lexicon) -> tuple[Mention, ...]:
    """The mentions to place, in text order without overlap: the document's own, some of them told to be places, and new ones.

    A name that the recogniser took for a body or a person is a place when a preposition of place stands before it and the
    gazetteer knows it well; a name that is a place elsewhere in the article is one inside a longer name too.
    """
    own = [_extended(_told(m, article, document, lexicon), article, lexicon) for m in document.mentions]
    sure = {m.words for m in own if m.label in LABELS or any(c.sort == "state" for c in m.candidates)}
    taken = [m.span for m in own if m.label in LABELS or any(c.sort in ("state", "region") for c in m.candidates)]
    found = [m for m in _inside(article, document, lexicon, sure) if not any(m.span.overlaps(s) for s in taken)]
    longer = [m for m in own if any(m.span != o.span and m.span.contains(o.span) for o in document.mentions)]
    own = [m for m in own if m in longer or not any(m.span.overlaps(x.span) for x in longer)]
    kept = [m for m in own if not any(m.span.overlaps(f.span) for f in found)]
    before = _in_datelines(article, lexicon) if document.kind == "body" else ()
    return tuple(sorted([*before, *kept, *found], key=lambda m: m.span))


def _in_datelines(article: Article, lexicon: Lexicon) -> Iterator[Mention]:
    """The places of the datelines, which stand before the body's sentences: the town, and its state or unit behind a comma."""
    for block in article.blocks:
        head = _HEAD.match(article.text, block.span.start, block.span.end)
        if block.kind is BlockKind.DATELINE and head is not None:
            for part in _PART.finditer(article.text, block.span.start, head.end()):
                before_a_day = article.text[part.end() : block.span.end].lstrip()[:1].isdigit()
                words = _cased(part.group())
                held = lexicon.candidates(words)
                known = lexicon.places.find(words) or any(c.sort == "state" for c in held)
                if known and not before_a_day:
                    yield Mention(Span(*part.span()), words, "GPE", held)


_MORE = re.compile(r" (?:de|del|da|do|di|la|el|al)(?: (?:la|las|los))? [A-Z][\w'’-]+")


def _extended(mention: Mention, article: Article, lexicon: Lexicon) -> Mention:
    """The mention of a place with the rest of its name, where the gazetteer has the whole ("Santiago de Compostela")."""
    if not (mention.label in LABELS or any(c.sort == "state" for c in mention.candidates)):
        return mention
    match = _MORE.match(article.text, mention.span.end)
    whole = mention.words + match.group() if match is not None else ""
    if not any(not p.alias for p in lexicon.places.find(whole)):
        return mention
    return Mention(Span(mention.span.start, mention.span.start + len(whole)), whole, "GPE")


def _told(mention: Mention, article: Article, document: Document, lexicon: Lexicon) -> Mention:
    """The mention as a place where it must be one."""
    surname = all(c.sort == "person" and c.weak for c in mention.candidates)
    if not surname or (mention.label in LABELS and not mention.words.isupper()):
        return mention
    words = _cased(mention.words)
    if words in load_table("rules/places.toml")["never"] or words in _surnames(document) or len(words) < 4:
        return mention
    if mention.label in LABELS or (_well_known(words, lexicon) and _borne_out(mention, article, document, lexicon)):
        return Mention(mention.span, words, "GPE", lexicon.candidates(words))
    return mention


def _borne_out(mention: Mention, article: Article, document: Document, lexicon: Lexicon) -> bool:
    """Whether a preposition of place stands before the name, the recogniser takes it for a body, or the article names its state."""
    if mention.label == "ORG" or _after_locative(article, mention.span):
        return True
    named = {c.id for m in document.mentions for c in m.candidates if c.sort == "state" and not c.weak}
    return (
        not mention.candidates and " " not in mention.words and lexicon.places.find(mention.words)[0].country in named
    )


def _cased(words: str) -> str:
    """A name in capitals as it is printed otherwise ("BEIRUT"); short ones are acronyms and stay."""
    return words.title() if words.isupper() and len(words) > 4 else words


def _surnames(document: Document) -> set[str]:
    """The last words of the full names of persons."""
    return {m.words.split()[-1] for m in document.mentions if m.label == "PERSON" and " " in m.words}


def _well_known(words: str, lexicon: Lexicon) -> bool:
    """Whether a first-level unit or a town of 50,000 people has these very words as its name."""
    return any((p.kind == "adm1" and not p.alias) or p.population >= _LARGE for p in lexicon.places.find(words))


def _after_locative(article: Article, span: Span) -> bool:
    words = "|".join(load_table("rules/places.toml")["locative"])
    return bool(
        re.search(rf"\b(?:{words})(?: the)? $", article.text[max(0, span.start - 16) : span.start], re.IGNORECASE)
    )


def _inside(article: Article, document: Document, lexicon: Lexicon, sure: set[str]) -> Iterator[Mention]:
    """The names within longer names, and bare ones that no mention covers."""
    persons = [
        m.span
        for m in document.mentions
        if (m.label == "PERSON" and m.words.istitle() and " " in m.words) or {c.sort for c in m.candidates} & _WHOLE
    ]
    for sentence in document.sentences:
        for match in _PROPER.finditer(article.text, sentence.span.start, sentence.span.end):
            if not any(match.start() < p.end and p.start < match.end() for p in persons):
                yield from _within(match, article, lexicon, sure)


def _within(match: re.Match[str], article: Article, lexicon: Lexicon, sure: set[str]) -> Iterator[Mention]:
    """The longest names in a run of capitalised words, from the left."""
    words = list(re.finditer(r"[A-Z][\w'’-]+", match.group()))
    at = 0
    while at < len(words):
        size = next(
            (n for n in range(min(4, len(words) - at), 0, -1) if _placed(_run(match, words, at, n), sure, lexicon)), 0
        )
        if size:
            span = Span(match.start() + words[at].start(), match.start() + words[at + size - 1].end())
            text = article.text[span.slice]
            bare = re.sub(r"['’]s?$", "", text)
            yield Mention(Span(span.start, span.start + len(bare)), bare, "GPE", lexicon.candidates(bare))
        at += size or 1


def _run(match: re.Match[str], words: Sequence[re.Match[str]], at: int, size: int) -> str:
    return re.sub(r"['’]s?$", "", match.group()[words[at].start() : words[at + size - 1].end()])


def _placed(words: str, sure: set[str], lexicon: Lexicon) -> bool:
    if words in sure or words in load_table("rules/places.toml")["never"]:
        return words in sure
    longer = " " in words or len(words) > 5
    return longer and any(
        p.kind == "adm1" and p.population > 1_000_000 and not p.alias for p in lexicon.places.find(words)
    )
