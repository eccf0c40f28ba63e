"""The token file beside a store that an app has open: where to hand readings in, and the word that proves the right to."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

import msgspec


class Token(msgspec.Struct, frozen=True, kw_only=True):
    """Who has the store open: process, port on 127.0.0.1, and the secret that both sides must know."""

    pid: int
    port: int
    secret: str


def token_path(store: str) -> Path:
    """The token file of a store: record.duckdb.serve beside record.duckdb."""
    return Path(f"{Path(store).resolve()}.serve")


def write_token(store: str, port: int) -> Token:
    """The token of this process, written so that only its user can read it."""
    token = Token(pid=os.getpid(), port=port, secret=secrets.token_urlsafe(32))
    path = token_path(store)
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(msgspec.json.encode(token))
    return token


def read_token(store: str) -> Token | None:
    """The token beside a store, or None where no living process has left one."""
    try:
        token = msgspec.json.decode(token_path(store).read_bytes(), type=Token)
        os.kill(token.pid, 0)
    except PermissionError:
        return None
    except (OSError, msgspec.DecodeError):
        return None
    return token


def drop_token(store: str, token: Token) -> None:
    """Take the file away if it is still this process's."""
    if read_token(store) == token:
        token_path(store).unlink(missing_ok=True)
