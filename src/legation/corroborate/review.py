"""Reviewers' decisions over the claims as they are now: what each stands on, how far two reviewers agree, whose word holds."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from legation.record.claim import Claim
from legation.record.decision import Decision, words_hash


class Attached(msgspec.Struct, frozen=True, kw_only=True):
    """A decision with the claim that it stands on now.

    `how` is "same" (the claim as it was reviewed), "changed" (its words stand, the claim read from them is another), "moved" (the words stand
    elsewhere in the article) or "lost" (no claim of that kind on those words; `claim` is None).
    """

    decision: Decision
    claim: Claim | None
    how: str


def attach(decision: Decision, claims: Iterable[Claim]) -> Attached:
    """The decision on the claim it finds among those of its article: by id, else by kind, words and nearest place."""
    alike = [c for c in claims if c.kind == decision.kind and words_hash(c.words) == decision.text_hash]
    same = next((c for c in alike if c.id == decision.target), None)
    if same is not None or not alike:
        return Attached(decision=decision, claim=same, how="same" if same else "lost")
    start = decision.span_start or 0
    nearest = min(alike, key=lambda c: (abs(c.span.start - start), c.id))
    here = (nearest.span.start, nearest.span.end) == (decision.span_start, decision.span_end)
    return Attached(decision=decision, claim=nearest, how="changed" if here else "moved")


def standing(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that have not been undone, in the order of their times; a reviewer's later word on a claim replaces the earlier."""
    ordered = sorted(decisions, key=lambda d: (d.at, d.id))
    undone = {d.target for d in ordered if d.action == "undo"}
    last = {
        (d.reviewer, d.standing, d.target, d.field): d for d in ordered if d.action != "undo" and d.id not in undone
    }
    return tuple(sorted(last.values(), key=lambda d: (d.at, d.id)))


class Agreement(msgspec.Struct, frozen=True, kw_only=True):
    """How far two reviewers agree over the claims that both decided on.

    `kappa` is Cohen's, None where it is not defined (no common claim, or both always say the same one thing). `table` counts pairs of actions.
    """

    first: str
    second: str
    both: int
    agreed: float | None
    kappa: float | None
    table: tuple[tuple[str, str, int], ...]
    differ: tuple[str, ...]


def agreement(first: str, second: str, decisions: Iterable[Decision]) -> Agreement:
    """The agreement of two reviewers' standing annotations. **Source:** Cohen 1960, A coefficient of agreement for nominal scales."""
    said = verdicts(d for d in standing(decisions) if d.standing == "annotator")
    pairs = {t: (by[first], by[second]) for t, by in sorted(said.items()) if first in by and second in by}
    table = Counter(pairs.values())
    n = len(pairs)
    observed = sum(k for (a, b), k in table.items() if a == b) / n if n else None
    return Agreement(
        first=first,
        second=second,
        both=n,
        agreed=observed,
        kappa=None if observed is None else _kappa(observed, table, n),
        table=tuple((a, b, k) for (a, b), k in sorted(table.items())),
        differ=tuple(t for t, (a, b) in pairs.items() if a != b),
    )


def _kappa(observed: float, table: Mapping[tuple[str, str], int], n: int) -> float | None:
    left: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for (a, b), k in table.items():
        left[a] += k
        right[b] += k
    chance = sum(left[action] * right[action] for action in left) / (n * n)
    return None if chance == 1 else (observed - chance) / (1 - chance)


def verdicts(decisions: Iterable[Decision]) -> dict[str, dict[str, str]]:
    """By target and reviewer the action taken; the last word counts."""
    said: dict[str, dict[str, str]] = defaultdict(dict)
    for d in decisions:
        said[d.target][d.reviewer] = d.action
    return dict(said)


def disputed(decisions: Sequence[Decision]) -> tuple[str, ...]:
    """The targets on which annotators differ and no adjudicator has spoken, sorted."""
    held = standing(decisions)
    settled = {d.target for d in held if d.standing == "adjudicator"}
    said = verdicts(d for d in held if d.standing == "annotator")
    return tuple(sorted(t for t, by in said.items() if len(set(by.values())) > 1 and t not in settled))
