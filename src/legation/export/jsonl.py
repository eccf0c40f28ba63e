"""The record as JSON lines: one object per article's claim, happening and deal, each with its words."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from legation.pipeline import fold
from legation.record.reading import Reading
from legation.store.open import Store
from legation.store.view import load_readings

SCHEMA_VERSION = 1


def jsonl(store: Store) -> Iterator[str]:
    """The lines: claims by article, then happenings, then deals. Each says its `record` kind and the schema's version."""
    for reading in load_readings(store):
        yield from (_line(row) for row in _claims(reading))
    record = fold(load_readings(store))
    for kind, items in (("event", record.events), ("deal", record.deals)):
        for item in items:
            yield _line({"record": kind, **msgspec.to_builtins(item)})


def _claims(reading: Reading) -> Iterator[dict[str, object]]:
    article = reading.article
    frame = {
        "id": article.id,
        "url": article.url,
        "outlet": article.outlet,
        "title": article.title,
        "published": article.published,
    }
    links = {(link.span.start, link.span.end): [] for link in reading.links}  # type: dict[tuple[int, int], list[object]]
    for link in reading.links:
        links[link.span.start, link.span.end].append(msgspec.to_builtins(link))
    for claim in reading.claims:
        spans = {(part.span.start, part.span.end) for part in claim.roles}
        own = [x for span in sorted(spans) for x in links.get(span, [])]
        yield {"record": "claim", "kind": claim.kind, **msgspec.to_builtins(claim), "article": frame, "links": own}


def _line(row: dict[str, object]) -> str:
    return msgspec.json.encode({"schema_version": SCHEMA_VERSION, **row}).decode()
