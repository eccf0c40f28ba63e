"""A user's reference file beside the record: found in both, only in ours, only in theirs, and what differs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial

import msgspec

from legation.corroborate.differ import Told, differing, fields_of
from legation.corroborate.pair import pairs
from legation.corroborate.register import made
from legation.lexicon.load import Lexicon
from legation.record.comparison import Choice, Comparison, Difference, Pair
from legation.record.listed import Listed, Reference
from legation.record.register import Entry

PARTIES = "between parties that the file does not have"
YEARS = "outside the years of the file"
UNSIGNED = "not known as signed or delivered (talks, offers, notices, forecasts, denials)"
SCOPE = "of a kind that the reference does not cover"


def compare(
    entries: Iterable[Entry], reference: Reference, lexicon: Lexicon, *, choice: Choice, told: Told
) -> Comparison:
    """The comparison. All is paired before anything is left out, so that a deal on the edge of the years asked for finds its other half.

    Signed deals are paired first; what the file has beyond them is then looked for among talks, offers and notices (`early`).
    """
    known = sorted(entries, key=lambda e: e.deal)
    both = pairs([e for e in known if made(e)], reference.deals, lexicon)
    early = pairs([e for e in known if not made(e)], _rest(reference.deals, both), lexicon)
    paired = {pair.ours.deal for pair in (*both, *early)}
    only, left = _only_ours([e for e in known if e.deal not in paired and choice.takes(e)], reference.deals)
    differ = partial(differing, fields=fields_of(reference.deals), told=told, lexicon=lexicon)
    return Comparison(
        path=reference.path,
        family=reference.family,
        both=_shown(both, choice, differ),
        early=_shown(early, choice, differ),
        only_ours=only,
        only_theirs=tuple(d for d in _rest(reference.deals, (*both, *early)) if choice.takes(d)),
        left_out=left,
        issues=reference.issues,
    )


def _rest(deals: Sequence[Listed], paired: Iterable[Pair]) -> tuple[Listed, ...]:
    taken = {pair.theirs.id for pair in paired}
    return tuple(deal for deal in deals if deal.id not in taken)


def _shown(found: Iterable[Pair], choice: Choice, differ: Callable[[Pair], tuple[Difference, ...]]) -> tuple[Pair, ...]:
    """The pairs of which either half is asked for, in the order of a register, with their differences."""
    asked = [pair for pair in found if choice.takes(pair.ours) or choice.takes(pair.theirs)]
    return tuple(msgspec.structs.replace(pair, differences=differ(pair)) for pair in sorted(asked, key=_place))


def _place(pair: Pair) -> tuple[str, str, str, str]:
    return pair.theirs.recipient_name, pair.theirs.supplier_name, pair.theirs.designation, pair.theirs.id


def _only_ours(entries: Iterable[Entry], deals: Sequence[Listed]) -> tuple[tuple[Entry, ...], dict[str, int]]:
    """The entries that the file could have and has not, and how many could not be in it, by reason."""
    cover = _cover(deals)
    listed: list[Entry] = []
    left = Counter[str]()
    for entry in entries:
        reason = cover.reason(entry)
        if reason is None:
            listed.append(entry)
        else:
            left[reason] += 1
    listed.sort(key=lambda e: (e.recipient or "", e.supplier or "", e.designation, e.deal))
    return tuple(listed), dict(sorted(left.items()))


class _Cover(msgspec.Struct, frozen=True, kw_only=True):
    """What a file can have: its one supplier or recipient where all rows have the same (else all), and its first and last year."""

    supplier: str | None
    recipient: str | None
    since: int
    until: int

    def reason(self, entry: Entry) -> str | None:
        """Why the file cannot be expected to have the entry, or None."""
        if not made(entry):
            return UNSIGNED
        if not entry.in_sipri_scope:
            return SCOPE
        if self.supplier not in (None, entry.supplier or self.supplier):
            return PARTIES
        if self.recipient not in (None, entry.recipient or self.recipient):
            return PARTIES
        years = [y for y in (entry.order_year, *entry.delivery_years) if y is not None]
        return YEARS if years and not any(self.since <= y <= self.until for y in years) else None


def _cover(deals: Sequence[Listed]) -> _Cover:
    """The cover of a file. One that was saved for a single recipient has nothing of the others."""
    suppliers, recipients = {d.supplier_name for d in deals}, {d.recipient_name for d in deals}
    years = [y for d in deals for y in (d.order_year, *d.delivery_years) if y is not None]
    return _Cover(
        supplier=deals[0].supplier if len(suppliers) == 1 else None,
        recipient=deals[0].recipient if len(recipients) == 1 else None,
        since=min(years, default=0),
        until=max(years, default=9999),
    )
