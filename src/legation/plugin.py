"""One registry, four entry-point groups: readers, extractors, gazetteers, models. Built-ins are registered the same way.

legation.readers      ending (".xyz") -> Callable[[bytes, str], Iterator[Article | Issue]]; a third parameter gets the Manner, `@streamed` a stream
legation.extractors   name -> Callable[[Scene], Iterable[Claim]]
legation.gazetteers   name -> Callable[[], Lexicon]
legation.models       name -> Callable[[], Parser | Encoder | TransferEncoder]: a reading uses "parser", "encoder" (events) and "transfers"
"""

from __future__ import annotations

import inspect
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from legation.errors import PluginError
from legation.extract.coder import Coder
from legation.extract.registrar import Registrar
from legation.pipeline import Tools

GROUPS = ("readers", "extractors", "gazetteers", "models")
_BUILT_IN = {
    "readers": {
        **dict.fromkeys((".txt", ".text", ".md"), "legation.read.text:read_text"),
        **dict.fromkeys((".html", ".htm", ".xhtml"), "legation.read.html:read_html"),
        **dict.fromkeys((".jsonl", ".ndjson"), "legation.read.jsonl:read_jsonl"),
        ".json": "legation.read.json:read_json",
        **dict.fromkeys((".csv", ".tsv"), "legation.read.csv:read_csv"),
        ".parquet": "legation.read.parquet:read_parquet",
        ".warc": "legation.read.warc:read_warc",
        **dict.fromkeys((".rss", ".atom"), "legation.read.feed:read_feed"),
        ".xml": "legation.read.xml:read_xml",
        ".mbox": "legation.read.mail:read_mbox",
        ".eml": "legation.read.mail:read_mail",
        ".pdf": "legation.read.pdf:read_pdf",
        **dict.fromkeys((".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp"), "legation.read.image:read_image"),
        **dict.fromkeys((".gz", ".tgz"), "legation.read.archive:read_gzip"),
        ".bz2": "legation.read.archive:read_bzip2",
        ".xz": "legation.read.archive:read_xz",
        ".zip": "legation.read.archive:read_zip",
        ".tar": "legation.read.archive:read_tar",
    },
    "extractors": {
        "official": "legation.extract.official:officials",
        "variant": "legation.extract.variant:variants",
        "attack": "legation.extract.attack:attacks",
        "relation": "legation.extract.relation:relations",
    },
    "gazetteers": {"default": "legation.lexicon.load:load_lexicon"},
    "models": {
        "parser": "legation.model.spacy_parser:SpacyParser",
        "encoder": "legation.model.encoder:EventEncoder",
        "transfers": "legation.model.transfer_encoder:ShippedTransferEncoder",
    },
}


def plugins(group: str) -> dict[str, EntryPoint]:
    """The plugins of a group by name: the built-ins first, installed ones after them."""
    if group not in GROUPS:
        raise PluginError(f"plugin group {group!r}: not known; expected one of {', '.join(GROUPS)}")
    built_in = {n: EntryPoint(n, v, f"legation.{group}") for n, v in _BUILT_IN.get(group, {}).items()}
    return built_in | {e.name: e for e in entry_points(group=f"legation.{group}")}


def load(group: str, name: str) -> Any:
    """The object that a plugin's entry point names; PluginError lists the names when it is not there."""
    found = plugins(group)
    if name not in found:
        raise PluginError(f"plugin {name!r} of {group}: not found; available: {', '.join(found) or 'none'}")
    try:
        return found[name].load()
    except (ImportError, AttributeError) as fault:
        raise PluginError(
            f"plugin {name!r} of {group} ({found[name].value}): {fault}; reinstall its package"
        ) from fault


def where(group: str, name: str) -> str:
    """The file and line of a plugin's code."""
    thing = load(group, name)
    return f"{inspect.getsourcefile(thing)}:{inspect.getsourcelines(thing)[1]}"


@cache
def default_tools() -> Tools:
    """The tools of a reading: the default lexicon, parser and encoders, and every registered extractor. Loaded once per process."""
    return Tools(
        lexicon=load("gazetteers", "default")(),
        parser=load("models", "parser")(),
        extractors=tuple(load("extractors", name) for name in plugins("extractors")),
        coder=Coder(load("models", "encoder")()),
        registrar=Registrar(load("models", "transfers")()),
    )
