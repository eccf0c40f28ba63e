"""Shares of suppliers (or recipients) by windows of years, with concentration, and all that is left out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from legation.corroborate.portion import Portion, portions
from legation.corroborate.register import made
from legation.lexicon.dependence import limits
from legation.record.dependence import Concentration, Dependence, Share, Standing, Window
from legation.record.register import Entry

UNSIGNED = "not signed, or only forecast, denied, suspended or cancelled"
SCOPE = "out of scope (small arms, ammunition, services and other kinds that registers do not count)"
UNDATED = "without any year"
OUTSIDE = "outside the years asked for"
UNPLACED = "of a {side} that is not known, some of which may be its"
"""Why a deal is in no window, in words."""


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """A state (ISO 3166 alpha-3) on one side of its deals, and the years, both ends in it; None for as far as the deals go."""

    recipient: str | None = None
    supplier: str | None = None
    since: int | None = None
    until: int | None = None
    window: int | None = None

    def party(self, entry: Entry) -> str | None:
        """Who stands on the other side of the entry."""
        return entry.supplier if self.recipient else entry.recipient

    def takes(self, entry: Entry) -> bool:
        """Whether the entry is one of the state's."""
        return entry.recipient == self.recipient if self.recipient else entry.supplier == self.supplier

    def unplaced(self, entry: Entry) -> bool:
        """Whether nobody says on the state's side of the entry who it is."""
        return (entry.recipient if self.recipient else entry.supplier) is None


class _Part(msgspec.Struct, frozen=True):
    entry: Entry
    portion: Portion


def dependence(entries: Iterable[Entry], asked: Asked, *, tellers: Mapping[str, str]) -> Dependence:
    """The windows of a state, aligned on the last year. `tellers` gives the independent origin of each claim.

    A deal counts once in each window that has a portion of it; see `portions` for the years of its items.
    """
    left = Counter[str]()
    known = sorted(entries, key=lambda e: e.deal)
    parts = [p for e in known if asked.takes(e) for p in _parts(e, left)]
    size = asked.window or limits().window_years
    since, until = _years(parts, asked, size)
    inside = {p.entry.deal for p in parts if since <= p.portion.year <= until}
    left[OUTSIDE] = len({p.entry.deal for p in parts} - inside)
    unplaced = UNPLACED.format(side="recipient" if asked.recipient else "supplier")
    left[unplaced] = sum(asked.unplaced(e) and made(e) and e.in_sipri_scope for e in known)
    return Dependence(
        of=asked.recipient or asked.supplier or "",
        parties="suppliers" if asked.recipient else "recipients",
        window_years=size,
        windows=tuple(_window(first, last, parts, asked, tellers) for first, last in spans(since, until, size)),
        left_out={reason: count for reason, count in sorted(left.items()) if count},
    )


def _years(parts: Iterable[_Part], asked: Asked, size: int) -> tuple[int, int]:
    """The years asked for; where none are, those of the deals, the first so that the earliest window is a whole one."""
    years = [p.portion.year for p in parts]
    until = asked.until if asked.until is not None else max(years, default=0)
    if asked.since is not None:
        return asked.since, until
    windows = -(-(until + 1 - min(years, default=until + 1)) // size)
    return until + 1 - size * windows, until


def spans(since: int, until: int, size: int) -> list[tuple[int, int]]:
    """The windows from the earliest, each of `size` years and ending with `until`; the earliest is cut at `since`.

    >>> spans(2012, 2024, 5)
    [(2012, 2014), (2015, 2019), (2020, 2024)]
    """
    ends = range(until, since - 1, -size)
    return [(max(since, end - size + 1), end) for end in reversed(ends)]


def _parts(entry: Entry, left: Counter[str]) -> Iterator[_Part]:
    if not made(entry):
        left[UNSIGNED] += 1
    elif not entry.in_sipri_scope:
        left[SCOPE] += 1
    elif not (found := portions(entry)):
        left[UNDATED] += 1
    else:
        yield from (_Part(entry, portion) for portion in found)


def _window(first: int, last: int, parts: Iterable[_Part], asked: Asked, tellers: Mapping[str, str]) -> Window:
    inside = [p for p in parts if first <= p.portion.year <= last]
    entries = list({p.entry.deal: p.entry for p in inside}.values())
    shares = _shares(inside, entries, asked)
    origins = _origins(entries, tellers)
    without = _deals(p for p in inside if p.portion.number is None)
    return Window(
        since=first,
        until=last,
        shares=shares,
        items_hhi=concentration({s.party: s.items for s in shares}, complete=not without),
        deals_hhi=concentration({s.party: s.deals for s in shares}),
        deals=len(entries),
        origins=origins,
        without_number=without,
        unknown_party=sum(asked.party(e) is None for e in entries),
        estimated=_deals(p for p in inside if p.portion.estimated),
        spread=_deals(p for p in inside if p.portion.spread),
        dated_by_order=_deals(p for p in inside if p.portion.by_order),
        thin=len(entries) < limits().thin_deals or origins < limits().thin_origins,
    )


def _deals(parts: Iterable[_Part]) -> int:
    return len({p.entry.deal for p in parts})


def _shares(inside: Sequence[_Part], entries: Sequence[Entry], asked: Asked) -> tuple[Share, ...]:
    items: dict[str, dict[str | None, float]] = {"delivered": defaultdict(float), "ordered": defaultdict(float)}
    for part in inside:
        items[part.portion.basis][asked.party(part.entry)] += part.portion.number or 0
    deals = Counter(asked.party(entry) for entry in entries)
    total = sum(n for counts in items.values() for n in counts.values())
    found = [
        Share(
            party=party,
            items_delivered=items["delivered"][party],
            items_ordered=items["ordered"][party],
            items_share=(items["delivered"][party] + items["ordered"][party]) / total if total else None,
            deals=count,
            deals_share=count / len(entries),
        )
        for party, count in deals.items()
    ]
    return tuple(sorted(found, key=lambda s: (-s.items, -s.deals, s.party is None, s.party or "")))


def concentration(counts: Mapping[str | None, float], *, complete: bool = True) -> Concentration:
    """The sum of the squared shares of the parties that are known; the part of the unknown one (None) is in the whole only.

    >>> concentration({"AAA": 6, "BBB": 3, None: 1}).value
    0.45
    """
    total = sum(counts.values())
    known = [count for party, count in counts.items() if party is not None and count]
    standing = Standing.AT_LEAST if counts.get(None) else Standing.ALL
    index = round(sum((count / total) ** 2 for count in known), 4) if known else None
    return Concentration(value=index, standing=standing if complete else Standing.KNOWN_ONLY)


def _origins(entries: Iterable[Entry], tellers: Mapping[str, str]) -> int:
    """How many independent origins stand behind the entries: one that tells of two deals counts once."""
    found: set[str] = set()
    untold = 0
    for entry in entries:
        own = {tellers[claim] for claim in entry.claims if claim in tellers}
        found |= own
        untold += 0 if own else entry.origins
    return len(found) + untold
