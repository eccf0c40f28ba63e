"""The firms that a stretch of text lists: known ones, and names in capitals before a comma, a place or the list's next part."""

from __future__ import annotations

import re
from collections.abc import Iterator

from legation.extract.scene import Scene, of_sort
from legation.record.span import Span

_PART = re.compile(r"[^;]+?(?=;|\s+and\s+(?=[A-Z])|\.\s|\.?$)")
_FIRM = re.compile(r"(?:the\s)?(?P<name>[A-Z][\w&.'’-]*(?:\s(?:[A-Z&][\w&.'’-]*|de|du|von))*)")
_FILL = re.compile(r"^(?:\s*(?:;|and|the|as follows|:))*\s*")


def makers(scene: Scene, stretch: Span) -> Iterator[Span]:
    """The spans of the firms that a stretch lists, in text order, each once."""
    known = of_sort(scene.mentions(stretch), ("company",))
    for part in _PART.finditer(scene.words(stretch)):
        start = stretch.start + part.start() + len(_FILL.match(part.group()).group())  # type: ignore[union-attr]
        end = stretch.start + part.end()
        own = [m.span for m in known if start <= m.span.start < end]
        name = _FIRM.match(scene.article.text, start, end)
        if own:
            yield own[0]
        elif name is not None:
            yield Span(name.start("name"), start + len(scene.article.text[start : name.end("name")].rstrip(".")))
