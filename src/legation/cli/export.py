"""legation export: the record in another format."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import click

from legation.ask.attacks import Wanted as Attacks
from legation.ask.attacks import attacks
from legation.ask.register import VIEWS, Wanted, register
from legation.errors import ExportError
from legation.export.acled import acled_like
from legation.export.jsonl import jsonl
from legation.export.registertable import register_table
from legation.export.sipri import sipri_register
from legation.export.training import training
from legation.export.ucdp import ucdp_like
from legation.export.unroca import unroca
from legation.lexicon.load import load_lexicon
from legation.store.open import Store, open_store


def _sipri(store: Store, view: str) -> Iterator[str]:
    return sipri_register(register(store, Wanted(view=view)), load_lexicon())


def _table(store: Store, view: str) -> Iterator[str]:
    return register_table(register(store, Wanted(view=view)), load_lexicon(), stages=view == "all")


def _unroca(store: Store, view: str) -> Iterator[str]:
    return unroca(register(store, Wanted(view="all")), load_lexicon())


def _ucdp(store: Store, _: str) -> Iterator[str]:
    return ucdp_like(attacks(store), load_lexicon())


def _acled(store: Store, _: str) -> Iterator[str]:
    return acled_like(attacks(store, Attacks(policy="conservative")), load_lexicon())


FORMS: dict[str, tuple[Callable[[Store, str], Iterator[str]], str]] = {
    "jsonl": (lambda store, _: jsonl(store), "\n"),
    "sipri-register": (_sipri, "\r\n"),
    "sipri-table": (_table, "\n"),
    "unroca": (_unroca, "\r\n"),
    "ucdp-like": (_ucdp, "\r\n"),
    "acled-like": (_acled, "\r\n"),
    "training": (lambda store, _: training(store), "\n"),
}


@click.command()
@click.argument("form", type=click.Choice(list(FORMS)))
@click.option("--store", default="legation.duckdb", show_default=True, help="The store file.")
@click.option("-o", "--out", default="-", show_default=True, help="Where to write.")
@click.option(
    "--view", type=click.Choice(VIEWS), default="sipri", show_default=True, help="Which deals a register has."
)
def export(form: str, store: str, out: str, view: str) -> None:
    """Write the record as JSON lines, the arms register as CSV (sipri-register, unroca) or text (sipri-table), attacks as CSV (ucdp-like, acled-like), or review decisions as training data."""
    lines, end = FORMS[form]
    with open_store(store, read_only=True) as opened:
        try:
            sink = click.open_file(out, "w", encoding="utf-8")
        except OSError as fault:
            raise ExportError(f"{out}: {fault.strerror}; name a file that can be written") from fault
        with sink:
            for line in lines(opened, view):
                sink.write(line + end)
