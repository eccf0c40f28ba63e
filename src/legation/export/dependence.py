"""Shares and concentration as text for reading and as JSON lines."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from legation.export.notation import safe
from legation.record.dependence import Concentration, Dependence, Share, Standing, Window

NO_VOLUME = (
    "Counts are no volumes: a patrol boat and a frigate count alike, a missile as much as the aircraft that carries it. "
    "Compare them with no trend-indicator value and no sum of money."
)
"""What must stand beside every share. **Source:** SIPRI: a volume needs the cost of each weapon, which news does not tell."""
_STANDINGS = {
    Standing.ALL: "",
    Standing.AT_LEAST: "at least ",
    Standing.KNOWN_ONLY: "of deals with a number only, no bound: ",
}


def dependence_jsonl(found: Dependence) -> Iterator[str]:
    """One object per window, earliest first, then one with what is left out."""
    head = {"of": found.of, "parties": found.parties}
    for window in found.windows:
        shares = [{**msgspec.to_builtins(s), "items": s.items} for s in window.shares]
        yield _line({"record": "window", **head, **msgspec.to_builtins(window), "shares": shares})
    yield _line({"record": "left_out", **head, "left_out": found.left_out, "note": NO_VOLUME})


def _line(row: dict[str, object]) -> str:
    return msgspec.json.encode(row).decode()


def dependence_text(found: Dependence) -> Iterator[str]:
    """The windows in lines: shares, concentration, what stands behind them and what is missing; last what is in no window."""
    yield f"{found.parties.capitalize()} of {safe(found.of)}, by windows of {found.window_years} years. {NO_VOLUME}"
    yield "Items are those delivered, by year of delivery; of a deal of which no delivered number is known those ordered. A deal counts once a window."
    for window in found.windows:
        yield ""
        yield from _window(window, found.window_years)
    if found.left_out:
        yield ""
        yield "Left out: " + "; ".join(f"{_deals(count)} {reason}" for reason, count in found.left_out.items())


def _window(window: Window, size: int) -> Iterator[str]:
    years = _years(window, size)
    if not window.deals:
        yield f"{years}: no deal known; no news is no evidence of absence"
        return
    thin = ", thin: one deal more would move the shares much" if window.thin else ""
    yield f"{years}: {_deals(window.deals)} from {window.origins} independent origin{_s(window.origins)}{thin}"
    for share in window.shares:
        yield _share(share)
    yield f"    HHI by items {_index(window.items_hhi)}; by deals {_index(window.deals_hhi)}"
    if gaps := list(_gaps(window)):
        yield "    " + "; ".join(gaps)


def _years(window: Window, size: int) -> str:
    count = window.until - window.since + 1
    years = str(window.since) if count == 1 else f"{window.since}-{window.until}"
    return f"{years} ({count} of {size} years)" if count < size else years


def _share(share: Share) -> str:
    items = f"{share.items:>9.4g} items ({share.items_delivered:.4g} delivered, {share.items_ordered:.4g} ordered)"
    part = "    -" if share.items_share is None else f"{share.items_share:>5.0%}"
    return safe(f"    {share.party or 'unknown':<10}{items} {part}   {_deals(share.deals)} {share.deals_share:>4.0%}")


def _index(found: Concentration) -> str:
    return "not known" if found.value is None else f"{_STANDINGS[found.standing]}{found.value:.2f}"


def _gaps(window: Window) -> Iterator[str]:
    told = (
        (window.without_number, "without a number, counted as deals only"),
        (window.unknown_party, "whose other party is not known"),
        (window.estimated, "with a number or year that is an estimate"),
        (window.spread, "whose number is spread evenly over the years of delivery"),
        (window.dated_by_order, "delivered in a year not told, put into the year of the order"),
    )
    return (f"{_deals(count)} {words}" for count, words in told if count)


def _deals(count: int) -> str:
    return f"{count} deal{_s(count)}"


def _s(count: int) -> str:
    return "" if count == 1 else "s"
