"""The whole error tree.

LegationError
├── ReadError        an input that cannot be read, as an article or as a reference file
│   └── TooLarge     an input that is, unpacks to or nests more than the limits allow
├── LexiconError     a data file of the lexicon that is wrong (stops at load)
├── ModelError       a parser or weight file that is missing or damaged
├── StoreError       the store cannot be opened, migrated or written
│   └── StoreLocked  another process holds the store for writing
├── AskError         a question that cannot be answered as put
├── ExportError      an export that cannot be written
└── PluginError      an entry point that cannot be loaded

Each message says what was met, what was expected, where, and what to do.
"""

from __future__ import annotations


class LegationError(Exception):
    """Root of every error that Legation raises on purpose."""


class ReadError(LegationError):
    """An input cannot be read: an article (the others go on), or a reference file of the user's."""


class TooLarge(ReadError):
    """An input is, unpacks to or nests more than the limits allow."""


class LexiconError(LegationError):
    """A lexicon data file is wrong; nothing is read until it is mended."""


class ModelError(LegationError):
    """A parser or weight file is missing or damaged."""


class StoreError(LegationError):
    """The store cannot be opened, migrated or written."""


class StoreLocked(StoreError):
    """Another process holds the store for writing."""


class AskError(LegationError):
    """A question cannot be answered as it was put."""


class ExportError(LegationError):
    """An export cannot be written."""


class PluginError(LegationError):
    """An entry point cannot be loaded."""
