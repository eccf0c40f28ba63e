"""legation show: one article with its claims."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from legation.cli.output import console, piped
from legation.export.notation import notations
from legation.pipeline import read_article
from legation.plugin import default_tools
from legation.read.source import read_paths
from legation.record.article import Article
from legation.record.reading import Reading
from legation.show.reading import render
from legation.store.open import open_store
from legation.store.view import find_reading


@click.command()
@click.argument("article")
@click.option("--store", default="legation.duckdb", show_default=True, help="The store to look an id up in.")
@click.option("--published", help="The day of an article that does not say its own.")
def show(article: str, store: str, published: str | None) -> None:
    """Show an article, by path or by id, with its claims: chain, factuality and exact words."""
    readings = _by_path(article, published) if Path(article).exists() else _by_id(article, store)
    for reading in readings:
        if piped():
            click.echo("\n".join(notations(reading)))
        else:
            console().print(render(reading))
    if not readings:
        click.echo(f"legation: {article}: no such file, and no article of that id in {store}", err=True)
        sys.exit(3)


def _by_path(path: str, published: str | None) -> list[Reading]:
    found = read_paths([path], published=published)
    return [read_article(thing, default_tools()) for thing in found if isinstance(thing, Article)]


def _by_id(start: str, store: str) -> list[Reading]:
    with open_store(store, read_only=True) as opened:
        reading = find_reading(opened, start)
    return [reading] if reading is not None else []
