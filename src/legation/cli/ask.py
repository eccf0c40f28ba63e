"""legation ask: a named question or one SELECT."""

from __future__ import annotations

import sys

import click

import legation
from legation.cli.output import print_answer


@click.command()
@click.argument("question")
@click.option("--store", default="legation.duckdb", show_default=True, help="The store file.")
@click.option("--country", help="ISO 3166 alpha-3 code to filter a named question by.")
@click.option("--by", help="Statements of a speaker: a name or part of it.")
@click.option("--about", help="Statements about a country (alpha-3) or an actor named in them.")
@click.option("--limit", default=1000, show_default=True, type=click.IntRange(1))
def ask(question: str, store: str, country: str | None, by: str | None, about: str | None, limit: int) -> None:
    """Ask events, deals, transfers, attacks, statements, relations, sources, places, actors, codings or grades, or "SELECT ..." (read-only)."""
    answer = legation.query(question, store=store, country=country, by=by, about=about, limit=limit)
    print_answer(answer)
    sys.exit(0 if answer.rows else 3)
