"""The gate: each test tries to get past it."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from legation.show.guard import COOKIE, LARGEST

ORIGIN = {"origin": "http://127.0.0.1:8321"}


def csrf(client: TestClient) -> str:
    found = re.search(r'name="csrf" value="(\w+)"', client.get("/review").text)
    assert found is not None
    return found[1]


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example:8321", "localhost@evil.example", "", "[::1", "10.0.0.1:8321"]
)
def test_a_foreign_host_is_refused(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 403


@pytest.mark.parametrize("host", ["127.0.0.1:8321", "localhost:8321", "[::1]:8321", "LOCALHOST"])
def test_the_names_of_this_machine_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/sources", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "http://127.0.0.1:9999", "https://127.0.0.1:8321.evil.example"]
)
def test_a_change_from_another_page_is_refused(client: TestClient, origin: str) -> None:
    form = {"csrf": csrf(client), "claim": "clm_x", "action": "accept"}
    assert client.post("/review/decide", data=form, headers={"origin": origin}).status_code == 403


def test_another_page_may_not_read(client: TestClient) -> None:
    assert client.get("/events.json", headers={"origin": "http://evil.example"}).status_code == 403


@pytest.mark.parametrize("token", ["", "0" * 64, "é"])
def test_a_change_without_its_token_is_refused(client: TestClient, token: str) -> None:
    csrf(client)
    answer = client.post("/review/undo", data={"csrf": token}, headers=ORIGIN)
    assert answer.status_code == 403 and "token" in answer.text


def test_the_token_of_another_visit_is_refused(client: TestClient) -> None:
    token = csrf(client)
    client.cookies.clear()
    client.cookies.set(COOKIE, "x" * 32)
    assert client.post("/review/undo", data={"csrf": token}, headers=ORIGIN).status_code == 403


def test_a_change_that_hides_where_it_comes_from_is_refused(client: TestClient) -> None:
    assert client.post("/review/undo", data={"csrf": csrf(client)}).status_code == 403


def test_a_change_with_its_token_passes(client: TestClient) -> None:
    answer = client.post("/review/undo", data={"csrf": csrf(client)}, headers=ORIGIN, follow_redirects=False)
    assert answer.status_code == 303


def test_a_form_too_large_is_refused(client: TestClient) -> None:
    form = {"csrf": csrf(client), "new": "x" * LARGEST}
    assert client.post("/review/decide", data=form, headers=ORIGIN).status_code == 403


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_other_methods_change_nothing(client: TestClient, method: str) -> None:
    assert client.request(method, "/review/decide").status_code in (403, 405)


def test_the_policy_lets_no_foreign_and_no_written_in_script_run(client: TestClient) -> None:
    for path in ("/", "/nope", "/static/legation.js", "/events.json"):
        headers = client.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy and "script-src 'self'" in policy and "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"


def test_pages_have_no_script_and_no_style_written_in(client: TestClient) -> None:
    for path in ("/", "/map", "/network", "/timeline", "/review", "/register?view=all"):
        text = client.get(path).text
        assert not re.search(r"<script(?![^>]*\bsrc=)|\sstyle=|\son\w+=|<style", text)
        assert not re.search(r'(src|href)="(https?:)?//', text)


def test_the_cookie_is_kept_from_scripts_and_other_sites(client: TestClient) -> None:
    told = client.get("/").headers["set-cookie"]
    assert "HttpOnly" in told and "SameSite=Strict" in told


@pytest.mark.parametrize(
    "path", ["/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/static//etc/passwd"]
)
def test_static_files_lead_nowhere_else(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404
