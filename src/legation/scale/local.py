"""Reading many articles into a store, in one process or several, a batch at a time: what a batch has written is kept, come what may."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

import msgspec

from legation.lexicon.admiralty import load_grades
from legation.read.manner import Manner
from legation.read.source import read_paths
from legation.record.article import Article
from legation.record.issue import Issue
from legation.record.reading import Reading
from legation.scale.flow import grouped, live_grouped
from legation.scale.reading import read_together
from legation.scale.sink import Batch, Sink
from legation.scale.version import state_of
from legation.scale.workers import Results, parallel

_BATCH = 50
TOGETHER = 8
_SHOWN = 1000
"""Issues that a summary holds; all are in the store. **Source:** house choice, so that a stream of days keeps its memory."""
_REFOLD = 600
_FOLD_SHARE = 20
"""A live stream's happenings and deals are folded anew every ten minutes, but not more than a twentieth of the time. **Source:** house choice."""


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """What a run read: articles, claims by kind, the first issues met, happenings and deals in the store afterwards.

    `known` counts the articles that the store had read already, by the same version; `failed` the issues that kept an article out.
    """

    articles: int
    claims: dict[str, int]
    issues: tuple[Issue, ...]
    events: int
    deals: int
    store: str
    known: int = 0
    failed: int = 0


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """What to read: paths, the day for undated articles, the number of processes, standard input, a file of outlets' grades, and how.

    `again` reads what the store has read already, too.
    """

    paths: tuple[str, ...]
    published: str | None = None
    jobs: int = 1
    stdin: BinaryIO | None = None
    admiralty: str | None = None
    manner: Manner = msgspec.field(default_factory=Manner)
    again: bool = False


class _Run:
    """A run in a store: what it counts, and what it has met but not yet written."""

    def __init__(self, request: Request, sink: Sink) -> None:
        """Nothing read yet."""
        self.request, self.sink = request, sink
        self.claims: Counter[str] = Counter()
        self.articles = self.known = self.failed = 0
        self.issues: list[Issue] = []
        self.unwritten: list[Issue] = []
        self.states: dict[str, str] = {}
        self.folded, self.fold_seconds = time.monotonic(), 0.0

    def met(self, issues: Iterable[Issue]) -> None:
        """Note issues; they are written with the next batch."""
        for found in issues:
            self.failed += found.severity == "failed"
            if found.severity == "failed":
                self.states.pop(found.article or "", None)
            self.unwritten.append(found)
            if len(self.issues) < _SHOWN:
                self.issues.append(found)

    def unread(self, group: Sequence[Article]) -> list[Article]:
        """Those of the articles that the store has not read by this version, as it has them now."""
        found = {article.id: state_of(article) for article in group}
        kept = {} if self.request.again else self.sink.states(list(found))
        new = [article for article in group if kept.get(article.id) != found[article.id]]
        self.known += len(group) - len(new)
        self.states.update((article.id, found[article.id]) for article in new)
        return new

    def write(self, batch: Sequence[Reading]) -> None:
        """Write a batch with all that was met before it, in one transaction: from here on it is kept."""
        done = {r.article.id: self.states.pop(r.article.id) for r in batch if r.article.id in self.states}
        self.sink.write(Batch(readings=tuple(batch), states=done, issues=tuple(self.unwritten)))
        self.unwritten = []
        self.articles += len(batch)
        self.claims.update(claim.kind for reading in batch for claim in reading.claims)

    def fold(self) -> tuple[int, int]:
        """Fold happenings and deals anew; how many there are."""
        start = time.monotonic()
        found = self.sink.fold()
        self.folded = time.monotonic()
        self.fold_seconds = self.folded - start
        return found.events, found.deals

    def is_stale(self) -> bool:
        """Whether a live stream has gone on long enough since the last fold."""
        return time.monotonic() - self.folded > max(_REFOLD, _FOLD_SHARE * self.fold_seconds)


def read_into(request: Request, path: str, on_reading: Callable[[Reading], None] | None = None) -> Summary:
    """The summary of a run that reads the request's articles into the store at `path`; `on_reading` is told what is written, once it is."""
    sink = Sink(path)
    sink.grades(load_grades(request.admiralty))
    run = _Run(request, sink)
    for batch in _batches(_results(run), run):
        run.write(batch)
        for reading in batch if on_reading is not None else ():
            on_reading(reading)  # type: ignore[misc]
        if _is_live(request) and run.is_stale():
            run.fold()
    run.write([])
    return _summary(run)


def _summary(run: _Run) -> Summary:
    events, deals = run.fold()
    return Summary(
        articles=run.articles,
        claims=dict(sorted(run.claims.items())),
        issues=tuple(run.issues),
        events=events,
        deals=deals,
        store=run.sink.path,
        known=run.known,
        failed=run.failed,
    )


def _is_live(request: Request) -> bool:
    """Whether any of the paths may be still for long: standard input, or a named pipe."""
    return any(path == "-" or Path(path).is_fifo() for path in request.paths)


def _results(run: _Run) -> Iterator[Results]:
    """The results of the articles in order, a few at a time; an empty list where a live stream is still."""
    request, seconds = run.request, run.request.manner.limits.article_seconds
    things = read_paths(request.paths, published=request.published, stdin=request.stdin, manner=request.manner)
    articles = _articles(things, run)
    groups = live_grouped(articles, TOGETHER) if _is_live(request) else grouped(articles, TOGETHER)
    unread = (run.unread(group) for group in groups)
    if request.jobs > 1:
        yield from parallel(unread, request.jobs, seconds)
    else:
        yield from (read_together(group, seconds) if group else [] for group in unread)


def _articles(things: Iterable[Article | Issue], run: _Run) -> Iterator[Article]:
    for thing in things:
        if isinstance(thing, Article):
            yield thing
        else:
            run.met([thing])


def _batches(results: Iterable[Results], run: _Run) -> Iterator[list[Reading]]:
    """The readings, a batch at a time; the issues among the results are met on the way. A still stream ends a batch."""
    batch: list[Reading] = []
    for found in results:
        batch += [result for result in found if isinstance(result, Reading)]
        run.met(result for result in found if isinstance(result, Issue))
        run.met(issue for reading in found if isinstance(reading, Reading) for issue in reading.issues)
        if batch and (len(batch) >= _BATCH or not found):
            yield batch
            batch = []
    if batch:
        yield batch
