"""legation thesaurus lookup NAME"""

from __future__ import annotations

import click

from legation.ask.thesaurus import lookup
from legation.cli.output import print_senses
from legation.lexicon.load import load_lexicon


@click.group(name="thesaurus")
def thesaurus() -> None:
    """The weapon thesaurus: designations, reporting names, variants."""


@thesaurus.command(name="lookup")
@click.argument("name")
@click.pass_context
def lookup_command(context: click.Context, name: str) -> None:
    """Print what NAME stands for, e.g. "Hind E", and the level that it reaches: family, type or variant."""
    senses = lookup(load_lexicon(), name)
    print_senses(senses)
    if not senses:
        click.echo(
            f"{name!r}: no weapon of that name in the thesaurus; names are looked up as printed, try the designation",
            err=True,
        )
        context.exit(3)
