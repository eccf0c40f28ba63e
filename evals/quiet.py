"""Events found where few are: Reuters-21578 stories of business topics. Prints the rate, and a sample to be judged by hand.

python -m evals.quiet [--stories N] [--sample N] [--seed N]
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import msgspec

from evals.gold import gold_dir, parsed
from evals.task import rows
from legation.pipeline import read_article
from legation.plugin import default_tools
from legation.record.claim import Claim
from legation.record.event import EventCode

TOPICS = frozenset(
    [
        "earn",
        "acq",
        "grain",
        "wheat",
        "corn",
        "coffee",
        "cocoa",
        "sugar",
        "oilseed",
        "soybean",
        "veg-oil",
        "livestock",
        "money-fx",
        "interest",
        "gnp",
        "cpi",
        "jobs",
        "copper",
        "gold",
        "rubber",
        "cotton",
    ]
)


class Found(msgspec.Struct, frozen=True):
    """An event claim with its story's id and the sentence that tells it."""

    story: str
    claim: Claim
    sentence: str


def stories(path: Path, wanted: int, random: Random) -> list[dict[str, Any]]:
    """So many stories at random whose topics are all among the quiet ones."""
    quiet = [r for r in rows(path) if r.get("topics") and TOPICS.issuperset(r["topics"])]
    return random.sample(quiet, min(wanted, len(quiet)))


def events(row: dict[str, Any]) -> tuple[int, list[Found]]:
    """The number of sentences of a story, and its event claims."""
    given = parsed(row)
    if given is None:
        return 0, []
    framed, found_documents = given
    reading = read_article(framed, default_tools())
    told = {(d.kind, s.index): framed.words(s.span) for d in found_documents for s in d.sentences}
    found = [c for c in reading.claims if isinstance(c.payload, EventCode)]
    return len(told), [Found(str(row["id"]), c, told[c.document, c.sentence]) for c in found]


def lines(found: list[Found]) -> Iterator[str]:
    """One line per event: what was coded, of whom, with which confidence, in which sentence."""
    for number, one in enumerate(found, 1):
        claim, payload = one.claim, one.claim.payload
        assert isinstance(payload, EventCode)
        sides = ["+".join(r.words for r in claim.all(role)) or "-" for role in ("actor", "recipient")]
        trigger = claim.one("trigger")
        mode = payload.label or payload.mode
        code = f"{payload.event_type}{'/' + mode if mode else ''} {claim.aux.value}"
        yield f"{number}\t{one.story}\t{code}\t{sides[0]} -> {sides[1]}\t{trigger.words if trigger else '-'}\t{claim.confidence}\t{' '.join(one.sentence.split())}"


def main(arguments: list[str]) -> int:
    """0; 1 where the stories are not here."""
    parser = argparse.ArgumentParser(prog="python -m evals.quiet", description=__doc__)
    for flag, number in (("--stories", 300), ("--sample", 100), ("--seed", 7)):
        parser.add_argument(flag, type=int, default=number)
    options = parser.parse_args(arguments)
    gold = gold_dir()
    if gold is None:
        print("evals.quiet: no gold here (looked for LEGATION_GOLD and ../shared/gold)")
        return 1
    random = Random(options.seed)
    read = [events(row) for row in stories(gold / "corpus" / "reuters21578.jsonl.gz", options.stories, random)]
    found = [one for _, own in read for one in own]
    sentences = sum(count for count, _ in read)
    print(
        f"{len(read)} stories, {sentences} sentences, {len(found)} events: {1000 * len(found) / max(1, sentences):.0f} per 1,000 sentences"
    )
    print(
        Counter(one.claim.payload.event_type for one in found if isinstance(one.claim.payload, EventCode)).most_common()
    )
    print("\n".join(lines(random.sample(found, min(options.sample, len(found))))))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
