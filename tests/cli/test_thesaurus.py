"""legation thesaurus lookup: the level that a name reaches."""

from __future__ import annotations

import msgspec
from click.testing import CliRunner

from legation.cli.app import main


def test_a_reporting_name_of_a_type_never_reaches_its_variants() -> None:
    found = CliRunner().invoke(main, ["thesaurus", "lookup", "Hind E"])
    sense = msgspec.json.decode(found.stdout.splitlines()[0])
    assert (sense["designation"], sense["level"], sense["line"]) == ("Mi-35", "type", ["Mi-35", "Mi-24"])


def test_any_spelling_of_a_designation_is_found() -> None:
    lines = {CliRunner().invoke(main, ["thesaurus", "lookup", name]).stdout for name in ("Mi-35M", "Mi 35M", "Mi35M")}
    assert len(lines) == 1 and "Mi-35M" in lines.pop()


def test_a_family_name_is_weak_and_stays_a_family() -> None:
    sense = msgspec.json.decode(CliRunner().invoke(main, ["thesaurus", "lookup", "Hind"]).stdout.splitlines()[0])
    assert (sense["level"], sense["weak"]) == ("family", True)


def test_an_unknown_name_says_so() -> None:
    found = CliRunner().invoke(main, ["thesaurus", "lookup", "Qwertz 9000"])
    assert found.exit_code == 3 and "no weapon of that name" in found.stderr
