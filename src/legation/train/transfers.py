"""The encoder of arms transfers, made from training/arms: read, train, export, score."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random
from time import perf_counter

import msgspec
import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.optim import AdamW
from torch.optim.lr_scheduler import LambdaLR

from legation.extract.passage import Answer
from legation.model.mark import MARKS
from legation.model.shipped import LABELS, WEIGHTS
from legation.model.token import encoded_passages, token_ids
from legation.model.transfer_encoder import ShippedTransferEncoder, TransferLabels, inputs
from legation.plugin import load
from legation.train.batch import tensors, tokenizer
from legation.train.export import export_words, quantised
from legation.train.fit import has_tiles, ramp
from legation.train.passage import NONE, Question, TransferCodebook, load_lines, load_transfer_codebook, questions
from legation.train.transfer_network import TransferNetwork

CHECKPOINT = "network.pt"
Told = Callable[[str], None]
_UNTOLD = -100


class TransferPlan(msgspec.Struct, frozen=True, kw_only=True):
    """How to train: the lowest `frozen` layers stay as they are where training begins from the event encoder.

    **Source:** the rates of the event encoder; frozen layers take a quarter off a step, and the event encoder's know the language of news.
    """

    epochs: int = 5
    seed: int = 7
    size: int = 16
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    warmup: float = 0.06
    smoothing: float = 0.05
    threads: int = 2
    frozen: int = 2


class TransferBatch(msgspec.Struct, frozen=True):
    """Questions as tensors: ids and mask, the parties' views, the right stages, types and parts; what is not asked is -100."""

    ids: Tensor
    mask: Tensor
    groups: Tensor
    stages: Tensor
    types: Tensor
    parts: Tensor


def train_transfers(
    folder: Path, out: Path, plan: TransferPlan, *, start: Path | None, version: str, told: Told
) -> None:
    """Train on a folder of passages and write the shipped files to `out`; `start` is the event encoder's checkpoint to begin from."""
    book = load_transfer_codebook(folder)
    told("reading the passages")
    lexicon, parser = load("gazetteers", "default")(), load("models", "parser")()
    found = list(questions(load_lines(folder, book), lexicon, parser))
    train, dev = [q for q in found if not q.dev], [q for q in found if q.dev]
    told(f"{len(train)} training and {len(dev)} dev questions; plan {plan}")
    torch.manual_seed(plan.seed)
    torch.set_num_threads(plan.threads)
    words = tokenizer()
    network = TransferNetwork((len(book.stages), len(book.types), len(book.parts)), token_ids(words, MARKS))
    if start is not None:
        _begin(network, start, plan.frozen)
    fit_transfers(network, train, book, words, plan, told=told)
    network.settle()
    out.mkdir(parents=True, exist_ok=True)
    torch.save(network.state_dict(), out / CHECKPOINT)
    export_words(words, out)
    export_network(network, out / WEIGHTS, train, words)
    export_transfer_labels(book, out, version=version)
    for line in scores(dev, ShippedTransferEncoder(out, threads=plan.threads), book):
        told(line)


def _begin(network: TransferNetwork, start: Path, frozen: int) -> None:
    """Take encoder and marks from a checkpoint, and hold the lowest layers."""
    state = torch.load(start, map_location="cpu", weights_only=True)
    kept = {name: value for name, value in state.items() if name == "marks" or name.startswith("encoder.")}
    network.load_state_dict(kept, strict=False)
    low = tuple(f"encoder.layer.{n}." for n in range(frozen))
    for name, weight in network.encoder.named_parameters():
        if name.startswith((*low, "embeddings.")):
            weight.requires_grad_(False)


def fit_transfers(
    network: TransferNetwork,
    train: Sequence[Question],
    book: TransferCodebook,
    words: Tokenizer,
    plan: TransferPlan,
    *,
    told: Told,
) -> None:
    """Train the network in place. `told` gets a line of progress now and then."""
    random, fast = Random(plan.seed), has_tiles()
    per_epoch = math.ceil(len(train) / plan.size)
    optimiser = _optimiser(network, plan)
    schedule = LambdaLR(optimiser, ramp(per_epoch * plan.epochs, plan.warmup))
    for epoch in range(1, plan.epochs + 1):
        network.train()
        begun, total = perf_counter(), 0.0
        for step, batch in enumerate(_batches(train, book, words, plan.size, random), 1):
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=fast):
                logits = network(batch.ids, batch.mask, batch.groups)
            loss = _loss(logits, batch, plan.smoothing)
            optimiser.zero_grad(set_to_none=False)
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total += loss.item()
            if step % 25 == 0 or step == per_epoch:
                told(f"epoch {epoch} step {step}/{per_epoch} loss {total / step:.3f} {perf_counter() - begun:.0f} s")


def _optimiser(network: TransferNetwork, plan: TransferPlan) -> AdamW:
    encoder = [p for p in network.encoder.parameters() if p.requires_grad]
    held = {id(p) for p in network.encoder.parameters()}
    heads = [p for p in network.parameters() if id(p) not in held]
    groups = [{"params": encoder, "lr": plan.encoder_rate}, {"params": heads, "lr": plan.head_rate}]
    return AdamW(groups, weight_decay=0.01)


