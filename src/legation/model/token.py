"""Pairs as token ids, the same in training and in use."""

from __future__ import annotations

from collections.abc import Sequence

from tokenizers import Tokenizer

from legation.errors import ModelError
from legation.extract.encoder import Pair
from legation.extract.passage import Passage
from legation.model.mark import MARKS, RECIPIENT, marked, window

LONGEST = 96
LONGEST_PASSAGE = 288
FIRST, LAST = "[CLS]", "[SEP]"


def encoded(words: Tokenizer, pairs: Sequence[Pair], longest: int = LONGEST) -> list[list[int]]:
    """The ids of each marked sentence, at most `longest` with the first and last token. **Source:** 99 % of training lines are shorter."""
    first, *marks, last = token_ids(words, (FIRST, *MARKS, LAST))
    held = frozenset(marks)
    found = words.encode_batch_fast([marked(pair) for pair in pairs], add_special_tokens=False)
    return [[first, *window(one.ids, held, longest - 2), last] for one in found]


def encoded_passages(words: Tokenizer, passages: Sequence[Passage]) -> list[tuple[list[int], list[list[int]]]]:
    """The ids of each marked passage, with the places of each party's opening marks in them; a place that the longest passage leaves out is
    left out here too. **Source:** a passage has at most 900 characters."""
    found = encoded(words, [_pair(p) for p in passages], LONGEST_PASSAGE)
    (opening,) = token_ids(words, RECIPIENT[:1])
    return [(ids, _places(ids, passage, opening)) for ids, passage in zip(found, passages, strict=True)]


def _pair(passage: Passage) -> Pair:
    return Pair(passage.text, (passage.item,), tuple(sorted(s for party in passage.parties for s in party)))


def _places(ids: Sequence[int], passage: Passage, opening: int) -> list[list[int]]:
    """By party, the places of its marks. Marks stand in the order of the text, so that the n-th is the n-th span's."""
    owners = [owner for _, owner in sorted((span, n) for n, party in enumerate(passage.parties) for span in party)]
    marks = [n for n, token in enumerate(ids) if token == opening]
    found: list[list[int]] = [[] for _ in passage.parties]
    if len(marks) == len(owners):
        for place, owner in zip(marks, owners, strict=True):
            found[owner].append(place)
    return found


def token_ids(words: Tokenizer, names: Sequence[str]) -> list[int]:
    """The ids of tokens; ModelError where the tokenizer does not know one."""
    found = [words.token_to_id(name) for name in names]
    known = [token for token in found if token is not None]
    if len(known) < len(found):
        raise ModelError(f"tokenizer: has no {names[found.index(None)]}; it is not the encoder's, reinstall legation")
    return known
