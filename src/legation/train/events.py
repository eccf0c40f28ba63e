"""The event encoder, made from training/events: read, train, export, score."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import msgspec
import numpy as np
import torch
from tokenizers import Tokenizer

from legation.extract.encoder import Pair
from legation.lexicon.compiled import load_names
from legation.model.encoder import EventEncoder
from legation.model.mark import MARKS
from legation.model.shipped import WEIGHTS, softmax
from legation.model.token import encoded, token_ids
from legation.train.batch import tokenizer
from legation.train.codebook import Codebook, load_codebook
from legation.train.example import Example, load_examples, split
from legation.train.export import export_labels, export_uses, export_weights, export_words
from legation.train.fit import Plan, fit
from legation.train.network import Network
from legation.train.score import Logits, reliability, report, temperature_of
from legation.train.study import Study, studies, uses_of
from legation.train.vary import Variants, namesakes

CHECKPOINT = "network.pt"
Told = Callable[[str], None]


def train_events(folder: Path, out: Path, plan: Plan, *, version: str, limit: int | None, told: Told) -> None:
    """Train on a folder of examples and write the shipped files to `out`; `limit` takes only some, for a trial."""
    codebook = load_codebook(folder)
    train, dev = split(load_examples(codebook))
    train = train[:: max(1, len(train) // limit)] if limit else train
    told(f"{len(train)} training and {len(dev)} dev examples; plan {plan}")
    torch.manual_seed(plan.seed)
    torch.set_num_threads(plan.threads)
    words = tokenizer()
    sizes = (len(codebook.labels), len(codebook.modes), len(codebook.standings))
    network = Network(sizes, token_ids(words, MARKS))
    told("parsing the sentences")
    studied = dict(zip((e.place for e in train), studies(e.pair for e in train), strict=True))
    fit(network, train, _variants(codebook, train, studied), words, plan, told=told)
    network.settle()
    out.mkdir(parents=True, exist_ok=True)
    torch.save(network.state_dict(), out / CHECKPOINT)
    export_words(words, out)
    export_uses(uses_of(train, studied, codebook.manner), out)
    export_weights(network, out / WEIGHTS, calibration(train, words))
    export_labels(codebook, out, temperature=1.0, version=version)
    calibrate(out, codebook, dev, version=version, told=told)


def calibration(train: Sequence[Example], words: Tokenizer) -> list[list[int]]:
    """The token ids of some two hundred training sentences from all files, as the activations' scales are set over them."""
    return encoded(words, [e.pair for e in train[:: max(1, len(train) // 200)]])


def _variants(codebook: Codebook, examples: Sequence[Example], studied: Mapping[str, Study]) -> Variants:
    wide = {place: study.wide for place, study in studied.items()}
    idle = {e.place: tuple(studied[e.place].words) for e in examples if e.type == codebook.none}
    return Variants(codebook, namesakes(load_names()[0]), wide, idle=idle)


def calibrate(out: Path, codebook: Codebook, dev: Sequence[Example], *, version: str, told: Told) -> None:
    """Set the temperature of exported weights on the dev part and tell all scores, of the int8 weights as shipped."""
    right = [codebook.labels.index(e.type) for e in dev]
    views = {
        "names marked, no trigger": [_bare(e.pair) for e in dev],
        "names and trigger marked": [e.pair for e in dev],
        "noun phrases marked, no trigger": [_bare(s.wide) for s in studies(e.pair for e in dev)],
    }
    encoder = EventEncoder(out, threads=2)
    found = {name: Logits(*encoder.logits(pairs)) for name, pairs in views.items()}
    first, *_, last = found.values()
    both = np.concatenate([first.types, last.types]).astype(np.float32)
    temperature = temperature_of(both, right * 2)
    export_labels(codebook, out, temperature=temperature, version=version)
    for name, logits in found.items():
        told(f"== dev, {name}")
        for line in report(dev, logits, codebook):
            told(line)
    told(f"== temperature {temperature}; confidence, count, mean confidence, share right (names and phrases together)")
    for edge, count, mean, share in reliability(softmax(np.asarray(both / temperature, dtype=np.float32)), right * 2):
        told(f"{edge:.1f}-{edge + 0.1:.1f}  {count:>4}  {mean:.3f}  {share:.3f}")


def _bare(pair: Pair) -> Pair:
    return msgspec.structs.replace(pair, trigger=None)
