"""Addresses: fetched only when they are asked for, from a server of our own."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from legation.lexicon.limit import limits_with
from legation.read.manner import Manner
from legation.read.source import read_paths
from legation.record.article import Article
from legation.record.issue import Issue
from tests.read import inputs

ASKED: list[str] = []


class Server(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        ASKED.append(self.path)
        moved = {"/moved": "/feed", "/local": "file:///etc/hostname"}.get(self.path)
        self.send_response(302 if moved else 200)
        if moved:
            self.send_header("Location", moved)
        self.send_header("Content-Type", "application/rss+xml")
        self.end_headers()
        self.wfile.write(b"" if moved else inputs.RSS)

    def log_message(self, *_: object) -> None:
        """Quiet."""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("path", ["/feed", "/moved"])
def test_a_feed_is_read_from_its_address_and_its_links_are_not_followed(address: str, path: str) -> None:
    ASKED.clear()
    found = [thing for thing in read_paths([address + path]) if isinstance(thing, Article)]
    assert [article.text for article in found] == [inputs.TEXT]
    assert list(dict.fromkeys([path, "/feed"])) == ASKED


def test_a_redirection_to_a_file_is_refused(address: str) -> None:
    (found,) = read_paths([f"{address}/local"])
    assert isinstance(found, Issue) and found.rule == "fetch"


def test_an_answer_that_is_too_long_is_an_issue(address: str) -> None:
    (found,) = read_paths([f"{address}/feed"], manner=Manner(limits=limits_with(["file_bytes=20"])))
    assert isinstance(found, Issue) and found.rule == "too_long"


def test_an_address_that_does_not_answer_is_an_issue() -> None:
    (found,) = read_paths(["http://127.0.0.1:9/feed.xml"])
    assert isinstance(found, Issue) and "check the address" in found.reason
