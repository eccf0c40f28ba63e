"""legation serve: the record in the browser."""

from __future__ import annotations

import click

from legation.cli.web import open_app


@click.command()
@click.argument("store", default="legation.duckdb")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option(
    "--port", default=8321, show_default=True, type=click.IntRange(0, 65535), help="The port; 0 for a free one."
)
@click.option("--allow-host", "names", multiple=True, help="A further name that the app answers to.")
def serve(store: str, host: str, port: int, names: tuple[str, ...]) -> None:
    """Show STORE in the browser, on this machine only unless --host says otherwise. Ctrl+C ends it.

    Reading goes on beside it: legation read ARTICLES --into STORE.
    """
    open_app(store, host=host, port=port, names=names)
