"""The training loop."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from random import Random
from time import perf_counter

import msgspec
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.optim import AdamW
from torch.optim.lr_scheduler import LambdaLR

from legation.train.batch import answers, batches
from legation.train.codebook import Codebook
from legation.train.example import Example
from legation.train.network import Network
from legation.train.vary import Variants


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """How to train. **Source:** the rates of the trial in docs/training.md; label smoothing keeps the confidence near the truth.

    Two threads are faster only where no other process wants the second core: with one busy, a step takes twenty times as long.
    """

    epochs: int = 5
    seed: int = 7
    size: int = 16
    encoder_rate: float = 1e-4
    head_rate: float = 1e-3
    warmup: float = 0.06
    smoothing: float = 0.05
    focus: float = 0.3
    threads: int = 2


def mode_mask(codebook: Codebook) -> Tensor:
    """Per type, 0 for the modes that go with it and -1e4 for the others."""
    rows = [[0.0 if m in codebook.allowed(t) else -1e4 for m in codebook.modes] for t in codebook.labels]
    return torch.tensor(rows)


def loss_of(
    logits: tuple[Tensor, Tensor, Tensor], right: tuple[Tensor, Tensor, Tensor], codebook: Codebook, smoothing: float
) -> Tensor:
    """Type + half of mode (among the modes of the right type, where it has any) + half of standing."""
    plain = nn.functional.cross_entropy
    kinds, modes, standings = right
    has_modes = torch.tensor([len(codebook.allowed(codebook.labels[k])) > 1 for k in kinds.tolist()])
    masked = logits[1] + mode_mask(codebook)[kinds]
    found = plain(logits[0], kinds, label_smoothing=smoothing) + 0.5 * plain(logits[2], standings)
    return found + 0.5 * plain(masked[has_modes], modes[has_modes]) if has_modes.any() else found


def focus_loss(logits: Tensor, right: Tensor) -> Tensor:
    """Minus the log of the share that falls on the event's words."""
    inside = logits.masked_fill(right == 0, -1e4)
    return (logits.logsumexp(-1) - inside.logsumexp(-1)).mean()


def _optimiser(network: Network, plan: Plan) -> AdamW:
    encoder = {"params": [p for p in network.encoder.parameters() if p.requires_grad], "lr": plan.encoder_rate}
    heads = {"params": [network.marks, *network.focus.parameters(), *network.heads.parameters()], "lr": plan.head_rate}
    return AdamW([encoder, heads], weight_decay=0.01)


def ramp(steps: int, warmup: float) -> Callable[[int], float]:
    """Up in a line over the warmup, then down to nothing."""
    rise = max(1, math.ceil(steps * warmup))
    return lambda step: min((step + 1) / rise, max(0.0, (steps - step) / max(1, steps - rise)))


def has_tiles() -> bool:
    """Whether the processor multiplies bfloat16 tiles: training then takes two thirds of the time."""
    return bool(torch.cpu._is_amx_tile_supported())


def fit(
    network: Network,
    examples: Sequence[Example],
    variants: Variants,
    words: Tokenizer,
    plan: Plan,
    *,
    told: Callable[[str], None],
) -> None:
    """Train the network in place; each epoch draws new variants. `told` gets a line of progress now and then."""
    random, fast = Random(plan.seed), has_tiles()
    per_epoch = math.ceil(len(examples) / plan.size)
    optimiser = _optimiser(network, plan)
    schedule = LambdaLR(optimiser, ramp(per_epoch * plan.epochs, plan.warmup))
    for epoch in range(1, plan.epochs + 1):
        network.train()
        start, total = perf_counter(), 0.0
        drawn = [variants.draw(e, random) for e in examples]
        for step, batch in enumerate(batches(drawn, words, size=plan.size, random=random), 1):
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=fast):
                types, modes, standings, focus = network.read(batch.ids, batch.mask)
            logits = (types.float(), modes.float(), standings.float())
            loss = loss_of(logits, answers(batch.examples, variants.codebook), variants.codebook, plan.smoothing)
            loss = loss + plan.focus * focus_loss(focus.float(), batch.focus)
            optimiser.zero_grad(set_to_none=False)
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total += loss.item()
            if step % 50 == 0 or step == per_epoch:
                told(f"epoch {epoch} step {step}/{per_epoch} loss {total / step:.3f} {perf_counter() - start:.0f} s")
