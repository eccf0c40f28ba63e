"""The seam to the questions: what relation a question's rows come from. Today the documented view of its name."""

from __future__ import annotations

from legation.ask.question import NAMES
from legation.errors import AskError


def relation(question: str) -> str:
    """The relation, in SQL, of a named question. AskError when there is no such question."""
    if question not in NAMES:
        raise AskError(f"question {question!r}: not known; expected one of {', '.join(NAMES)}")
    return question
