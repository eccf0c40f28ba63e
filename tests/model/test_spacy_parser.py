"""The parser on texts whose names share its tokens."""

from __future__ import annotations

from legation.annotate.document import Job
from legation.model.spacy_parser import SpacyParser
from legation.record.span import Span


def test_names_that_share_a_token_are_no_fault() -> None:
    text = "Support of the Predator (MQ1)/Reaper (MQ9) aircraft is planned."
    one, other = text.index("Predator"), text.index("Reaper")
    merges = (Span(one, text.index(")/")), Span(other, text.index(" aircraft")))
    (parse,) = SpacyParser().parse([Job(0, text, 0, merges)])
    assert parse
