"""Printing: tables on a terminal, JSON lines in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterable

import click
import msgspec
from rich.console import Console
from rich.table import Table

from legation.ask.question import Answer
from legation.ask.thesaurus import Sense
from legation.export.notation import safe
from legation.export.registertable import register_table
from legation.lexicon.load import load_lexicon
from legation.record.register import Entry


def console() -> Console:
    """The console of standard output, colours only where they are wanted."""
    return Console(highlight=False, soft_wrap=False)


def piped() -> bool:
    """Whether standard output is no terminal."""
    return not sys.stdout.isatty()


def print_lines(lines: Iterable[str]) -> None:
    """Print lines that are made fit for a terminal already."""
    for line in lines:
        click.echo(line)


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


def print_register(found: Iterable[Entry], *, stages: bool) -> None:
    """Print the register: JSON lines in a pipe, the table by recipient and supplier on a terminal; with `stages` every deal says its own."""
    if piped():
        for entry in found:
            click.echo(msgspec.json.encode(entry).decode())
        return
    for line in register_table(found, load_lexicon(), stages=stages):
        click.echo(line)


def print_senses(senses: Iterable[Sense]) -> None:
    """Print what a weapon's name stands for: a block each on a terminal, JSON lines in a pipe."""
    for sense in senses:
        if piped():
            click.echo(msgspec.json.encode(sense).decode())
            continue
        weak = ", only beside a weapon word" if sense.weak else ""
        click.echo(f"{sense.designation}  ({sense.system} name{weak})")
        click.echo(f"  level       {sense.level}: the words say no more than this {sense.level}")
        click.echo(f"  kind        {sense.kind}; SIPRI: {sense.sipri or '-'}; UN Register: {sense.unroca or '-'}")
        click.echo(f"  line        {' < '.join(sense.line)}")
        lists = {"variants": sense.variants, "designed in": sense.designers, "makers": sense.makers, **sense.names}
        for name, values in lists.items():
            if values:
                click.echo(f"  {name:<11} {', '.join(values)}")
