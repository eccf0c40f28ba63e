"""Fixtures that many tests share: the tools, loaded once, and readings from plain words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from legation.pipeline import Tools, read_article
from legation.plugin import default_tools
from legation.record.article import Article
from legation.record.reading import Reading
from tests.make import article

Read = Callable[..., Reading]


@pytest.fixture(scope="session")
def tools() -> Tools:
    return default_tools()


@pytest.fixture
def reading(tools: Tools) -> Read:
    def read(text: str, **frame: str) -> Reading:
        made: Article = article(text, **frame)
        return read_article(made, tools)

    return read
