"""The door for other programs of the same user: `legation read` hands its readings in while the app has the store open."""

from __future__ import annotations

import hmac
from collections.abc import Callable
from typing import Any

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute
from starlette.routing import Route as Path

from legation.errors import LegationError
from legation.lexicon.admiralty import Grade
from legation.pipeline import fold
from legation.scale.sink import Batch, Folded, proof
from legation.store.desk import Desk
from legation.store.state import states
from legation.store.token import Token
from legation.store.view import load_readings
from legation.store.write import write_grades, write_record

LARGEST = 512 * 1024 * 1024
"""Bytes of a batch at most: fifty readings of the largest articles."""


def hand_routes(desk: Desk, token: Token) -> list[BaseRoute]:
    """The addresses of the door."""

    async def hello(request: Request) -> Response:
        return PlainTextResponse(proof(token.secret, request.query_params.get("nonce", "")[:64]))

    async def handed(request: Request) -> Response:
        if not hmac.compare_digest(
            request.headers.get("authorization", "").encode(), f"Bearer {token.secret}".encode()
        ):
            return PlainTextResponse("legation: the word that the token file holds was not given\n", 401)
        if int(request.headers.get("content-length", LARGEST + 1)) > LARGEST:
            return PlainTextResponse("legation: the batch is too large\n", 413)
        change = _CHANGES.get(request.path_params["what"])
        if change is None:
            return PlainTextResponse(f"legation: expected one of {', '.join(_CHANGES)}\n", 404)
        return await run_in_threadpool(_written, change, desk, await request.body())

    return [Path("/hand/hello", hello), Path("/hand/{what}", handed, methods=["POST"])]


def _written(change: Callable[[Desk, bytes], Any], desk: Desk, body: bytes) -> Response:
    try:
        return Response(msgspec.json.encode(change(desk, body)), media_type="application/json")
    except (LegationError, msgspec.DecodeError) as fault:
        return PlainTextResponse(str(fault), 503)


def _batch(desk: Desk, body: bytes) -> int:
    batch = msgspec.json.decode(body, type=Batch)
    with desk.write() as store:
        batch.into(store)
    return len(batch.readings)


def _states(desk: Desk, body: bytes) -> dict[str, str]:
    ids = msgspec.json.decode(body, type=list[str])
    with desk.read() as store:
        return states(store, ids)


def _grades(desk: Desk, body: bytes) -> int:
    grades = msgspec.json.decode(body, type=dict[str, Grade])
    with desk.write() as store:
        write_grades(store, grades)
    return len(grades)


def _fold(desk: Desk, body: bytes) -> Folded:
    """Fold anew; readers go on while it is worked out, and wait only while it is written."""
    with desk.read() as store:
        readings = list(load_readings(store))
    record = fold(readings)
    with desk.write() as store:
        write_record(store, record)
    return Folded(len(record.events), len(record.deals))


_CHANGES: dict[str, Callable[[Desk, bytes], Any]] = {
    "batch": _batch, "states": _states, "grades": _grades, "fold": _fold,
}  # fmt: skip
