"""Predictions in the classify format of the events scorer: the type of the relation between two given parties."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from legation.errors import ModelError
from legation.extract.encoder import Pair
from legation.record.span import Span

if TYPE_CHECKING:
    from legation.model.encoder import EventEncoder

ROOTS = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}


@cache
def encoder() -> EventEncoder:
    """The encoder, loaded once."""
    from legation.model.encoder import EventEncoder

    return EventEncoder()


def missing() -> str | None:
    """Why the encoder cannot be asked here, or None: its weights are not in the repository yet."""
    if find_spec("onnxruntime") is None or find_spec("tokenizers") is None:
        return "the extra 'encoder' is not installed"
    try:
        encoder()
    except ModelError as fault:
        return str(fault)
    return None


def pair(row: dict[str, Any]) -> Pair:
    """The question that a gold row asks. A party without a span stands where its words are first found, or is left out."""
    source, target = _spans(row, "source"), _spans(row, "target")
    if not source:
        source, target = target, ()
    return Pair(row["text"], source or (Span(0, len(row["text"])),), target)


def _spans(row: dict[str, Any], side: str) -> tuple[Span, ...]:
    party = row.get(side) or {}
    if party.get("span"):
        return (Span(*party["span"]),)
    words = party.get("text") or ""
    start = row["text"].find(words)
    return (Span(start, start + len(words)),) if words and start >= 0 else ()


def predict(row: dict[str, Any]) -> dict[str, Any]:
    """The prediction of one row, by the scorer's 15 roots: where the encoder finds no event, its best typed class."""
    typed = encoder().classify([pair(row)])[0].typed
    return {"id": row["id"], "type": ROOTS.get(typed, typed)}
