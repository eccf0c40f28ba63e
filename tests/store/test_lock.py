"""Two writers: the second gets a clear word and a way on."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from legation.errors import StoreLocked
from legation.store.open import open_store

HOLD = "import duckdb, sys; db = duckdb.connect(sys.argv[1]); print('held', flush=True); sys.stdin.read()"


def test_a_store_that_another_process_writes_is_locked(tmp_path: Path) -> None:
    path = str(tmp_path / "a.duckdb")
    command = [sys.executable, "-c", HOLD, path]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None and holder.stdout.readline() == "held\n"
        with pytest.raises(StoreLocked, match="another process"), open_store(path):
            pass
        holder.communicate("")
