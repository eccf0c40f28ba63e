"""legation read: articles into a store."""

from __future__ import annotations

import sys
from collections import Counter

import click
import msgspec
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from legation.cli.output import piped
from legation.export.notation import safe
from legation.lexicon.limit import limits_with
from legation.read.manner import Manner
from legation.record.reading import Reading
from legation.scale.local import Request, Summary, read_into

_TOLD = 20
"""Issues of one kind that are printed. **Source:** house choice, a screen; all are in the store."""


@click.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--into", default="legation.duckdb", show_default=True, help="The store file.")
@click.option("--published", help="The day (YYYY-MM-DD) of articles that do not say theirs.")
@click.option("--jobs", default=1, show_default=True, type=click.IntRange(1, 64), help="Processes.")
@click.option("--admiralty", help="A file of your outlets' reliability, A to F (see actors/admiralty.toml).")
@click.option("--column", multiple=True, metavar="FIELD=NAME", help="A table's own name of a field, as in text=Story.")
@click.option("--limit", multiple=True, metavar="NAME=VALUE", help="Another limit (see rules/limits.toml).")
@click.option("--again", is_flag=True, help="Also read what the store has read already.")
def read(
    paths: tuple[str, ...],
    into: str,
    published: str | None,
    jobs: int,
    admiralty: str | None,
    column: tuple[str, ...],
    limit: tuple[str, ...],
    again: bool,
) -> None:
    """Read files, folders, addresses or - (standard input) into a store."""
    stdin = sys.stdin.buffer if "-" in paths else None
    manner = Manner(limits=limits_with(limit), columns=columns_of(column))
    request = Request(
        paths=paths, published=published, jobs=jobs, stdin=stdin, admiralty=admiralty, manner=manner, again=again
    )
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


def columns_of(words: tuple[str, ...]) -> dict[str, str]:
    """The user's names of columns by field; UsageError where there is no "=" between them."""
    pairs = [word.partition("=") for word in words]
    if any(not sign or not name for _, sign, name in pairs):
        raise click.UsageError("--column: expected FIELD=NAME, as in text=Story")
    return {field: name for field, _, name in pairs}


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
    told = Counter[str]()
    for fault in summary.issues:
        told[fault.rule] += 1
        if told[fault.rule] <= _TOLD:
            click.echo(safe(f"{fault.severity}: {fault.reason}"), err=True)
    for rule, count in told.items():
        if count > _TOLD:
            click.echo(f"and {count - _TOLD} more of the kind {rule}; all of them are in the table issue", err=True)
    if piped():
        click.echo(msgspec.json.encode({"summary": msgspec.to_builtins(summary)}).decode())
        return
    kinds = ", ".join(f"{n} {kind}" for kind, n in summary.claims.items()) or "no claims"
    known = f", {summary.known} known already" if summary.known else ""
    click.echo(f"{summary.articles} articles read into {summary.store}{known}: {kinds}; {summary.failed} failed")
    click.echo(f"{summary.events} happenings, {summary.deals} deals. Next: legation ask deals --store {summary.store}")


def _code(summary: Summary) -> int:
    if summary.failed:
        return (
            4 if summary.articles or summary.known else 3 if all(i.rule == "no_articles" for i in summary.issues) else 4
        )
    return 0 if summary.articles or summary.known else 3
