"""Goods in a list of an official text: the names between its commas, each with its count; services, money and people left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from legation.extract.scene import Scene, of_sort
from legation.lexicon.table import load_table, word_set
from legation.record.quantity import Qualifier, Quantity
from legation.record.span import Span

TABLE = "rules/goods.toml"
WEAPONS = ("weapon", "designation", "noun")
_AGAIN = re.compile(r"\s*\(\s*\d[\d,]*\s*\)\s*")
_WORD = re.compile(r"[\w'’-]+")


class Good(msgspec.Struct, frozen=True):
    """Goods in a list: the span of their name, of name and count together, of what the resolver links, and their count where it is told."""

    span: Span
    whole: Span
    weapon: Span
    count: Quantity | None = None


class Piece(msgspec.Struct, frozen=True):
    """A stretch between two cuts of a list: its name, its count, where it begins with it, and the cut before it."""

    name: Span
    start: int
    count: Quantity | None
    joint: bool


def goods_in(scene: Scene, stretch: Span) -> tuple[Good, ...]:
    """The goods that a stretch of an article's text lists, in text order.

    A counted name is taken unless it is a service or counts money or people; an uncounted one only where the thesaurus or the list of
    goods knows its last word. Names that a clause is behind ("radars to find drones") end before it.
    """
    return tuple(
        good for item in _items(scene, stretch) for piece in _joined(scene, item) if (good := _good(scene, piece))
    )


def _items(scene: Scene, stretch: Span) -> Iterator[Span]:
    """The parts of a list between semicolons and line ends, each cut where a clause begins, and taken up again at the next number."""
    table = load_table(TABLE)
    for start, end in _between(scene.words(stretch), r"[;\n]", stretch.start):
        while start < end:
            text = scene.article.text[start:end]
            stop = next((m for m in re.finditer(table["stop"], text) if not _inside(text, m.start())), None)
            yield Span(start, start + stop.start() if stop and stop.start() else end)
            late = re.search(table["late"], text[stop.end() :]) if stop else None
            start = start + stop.end() + late.end() if stop and late else end


def _between(text: str, pattern: str, offset: int) -> Iterator[tuple[int, int]]:
    """The stretches between the matches of a pattern that stand in no brackets."""
    at = 0
    for match in re.finditer(pattern, text):
        if not _inside(text, match.start()):
            yield offset + at, offset + match.start()
            at = match.end()
    yield offset + at, offset + len(text)


def _inside(text: str, at: int) -> bool:
    """Whether a place stands in brackets that close behind it."""
    return text.count("(", 0, at) > text.count(")", 0, at) and ")" in text[at:]


def _pieces(scene: Scene, item: Span) -> Iterator[Piece]:
    table = load_table(TABLE)
    behind = item.start
    for start, end in _between(scene.words(item), table["cut"], item.start):
        joint = bool(re.match(table["joint"], scene.article.text[behind:start]))
        behind = end
        begun, count, named = _counted(scene, start, end)
        text = scene.article.text[named:end]
        if text.strip(" .,;:()"):
            left = named + len(text) - len(text.lstrip())
            name = Span(left, named + len(text.rstrip(" .,;:\n\t")))
            yield Piece(name, begun, count, joint)


def _counted(scene: Scene, start: int, end: int) -> tuple[int, Quantity | None, int]:
    """Where a piece begins without fillers, its count, and where its name begins."""
    fillers = load_table(TABLE)["fillers"]
    text = scene.article.text
    start += len(text[start:end]) - len(text[start:end].lstrip())
    first = _skipped(fillers, text, start, end)
    count = next((q for q in scene.quantities(Span(start, max(end, start + 1))) if _opens(text, q, start, first)), None)
    if count is None or count.span.end >= end:
        return first, None, first
    bracket = _AGAIN.match(text, count.span.end, end)
    after = bracket.end() if bracket else count.span.end + (text[count.span.end] == ")")
    opened = min(first, count.span.start)
    return opened - (text[opened - 1] == "(") * (opened > start), count, _skipped(fillers, text, after, end)


def _opens(text: str, count: Quantity, start: int, first: int) -> bool:
    """Whether a count stands at the head of a piece, alone or in brackets, and counts pieces ("155mm shells" counts none)."""
    measured = count.unit is not None or text[count.span.end : count.span.end + 1] in ("-", "/", "mm")
    return count.span.start in (start, first, first + 1, start + 1) and not measured


def _skipped(fillers: str, text: str, start: int, end: int) -> int:
    start += len(text[start:end]) - len(text[start:end].lstrip())
    lead = re.match(fillers, text[start:end])
    return start + lead.end() if lead else start


def _joined(scene: Scene, item: Span) -> Iterator[Piece]:
    """The pieces of an item, those joined that are parts of one name ("grenade, mortar, and artillery rounds")."""
    held: Piece | None = None
    for piece in _pieces(scene, item):
        if held is not None and _goes_on(scene, held, piece):
            held = Piece(held.name.join(piece.name), held.start, held.count, held.joint)
            continue
        if held is not None:
            yield held
        held = piece
    if held is not None:
        yield held


def _goes_on(scene: Scene, held: Piece, piece: Piece) -> bool:
    """Whether an uncounted piece goes on with the name before it: that one lacks its noun, is a measure of both, is for both, or is rounded off."""
    table, name = load_table(TABLE), scene.words(held.name)
    if piece.count is not None:
        return False
    if re.match(table["tail"], scene.words(Span(piece.start, piece.name.end))):
        return held.count is not None and piece.joint
    both = piece.joint and (re.match(table["measured"], name) or re.search(table["with_for"], name))
    return bool(both) or not _complete(scene, held)


def _complete(scene: Scene, piece: Piece) -> bool:
    """Whether a name has its noun: a plural, a word of goods, or a designation that stands alone."""
    last = _last(scene.words(piece.name))
    if _is_plural(last) or last.isdigit() or (_known(last) and piece.count is None and not _begins_kind(scene, piece)):
        return True
    named = of_sort(scene.mentions(piece.name), ("weapon", "designation"))
    return piece.count is None and any(m.span.end == piece.name.end for m in named)


def _begins_kind(scene: Scene, piece: Piece) -> bool:
    """Whether a single word of goods without a count may only begin a longer name ("grenade, mortar and artillery rounds")."""
    last = _last(scene.words(piece.name))
    return last.lower() in ("grenade", "mortar", "rocket", "missile", "tank", "gun", "mine", "bomb", "shell")


def _last(name: str) -> str:
    """The last word of a name, what stands in brackets or behind "for" left out."""
    bare = re.split(load_table(TABLE)["with_for"], re.sub(r"\([^)]*\)", " ", name))[0]
    words = _WORD.findall(re.sub(r"(?i)^((?:\w+\s)?(?:sets|rounds|pairs|pieces|units))\sof\s", "", bare))
    return words[-1] if words else ""


def _is_plural(word: str) -> bool:
    return len(word) > 3 and word.endswith("s") and not word.endswith("ss")


def _singular(word: str) -> str:
    low = word.lower()
    return (low[:-3] + "y" if low.endswith("ies") else low[:-1]) if _is_plural(low) else low


def _known(word: str) -> bool:
    return bool({word.lower(), _singular(word)} & word_set(TABLE, "goods"))


def _good(scene: Scene, piece: Piece) -> Good | None:
    """The goods of a piece, or None for a service, for money or people, and for an uncounted name that nothing knows."""
    table, name = load_table(TABLE), _without_for(scene, piece.name)
    words = scene.words(name)
    last = _last(words)
    if {last.lower(), _singular(last)} & (word_set(TABLE, "service_words") | word_set(TABLE, "no_goods")):
        return None
    if re.search(table["services"], words) or re.match(table["tail"], words) or not any(c.isalpha() for c in words):
        return None
    if piece.count is None and re.match(table["empty"], words):
        return None
    weapon = _weapon(scene, name, last)
    if piece.count is None and weapon == name and not _known(last) and not of_sort(scene.mentions(name), WEAPONS):
        return None
    whole = Span(min(piece.start, name.start), name.end)
    return _of_units(scene, Good(name, whole, weapon, piece.count))


def _of_units(scene: Scene, good: Good) -> Good:
    """The goods by their own name where squadrons or tons of them are counted, which gives no number of them ("two squadrons of F-16 jets")."""
    units = re.match(load_table(TABLE)["collective"], scene.words(good.span))
    if units is None or units.end() >= good.span.end - good.span.start:
        return good
    name = Span(good.span.start + units.end(), good.span.end)
    said = Span(good.whole.start, name.start)
    words = scene.words(said).rstrip()
    count = Quantity(span=said, words=words, low=None, best=None, high=None, qualifier=Qualifier.UNDISCLOSED)
    return Good(name, good.whole, name if good.weapon == good.span else good.weapon, count)


def _without_for(scene: Scene, name: Span) -> Span:
    """The name up to its "for", which only goods for other goods keep ("ammunition for the mortars")."""
    table, words = load_table(TABLE), scene.words(name)
    purpose = re.search(table["with_for"], words)
    if purpose is None or not purpose.start() or _singular(_last(words)) in word_set(TABLE, "others"):
        return name
    return Span(name.start, name.start + purpose.start())


def _weapon(scene: Scene, name: Span, last: str) -> Span:
    """What the resolver links: the designation in the name, else the noun that ends it; the whole name of goods for other goods."""
    inside = of_sort(scene.mentions(name), WEAPONS)
    ending = [m for m in inside if last and last in m.words.split("(")[0]]
    if {last.lower(), _singular(last)} & word_set(TABLE, "others"):
        own = [m for m in ending if m.span == name]
        return own[0].span if own else name
    sure = of_sort(inside, ("weapon", "designation"))
    return next((m.span for m in (*sure, *ending)), name)
