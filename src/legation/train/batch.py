"""Batches: pairs as token ids, padded to the longest of the batch, and their right answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

import msgspec
import torch
from tokenizers import Tokenizer
from torch import Tensor

from legation.model.mark import MARKS, TRIGGER
from legation.model.token import encoded, token_ids
from legation.train.codebook import Codebook
from legation.train.example import Example
from legation.train.network import weights_folder
from legation.train.vary import Drawn

BLANK, FIRST_WORD = "[MASK]", "the"


def tokenizer() -> Tokenizer:
    """The tokenizer of the pretrained weights, the marks among its special tokens."""
    found = Tokenizer.from_file(str(weights_folder() / "tokenizer.json"))
    found.no_padding()
    found.no_truncation()
    found.add_special_tokens(list(MARKS))
    return found


def tensors(ids: Sequence[Sequence[int]]) -> tuple[Tensor, Tensor]:
    """Padded ids and their mask."""
    width = max(len(row) for row in ids)
    padded = torch.tensor([[*row, *([0] * (width - len(row)))] for row in ids])
    return padded, (padded != 0).long()


def answers(examples: Sequence[Example], codebook: Codebook) -> tuple[Tensor, Tensor, Tensor]:
    """The right type, mode and standing of each example, as numbers."""
    return (
        torch.tensor([codebook.labels.index(e.type) for e in examples]),
        torch.tensor([codebook.modes.index(e.mode) for e in examples]),
        torch.tensor([codebook.standings.index(e.standing) for e in examples]),
    )


class Batch(msgspec.Struct, frozen=True):
    """Drawn variants as tensors. `focus` is 1 at the tokens of the event's word, at the first token where there is no event."""

    examples: list[Example]
    ids: Tensor
    mask: Tensor
    focus: Tensor


def batches(drawn: Sequence[Drawn], words: Tokenizer, *, size: int, random: Random) -> Iterator[Batch]:
    """The variants in random order of batches; batches hold sentences of like length."""
    opening, closing = token_ids(words, TRIGGER)
    whole = encoded(words, [d.pair for d in drawn])
    rows = [focused(ids, opening, closing, shown=d.shown) for ids, d in zip(whole, drawn, strict=True)]
    rows = [
        (ids, [1] + [0] * (len(ids) - 1)) if d.idle else (ids, focus)
        for (ids, focus), d in zip(rows, drawn, strict=True)
    ]
    blank, first_word = token_ids(words, (BLANK, FIRST_WORD))
    rows = [
        (blanked(ids, focus, blank=blank, first_word=first_word, random=random) if d.blanks else ids, focus)
        for (ids, focus), d in zip(rows, drawn, strict=True)
    ]
    order = sorted(range(len(rows)), key=lambda n: len(rows[n][0]) + random.uniform(0, 8))
    groups = [order[n : n + size] for n in range(0, len(order), size)]
    random.shuffle(groups)
    for group in groups:
        ids, mask = tensors([rows[n][0] for n in group])
        focus, _ = tensors([rows[n][1] for n in group])
        yield Batch([drawn[n].example for n in group], ids, mask, focus)


def blanked(ids: list[int], focus: list[int], *, blank: int, first_word: int, random: Random) -> list[int]:
    """The ids with one word-piece in seven blanked out, but never one of the event's word, a mark or a stop.

    **Source:** word dropout; tokens below `first_word` of the vocabulary are special tokens, letters and stops.
    """
    return [
        blank if not event and token >= first_word and random.random() < 1 / 7 else token
        for token, event in zip(ids, focus, strict=True)
    ]


def focused(ids: Sequence[int], opening: int, closing: int, *, shown: bool) -> tuple[list[int], list[int]]:
    """The ids, the trigger's marks taken out unless shown, and 1 for each that is the trigger's, else 1 for the first."""
    inside, kept, focus = False, [], []
    for token in ids:
        inside = (inside or token == opening) and token != closing
        if shown or token not in (opening, closing):
            kept.append(token)
            focus.append(int(inside and token != opening))
    return kept, focus if any(focus) else [1, *focus[1:]]
