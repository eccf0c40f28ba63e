"""Serving the app: on this machine only unless it is told otherwise, with the token file beside the store while it runs."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable, Collection

import msgspec
import uvicorn

from legation.errors import LegationError, StoreError
from legation.show.app import make_app
from legation.store.desk import Desk
from legation.store.token import drop_token, read_token, write_token

PORT = 8321


class Where(msgspec.Struct, frozen=True, kw_only=True):
    """Where to serve: address, port (0: one that is free), and the names that the app answers to beside this machine's own."""

    host: str = "127.0.0.1"
    port: int = PORT
    names: tuple[str, ...] = ()


def serve(path: str, where: Where, on_ready: Callable[[str], None]) -> None:
    """Serve the store until it is interrupted; `on_ready` gets the address. StoreError when an app has it open already, or the port is taken."""
    if (other := read_token(path)) is not None and _answers(other.port):
        raise StoreError(f"store {path}: an app has it open already, at http://127.0.0.1:{other.port}/")
    line = _listening(where)
    port = line.getsockname()[1]
    desk = Desk(path)
    token = write_token(path, port) if where.host in ("127.0.0.1", "0.0.0.0") else None
    signal.signal(signal.SIGTERM, _end)
    try:
        app = make_app(desk, hosts=_hosts(where), token=token)
        config = uvicorn.Config(
            app,
            log_level="warning",
            server_header=False,
            date_header=False,
            lifespan="off",
            timeout_graceful_shutdown=3,
        )
        on_ready(f"http://{'127.0.0.1' if where.host == '0.0.0.0' else where.host}:{port}/")
        uvicorn.Server(config).run(sockets=[line])
    finally:
        if token is not None:
            drop_token(path, token)
        desk.close()


def _end(number: int, frame: object) -> None:
    """End as after Ctrl+C, so that the token file is taken away. uvicorn raises the signal again once it has ended."""
    raise SystemExit(128 + number)


def _hosts(where: Where) -> Collection[str]:
    return {*where.names, where.host} - {"0.0.0.0", "::"}


def _listening(where: Where) -> socket.socket:
    """A socket that listens; LegationError says that the port is taken and what to do."""
    family = socket.AF_INET6 if ":" in where.host else socket.AF_INET
    line = socket.socket(family, socket.SOCK_STREAM)
    line.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        line.bind((where.host, where.port))
        line.listen(128)
    except OSError as fault:
        line.close()
        raise LegationError(
            f"{where.host}:{where.port}: {fault.strerror}; name another port, as in --port {where.port + 1}, or 0 for a free one"
        ) from fault
    return line


def _answers(port: int) -> bool:
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=1):
            return True
    except OSError:
        return False
