"""XML: a feed, a NewsML-G2 message, or a page, by its root. Entities are never expanded, nothing outside the file is loaded."""

from __future__ import annotations

from typing import Any

import lxml.etree

from legation.errors import ReadError
from legation.read.feed import read_feed
from legation.read.html import read_html
from legation.read.manner import Things
from legation.read.newsml import newsml_things
from legation.read.text import decode

_FEEDS = ("rss", "feed", "rdf")
_NEWSML = ("newsmessage", "newsitem", "packageitem")


def read_xml(data: bytes, name: str) -> Things:
    """The articles of an XML file by the reader that its root asks for; ReadError for another root."""
    tree = parsed(data, name)
    root = lxml.etree.QName(tree).localname.lower()
    if root in _FEEDS:
        yield from read_feed(data, name)
    elif root in _NEWSML:
        yield from newsml_things(tree, name, data)
    elif root == "html":
        yield from read_html(data, name)
    else:
        raise ReadError(
            f"{name}: met XML with the root <{root}>, expected one of {', '.join((*_FEEDS, *_NEWSML, 'html'))}"
        )


def parsed(data: bytes, name: str) -> Any:
    """The tree of an XML file; ReadError where it declares entities, or is no XML. Small faults are mended."""
    parser = lxml.etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False, remove_comments=True
    )
    try:
        tree = lxml.etree.fromstring(data.strip(), parser)
    except (lxml.etree.XMLSyntaxError, ValueError) as fault:
        raise ReadError(f"{name}: no XML that can be read ({fault}); check the file") from fault
    if tree is None:
        raise ReadError(f"{name}: no XML that can be read (it begins {decode(data[:40])[0]!r}); check the file")
    declared = tree.getroottree().docinfo.internalDTD
    if declared is not None and list(declared.iterentities()):
        raise ReadError(f"{name}: met XML that declares entities of its own, which are not expanded; save it without")
    return tree