def _loss(logits: tuple[Tensor, Tensor, Tensor], batch: TransferBatch, smoothing: float) -> Tensor:
    """Stage + half of type (where there is a transfer) + one and a half of part (over all parties of the batch)."""
    stages, types, parts = (t.float() for t in logits)
    plain = nn.functional.cross_entropy
    found = plain(stages, batch.stages, label_smoothing=smoothing)
    if (batch.types != _UNTOLD).any():
        found = found + 0.5 * plain(types, batch.types, ignore_index=_UNTOLD)
    if (batch.parts != _UNTOLD).any():
        found = found + 1.5 * plain(parts.flatten(0, 1), batch.parts.flatten(), ignore_index=_UNTOLD)
    return found


def _batches(
    train: Sequence[Question], book: TransferCodebook, words: Tokenizer, size: int, random: Random
) -> Iterator[TransferBatch]:
    """The questions in random order of batches; batches hold passages of like length."""
    rows = encoded_passages(words, [q.passage for q in train])
    order = sorted(range(len(rows)), key=lambda n: len(rows[n][0]) + random.uniform(0, 12))
    groups = [order[n : n + size] for n in range(0, len(order), size)]
    random.shuffle(groups)
    for group in groups:
        yield batch_of([train[n] for n in group], [rows[n] for n in group], book)


def batch_of(
    asked: Sequence[Question], rows: Sequence[tuple[list[int], list[list[int]]]], book: TransferCodebook
) -> TransferBatch:
    """The batch of some questions with their encoded passages."""
    ids, mask = tensors([row for row, _ in rows])
    width = max([1, *(len(q.parts) for q in asked)])
    views = torch.zeros(len(asked), width, ids.shape[1])
    parts = torch.full((len(asked), width), _UNTOLD)
    for n, (question, (_, places)) in enumerate(zip(asked, rows, strict=True)):
        for party, own in enumerate(places):
            views[n, party, own] = 1 / max(1, len(own))
            parts[n, party] = book.parts.index(question.parts[party]) if own else _UNTOLD
    return TransferBatch(
        ids,
        mask,
        views,
        torch.tensor([book.stages.index(q.stage) for q in asked]),
        torch.tensor([_UNTOLD if q.stage == NONE else book.types.index(q.type) for q in asked]),
        parts,
    )


def export_network(network: TransferNetwork, target: Path, train: Sequence[Question], words: Tokenizer) -> None:
    """Write the network as ONNX in int8, the scales of its activations fixed over some two hundred training passages."""
    some = train[:: max(1, len(train) // 200)]
    rows = [inputs(np.array([ids]), places) for ids, places in encoded_passages(words, [q.passage for q in some])]
    names = {"ids": {0: "batch", 1: "length"}, "mask": {0: "batch", 1: "length"}}
    names |= {"groups": {0: "batch", 1: "party", 2: "length"}, "parts": {0: "batch", 1: "party"}}
    names |= {"stages": {0: "batch"}, "types": {0: "batch"}}
    example = (torch.ones(2, 5, dtype=torch.long), torch.ones(2, 5, dtype=torch.long), torch.ones(2, 3, 5))
    network.eval()
    quantised(network, example, ("stages", "types", "parts"), names, target, rows)


def export_transfer_labels(book: TransferCodebook, folder: Path, *, version: str) -> None:
    """Write the labels, with the checksum of the weights that stand in the folder."""
    labels = TransferLabels(
        version=version,
        sha256=hashlib.sha256((folder / WEIGHTS).read_bytes()).hexdigest(),
        temperature=1.0,
        stages=book.stages,
        types=book.types,
        parts=book.parts,
        limits=book.limits,
    )
    (folder / LABELS).write_bytes(msgspec.json.format(msgspec.json.encode(labels), indent=1) + b"\n")


def scores(dev: Sequence[Question], encoder: ShippedTransferEncoder, book: TransferCodebook) -> Iterator[str]:
    """The scores on the dev part, a line each: whether there is a transfer, its stage, its type, the parts, all of them together."""
    answers = list(zip(dev, encoder.read([q.passage for q in dev]), strict=True))
    real = [(q, a) for q, a in answers if q.stage != NONE]
    yield _share("transfer or none", [(_best(a.stages) != NONE) == (q.stage != NONE) for q, a in answers])
    yield _share("stage, of transfers", [_best(a.stages) == q.stage for q, a in real])
    yield _share("type, of transfers", [_best(a.types) == q.type for q, a in real])
    for part in book.parts:
        told = [(right, _best(p)) for q, a in answers for right, p in zip(q.parts, a.parts, strict=True)]
        hit = sum(right == met == part for right, met in told)
        gold, met = sum(right == part for right, _ in told), sum(m == part for _, m in told)
        yield f"part {part:<10} P {100 * hit / max(1, met):5.1f} R {100 * hit / max(1, gold):5.1f} of {gold}"
    yield _share("all parts of a transfer", [_parts(a) == q.parts for q, a in real])


def _best(shares: dict[str, float]) -> str:
    return max(shares, key=lambda name: shares[name])


def _parts(answer: Answer) -> tuple[str, ...]:
    return tuple(_best(p) for p in answer.parts)


def _share(name: str, right: Sequence[bool]) -> str:
    return f"{name:<24} {100 * sum(right) / max(1, len(right)):5.1f} of {len(right)}"
