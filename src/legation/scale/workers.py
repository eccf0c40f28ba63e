"""Processes that read: a few groups each in flight, results in order. A process that dies or hangs costs one article, never the run."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from types import TracebackType

from legation.record.article import Article
from legation.record.issue import Issue, issue
from legation.record.reading import Reading
from legation.scale.reading import read_together

Group = list[Article]
Results = list[Reading | Issue]
_AHEAD = 3
"""Groups in flight per process: enough that none waits, few enough that memory stays flat. **Source:** house choice."""
_GRACE = 60
"""Seconds over its own limit after which a process counts as hung. **Source:** house choice; covers the loading of models."""


class Workers:
    """Processes started anew (`spawn`), so that they share no locks or store with this one; they end when it ends."""

    def __init__(self, jobs: int, seconds: int) -> None:
        """Start `jobs` processes; `seconds` is the limit of one article."""
        self.jobs, self.seconds = jobs, seconds
        self.pool = self._started()

    def __enter__(self) -> Workers:
        """The workers themselves."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the processes; work that nobody waits for is dropped."""
        self.pool.shutdown(wait=kind is None, cancel_futures=True)

    def submit(self, group: Group) -> Future[Results]:
        """The readings of a group, when they are there."""
        try:
            return self.pool.submit(read_together, group, self.seconds)
        except BrokenProcessPool:
            self.restart()
            return self.pool.submit(read_together, group, self.seconds)

    def limit(self, group: Group) -> float:
        """Seconds after which a group's process counts as hung."""
        return 2 * self.seconds * len(group) + _GRACE

    def restart(self) -> None:
        """End all processes, the hung ones too, and start others."""
        for process in list((self.pool._processes or {}).values()):
            process.kill()
        self.pool.shutdown(wait=True, cancel_futures=True)
        self.pool = self._started()

    def _started(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self.jobs, mp_context=multiprocessing.get_context("spawn"), initializer=_tied)


def parallel(groups: Iterator[Group], jobs: int, seconds: int) -> Iterator[Results]:
    """The results in the articles' order; an empty group is passed on as soon as all before it are done."""
    waiting: deque[tuple[Group, Future[Results]]] = deque()
    with Workers(jobs, seconds) as workers:
        for group in groups:
            if group:
                waiting.append((group, workers.submit(group)))
            while waiting and (not group or len(waiting) >= jobs * _AHEAD):
                yield _next(waiting, workers)
            if not group:
                yield []
        while waiting:
            yield _next(waiting, workers)


def _next(waiting: deque[tuple[Group, Future[Results]]], workers: Workers) -> Results:
    group, future = waiting.popleft()
    try:
        return future.result(timeout=workers.limit(group))
    except (BrokenProcessPool, TimeoutError):
        workers.restart()
        results = [_alone(article, workers) for article in group]
        waiting.extend(
            [(other, workers.submit(other)) for other, _ in (waiting.popleft() for _ in range(len(waiting)))]
        )
        return results


def _alone(article: Article, workers: Workers) -> Reading | Issue:
    """The reading of an article while nothing else is in flight, or the issue of one that ends or hangs its process."""
    try:
        return workers.submit([article]).result(timeout=workers.limit([article]))[0]
    except (BrokenProcessPool, TimeoutError) as fault:
        workers.restart()
        reason = f"{article.source_name}: its process {'hung' if isinstance(fault, TimeoutError) else 'died'}; please report it with the article"
        return issue(article.source_name, "annotate", "killed", reason, article=article.id)


def _tied() -> None:
    """End this process with its parent, even one that is killed; an interruption is the parent's to handle."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_watch, daemon=True).start()


def _watch() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
