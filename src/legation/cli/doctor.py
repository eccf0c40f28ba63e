"""legation doctor: whether everything that a reading needs is here."""

from __future__ import annotations

import platform
import sys
import tempfile
from collections.abc import Sized
from importlib.metadata import version
from pathlib import Path

import click

from legation.plugin import default_tools, plugins
from legation.store.open import open_store


@click.command()
def doctor() -> None:
    """Check the installation: Python, packages, lexicon, parser, store."""
    click.echo(f"python      {platform.python_version()}")
    for package in ("legation", "msgspec", "duckdb", "spacy", "trafilatura"):
        click.echo(f"{package:<11} {version(package)}")
    tools = default_tools()
    lexicon = tools.lexicon
    sizes: dict[str, Sized] = {
        "states": lexicon.states, "office holders": lexicon.terms, "organisations": lexicon.organisations, "armed groups": lexicon.groups,
        "companies": lexicon.companies, "outlets": lexicon.outlets, "weapons": lexicon.weapons, "regions and bases": lexicon.regions,
    }  # fmt: skip
    click.echo(f"lexicon     {', '.join(f'{len(entries)} {name}' for name, entries in sizes.items())}, ok")
    click.echo(f"parser      {tools.parser.version}, ok")
    click.echo(f"extractors  {', '.join(plugins('extractors'))}")
    with tempfile.TemporaryDirectory() as folder, open_store(str(Path(folder) / "check.duckdb")):
        click.echo("store       can be written, ok")
    sys.exit(0)
