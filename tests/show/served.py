"""The app as a process of its own, for tests that need a real one."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

SERVE = "from legation.cli.app import main; main()"


@contextmanager
def served(store: str) -> Iterator[str]:
    """The address of an app over the store, ended afterwards."""
    command = [sys.executable, "-c", SERVE, "serve", store, "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        try:
            assert "http://" in line, line + process.stdout.read()
            yield next(word for word in line.split() if word.startswith("http")).rstrip("/")
        finally:
            process.terminate()
            process.wait(20)
