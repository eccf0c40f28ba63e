"""legation demo: the bundled samples, what they say, and where to look next."""

from __future__ import annotations

import click

from legation.ask.question import ask
from legation.cli.output import console
from legation.cli.web import open_app
from legation.export.notation import safe
from legation.read.sample import sample_dir
from legation.scale.local import Request, Summary, read_into
from legation.store.open import open_store

_SHOWN = (
    ("deals", "{supplier} -> {recipient}  {designation}  {stage}"),
    ("attacks", "{kind}  in {place}  killed {killed_low} to {killed_high}"),
    ("events", "{type}  {actors} -> {recipients}  {aux}"),
    ("relations", "{a} {direction} {b}"),
    ("statements", "{speaker}: {speech_act}"),
)


@click.command()
@click.option("--into", default="legation-demo.duckdb", show_default=True, help="The store file to make.")
@click.option("--serve", is_flag=True, help="Show the record in the browser afterwards, until Ctrl+C.")
@click.option("--port", default=8321, show_default=True, type=click.IntRange(0, 65535), help="With --serve: the port.")
def demo(into: str, serve: bool, port: int) -> None:
    """Read the bundled sample articles and show what was found."""
    samples = sample_dir()
    click.echo(f"Reading the sample articles in {samples} ...")
    summary = read_into(Request(paths=(str(samples),), again=True), into)
    _counts(summary)
    with open_store(into, read_only=True) as store:
        for name, form in _SHOWN:
            console().print(f"\n[bold]{name}[/bold]")
            for row in ask(store, name, limit=5).dicts():
                click.echo("  " + safe(form.format_map({k: _told(v) for k, v in row.items()})))
                click.echo(
                    f'      said by {safe(str(row.get("said_by") or row.get("held_by") or "the article"))}: "{safe(str(row["words"]))}"'
                )
    click.echo(f"\nThe record is in {into}, an ordinary DuckDB file. Where to look next:")
    click.echo(f'  legation ask deals --store {into}\n  legation ask "SELECT * FROM statements" --store {into}')
    click.echo(f"  legation serve {into}")
    click.echo(
        f"  legation show {next(iter(sorted(samples.glob('*.txt'))))}\n  legation read YOUR_FOLDER --into record.duckdb"
    )
    if serve:
        open_app(into, port=port)


def _told(value: object) -> str:
    """A cell as a reader wants it: a list in words, "?" where the article does not say."""
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "?"
    return "?" if value is None else str(value)


def _counts(summary: Summary) -> None:
    kinds = ", ".join(f"{n} {kind} claims" for kind, n in summary.claims.items())
    click.echo(f"{summary.articles} articles: {kinds}; {summary.events} happenings, {summary.deals} deals.")
