"""Lists of goods in official texts: a sentence that says what is given to whom, and the lines, bullets or semicolons behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

import msgspec

from legation.extract.aux import is_background
from legation.extract.consignment import Passage, Terms, find_of, told_when
from legation.extract.donor import release_sides
from legation.extract.goods import WEAPONS, Good, goods_in
from legation.extract.scene import Scene, of_sort
from legation.lexicon.table import load_table
from legation.record.claim import Aux
from legation.record.deal import Stage
from legation.record.document import Sentence, sentence_at
from legation.record.span import Span

MADE_BY = "listing@1"
TABLE = "rules/packages.toml"
_LINE = re.compile(r"[^\n•▪‣➢]*\S[^\n•▪‣➢]*")
_LONGEST = 400


class Listing(msgspec.Struct, frozen=True):
    """A list: the span of what introduces it, the sentence that this stands in, and the spans of its lines."""

    intro: Span
    sentence: Sentence
    lines: tuple[Span, ...]


def listed(scene: Scene, taken: frozenset[int]) -> Iterator[Passage]:
    """The lists of goods of a scene with what they tell; `taken` are sentences that another format has read."""
    for one in _listings(scene, taken):
        terms = terms_of(scene, one.intro, one.sentence, MADE_BY)
        goods = [good for line in one.lines for good in goods_in(scene, line)]
        finds = tuple(f for good in goods if terms is not None and (f := find_of(scene, terms, good)) is not None)
        if finds and _of_arms(scene, goods):
            yield Passage(_sentences(scene, one), finds)


def terms_of(scene: Scene, intro: Span, sentence: Sentence, made_by: str) -> Terms | None:
    """The terms that the words before goods tell; None where they tell of something else than arms that change hands."""
    table, words = load_table(TABLE), scene.words(intro)
    if not re.search(table["intro"], words) or re.search(table["never"], words):
        return None
    sides, when = release_sides(scene, sentence), told_when(scene, intro)
    rung: dict[str, str] = next((row for row in table["stage"] if re.search(row["words"], words)), {})
    kind = next((row["type"] for row in table["type"] if re.search(row["words"], words)), rung.get("type"))
    return Terms(
        stage=Stage(rung.get("stage", "approved")),
        made_by=made_by,
        supplier=sides.supplier.span if sides.supplier else None,
        recipient=sides.recipient.span if sides.recipient else None,
        transfer_type=kind,
        background=bool(re.search(table["previous"], words))
        or is_background(scene, sentence, None, when, Aux.ASSERTED),
        when=when,
    )


def _listings(scene: Scene, taken: frozenset[int]) -> Iterator[Listing]:
    lines = _lines(scene)
    at = 0
    while at < len(lines):
        found = _inline(scene, lines[at]) or _below(scene, lines, at)
        if found is not None and not taken & _sentences(scene, found):
            yield found
        at += 1 + (len(found.lines) if found and found.lines[0].start >= lines[at].end else 0)


def _lines(scene: Scene) -> list[Span]:
    """The lines of the scene's blocks, bullets in one line apart."""
    blocks = dict.fromkeys(s.block for s in scene.document.sentences)
    spans = (scene.article.blocks[number].span for number in blocks)
    return [Span(s.start + m.start(), s.start + m.end()) for s in spans for m in _LINE.finditer(scene.words(s))]


def _inline(scene: Scene, line: Span) -> Listing | None:
    """A list in the line itself, behind its colon and with semicolons."""
    words = scene.words(line)
    colon = re.search(r":\s+(?=[^:]*;)", words)
    if colon is None or not words[: colon.start()].strip():
        return None
    end = re.search(r"\.\s+(?=[A-Z“\"])|$", words[colon.end() :])
    stop = colon.end() + (end.start() if end else 0)
    return _listing(scene, line.start, line.start + colon.start(), [Span(line.start + colon.end(), line.start + stop)])


def _below(scene: Scene, lines: Sequence[Span], at: int) -> Listing | None:
    """A list in the lines below one that ends with a colon, or below a heading where they have bullets."""
    words, behind = scene.words(lines[at]).rstrip(), lines[at + 1 :]
    bulleted = bool(behind) and bool(re.match(load_table(TABLE)["item"], _opening(scene, behind[0])))
    heading = bulleted and words[-1:] not in ".;,?!" and not re.match(load_table(TABLE)["item"], words)
    if not words.endswith((":", ": -", "including", "includes", "include")) and not heading:
        return None
    items = list(takewhile(lambda line: _is_item(scene, line), behind))
    items = items[: _last(scene, items)]
    return _listing(scene, lines[at].start, lines[at].end, items) if len(items) > 1 or (items and bulleted) else None


def _opening(scene: Scene, line: Span) -> str:
    """A line with the bullet before it."""
    return scene.article.text[max(0, line.start - 1) : line.end].lstrip()


def _listing(scene: Scene, start: int, end: int, items: Sequence[Span]) -> Listing | None:
    """The list, its intro the last sentence before it."""
    last = sentence_at(scene.document.sentences, max(start, end - 2))
    if last is None or not items:
        return None
    return Listing(Span(max(start, last.span.start), end), last, tuple(items))


def _is_item(scene: Scene, line: Span) -> bool:
    """Whether a line is one of a list: marked or closed as such, or no sentence; none that introduces a list itself."""
    table, words = load_table(TABLE), scene.words(line).strip()
    if words.endswith(":") or len(words) > _LONGEST:
        return False
    marked = re.match(table["item"], _opening(scene, line)) or re.search(table["ends"], words)
    return bool(marked) or not _is_sentence(scene, line)


def _is_sentence(scene: Scene, line: Span) -> bool:
    """Whether a finite verb with a subject governs the line."""
    inside = [s for s in scene.document.sentences if line.contains(s.span) or s.span.contains(line)]
    roots = [(s, t) for s in inside for t in s.tokens if t.dep == "ROOT" and t.pos in ("VERB", "AUX")]
    return not inside or any(
        s.tokens[i].dep in ("nsubj", "nsubjpass", "expl") and t.tag in ("VBZ", "VBP", "VBD", "VBN", "MD", "VB", "VBG")
        for s, t in roots
        for i in t.children
    )


def _last(scene: Scene, items: Sequence[Span]) -> int:
    """How many of the lines are the list's: up to the one with a full stop behind one that ends with "and"."""
    for number, line in enumerate(items):
        before = scene.words(items[number - 1]).rstrip() if number else ""
        if re.search(r"(?i)[;,]\s*(?:and|or)$", before) or (
            before.endswith(";") and scene.words(line).rstrip().endswith(".")
        ):
            return number + 1
    return len(items)


def _of_arms(scene: Scene, goods: Sequence[Good]) -> bool:
    """Whether the thesaurus knows one at least of the goods."""
    return any(of_sort(scene.mentions(good.span), WEAPONS) for good in goods)


def _sentences(scene: Scene, one: Listing) -> frozenset[int]:
    spans = (one.intro, *one.lines)
    return frozenset(s.index for s in scene.document.sentences if any(s.span.overlaps(span) for span in spans))
