"""Where readings go: into the store file, or, while an app has it open, to the app, which writes them.

The file is opened for each batch and let go of in between, so that an app, a question or a second reading finds its turn.
"""

from __future__ import annotations

import hashlib
import hmac
import http.client
import secrets
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec

from legation.errors import StoreError, StoreLocked
from legation.lexicon.admiralty import Grade
from legation.pipeline import Record, fold
from legation.record.issue import Issue
from legation.record.reading import Reading
from legation.store.desk import patiently
from legation.store.open import Store
from legation.store.state import states
from legation.store.token import Token, read_token
from legation.store.view import load_readings
from legation.store.write import write, write_grades, write_record

PATIENCE = 30.0
"""Seconds that a batch waits for the file. **Source:** longer than another reading takes to write and fold a store of thousands of articles."""
_TIMEOUT = 600.0
_SHORT = 0.3


class Folded(msgspec.Struct, frozen=True):
    """How many happenings and deals the store has after folding."""

    events: int
    deals: int


class Batch(msgspec.Struct, frozen=True, kw_only=True):
    """What is written together: readings, the states of their articles as they were met, and what was met on the way."""

    readings: tuple[Reading, ...] = ()
    states: dict[str, str] = {}
    issues: tuple[Issue, ...] = ()

    def into(self, store: Store) -> None:
        """Write it into an open store in one transaction."""
        write(store, self.readings, states=self.states, issues=self.issues)


class Sink:
    """The way into the store at `path`."""

    def __init__(self, path: str) -> None:
        """A sink for the store; StoreError when the file is there and is no store."""
        self.path = path

    def write(self, batch: Batch) -> None:
        """Write a batch; when this returns, all of it is in the store."""
        self._put("batch", batch, batch.into)

    def states(self, ids: Sequence[str]) -> dict[str, str]:
        """The digests of those of the articles that the store has read, by article id."""
        found = self._put("states", list(ids), lambda store: states(store, ids))
        return msgspec.convert(found, dict[str, str])

    def grades(self, grades: Mapping[str, Grade]) -> None:
        """Replace the outlets' grades."""
        self._put("grades", dict(grades), lambda store: write_grades(store, grades))

    def fold(self) -> Folded:
        """Fold the store's claims into happenings and deals anew."""
        answer = self._put("fold", {}, refold)
        return answer if isinstance(answer, Folded) else msgspec.convert(answer, Folded)

    def _put(self, what: str, content: object, change: Callable[[Store], Any]) -> Any:
        """Do a change with the file, or through the app that has it; StoreLocked when neither is to be had."""
        token = read_token(self.path)
        if token is not None and (answer := _hand(self.path, token, what, content)) is not None:
            return answer
        try:
            with patiently(self.path, read_only=False, patience=_SHORT if token else PATIENCE) as store:
                return change(store)
        except StoreLocked as fault:
            raise StoreLocked(
                f"store {self.path}: another program has it open and did not let go; what was read before is kept. "
                "Close it and run the same command again to go on, or read --into another file"
            ) from fault


def refold(store: Store) -> Folded:
    """Fold the claims of an open store and write the happenings and deals."""
    record: Record = fold(load_readings(store))
    write_record(store, record)
    return Folded(len(record.events), len(record.deals))


def proof(secret: str, nonce: str) -> str:
    """What shows that the other side knows the secret, without saying it."""
    return hmac.new(secret.encode(), nonce.encode(), hashlib.sha256).hexdigest()


def _hand(path: str, token: Token, what: str, content: object) -> Any:
    """The app's answer to what was handed to it; None when no app answers there. StoreError when it could not write."""
    line = http.client.HTTPConnection("127.0.0.1", token.port, timeout=_TIMEOUT)
    try:
        if not _is_app(line, token):
            return None
        headers = {"authorization": f"Bearer {token.secret}", "content-type": "application/json"}
        line.request("POST", f"/hand/{what}", msgspec.json.encode(content), headers)
        answer = line.getresponse()
        body = answer.read()
    except (OSError, http.client.HTTPException):
        return None
    finally:
        line.close()
    if answer.status != 200:
        reason = body.decode("utf-8", "replace")[:300]
        raise StoreError(
            f"store {path}: the app that has it open did not write the batch ({reason}); run the command again"
        )
    return msgspec.json.decode(body)


def _is_app(line: http.client.HTTPConnection, token: Token) -> bool:
    """Whether the app that left the token answers: nothing is sent to a stranger on the same port."""
    nonce = secrets.token_hex(16)
    line.request("GET", f"/hand/hello?nonce={nonce}")
    answer = line.getresponse()
    return answer.status == 200 and hmac.compare_digest(answer.read(), proof(token.secret, nonce).encode())
