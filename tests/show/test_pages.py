"""Every page over a small store: it answers, in each form, and what is hostile is shown and not run."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import pytest
from starlette.testclient import TestClient

from legation.show.routes import ROUTES

PLAIN = [route.path for route in ROUTES if "{" not in route.path]


def rows(client: TestClient, path: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get(path).json()["rows"]
    return found


@pytest.mark.parametrize(
    "path", ["/", *PLAIN, "/register?view=all", "/search?q=iran", "/dyad?a=IRN&b=ISR&grain=month", "/sql?q=SELECT+1"]
)
def test_each_page_answers(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code in (200, 404 if path == "/source" else 200) and "<h1>" in answer.text


@pytest.mark.parametrize("path", PLAIN)
def test_each_page_answers_as_json_csv_and_sql(client: TestClient, path: str) -> None:
    document = client.get(f"{path}.json").json()
    told = list(csv.reader(io.StringIO(client.get(f"{path}.csv").text)))
    assert document["schema_version"] == 1 and len(told) == len(document["rows"]) + (1 if told else 0)
    assert client.get(f"{path}.sql", follow_redirects=False).headers["location"].startswith("/sql")


def test_the_sql_of_a_list_gives_its_rows(client: TestClient) -> None:
    document = client.get("/events.json?country=IRN&standing=any").json()
    again = client.get("/sql.json", params={"q": document["sql"]}).json()
    assert [r["id"] for r in again["rows"]] == [r["id"] for r in document["rows"]] != []


def test_a_list_says_what_its_filters_leave_out(client: TestClient) -> None:
    document = client.get("/events.json?country=FRA").json()
    everything = client.get("/events.json?standing=any").json()["total"]
    assert any(re.match(r"\d+ without FRA", told) for told in document["left_out"]) and document["total"] < everything


def test_what_is_hypothetical_is_left_out_unless_it_is_asked_for(client: TestClient) -> None:
    told = {r["aux"] for r in rows(client, "/events.json")}
    assert told <= {"asserted", "ongoing"} and {r["aux"] for r in rows(client, "/events.json?standing=any")} - told


def test_an_article_shows_its_words_unchanged_and_unharmful(client: TestClient) -> None:
    ids = [r["id"] for r in rows(client, "/articles.json")]
    texts = [client.get(f"/article/{i}").text for i in ids]
    assert not any("<script>alert" in t for t in texts) and any("alert(1)" in t for t in texts)
    assert not any("\u202e" in t for t in texts) and any("U+202E" in t for t in texts)


def test_words_and_claims_are_linked_both_ways(client: TestClient) -> None:
    for row in rows(client, "/articles.json"):
        text = client.get(f"/article/{row['id']}").text
        there = set(re.findall(r'id="ref-(\d+)"', text))
        assert there == set(re.findall(r'id="claim-(\d+)"', text)) == set(re.findall(r'href="#ref-(\d+)"', text))


def test_every_cell_leads_to_its_words(client: TestClient) -> None:
    for path in ("/events", "/attacks", "/statements", "/register?view=all"):
        links = set(re.findall(r'href="(/why/[^"]+)"', client.get(path).text))
        assert links
        for link in sorted(links)[:6]:
            assert client.get(link).status_code == 200


def test_the_register_shows_the_sale_with_its_words(client: TestClient) -> None:
    (deal,) = [r for r in rows(client, "/register.json?recipient=Greece") if r["supplier"] == "FRA"]
    text = client.get(f"/deal/{deal['deal']}").text
    assert deal["ordered"] == 18 and "France signed a contract to sell 18 Rafale fighters" in re.sub(
        r"<[^>]+>", "", text
    )


@pytest.mark.parametrize(
    "path",
    ["/article/x", "/claim/x", "/event/x", "/deal/x", "/why/claim/x/killed", "/why/nothing", "/nope", "/source?name=x"],
)
def test_what_is_not_there_is_said_so(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404 and "<h1>" in answer.text


@pytest.mark.parametrize(
    "value", ["'; DROP TABLE claim; --", "\u202e\x00", "<svg onload=alert(1)>", "%", "$limit", "9" * 400, "{{7*7}}"]
)
def test_hostile_parameters_are_words_only(client: TestClient, value: str) -> None:
    for route in (
        "/search?q=",
        "/events?country=",
        "/events?type=",
        "/statements?by=",
        "/register?from=",
        "/events?page=",
        "/dyad?b=USA&a=",
        "/map?from=",
    ):
        answer = client.get(
            route
            + "{}".format(
                value.replace("%", "%25")
                .replace(" ", "+")
                .replace(";", "%3B")
                .replace("\x00", "%00")
                .replace("#", "%23")
            )
        )
        assert answer.status_code == 200 and "<svg onload" not in answer.text and ">49<" not in answer.text
    assert client.get("/articles.json").json()["total"] == 2


def test_csv_cells_run_nothing_in_a_spreadsheet(client: TestClient) -> None:
    answer = client.get("/sql.csv", params={"q": "SELECT '=1+1' AS a, 'b\u202ec' AS b"})
    assert "'=1+1" in answer.text and "\u202e" not in answer.text


def test_json_is_one_document_with_the_total(client: TestClient) -> None:
    document = json.loads(client.get("/statements.json").content)
    assert document["total"] == len(document["rows"]) > 0
