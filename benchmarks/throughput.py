"""Articles per second of the whole pipeline against spaCy alone on the same paragraphs, in one run.

python -m benchmarks.throughput [--articles N]
"""

from __future__ import annotations

import argparse
import gzip
import resource
import time

import msgspec
from evals.gold import article, gold_dir

from legation.annotate.segment import segment
from legation.pipeline import read_article
from legation.plugin import default_tools
from legation.read.sample import sample_dir
from legation.read.source import read_paths
from legation.record.article import Article, BlockKind


def articles(wanted: int) -> list[Article]:
    """The articles to measure on: Wikinews of the gold where it is, else the bundled samples, repeated."""
    gold = gold_dir()
    path = gold / "corpus" / "wikinews_2019_2020.jsonl.gz" if gold else None
    if path is not None and path.exists():
        with gzip.open(path) as lines:
            found = [article(msgspec.json.decode(line) | {"id": n}) for n, line in enumerate(lines) if n < wanted]
        return [a for a in found if a is not None]
    samples = [a for a in read_paths([str(sample_dir())]) if isinstance(a, Article)]
    return [samples[n % len(samples)] for n in range(wanted)]


def main(wanted: int) -> None:
    """Print the table."""
    tools = default_tools()
    found = articles(wanted)
    framed = [segment(a, tools.lexicon) for a in found]
    texts = [[a.words(b.span) for b in a.blocks if b.kind in (BlockKind.BODY, BlockKind.CAPTION)] for a in framed]
    words = sum(len(t.split()) for ts in texts for t in ts)
    nlp = tools.parser.nlp  # type: ignore[attr-defined]
    read_article(found[0], tools)
    start = time.perf_counter()
    for ts in texts:
        list(nlp.pipe(ts, batch_size=64))
    alone = time.perf_counter() - start
    start = time.perf_counter()
    for a in found:
        read_article(a, tools)
    whole = time.perf_counter() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{'':16}{'articles/s':>12}{'words/s':>12}")
    for name, seconds in (("spaCy alone", alone), ("whole pipeline", whole)):
        print(f"{name:16}{len(found) / seconds:12.1f}{words / seconds:12.0f}")
    print(
        f"ratio {whole / alone:.2f} (aim 1.5 or less); peak memory {memory:.0f} MB; {len(found)} articles, {words} words"
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=int, default=150)
    main(parser.parse_args().articles)
