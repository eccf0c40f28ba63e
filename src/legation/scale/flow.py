"""Articles a few at a time. From a live stream (standard input, a pipe) what has come is passed on when nothing more comes for a while."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator
from itertools import islice
from typing import TypeVar

from legation.record.article import Article

T = TypeVar("T")
WAIT = 2.0
"""Seconds for which a live stream may be still before what has come is read and written. **Source:** house choice; longer than a feed's bursts."""
_HELD = 64
_END = object()


def grouped(articles: Iterator[Article], size: int) -> Iterator[list[Article]]:
    """The articles in order, at most `size` at a time."""
    while group := list(islice(articles, size)):
        yield group


def live_grouped(articles: Iterator[Article], size: int, wait: float = WAIT) -> Iterator[list[Article]]:
    """As `grouped`, from a thread of its own; a shorter group, or an empty one, when the stream is still. A slow reader holds the stream back."""
    held: queue.Queue[object] = queue.Queue(_HELD)
    threading.Thread(target=_feed, args=(articles, held.put), daemon=True).start()
    ended = False
    while not ended:
        group, ended = _taken(held, size, wait)
        yield group


def _feed(articles: Iterator[T], put: Callable[[object], None]) -> None:
    """Pass on the articles, then the fault that ended them or the mark of their end."""
    try:
        for article in articles:
            put(article)
    except BaseException as fault:  # noqa: BLE001 - raised again in the thread that takes the articles
        put(fault)
    put(_END)


def _taken(held: queue.Queue[object], size: int, wait: float) -> tuple[list[Article], bool]:
    group: list[Article] = []
    while len(group) < size:
        try:
            thing = held.get(timeout=wait)
        except queue.Empty:
            return group, False
        if isinstance(thing, BaseException):
            raise thing
        if not isinstance(thing, Article):
            return group, True
        group.append(thing)
    return group, False
