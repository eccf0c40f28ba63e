"""The training passages of arms transfers: JSON lines of a text with its items, their parties and stages, checked as they are read, and
made into the questions that a reading would ask."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from legation.annotate.document import Parser, documents
from legation.annotate.segment import segment
from legation.errors import ModelError
from legation.extract.claim import scene_of
from legation.extract.materiel import all_items
from legation.extract.passage import Named, Passage, passage_of
from legation.extract.scene import Scene
from legation.lexicon.load import Lexicon
from legation.read.text import article_of
from legation.record.article import Article
from legation.record.span import Span

DEV_PERCENT = 10
NONE = "none"


class TransferCodebook(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The labels in the order of the outputs, what the stages mean, and the limits of belief."""

    stages: tuple[str, ...]
    parts: tuple[str, ...]
    types: tuple[str, ...]
    registers: tuple[str, ...]
    limits: dict[str, float]
    meanings: dict[str, str]


class Told(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An item as a line tells it: its words (the `at`-th time that they stand in the text), its stage and type, and the parties by part."""

    words: str
    stage: str
    at: int = 1
    type: str = "unsaid"
    suppliers: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    origin: tuple[str, ...] = ()
    via: tuple[str, ...] = ()


_OTHER = Told(words="", stage=NONE)


class Line(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A line as it stands in a file."""

    register: str
    headline: str
    text: str
    items: tuple[Told, ...]


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """One question with its right answer: the parts are those of the passage's parties, in order. `place` is file:line."""

    passage: Passage
    stage: str
    type: str
    parts: tuple[str, ...]
    dev: bool
    place: str


def load_transfer_codebook(folder: Path) -> TransferCodebook:
    """The codebook of a folder of passages; ModelError where it is missing or has another shape."""
    path = folder / "codebook.toml"
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), TransferCodebook)
    except (OSError, tomllib.TOMLDecodeError, msgspec.ValidationError) as fault:
        raise ModelError(f"codebook {path}: {fault}; see training/arms/codebook.toml for the shape") from fault


def load_lines(folder: Path, codebook: TransferCodebook) -> list[tuple[str, Line]]:
    """The lines of a folder with their places, by file and line; ModelError names the first wrong one."""
    found = [
        (f"{path}:{number}", line_of(line, codebook, f"{path}:{number}"))
        for path in sorted(folder.glob("*.jsonl"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if line.strip()
    ]
    if not found:
        raise ModelError(f"training folder {folder}: no line in any .jsonl file; expected training/arms of a checkout")
    return found


def line_of(line: str, codebook: TransferCodebook, place: str) -> Line:
    """The line; ModelError says what is wrong with it."""
    try:
        one = msgspec.json.decode(line, type=Line)
    except msgspec.DecodeError as fault:
        raise ModelError(f"{place}: {fault}; expected an object of register, headline, text and items") from fault
    if one.register not in codebook.registers:
        raise ModelError(f"{place}: register {one.register!r}: expected one of {', '.join(codebook.registers)}")
    for item in one.items:
        _check(one.text, item, codebook, place)
    return one


def _check(text: str, item: Told, codebook: TransferCodebook, place: str) -> None:
    parties = (*item.suppliers, *item.recipients, *item.origin, *item.via)
    if item.stage not in codebook.stages or item.type not in codebook.types:
        raise ModelError(f"{place}: {item.words!r}: stage {item.stage!r} or type {item.type!r} is not the codebook's")
    if not item.words or item.at < 1 or _at(text, item) is None:
        raise ModelError(f"{place}: {item.words!r} does not stand {item.at} times in the text")
    if bool(item.suppliers or item.recipients) != (item.stage != NONE) or (parties and item.stage == NONE):
        raise ModelError(f"{place}: {item.words!r}: a transfer has a supplier or a recipient, {NONE} has no party")


def _at(text: str, item: Told) -> Span | None:
    start = -1
    for _ in range(item.at):
        start = text.find(item.words, start + 1)
        if start < 0:
            return None
    return Span(start, start + len(item.words))


def questions(lines: Sequence[tuple[str, Line]], lexicon: Lexicon, parser: Parser) -> Iterator[Question]:
    """The questions of the lines, in order: those of the items that the reader itself finds in the text; of an item that no line tells of
    there is no transfer."""
    for place, line in lines:
        scene = scene_of_line(line, place, lexicon, parser)
        if scene is not None:
            yield from _questions(scene, line, place)


def scene_of_line(line: Line, place: str, lexicon: Lexicon, parser: Parser) -> Scene | None:
    """The scene of a line's text; None where the text is no article."""
    made = article_of(line.text, place, raw=line.text.encode(), media_type="text/plain", title=line.headline or None)
    article = next((thing for thing in made if isinstance(thing, Article)), None)
    if article is None:
        return None
    framed = segment(article, lexicon)
    found = documents(framed, lexicon, parser)
    return scene_of(framed, found[0], lexicon) if found else None


def _questions(scene: Scene, line: Line, place: str) -> Iterator[Question]:
    told = [(span, item) for item in line.items if (span := _at(line.text, item)) is not None]
    for sentence in scene.document.sentences:
        for item in all_items(scene, sentence):
            right = next((t for span, t in told if span.overlaps(item.mention.span)), _OTHER)
            passage, parties = passage_of(scene, sentence, item)
            parts = tuple(_part(right, party, scene) for party in parties)
            yield Question(
                passage=passage, stage=right.stage, type=right.type, parts=parts, dev=is_dev(line), place=place
            )


def _part(item: Told, party: Named, scene: Scene) -> str:
    """The part of a party in an item's transfer, by its key or the words that name it."""
    names = {party.key, *(scene.words(span) for span in party.spans)} | ({"SUN"} if party.key == "RUS" else set())
    by_part = {
        "supplier": item.suppliers,
        "recipient": item.recipients,
        "origin": item.origin,
        "via": item.via,
    }
    return next((part for part, own in by_part.items() if names & set(own)), NONE)


def is_dev(line: Line) -> bool:
    """Whether a line is kept for the dev part: 10 of 100, by the hash of its text."""
    digest = hashlib.sha256(line.text.encode()).digest()
    return int.from_bytes(digest[:4], "big") % 100 < DEV_PERCENT
