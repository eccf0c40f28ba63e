"""What the limits of the codebook give on the dev part of the project's own training sentences, read as texts.

python -m evals.limits            a table: each limit alone at some values, the others as shipped
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from evals.gold import ROOT, parsed
from legation.extract.claim import scenes
from legation.extract.coder import Coder
from legation.extract.encoder import Coding, Limits, Pair
from legation.extract.scene import Scene
from legation.plugin import default_tools
from legation.record.claim import Claim
from legation.record.event import EventCode
from legation.record.span import Span
from legation.train.codebook import load_codebook
from legation.train.example import Example, load_examples, split

VALUES = {
    "two": (0.4, 0.6, 0.7),
    "one": (0.8, 0.95),
    "step": (0.0, 0.01, 0.04, 0.08),
    "nearer": (0.05, 0.1, 0.3),
    "more": (0.7, 0.8, 0.95, 1.1),
}


class Text(msgspec.Struct, frozen=True):
    """A sentence as a scene, and its lines."""

    scene: Scene
    lines: tuple[Example, ...]


class Kept:
    """The shipped encoder, asked once about each pair."""

    def __init__(self) -> None:
        """Nothing asked yet."""
        self.inner = default_tools().coder.encoder
        self.version, self.limits, self.manner = self.inner.version, self.inner.limits, self.inner.manner
        self.own, self.uses = self.inner.own, self.inner.uses
        self.known: dict[Pair, Coding] = {}

    def classify(self, pairs: Sequence[Pair]) -> list[Coding]:
        """The answers, from memory where there is one."""
        new = [pair for pair in dict.fromkeys(pairs) if pair not in self.known]
        self.known.update(zip(new, self.inner.classify(new), strict=True))
        return [self.known[pair] for pair in pairs]


def texts() -> Iterator[Text]:
    """The sentences of the dev part, each once, with all their lines."""
    _, dev = split(load_examples(load_codebook(ROOT / "training" / "events")))
    lines: dict[str, list[Example]] = defaultdict(list)
    for example in dev:
        lines[example.pair.text].append(example)
    for text, own in lines.items():
        given = parsed({"id": "own", "text": text})
        if given is not None:
            yield from (Text(s, tuple(own)) for s in scenes(*given, default_tools().lexicon))


def told(text: Text, example: Example, claims: Sequence[Claim]) -> set[str]:
    """The types of the events that are told between the parties of a line."""
    start = text.scene.article.text.find(example.pair.text)
    sides = example.pair.actors, example.pair.recipients
    if not sides[1] and len(sides[0]) > 1:
        sides = sides[0][:1], sides[0][1:]
    first, second = (tuple(s.shift(start) for s in side) for side in sides)
    coded = ((c, c.payload.event_type) for c in claims if isinstance(c.payload, EventCode))
    return {kind for claim, kind in coded if _between(claim, kind, first, second)}


def _between(claim: Claim, kind: str, first: Sequence[Span], second: Sequence[Span]) -> bool:
    actors, recipients = ([r.span for r in claim.roles if r.role.startswith(role)] for role in ("actor", "recipient"))
    if not recipients and len(actors) > 1:
        recipients = actors
    symmetric = kind in default_tools().coder.encoder.manner.symmetric
    straight = _meet(actors, first) and (not second or _meet(recipients, second))
    return straight or (symmetric and _meet(actors, second) and _meet(recipients, first))


def _meet(spans: Sequence[Span], others: Sequence[Span]) -> bool:
    return any(a.overlaps(b) for a in spans for b in others)


def figures(found: Sequence[Text], encoder: Kept, limits: Limits) -> tuple[float, float, float]:
    """Precision, recall and F1 over the lines: a line without an event between whose two parties one is told counts as wrong."""
    coder = Coder(encoder, limits)
    right = wrong = wanted = 0
    read = coder.over([t.scene for t in found])
    for text in found:
        claims = list(read(text.scene))
        for line in text.lines:
            types = told(text, line, claims)
            event = line.type != "NONE"
            wanted += event
            right += event and line.type in types
            wrong += bool(types) and line.type not in types and (event or bool(line.pair.recipients))
    precision, recall = right / max(1, right + wrong), right / max(1, wanted)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def main() -> None:
    """Print the table."""
    shipped, found, encoder = default_tools().coder.limits, list(texts()), Kept()
    print(f"{'limits':16}{'P':>8}{'R':>8}{'F1':>8}   {len(found)} sentences")
    rows = [("as shipped", shipped)] + [
        (f"{name} {value}", msgspec.structs.replace(shipped, **{name: value}))
        for name, values in VALUES.items()
        for value in values
    ]
    for name, limits in rows:
        print(f"{name:16}" + "".join(f"{100 * figure:8.1f}" for figure in figures(found, encoder, limits)), flush=True)


if __name__ == "__main__":
    main()
