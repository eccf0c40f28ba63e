"""legation read: articles into a store."""

from __future__ import annotations

import sys

import click
import msgspec
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from legation.cli.output import piped
from legation.record.reading import Reading
from legation.scale.local import Request, Summary, read_into


@click.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--into", default="legation.duckdb", show_default=True, help="The store file.")
@click.option("--published", help="The day (YYYY-MM-DD) of articles that do not say theirs.")
@click.option("--jobs", default=1, show_default=True, type=click.IntRange(1, 64), help="Processes.")
@click.option("--admiralty", help="A file of your outlets' reliability, A to F (see actors/admiralty.toml).")
def read(paths: tuple[str, ...], into: str, published: str | None, jobs: int, admiralty: str | None) -> None:
    """Read files, folders or - (standard input) into a store."""
    stdin = sys.stdin.buffer if "-" in paths else None
    request = Request(paths=paths, published=published, jobs=jobs, stdin=stdin, admiralty=admiralty)
    with _progress() as progress:
        task = progress.add_task("reading", total=None)

        def seen(reading: Reading) -> None:
            progress.advance(task)
            if piped():
                row = {
                    "id": reading.article.id,
                    "source_name": reading.article.source_name,
                    "claims": len(reading.claims),
                }
                click.echo(msgspec.json.encode(row).decode())

        summary = read_into(request, into, seen)
    report(summary)
    sys.exit(_code(summary))


def _progress() -> Progress:
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    shown = Console(stderr=True)
    return Progress(*columns, console=shown, disable=not shown.is_terminal, transient=True)


def report(summary: Summary) -> None:
    """Print the summary; failures go to standard error, one line each."""
    for fault in summary.issues:
        click.echo(f"{fault.severity}: {fault.reason}", err=True)
    if piped():
        click.echo(msgspec.json.encode({"summary": msgspec.to_builtins(summary)}).decode())
        return
    kinds = ", ".join(f"{n} {kind}" for kind, n in summary.claims.items()) or "no claims"
    click.echo(f"{summary.articles} articles read into {summary.store}: {kinds}; {summary.failed} failed")
    click.echo(f"{summary.events} happenings, {summary.deals} deals. Next: legation ask deals --store {summary.store}")


def _code(summary: Summary) -> int:
    if summary.failed:
        return 4 if summary.articles else 3 if all(i.rule == "no_articles" for i in summary.issues) else 4
    return 0 if summary.articles else 3
