"""Reading into a store that the app has open."""

from __future__ import annotations

import json
import shutil
import urllib.request
from pathlib import Path

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from legation.cli.app import main
from legation.store.token import token_path
from tests.show.conftest import SECRET
from tests.show.served import served


def total(base: str) -> int:
    with urllib.request.urlopen(f"{base}/articles.json") as answer:
        return int(json.load(answer)["total"])


def test_read_ask_and_review_go_on_while_the_app_is_open(read_store: str, tmp_path: Path) -> None:
    path = str(tmp_path / "record.duckdb")
    shutil.copy(read_store, path)
    (tmp_path / "new.txt").write_text("Turkey sold ten TB2 drones to Poland, Reuters reported on 3 May 2021.")
    with served(path) as base:
        assert total(base) == 2 and token_path(path).exists()
        read = CliRunner().invoke(main, ["read", str(tmp_path / "new.txt"), "--into", path])
        assert read.exit_code == 0, read.output
        assert total(base) == 3
        asked = CliRunner().invoke(main, ["ask", "deals", "--country", "POL", "--store", path])
        assert asked.exit_code == 0 and "TB2" in asked.output
        second = CliRunner().invoke(main, ["serve", path, "--port", "0"])
        assert second.exit_code == 1 and base in second.output
    assert not token_path(path).exists()


def test_a_port_that_is_taken_is_said_with_a_way_on(read_store: str, tmp_path: Path) -> None:
    path = str(tmp_path / "record.duckdb")
    shutil.copy(read_store, path)
    with served(path) as base:
        other = str(tmp_path / "other.duckdb")
        shutil.copy(read_store, other)
        found = CliRunner().invoke(main, ["serve", other, "--port", base.rsplit(":", 1)[1]])
        assert found.exit_code == 1 and "--port" in found.output


@pytest.mark.parametrize("headers", [{}, {"authorization": "Bearer wrong"}, {"authorization": SECRET}])
def test_nothing_is_taken_without_the_secret(client: TestClient, headers: dict[str, str]) -> None:
    assert client.post("/hand/batch", content=b"{}", headers=headers).status_code == 401


def test_a_page_in_a_browser_cannot_hand_in(client: TestClient) -> None:
    headers = {"authorization": f"Bearer {SECRET}", "origin": "http://evil.example"}
    assert client.post("/hand/batch", content=b"{}", headers=headers).status_code == 403


def test_what_is_handed_in_is_checked(client: TestClient) -> None:
    headers = {"authorization": f"Bearer {SECRET}"}
    assert client.post("/hand/batch", content=b'{"readings": [{"article": 1}]}', headers=headers).status_code == 503
    assert client.post("/hand/nothing", content=b"[]", headers=headers).status_code == 404
    assert client.post("/hand/batch", content=b"{}", headers=headers).status_code == 200


def test_the_secret_is_proved_and_never_said(client: TestClient) -> None:
    assert SECRET not in client.get("/hand/hello?nonce=abc").text
