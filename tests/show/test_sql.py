"""The SQL page: a stranger's query reads the record and nothing else, and ends."""

from __future__ import annotations

import time

import pytest
from starlette.testclient import TestClient

from legation.ask.bounded import bounded
from legation.errors import AskError
from legation.store.desk import Desk


@pytest.mark.parametrize(
    "query",
    [
        "DROP TABLE claim",
        "DELETE FROM claim",
        "UPDATE claim SET words = ''",
        "SELECT 1; DROP TABLE claim",
        "COPY claim TO '/tmp/stolen.csv'",
        "ATTACH '/tmp/other.duckdb'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET enable_external_access = true",
        "PRAGMA database_list",
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM '/etc/passwd'",
        "SELECT * FROM read_text('/etc/passwd')",
        "SELECT * FROM glob('/*')",
        "EXPLAIN ANALYZE DELETE FROM claim",
        "WITH x AS (DELETE FROM claim RETURNING *) SELECT * FROM x",
        "CALL pragma_version()",
        "nonsense",
        "",
    ],
)
def test_nothing_but_a_question_to_the_record_runs(desk: Desk, query: str) -> None:
    with desk.read() as store, pytest.raises(AskError):
        bounded(store, query)
    with desk.read() as store:
        assert store.db.execute("SELECT count(*) FROM claim").fetchone() != (0,)


def test_a_query_without_end_is_ended(desk: Desk) -> None:
    start = time.monotonic()
    with desk.read() as store, pytest.raises(AskError, match="no end within"):
        bounded(store, "SELECT count(*) FROM range(1000000000) a, range(1000000000) b", seconds=0.5)
    assert time.monotonic() - start < 20


def test_rows_beyond_the_limit_are_left_out_and_said_so(client: TestClient) -> None:
    document = client.get("/sql.json", params={"q": "SELECT * FROM range(5000)"}).json()
    assert len(document["rows"]) == 1000 and document["left_out"]


def test_a_wrong_query_says_why(client: TestClient) -> None:
    answer = client.get("/sql", params={"q": "SELECT nothing FROM nowhere"})
    assert answer.status_code == 400 and "nowhere" in answer.text
