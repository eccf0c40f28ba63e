"""Readings of a few articles together, each within its time; a fault of one becomes its issue and never stops the others."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import FrameType

from legation.pipeline import read_articles
from legation.plugin import default_tools
from legation.record.article import Article
from legation.record.issue import Issue, issue
from legation.record.reading import Reading


class OutOfTimeError(Exception):
    """The time for an article is over."""


def read_together(articles: Sequence[Article], seconds: int) -> list[Reading | Issue]:
    """The readings of some articles, in order; when one of them faults, each is read alone, so that only that one becomes an issue."""
    tools = default_tools()
    try:
        with time_limit(seconds * len(articles)):
            return [*read_articles(articles, tools)]
    except Exception:  # noqa: BLE001 - read_safely says which article it was and why
        return [read_safely(article, seconds) for article in articles]


def read_safely(article: Article, seconds: int) -> Reading | Issue:
    """The reading of an article, or the issue of a fault in the program or of time run out, which never stops the others."""
    try:
        with time_limit(seconds):
            return read_articles([article], default_tools())[0]
    except OutOfTimeError:
        reason = f"{article.source_name}: took more than {seconds} seconds; split it, or set --limit article_seconds"
        return issue(article.source_name, "annotate", "too_slow", reason, article=article.id)
    except Exception as fault:  # noqa: BLE001 - the one place where any fault of one article becomes its issue row
        reason = f"{article.source_name}: {type(fault).__name__}: {fault}; please report it with the article"
        return issue(article.source_name, "annotate", "crash", reason, article=article.id)


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """OutOfTimeError inside the block after so many seconds; no limit where the system or the thread has no timer of its own."""
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGALRM, _over)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _over(_: int, __: FrameType | None) -> None:
    raise OutOfTimeError
