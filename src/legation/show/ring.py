"""The network of actors on a ring: the order of the ring is by weight, an edge's colour its sign, its weight the happenings behind it."""

from __future__ import annotations

import math
from collections.abc import Sequence

import msgspec
from markupsafe import Markup

from legation.show.svg import drawing, element, titled

_SIZE, _RADIUS = 640, 230


class Edge(msgspec.Struct, frozen=True, kw_only=True):
    """Two actors with the number of happenings between them, their mean score, the most origins that one of them has, and a link."""

    a: str
    b: str
    count: int
    mean: float
    origins: int
    link: str


def ring(edges: Sequence[Edge], names: dict[str, str], links: dict[str, str], *, title: str) -> Markup:
    """The drawing; actors stand by degree around the ring, so that the same edges always give the same picture."""
    degree: dict[str, int] = {}
    for edge in edges:
        degree[edge.a] = degree.get(edge.a, 0) + edge.count
        degree[edge.b] = degree.get(edge.b, 0) + edge.count
    nodes = sorted(degree, key=lambda n: (-degree[n], n))
    places = {node: _place(number, len(nodes)) for number, node in enumerate(nodes)}
    most = max((edge.count for edge in edges), default=1)
    parts = [_edge(edge, places, names, most) for edge in sorted(edges, key=lambda e: (e.count, e.a, e.b))]
    parts += [_node(node, places[node], names.get(node, node), links.get(node, "#"), degree[node]) for node in nodes]
    return drawing(parts, width=_SIZE + 160, height=_SIZE, title=title, class_="network", links=True)


def _place(number: int, of: int) -> tuple[float, float]:
    angle = 2 * math.pi * number / max(1, of) - math.pi / 2
    return (_SIZE + 160) / 2 + _RADIUS * math.cos(angle), _SIZE / 2 + _RADIUS * math.sin(angle)


def _edge(edge: Edge, places: dict[str, tuple[float, float]], names: dict[str, str], most: int) -> Markup:
    (x1, y1), (x2, y2) = places[edge.a], places[edge.b]
    sign = "plus" if edge.mean > 0.5 else "minus" if edge.mean < -0.5 else "even"
    says = f"{names.get(edge.a, edge.a)} and {names.get(edge.b, edge.b)}: {edge.count} happenings, mean score {edge.mean:.1f}, up to {edge.origins} origins"
    middle = f"M{x1:.1f} {y1:.1f}Q{(_SIZE + 160) / 2:.1f} {_SIZE / 2:.1f} {x2:.1f} {y2:.1f}"
    strong = "strong" if edge.origins > 1 else "weak"
    drawn = titled(
        "path", says, d=middle, class_=f"edge {sign} {strong}", stroke_width=1.0 + 5.0 * math.sqrt(edge.count / most)
    )
    return element("a", drawn, href=edge.link, aria_label=says)


def _node(node: str, at: tuple[float, float], name: str, link: str, degree: int) -> Markup:
    x, y = at
    side = "start" if x > (_SIZE + 160) / 2 + 1 else "end" if x < (_SIZE + 160) / 2 - 1 else "middle"
    away = 12 if side == "start" else -12 if side == "end" else 0
    lift = 4 if side != "middle" else (-12 if y < _SIZE / 2 else 22)
    dot = element("circle", cx=x, cy=y, r=5, class_="node")
    label = element(
        "text", name if len(name) < 24 else name[:23] + "…", x=x + away, y=y + lift, text_anchor=side, class_="name"
    )
    return element("a", dot + label, href=link, aria_label=f"{name}: in {degree} happenings")
