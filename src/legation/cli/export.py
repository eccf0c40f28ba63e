"""legation export: the record in another format."""

from __future__ import annotations

import click

from legation.errors import ExportError
from legation.export.jsonl import jsonl
from legation.store.open import open_store


@click.command()
@click.argument("form", type=click.Choice(["jsonl"]))
@click.option("--store", default="legation.duckdb", show_default=True, help="The store file.")
@click.option("-o", "--out", default="-", show_default=True, help="Where to write.")
def export(form: str, store: str, out: str) -> None:
    """Write the record as JSON lines."""
    with open_store(store, read_only=True) as opened:
        try:
            sink = click.open_file(out, "w", encoding="utf-8")
        except OSError as fault:
            raise ExportError(f"{out}: {fault.strerror}; name a file that can be written") from fault
        with sink:
            for line in jsonl(opened):
                sink.write(line + "\n")
