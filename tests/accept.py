"""python -m tests.accept: rewrite the golden records of the sample articles; the diff is the review."""

from __future__ import annotations

from pathlib import Path

from legation.export.notation import notations
from legation.pipeline import read_article
from legation.plugin import default_tools
from legation.read.sample import sample_dir
from legation.read.source import read_paths
from legation.record.article import Article

CASES = Path(__file__).parent / "cases"


def records() -> dict[str, str]:
    """The golden text of each sample, by case name: frame, blocks, claims in the notation that `legation show` prints."""
    return {f"{case}.record": text for case, text in _records()}


def _records() -> list[tuple[str, str]]:
    found = [a for a in read_paths([str(sample_dir())]) if isinstance(a, Article)]
    return [(_name(a), _record(a)) for a in found]


def _name(article: Article) -> str:
    path, _, line = article.source_name.partition(":")
    return Path(path).stem + (f"-{line}" if line else "")


def _record(article: Article) -> str:
    reading = read_article(article, default_tools())
    a = reading.article
    frame = f"outlet: {a.outlet}\npublished: {a.published} ({a.published_basis})\nnot before: {a.published_not_before}\nagency: {a.agency}"
    blocks = "\n".join(f"{b.kind.value} [{b.span.start}:{b.span.end}]" for b in a.blocks)
    return f"{frame}\n# blocks\n{blocks}\n# claims\n" + "\n".join(notations(reading)) + "\n"


if __name__ == "__main__":
    CASES.mkdir(exist_ok=True)
    for name, text in records().items():
        (CASES / name).write_text(text, encoding="utf-8")
