"""Pairs as token ids, the same in training and in use."""

from __future__ import annotations

from collections.abc import Sequence

from tokenizers import Tokenizer

from legation.errors import ModelError
from legation.extract.encoder import Pair
from legation.model.mark import MARKS, marked, window

LONGEST = 96
FIRST, LAST = "[CLS]", "[SEP]"


def encoded(words: Tokenizer, pairs: Sequence[Pair]) -> list[list[int]]:
    """The ids of each marked sentence, at most LONGEST with the first and last token. **Source:** 99 % of training lines are shorter."""
    first, *marks, last = token_ids(words, (FIRST, *MARKS, LAST))
    held = frozenset(marks)
    found = words.encode_batch_fast([marked(pair) for pair in pairs], add_special_tokens=False)
    return [[first, *window(one.ids, held, LONGEST - 2), last] for one in found]


def token_ids(words: Tokenizer, names: Sequence[str]) -> list[int]:
    """The ids of tokens; ModelError where the tokenizer does not know one."""
    found = [words.token_to_id(name) for name in names]
    known = [token for token in found if token is not None]
    if len(known) < len(found):
        raise ModelError(f"tokenizer: has no {names[found.index(None)]}; it is not the encoder's, reinstall legation")
    return known
