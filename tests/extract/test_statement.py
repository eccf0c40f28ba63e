"""Who says so."""

from __future__ import annotations

import pytest

from tests.conftest import Read


def told(read: Read, text: str) -> list[tuple[str | None, str]]:
    found = []
    for claim in read(text).claims:
        if claim.kind == "statement":
            source, content = claim.one("source"), claim.one("content")
            found.append((source.words if source else None, content.words if content else ""))
    return found


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The minister said the talks had failed.", "The minister", "the talks had failed"),
        ("The talks had failed, a spokesman said.", "a spokesman", "The talks had failed"),
        ("According to Reuters, the talks had failed.", "Reuters", "the talks had failed"),
        ("Peru reportedly bought tanks.", None, "bought tanks"),
        ("“We will not sign,” the envoy said.", "the envoy", "We will not sign,"),
    ],
)
def test_source_and_content_are_found(reading: Read, text: str, source: str | None, content: str) -> None:
    assert (source, content) in told(reading, text)


def test_a_relay_stands_before_the_speaker(reading: Read) -> None:
    (claim,) = [
        c for c in reading("A diplomat told Reuters that the talks had failed.").claims if c.kind == "statement"
    ]
    assert [s.holder for s in claim.chain] == ["Reuters", "A diplomat"]


def test_an_unclosed_quote_loses_nothing(reading: Read) -> None:
    assert reading("“We will not sign, the envoy said.\n\nPeru attacked Chile.").claims


def test_a_text_without_speech_has_no_statement(reading: Read) -> None:
    assert told(reading, "The river rose by two metres. The bridge was closed.") == []
