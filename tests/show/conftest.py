"""A small store of our own sentences, read once, and the app over a copy of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("starlette", reason="the app needs the extra web")

from starlette.testclient import TestClient

from legation.scale.local import Request, read_into
from legation.show.app import make_app
from legation.store.desk import Desk
from legation.store.token import Token

TEXTS = {
    "a.txt": "QUETTA, Pakistan, March 4, 2024 (Reuters) - A bomb killed at least 12 people in Quetta on Monday, police said. "
    "Russia delivered six Su-35 jets to Iran, the foreign minister said.\n\nIran could attack Israel if talks fail.",
    "b.txt": 'Published: 2024-03-05\n\nIran condemned Israel on Tuesday. <script>alert(1)</script> \u202eevil & "quoted".\n\n'
    "The United States imposed sanctions on Iran, Washington said. France signed a contract to sell 18 Rafale fighters to Greece in 2021.",
}
SECRET = "a-secret-of-the-tests"


@pytest.fixture(scope="session")
def read_store(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("articles")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    path = str(tmp_path_factory.mktemp("store") / "record.duckdb")
    read_into(Request(paths=(str(folder),)), path)
    return path


@pytest.fixture
def desk(read_store: str, tmp_path: Path) -> Iterator[Desk]:
    path = tmp_path / "record.duckdb"
    shutil.copy(read_store, path)
    desk = Desk(str(path))
    yield desk
    desk.close()


@pytest.fixture
def client(desk: Desk) -> Iterator[TestClient]:
    app = make_app(desk, token=Token(pid=1, port=1, secret=SECRET))
    with TestClient(app, base_url="http://127.0.0.1:8321") as client:
        yield client
