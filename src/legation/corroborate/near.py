"""How near two reports are to one happening: a table of features, each with its points and its reason."""

from __future__ import annotations

from legation.corroborate.cluster import NEVER
from legation.corroborate.report import Report
from legation.lexicon.happening import happening_rules
from legation.record.comparison import Feature
from legation.record.link import Link
from legation.resolve.setting import distance
from legation.resolve.site import Site


def near(a: Report, b: Report) -> tuple[Feature, ...] | None:
    """The features of two reports of one block, or None where one rules them out: a day that is not known, in two articles."""
    if (a.days is None or b.days is None) and a.article != b.article:
        return None
    return sides(a, b), kind(a, b), mode(a, b), time(a, b), place(a, b), word(a, b)


def points(a: Report, b: Report) -> float:
    """The sum of the points of two reports; `NEVER` where they are ruled out."""
    features = near(a, b)
    return NEVER if features is None else float(sum(f.score for f in features))


def _points(name: str, outcome: str, reason: str) -> Feature:
    return Feature(name, happening_rules().event.score[f"{name}_{outcome}"], reason)


def sides(a: Report, b: Report) -> Feature:
    """Who does it to whom, the same way or turned."""
    if (a.actors, a.recipients) == (b.actors, b.recipients):
        return _points("sides", "same", f"both: {'+'.join(a.actors)} > {'+'.join(a.recipients)}")
    return _points("sides", "turned", "the same parties on other sides")


def kind(a: Report, b: Report) -> Feature:
    """The same type, or one of its family, which the block holds together."""
    mine, other = a.payload.event_type, b.payload.event_type
    return _points("type", "same" if mine == other else "family", f"{mine} and {other}")


def mode(a: Report, b: Report) -> Feature:
    """The same mode, another one, or one not known."""
    mine, other = a.payload.mode, b.payload.mode
    if mine is None or other is None:
        return _points("mode", "unknown", "no mode on a side")
    return _points("mode", "same" if mine == other else "other", f"{mine} and {other}")


def time(a: Report, b: Report) -> Feature:
    """The days between; days that both state must be near, a day of publication may follow within the window."""
    rules = happening_rules().event
    if a.days is None or b.days is None:
        return _points("time", "unknown", "no day on a side")
    gap = max(0, a.days[0] - b.days[1], b.days[0] - a.days[1])
    wide = max(last - first for first, last in (a.days, b.days)) > rules.window_days
    limit = rules.near_days if a.stated and b.stated else rules.window_days
    if gap > limit:
        return _points("time", "apart", f"{gap} days between, more than {limit}")
    if wide or gap > rules.near_days:
        return _points("time", "window", "one only gives a long time" if wide else f"{gap} days between")
    return _points("time", "near" if gap else "same", f"{gap} days between")


def place(a: Report, b: Report) -> Feature:
    """The distance of the nearest two places within the evidence."""
    rules = happening_rules().event
    gaps = [distance(_site(x), _site(y)) for x in a.places for y in b.places if None not in (x.lat, y.lat)]
    if not gaps:
        return _points("place", "unknown", "no place on a side")
    gap = min(gaps)
    outcome = "near" if gap <= rules.near_km else "far" if gap > rules.far_km else "between"
    return _points("place", outcome, f"{gap:.0f} km between")


def _site(link: Link) -> Site:
    return Site(link.target, link.name, link.kind, link.country, "", link.lat, link.lon)


def word(a: Report, b: Report) -> Feature:
    """The same word for the deed."""
    same = bool(a.word) and a.word == b.word
    return _points("word", "same" if same else "other", f"{a.word!r} and {b.word!r}")
