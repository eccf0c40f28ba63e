"""legation ask: a named question, the arms register, dependence, or one SELECT."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click
import msgspec

import legation
from legation.ask.attacks import deaths
from legation.ask.register import VIEWS
from legation.cli.output import piped, print_answer, print_lines, print_register
from legation.corroborate.together import WINDOW
from legation.corroborate.toll import POLICIES
from legation.errors import AskError
from legation.export.dependence import dependence_jsonl, dependence_text
from legation.export.incidenttable import attack_lines, deaths_lines


@click.command()
@click.argument("question")
@click.option("--store", default="legation.duckdb", show_default=True, help="The store file.")
@click.option("--country", help="ISO 3166 alpha-3 code to filter a named question by.")
@click.option("--by", help="Statements of a speaker: a name or part of it.")
@click.option("--about", help="Statements about a country (alpha-3) or an actor named in them.")
@click.option("--limit", default=1000, show_default=True, type=click.IntRange(1))
@click.option("--supplier", help="Register, dependence: the supplier's alpha-3 code.")
@click.option("--recipient", help="Register, dependence: the recipient's alpha-3 code.")
@click.option("--from", "since", type=int, help="Register, dependence, attacks, deaths: the first year.")
@click.option("--to", type=int, help="Register, dependence, attacks, deaths: the last year.")
@click.option(
    "--view", type=click.Choice(VIEWS), help="Register: sipri (ordered or delivered, in scope; default) or all."
)
@click.option("--window", type=int, help="Dependence: years of a window, 5 unless given; the last ends with --to.")
@click.option(
    "--policy",
    type=click.Choice(list(POLICIES)),
    help="Attacks, deaths: how one toll is made of several; ucdp unless given.",
)
def ask(
    question: str,
    store: str,
    country: str | None,
    by: str | None,
    about: str | None,
    limit: int,
    **wanted: str | int | None,
) -> None:
    """Ask register, dependence, attacks, deaths, events, deals, transfers, statements, relations, sources, places, actors, codings or grades, or "SELECT ..." (read-only)."""
    given = {name: value for name, value in wanted.items() if value is not None}
    if question in ("attacks", "deaths"):
        sys.exit(_of_attacks(question, store, given, country, by or about, limit))
    if question in _TAKEN:
        sys.exit(_of_deals(question, store, given, country or by or about, limit))
    if given:
        raise AskError(
            f"question {question!r}: met {_option(given)}, which only register, dependence, attacks and deaths take"
        )
    answer = legation.query(question, store=store, country=country, by=by, about=about, limit=limit)
    print_answer(answer)
    sys.exit(0 if answer.rows else 3)


def _of_attacks(
    question: str, store: str, wanted: dict[str, str | int], country: str | None, other: str | None, limit: int
) -> int:
    """The exit code of printing the attacks, or the deaths by month and place."""
    strange = {name: value for name, value in wanted.items() if name not in ("since", "to", "policy")}
    if other is not None or strange:
        met = f"{other!r} for by or about" if other is not None else _option(strange)
        raise AskError(f"question {question!r}: met {met}; it takes --country, --from, --to and --policy")
    policy = str(wanted.get("policy", "ucdp"))
    found = legation.attacks(store=store, country=country, **wanted)[:limit]  # type: ignore[arg-type]
    counted = deaths(found, policy)
    rows: Sequence[msgspec.Struct] = found if question == "attacks" else counted
    lines = attack_lines(found, policy, WINDOW) if question == "attacks" else deaths_lines(counted, policy)
    print_lines((msgspec.json.encode(row).decode() for row in rows) if piped() else lines)
    return 0 if rows else 3


_SIDES = ("supplier", "recipient", "since", "to")
_TAKEN = {"register": (*_SIDES, "view"), "dependence": (*_SIDES, "window")}
"""The options of the questions over deals."""


def _of_deals(question: str, store: str, wanted: dict[str, str | int], other: str | None, limit: int) -> int:
    """The exit code of printing the register or the dependence."""
    if other is not None:
        raise AskError(f"question {question!r}: met {other!r} for country, by or about; give --supplier or --recipient")
    if strange := {name: value for name, value in wanted.items() if name not in _TAKEN[question]}:
        raise AskError(f"question {question!r}: met {_option(strange)}, which it does not take")
    return _dependence(store, wanted) if question == "dependence" else _register(store, wanted, limit)


def _option(given: dict[str, str | int]) -> str:
    return f"--{next(iter(given)).replace('since', 'from')}"


def _register(store: str, wanted: dict[str, str | int], limit: int) -> int:
    found = legation.register(store=store, **wanted)[:limit]  # type: ignore[arg-type]
    print_register(found, stages=wanted.get("view") == "all")
    return 0 if found else 3


def _dependence(store: str, wanted: dict[str, str | int]) -> int:
    found = legation.dependence(store=store, **wanted)  # type: ignore[arg-type]
    print_lines(dependence_jsonl(found) if piped() else dependence_text(found))
    return 0 if any(window.deals for window in found.windows) else 3
