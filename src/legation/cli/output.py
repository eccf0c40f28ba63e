"""Printing: tables on a terminal, JSON lines in a pipe."""

from __future__ import annotations

import sys

import click
import msgspec
from rich.console import Console
from rich.table import Table

from legation.ask.question import Answer
from legation.export.notation import safe


def console() -> Console:
    """The console of standard output, colours only where they are wanted."""
    return Console(highlight=False, soft_wrap=False)


def piped() -> bool:
    """Whether standard output is no terminal."""
    return not sys.stdout.isatty()


def print_answer(answer: Answer) -> None:
    """Print the rows: JSON lines in a pipe, a table on a terminal."""
    if piped():
        for row in answer.dicts():
            click.echo(msgspec.json.encode(row, enc_hook=str).decode())
        return
    table = Table(show_lines=False, header_style="bold")
    for column in answer.columns:
        table.add_column(column, overflow="fold")
    for cells in answer.rows:
        table.add_row(*(safe("" if cell is None else str(cell)) for cell in cells))
    console().print(table)
