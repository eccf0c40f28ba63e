"""The changes that a reviewer makes: a decision, an undo, the reviewer's name; and the decisions as training data."""

from __future__ import annotations

import time
from datetime import UTC, datetime

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute
from starlette.routing import Route as Path

from legation.corroborate.review import standing
from legation.errors import AskError, LegationError
from legation.export.training import training
from legation.lexicon.load import load_lexicon
from legation.record.claim import Claim
from legation.record.decision import Decision, decide, undo
from legation.show import url
from legation.show.asked import Asked
from legation.show.page.claim import find_claim
from legation.show.page.review import REASONS
from legation.store.decision import append, current_decisions
from legation.store.desk import Desk

ACTIONS = ("accept", "edit", "reject", "cannot_tell")
_LONGEST = 500


def judge_routes(desk: Desk) -> list[BaseRoute]:
    """The addresses of the changes."""

    async def decided(request: Request) -> Response:
        return await run_in_threadpool(_guarded, _decide, desk, request)

    async def undone(request: Request) -> Response:
        return await run_in_threadpool(_guarded, _undo, desk, request)

    async def named(request: Request) -> Response:
        return _named(request)

    async def exported(request: Request) -> Response:
        return await run_in_threadpool(_exported, desk)

    return [
        Path("/review/decide", decided, methods=["POST"]),
        Path("/review/undo", undone, methods=["POST"]),
        Path("/review/reviewer", named, methods=["POST"]),
        Path("/review/training.jsonl", exported),
    ]


def _guarded(change: object, desk: Desk, request: Request) -> Response:
    try:
        return change(desk, request)  # type: ignore[operator, no-any-return]
    except AskError as fault:
        return PlainTextResponse(f"legation: {fault}\n", 400)
    except LegationError as fault:
        return PlainTextResponse(f"legation: {fault}\nThe decision was not written; go back and repeat it.\n", 503)


def _decide(desk: Desk, request: Request) -> Response:
    """Write the decision and lead on to the next item of the queue."""
    form = request.state.form
    with desk.read() as store:
        found = find_claim(Asked(store=store, lexicon=load_lexicon(), given={}), form.get("claim", ""))
    if found is None:
        raise AskError("the claim is no longer in the store; go back to the queue")
    decision = decision_of(found[0], form)
    with desk.write() as store:
        append(store, decision)
    return _on(form)


def decision_of(claim: Claim, form: dict[str, str]) -> Decision:
    """The decision that a form tells; AskError says what is wrong with it."""
    reason = form.get("reject") or form.get("reason") or None
    action = "reject" if form.get("reject") else form.get("action", "")
    if action not in ACTIONS:
        raise AskError(f"action {action[:40]!r}: not known; expected one of {', '.join(ACTIONS)}")
    if reason is not None and reason not in REASONS:
        raise AskError(f"reason {reason[:40]!r}: not known; expected one of {', '.join(REASONS)}")
    new = (form.get("new") or "").strip()[:_LONGEST] or None
    if action == "edit" and (new is None or not form.get("field")):
        raise AskError("an edit needs a field and its new value")
    edit = (
        {"field": form["field"][:60], "old": (form.get("old") or "")[:_LONGEST] or None, "new": new}
        if action == "edit"
        else {}
    )
    return decide(
        claim,
        action,  # type: ignore[arg-type]
        reviewer=reviewer_of(form),
        at=_now(),
        reason=reason,
        standing="adjudicator" if form.get("adjudicate") == "yes" else "annotator",
        seconds=_seconds(form.get("since", "")),
        **edit,
    )


def reviewer_of(form: dict[str, str]) -> str:
    """The reviewer's name, "me" where none is given."""
    return " ".join(form.get("reviewer", "").split())[:60] or "me"


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")


def _seconds(since: str) -> float | None:
    """How long the item was looked at, from the time in milliseconds at which it was shown; None where that is not told."""
    if not (since.isascii() and since.isdigit() and len(since) < 16):
        return None
    passed = round(time.time() - int(since) / 1000, 1)
    return passed if 0 <= passed < 86_400 else None


def _undo(desk: Desk, request: Request) -> Response:
    """Take back the reviewer's last decision, or the one that is named; and lead back to its item."""
    form = request.state.form
    reviewer = reviewer_of(form)
    with desk.read() as store:
        mine = [d for d in standing(current_decisions(store)) if d.reviewer == reviewer]
    named = [d for d in mine if d.id == form.get("decision")] if form.get("decision") else mine
    if not named:
        return _on(form)
    with desk.write() as store:
        append(store, undo(named[-1], reviewer=reviewer, at=_now()))
    return _on({**form, "claim_next": named[-1].target})


def _on(form: dict[str, str]) -> Response:
    kept = {name: form.get(name) for name in ("order", "kind", "adjudicate", "reviewer")}
    return RedirectResponse(url.with_query("/review", kept | {"claim": form.get("claim_next")}), 303)


def _named(request: Request) -> Response:
    """Keep the reviewer's name in a cookie."""
    form = request.state.form
    reviewer = reviewer_of(form)
    answer = _on({**form, "reviewer": reviewer})
    answer.set_cookie(
        "legation_reviewer",
        reviewer.encode("ascii", "ignore").decode() or "me",
        max_age=31_536_000,
        httponly=True,
        samesite="strict",
    )
    return answer


def _exported(desk: Desk) -> Response:
    with desk.read() as store:
        lines = "".join(f"{line}\n" for line in training(store))
    return Response(
        lines,
        media_type="application/x-ndjson",
        headers={"content-disposition": 'attachment; filename="training.jsonl"'},
    )
