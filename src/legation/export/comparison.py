"""A comparison as text for reading and as JSON lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from legation.export.notation import safe
from legation.lexicon.compare import scores
from legation.record.comparison import Comparison, Difference, Pair
from legation.record.listed import Listed
from legation.record.register import Entry

SORTS = {
    "differs": "differs",
    "only_ours": "only ours",
    "only_theirs": "only theirs",
    "finer": "finer or coarser",
    "estimate": "differs, an estimate",
}
"""How a pair may differ in a field, in print."""


def comparison_jsonl(found: Comparison) -> Iterator[str]:
    """One object per line: the summary first, then each deal and each issue of the file; `record` says what a line is."""
    yield _line("summary", summary(found))
    groups = {"both": found.both, "early": found.early, "only_ours": found.only_ours, "only_theirs": found.only_theirs}
    for name, items in {**groups, "issue": found.issues}.items():
        for item in items:
            yield _line(name, msgspec.to_builtins(item))


def _line(record: str, row: dict[str, object]) -> str:
    return msgspec.json.encode({"record": record, **row}).decode()


def summary(found: Comparison) -> dict[str, object]:
    """The counts of a comparison; `differences` by field and sort."""
    return {
        "path": found.path,
        "family": found.family,
        "both": len(found.both),
        "agreeing": found.agreeing,
        "early": len(found.early),
        "only_ours": len(found.only_ours),
        "only_theirs": len(found.only_theirs),
        "differences": _by_field(found),
        "left_out": found.left_out,
        "issues": dict(sorted(Counter(i.severity for i in found.issues).items())),
    }


def _by_field(found: Comparison) -> dict[str, dict[str, int]]:
    counts: dict[str, Counter[str]] = {}
    for difference in (d for pair in (*found.both, *found.early) for d in pair.differences):
        counts.setdefault(difference.field, Counter())[difference.sort] += 1
    return {field: dict(sorted(sorts.items())) for field, sorts in counts.items()}


def comparison_text(found: Comparison) -> Iterator[str]:
    """The comparison in lines: counts, then each deal with its reasons and differences, then what a difference may mean."""
    yield f"Compared with {safe(found.path)} ({found.family})"
    yield f"  found in both {len(found.both)}, of them {found.agreeing} without a contradiction; in the file and not signed in ours {len(found.early)}; only ours {len(found.only_ours)}; only theirs {len(found.only_theirs)}"
    yield from _pairs("Found in both", found.both)
    yield from _pairs("In the file, and known to ours only as talks, offer, notice, forecast or denial", found.early)
    yield from _alone(f"Only ours: {scores().meaning['only_ours']}", map(_ours, found.only_ours))
    yield from _alone(f"Only theirs: {scores().meaning['only_theirs']}", map(_theirs, found.only_theirs))
    yield from _meanings(found)
    yield from _alone("Deals of ours that the file cannot be expected to have", _left(found))
    yield from _alone("The file", (f"{i.severity}: {safe(i.reason)}" for i in found.issues))


def _pairs(title: str, pairs: Iterable[Pair]) -> Iterator[str]:
    yield from _alone(title, (line for pair in pairs for line in _pair(pair)))


def _alone(title: str, lines: Iterable[str]) -> Iterator[str]:
    """A title with its lines beneath, nothing when there are none."""
    for number, line in enumerate(lines):
        if not number:
            yield ""
            yield title
        yield f"  {line}"


def _pair(pair: Pair) -> Iterator[str]:
    yield f"{_ours(pair.ours)}  =  {_theirs(pair.theirs)}"
    yield f"    {pair.score:+d}: " + "; ".join(safe(f"{f.reason} ({f.score:+d})") for f in pair.features)
    if pair.rivals:
        yield f"    as good a match: {safe(', '.join(pair.rivals))}"
    for difference in pair.differences:
        yield from _difference(difference)


def _difference(found: Difference) -> Iterator[str]:
    name, sort = found.field.replace("_", " "), SORTS[found.sort]
    yield safe(f"    {name}: ours {found.ours or 'not known'}, theirs {found.theirs or 'not known'} [{sort}]")
    for side, claims in (("ours", found.claims), ("theirs", found.agreeing)):
        for claim in claims:
            yield safe(f'        says {side}: {claim.claim} in {claim.article}: "{claim.words}"')


def _ours(entry: Entry) -> str:
    year = f", ordered {entry.order_year}" if entry.order_year else ""
    parties = f"{entry.supplier or 'unknown'} -> {entry.recipient or 'unknown'}"
    stage = f"{'forecast: ' if entry.forecast else ''}{entry.stage.value.replace('_', ' ')}"
    return safe(f"{parties}  {entry.designation}{year}  {stage}  ({entry.deal})")


def _theirs(deal: Listed) -> str:
    year = f", ordered {deal.order_year}" if deal.order_year else ""
    lines = f"line{'s' if len(deal.lines) > 1 else ''} {', '.join(map(str, deal.lines))}"
    parties = f"{deal.supplier or deal.supplier_name} -> {deal.recipient or deal.recipient_name}"
    return safe(f"{parties}  {deal.designation}{year}  ({deal.id}, {lines})")


def _meanings(found: Comparison) -> Iterator[str]:
    lines = (
        f"{field.replace('_', ' ')} ({', '.join(f'{n} {SORTS[sort]}' for sort, n in sorts.items())}): {scores().meaning[field]}"
        for field, sorts in _by_field(found).items()
    )
    yield from _alone("What a difference may mean", lines)


def _left(found: Comparison) -> Iterator[str]:
    return (f"{count} {reason}" for reason, count in found.left_out.items())
