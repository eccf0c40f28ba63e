"""The network that reads arms transfers: one encoder, a head each for the stage and type of the item's transfer and for each party's part."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from legation.train.network import Marked, held, mean_at, pooled


class TransferNetwork(Marked):
    """Token ids, their mask and the parties' views in; logits of stage, type and parts out.

    The item is read at the first token, at its mark and in the words that the network itself looks for; a party at its marks beside those.
    """

    def __init__(self, sizes: tuple[int, int, int], mark_ids: Sequence[int]) -> None:
        """`sizes` of the heads of stage, type and part; `mark_ids` the tokens of the marks, in order."""
        super().__init__(mark_ids)
        width = self.words.embedding_dim
        self.focus = nn.Linear(width, 1)
        stage, kind, part = sizes
        self.item_heads = nn.ModuleList([_head(3 * width, width, size) for size in (stage, kind)])
        self.part_head = _head(4 * width, width, part)
        self.dropout = nn.Dropout(0.1)

    def forward(self, ids: Tensor, mask: Tensor, groups: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Logits of stage and type, a row per passage, and of parts, a row per passage and party."""
        hidden = self.hidden(ids, mask)
        told = pooled(held(self.focus, hidden, mask), hidden)
        item = mean_at(hidden, ids, self.mark_ids[0])
        whole = self.dropout(torch.cat([hidden[:, 0], item, told], dim=-1))
        parties = self.dropout(torch.matmul(groups.to(hidden.dtype), hidden))
        beside = whole.unsqueeze(1).expand(-1, parties.shape[1], -1)
        stages, types = (head(whole) for head in self.item_heads)
        return stages, types, self.part_head(torch.cat([parties, beside], dim=-1))


def _head(width: int, inner: int, size: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(width, inner), nn.GELU(), nn.Linear(inner, size))
