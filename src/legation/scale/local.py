"""Reading many articles into a store, in one process or several, a batch at a time."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from typing import BinaryIO

import msgspec

from legation.lexicon.admiralty import load_grades
from legation.pipeline import fold, read_article, read_articles
from legation.plugin import default_tools
from legation.read.source import read_paths
from legation.record.article import Article
from legation.record.issue import Issue, issue
from legation.record.reading import Reading
from legation.store.open import Store, open_store
from legation.store.view import load_readings
from legation.store.write import write, write_grades, write_issues, write_record

_BATCH = 50
_AHEAD = 4
TOGETHER = 8


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """What a run read: articles, claims by kind, issues met, happenings and deals in the store afterwards."""

    articles: int
    claims: dict[str, int]
    issues: tuple[Issue, ...]
    events: int
    deals: int
    store: str

    @property
    def failed(self) -> int:
        """The issues that kept an article out."""
        return sum(i.severity == "failed" for i in self.issues)


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """What to read: paths, the day for undated articles, the number of processes, standard input, and a file of outlets' grades."""

    paths: tuple[str, ...]
    published: str | None = None
    jobs: int = 1
    stdin: BinaryIO | None = None
    admiralty: str | None = None


def read_into(request: Request, path: str, on_reading: Callable[[Reading], None] | None = None) -> Summary:
    """The summary of a run that reads the request's articles into the store at `path`."""
    counts: Counter[str] = Counter()
    issues: list[Issue] = []
    grades = load_grades(request.admiralty)
    with open_store(path) as store:
        write_grades(store, grades)
        for batch in _batches(_readings(request, issues)):
            write(store, batch)
            for reading in batch:
                counts.update(["", *(c.kind for c in reading.claims)])
                if on_reading is not None:
                    on_reading(reading)
        write_issues(store, issues)
        return _summary(store, counts, issues)


def _summary(store: Store, counts: Counter[str], issues: list[Issue]) -> Summary:
    record = fold(load_readings(store))
    write_record(store, record)
    articles = counts.pop("", 0)
    return Summary(
        articles=articles,
        claims=dict(sorted(counts.items())),
        issues=tuple(issues),
        events=len(record.events),
        deals=len(record.deals),
        store=store.path,
    )


def _readings(request: Request, issues: list[Issue]) -> Iterator[Reading]:
    things = read_paths(request.paths, published=request.published, stdin=request.stdin)
    articles = _articles(things, issues)
    groups = _grouped(articles)
    results = map(read_together, groups) if request.jobs <= 1 else _parallel(groups, request.jobs)
    for result in chain.from_iterable(results):
        issues.extend([result] if isinstance(result, Issue) else result.issues)
        if isinstance(result, Reading):
            yield result


def _articles(things: Iterable[Article | Issue], issues: list[Issue]) -> Iterator[Article]:
    for thing in things:
        if isinstance(thing, Article):
            yield thing
        else:
            issues.append(thing)


def _grouped(articles: Iterator[Article]) -> Iterator[list[Article]]:
    """The articles in order, a few at a time: as many as the encoder is asked about together."""
    while group := list(islice(articles, TOGETHER)):
        yield group


def read_together(articles: Sequence[Article]) -> list[Reading | Issue]:
    """The readings of some articles, in order; when one of them faults, each is read alone, so that only that one becomes an issue."""
    try:
        return [*read_articles(articles, default_tools())]
    except Exception:  # noqa: BLE001 - read_safely says which article it was and why
        return [read_safely(article) for article in articles]


def read_safely(article: Article) -> Reading | Issue:
    """The reading of an article, or the issue of a fault in the program, which never stops the others."""
    tools = default_tools()
    try:
        return read_article(article, tools)
    except Exception as fault:  # noqa: BLE001 - the one place where any fault of one article becomes its issue row
        reason = f"{article.source_name}: {type(fault).__name__}: {fault}; please report it with the article"
        return issue(article.source_name, "annotate", "crash", reason, article=article.id)


def _parallel(groups: Iterator[list[Article]], jobs: int) -> Iterator[list[Reading | Issue]]:
    """The results in the articles' order; at most a few groups per process are in flight."""
    with ProcessPoolExecutor(jobs) as pool:
        waiting: deque[Future[list[Reading | Issue]]] = deque()
        for group in groups:
            waiting.append(pool.submit(read_together, group))
            if len(waiting) >= jobs * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _batches(readings: Iterable[Reading]) -> Iterator[Sequence[Reading]]:
    batch: list[Reading] = []
    for reading in readings:
        batch.append(reading)
        if len(batch) >= _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
