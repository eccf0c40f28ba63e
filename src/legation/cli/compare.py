"""legation compare: the record beside a reference file of your own."""

from __future__ import annotations

import sys

import click

import legation
from legation.cli.output import piped, print_lines
from legation.export.comparison import comparison_jsonl, comparison_text


@click.group()
def compare() -> None:
    """Lay the arms register beside a reference that you have: sipri FILE."""


@compare.command()
@click.argument("file")
@click.option("--store", default="legation.duckdb", show_default=True, help="The store file.")
@click.option("--supplier", help="Only deals of this supplier (ISO 3166 alpha-3).")
@click.option("--recipient", help="Only deals of this recipient (ISO 3166 alpha-3).")
@click.option("--from", "since", type=int, help="The first year of order, of delivery where no order is known.")
@click.option("--to", type=int, help="The last year.")
def sipri(
    file: str, store: str, supplier: str | None, recipient: str | None, since: int | None, to: int | None
) -> None:
    """Compare with FILE, the CSV that you saved from SIPRI's database: found in both, only ours, only theirs, and what differs."""
    found = legation.compare_sipri(file, store=store, supplier=supplier, recipient=recipient, since=since, to=to)
    print_lines(comparison_jsonl(found) if piped() else comparison_text(found))
    sys.exit(0 if found.both or found.early else 3)
