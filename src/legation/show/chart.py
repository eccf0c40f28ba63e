"""Charts: bars over months, marks over time, shares; drawn on the server."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from markupsafe import Markup

from legation.show.svg import drawing, element, titled

WIDTH = 720
_LEFT, _RIGHT, _TOP, _BOTTOM = 44, 8, 10, 22


class Bar(msgspec.Struct, frozen=True):
    """One bar: its label under the axis, its value, and what it says when it is pointed at. None is drawn as a gap."""

    label: str
    value: float | None
    says: str
    class_: str = "bar"


def bars(found: Sequence[Bar], *, title: str, height: int = 140, width: int = WIDTH) -> Markup:
    """Bars from zero; negative values hang down."""
    values = [bar.value for bar in found if bar.value is not None]
    low, high = min([0.0, *values]), max([0.0, *values])
    span = (high - low) or 1.0
    step = (width - _LEFT - _RIGHT) / max(1, len(found))
    inner = height - _TOP - _BOTTOM

    def y(value: float) -> float:
        return _TOP + inner * (high - value) / span

    parts = _axis(width, y, low, high)
    for number, bar in enumerate(found):
        if bar.value:
            top, bottom = sorted((y(bar.value), y(0.0)))
            at = {"x": _LEFT + number * step + step * 0.12, "width": max(1.0, min(step * 0.76, 36.0))}
            parts.append(titled("rect", bar.says, y=top, height=max(1.0, bottom - top), rx=1, class_=bar.class_, **at))
    parts += _labels([bar.label for bar in found], step, height)
    return drawing(parts, width=width, height=height, title=title)


def _axis(width: int, y: object, low: float, high: float) -> list[Markup]:
    marks = sorted({low, 0.0, high})
    parts = []
    for value in marks:
        at = y(value)  # type: ignore[operator]
        parts.append(element("line", x1=_LEFT, x2=width - _RIGHT, y1=at, y2=at, class_="rule" if value else "axis"))
        parts.append(element("text", f"{value:g}" if abs(value) >= 10 or value == int(value) else f"{value:.1f}",
                             x=_LEFT - 6, y=at + 4, text_anchor="end", class_="label"))  # fmt: skip
    return parts


def _labels(labels: Sequence[str], step: float, height: int) -> list[Markup]:
    """Labels under the axis, as many as there is room for."""
    every = max(1, -(-len(labels) // max(1, int(len(labels) * step // 64))))
    return [
        element("text", label, x=_LEFT + (n + 0.5) * step if every == 1 else _LEFT + n * step, y=height - 6, class_="label",
                text_anchor="middle" if every == 1 else "start")
        for n, label in enumerate(labels)
        if n % every == 0
    ]  # fmt: skip


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """One mark on a lane: from 0 to 1 along it, a link, what it says; hollow for what is only planned or denied."""

    at: float
    until: float
    link: str
    says: str
    class_: str = "mark"
    hollow: bool = False


class Lane(msgspec.Struct, frozen=True):
    """A lane of a timeline with its name."""

    name: str
    marks: tuple[Mark, ...]


def lanes(found: Sequence[Lane], ticks: Sequence[tuple[float, str]], *, title: str, width: int = 960) -> Markup:
    """Lanes over one another along the same time; each mark is a link."""
    left, row = 150, 30
    height = row * len(found) + 34
    room = width - left - 16
    parts: list[Markup] = []
    for at, label in ticks:
        x = left + at * room
        parts.append(element("line", x1=x, x2=x, y1=4, y2=height - 24, class_="rule"))
        parts.append(element("text", label, x=x, y=height - 6, text_anchor="middle", class_="label"))
    for number, lane in enumerate(found):
        y = 8 + number * row + row / 2
        parts.append(element("text", _short(lane.name), x=left - 10, y=y + 4, text_anchor="end", class_="lane"))
        parts.append(element("line", x1=left, x2=width - 16, y1=y, y2=y, class_="axis"))
        parts += [_mark(mark, left, room, y) for mark in lane.marks]
    return drawing(parts, width=width, height=height, title=title, class_="chart wide", links=True)


def _mark(mark: Mark, left: int, room: int, y: float) -> Markup:
    x, end = left + mark.at * room, left + mark.until * room
    class_ = mark.class_ + (" hollow" if mark.hollow else "")
    if end - x > 10:
        drawn = titled("rect", mark.says, x=x, y=y - 4, width=end - x, height=8, rx=4, class_=class_ + " long")
    else:
        drawn = titled("circle", mark.says, cx=x, cy=y, r=5, class_=class_)
    return element("a", drawn, href=mark.link, aria_label=mark.says)


def _short(name: str) -> str:
    return name if len(name) <= 22 else name[:21] + "…"
