"""Review as a reviewer does it."""

from __future__ import annotations

import json
import re

import pytest
from starlette.testclient import TestClient

ORIGIN = {"origin": "http://127.0.0.1:8321"}


def shown(client: TestClient, query: str = "") -> dict[str, str]:
    text = client.get(f"/review?{query}").text
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', text))


def decide(client: TestClient, query: str = "", **form: str) -> str:
    fields = shown(client, query)
    answer = client.post("/review/decide", data=fields | form, headers=ORIGIN)
    assert answer.status_code == 200, answer.text
    return fields["claim"]


def lines(client: TestClient) -> list[dict[str, object]]:
    return [json.loads(line) for line in client.get("/review/training.jsonl").text.splitlines()]


@pytest.mark.parametrize("action", ["accept", "reject", "cannot_tell"])
def test_a_decision_is_kept_and_the_next_item_comes(client: TestClient, action: str) -> None:
    claim = decide(client, action=action)
    (line,) = lines(client)
    assert (line["verdict"], line["attached"]) == (action, "same") and shown(client)["claim"] != claim


def test_a_reason_rejects(client: TestClient) -> None:
    decide(client, reject="wrong_actor")
    (line,) = lines(client)
    assert line["decisions"][0]["reason"] == "wrong_actor"  # type: ignore[index]


def test_an_edit_keeps_the_old_and_the_new_value(client: TestClient) -> None:
    decide(client, action="edit", field="stage", old="talks", new="signed")
    (decision,) = lines(client)[0]["decisions"]  # type: ignore[misc]
    assert (decision["field"], decision["old"], decision["new"]) == ("stage", "talks", "signed")


def test_an_edit_without_a_value_is_refused(client: TestClient) -> None:
    fields = shown(client) | {"action": "edit", "field": "stage", "new": " "}
    assert client.post("/review/decide", data=fields, headers=ORIGIN).status_code == 400


def test_undo_brings_the_item_back_and_deletes_nothing(client: TestClient) -> None:
    claim = decide(client, action="accept")
    client.post("/review/undo", data=shown(client), headers=ORIGIN)
    assert lines(client) == [] and len(client.get("/review.json").json()["rows"]) == 2
    assert claim in client.get(f"/review?claim={claim}").text


def test_the_queue_ends_when_everything_has_a_word(client: TestClient) -> None:
    for _ in range(100):
        if "The queue is empty" in client.get("/review?order=value").text:
            break
        decide(client, "order=value", action="accept")
    assert "The queue is empty" in client.get("/review").text


def test_two_reviewers_agree_by_kappa_and_an_adjudicator_has_the_last_word(client: TestClient) -> None:
    first = decide(client, "reviewer=ada", action="accept")
    decide(client, "reviewer=ada", action="reject")
    decide(client, f"reviewer=ben&claim={first}", action="reject")
    assert (
        "1 common claim" in client.get("/agreement").text and "1 claim to adjudicate" in client.get("/agreement").text
    )
    decide(client, "reviewer=cyd&adjudicate=yes", action="accept")
    assert next(line for line in lines(client) if len(line["decisions"]) == 3)["verdict"] == "accept"  # type: ignore[arg-type]
    assert "to adjudicate</h2>" not in client.get("/agreement").text
