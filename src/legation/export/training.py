"""Review decisions as training data: one JSON object for each claim that reviewers have decided on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import msgspec

from legation.corroborate.review import attach, standing
from legation.record.decision import Decision
from legation.store.decision import load_decisions
from legation.store.open import Store
from legation.store.view import load_reading


def training(store: Store) -> Iterator[str]:
    """The lines, by article and place: the sentence's words, the claim as it is now, every standing word on it, and the verdict.

    `verdict` is the adjudicator's word, else what all annotators say, else None. `attached` is same, changed, moved or lost.
    """
    held = standing(load_decisions(store))
    by_article: dict[str, list[Decision]] = defaultdict(list)
    for decision in held:
        by_article[decision.article or ""].append(decision)
    for article, members in sorted(by_article.items()):
        yield from _lines(store, article, members)


def _lines(store: Store, article: str, members: list[Decision]) -> Iterator[str]:
    reading = load_reading(store, article) if article else None
    by_target: dict[str, list[Decision]] = defaultdict(list)
    for decision in members:
        by_target[decision.target].append(decision)
    for _target, decisions in sorted(by_target.items(), key=lambda kv: (kv[1][0].span_start or 0, kv[0])):
        attached = attach(decisions[0], reading.claims if reading else ())
        first = decisions[0]
        record = {
            "schema_version": 1,
            "article": article,
            "kind": first.kind,
            "span": [first.span_start, first.span_end],
            "text_hash": first.text_hash,
            "words": attached.claim.words if attached.claim else None,
            "attached": attached.how,
            "claim": attached.claim,
            "verdict": verdict(decisions),
            "decisions": decisions,
        }
        yield msgspec.json.encode(record).decode()


def verdict(decisions: list[Decision]) -> str | None:
    """The adjudicator's last word, else the word on which all agree, else None."""
    final = [d.action for d in decisions if d.standing == "adjudicator"]
    said = {d.action for d in decisions}
    return final[-1] if final else (said.pop() if len(said) == 1 else None)
