"""The `legation` command. Exit codes: 0 ok, 1 error, 2 usage, 3 nothing found, 4 some articles failed, 5 store locked, 6 model missing, 130 interrupted."""

from __future__ import annotations

import sys
from typing import Any

import click

from legation import __version__
from legation.cli.ask import ask
from legation.cli.compare import compare
from legation.cli.demo import demo
from legation.cli.doctor import doctor
from legation.cli.export import export
from legation.cli.read import read
from legation.cli.serve import serve
from legation.cli.show import show
from legation.cli.thesaurus import thesaurus
from legation.errors import LegationError, LexiconError, ModelError, StoreLocked
from legation.export.notation import safe


class Group(click.Group):
    """A group whose commands end with a message and an exit code, never with a traceback, on an expected error."""

    def invoke(self, ctx: click.Context) -> Any:
        """The command's result; LegationError becomes a line on standard error."""
        try:
            return super().invoke(ctx)
        except LegationError as fault:
            click.echo(safe(f"legation: {fault}"), err=True)
            sys.exit(_code(fault))
        except KeyboardInterrupt:
            click.echo("legation: interrupted; what was written is kept, run the same command again to go on", err=True)
            sys.exit(130)


def _code(fault: LegationError) -> int:
    if isinstance(fault, StoreLocked):
        return 5
    return 6 if isinstance(fault, ModelError | LexiconError) else 1


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="legation")
def main() -> None:
    """Legation reads news reports and keeps the record of international relations in them.

    First steps: legation demo, then legation read ARTICLES --into record.duckdb
    """


for command in (read, show, serve, ask, compare, export, thesaurus, demo, doctor):
    main.add_command(command)
