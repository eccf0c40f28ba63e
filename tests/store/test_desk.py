"""One file, many hands: a store that an app has open is read, written and handed to by others."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from legation.corroborate.review import attach
from legation.errors import StoreError, StoreLocked
from legation.record.decision import decide, undo
from legation.scale.sink import Batch, Sink
from legation.store.decision import append, current_decisions, load_decisions
from legation.store.desk import Desk, patiently
from legation.store.open import open_store
from legation.store.token import Token, drop_token, read_token, token_path, write_token
from tests.conftest import Read

COUNT = "import duckdb, sys; print(duckdb.connect(sys.argv[1], read_only=True).execute('SELECT count(*) FROM article').fetchone()[0])"
HOLD = "import duckdb, sys; db = duckdb.connect(sys.argv[1]); print('held', flush=True); sys.stdin.read()"


@pytest.fixture
def path(tmp_path: Path) -> str:
    path = str(tmp_path / "r.duckdb")
    with open_store(path):
        pass
    return path


def test_another_program_may_read_while_the_desk_is_open(path: str) -> None:
    desk = Desk(path)
    found = subprocess.run([sys.executable, "-c", COUNT, path], capture_output=True, text=True, check=True)
    desk.close()
    assert found.stdout == "0\n"


def test_the_desk_writes_and_reads_in_turn_from_many_threads(path: str, reading: Read) -> None:
    desk, faults = Desk(path), list[BaseException]()
    read = reading("Iran attacked Iraq.")

    def work(number: int) -> None:
        try:
            with desk.read() as store:
                store.db.execute("SELECT count(*) FROM claim").fetchone()
            with desk.write() as store:
                append(store, decide(read.claims[0], "accept", reviewer=str(number), at="2024"))
        except BaseException as fault:  # noqa: BLE001 - any fault of a thread is what the test is about
            faults.append(fault)

    threads = [threading.Thread(target=work, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    with desk.read() as store:
        assert not faults and len(load_decisions(store)) == 8
    desk.close()


def test_the_desk_tells_when_another_program_does_not_let_go(path: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None and holder.stdout.readline() == "held\n"
        with pytest.raises(StoreLocked), patiently(path, read_only=True, patience=0.2):
            pass
        holder.communicate("")
    with patiently(path, read_only=True, patience=0.2) as store:
        assert store.db.execute("SELECT 1").fetchone() == (1,)


def test_a_store_that_is_not_there_is_not_made_by_looking(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no such file"):
        Desk(str(tmp_path / "none.duckdb"))
    assert not (tmp_path / "none.duckdb").exists()


def test_only_its_user_can_read_the_token(path: str) -> None:
    token = write_token(path, 1234)
    assert stat.S_IMODE(token_path(path).stat().st_mode) == 0o600 and read_token(path) == token
    drop_token(path, token)
    assert read_token(path) is None and not token_path(path).exists()


def test_the_token_of_a_process_that_is_gone_or_a_broken_one_is_none(path: str) -> None:
    token_path(path).write_bytes(b'{"pid": 999999999, "port": 1, "secret": "x"}')
    assert read_token(path) is None
    token_path(path).write_bytes(b"nothing")
    assert read_token(path) is None


def test_a_reading_beside_a_token_without_an_app_goes_into_the_file(path: str, reading: Read) -> None:
    token_path(path).write_bytes(b'{"pid": %d, "port": 1, "secret": "x"}' % os.getpid())
    Sink(path).write(Batch(readings=(reading("Iran attacked Iraq."),)))
    with open_store(path, read_only=True) as store:
        assert store.db.execute("SELECT count(*) FROM article").fetchone() == (1,)


def test_decisions_survive_a_second_reading_and_are_only_ever_added(path: str, reading: Read) -> None:
    read = reading("Iran attacked Iraq.")
    sink = Sink(path)
    sink.write(Batch(readings=(read,)))
    (claim, *_) = read.claims
    old = decide(claim, "reject", reviewer="me", at="2024-01-01")
    with open_store(path) as store:
        append(store, old)
        append(store, old)
        append(store, undo(old, reviewer="me", at="2024-01-02"))
        store.db.execute("UPDATE review_decision SET target = 'clm_of_an_older_model' WHERE action <> 'undo'")
    sink.write(Batch(readings=(read,)))
    with open_store(path) as store:
        kept = current_decisions(store)
        assert len(load_decisions(store)) == 2
    assert kept[0].target == claim.id and attach(kept[0], read.claims).how == "same"


def test_a_stranger_on_the_port_is_told_nothing(path: str, reading: Read) -> None:
    import http.server

    seen: list[str] = []

    class Stranger(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            seen.append(self.path + str(self.headers))
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"hello")

        def do_POST(self) -> None:
            seen.append("POST")

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), Stranger)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    token = Token(pid=os.getpid(), port=server.server_port, secret="the-secret")
    token_path(path).write_bytes(b'{"pid": %d, "port": %d, "secret": "the-secret"}' % (token.pid, token.port))
    Sink(path).write(Batch(readings=(reading("Iran attacked Iraq."),)))
    server.shutdown()
    server.server_close()
    assert seen and "POST" not in seen and not any("the-secret" in s for s in seen)
