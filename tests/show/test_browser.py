"""The app in a real browser: every page, every key of review, no error on the console, no serious fault of access.

Needs the extra `browser` and a Chromium (LEGATION_CHROMIUM names one that is not on the path); LEGATION_AXE names a local axe.min.js. Another
store to look at is named by LEGATION_WEB_STORE.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

playwright = pytest.importorskip("playwright.sync_api", reason="the browser tests need the extra browser")

from legation.read.sample import sample_dir
from legation.scale.local import Request, read_into
from tests.show.served import served

CHROMIUM = os.environ.get("LEGATION_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
AXE = os.environ.get("LEGATION_AXE", "")
pytestmark = pytest.mark.skipif(not CHROMIUM, reason="no Chromium on the path; name one in LEGATION_CHROMIUM")
PATHS = (
    "/", "/search?q=iran", "/events", "/register?view=all", "/attacks", "/map", "/timeline", "/dyad", "/dyad?a=IRN&b=ISR", "/network", "/statements",
    "/relations", "/sources", "/articles", "/review", "/agreement", "/sql?q=SELECT+*+FROM+deal+LIMIT+3", "/issues", "/nope",
)  # fmt: skip


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = str(tmp_path_factory.mktemp("browser") / "record.duckdb")
    if given := os.environ.get("LEGATION_WEB_STORE"):
        shutil.copy(given, path)
    else:
        read_into(Request(paths=(str(sample_dir()),)), path)
    with served(path) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A page that fails the test on any error of the console and on any request to elsewhere."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    opened.set_default_timeout(30_000)
    faults: list[str] = []
    opened.on(
        "console", lambda m: faults.append(m.text) if m.type in ("error", "warning") and "404" not in m.text else None
    )
    opened.on("pageerror", lambda e: faults.append(str(e)))
    opened.on(
        "request", lambda r: faults.append(r.url) if not r.url.startswith(("http://127.0.0.1:", "data:")) else None
    )
    yield opened
    context.close()
    assert faults == []


def things(page: Any, base: str) -> list[str]:
    """The pages of one article, happening, deal and claim, and the way of a cell."""
    found = []
    for listing, sort in (
        ("/articles", "article"),
        ("/events", "event"),
        ("/register?view=all", "deal"),
        ("/attacks", "claim"),
    ):
        page.goto(base + listing)
        found.append(page.locator(f'a[href^="/{sort}/"]').first.get_attribute("href"))
    page.goto(base + "/events")
    return [*found, page.locator('a[href^="/why/"]').first.get_attribute("href")]


@pytest.mark.parametrize("width", [1280, 390])
def test_each_page_is_drawn_without_a_fault_and_fits(page: Any, base: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 850})
    for path in (*PATHS, *things(page, base)):
        page.goto(base + path)
        assert page.locator("h1").count() == 1, path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(page: Any, base: str, scheme: str) -> None:
    if not AXE or not Path(AXE).exists():
        pytest.skip("no axe-core; name its axe.min.js in LEGATION_AXE")
    page.emulate_media(color_scheme=scheme)
    source, found = Path(AXE).read_text(encoding="utf-8"), []
    for path in (*PATHS, *things(page, base)):
        page.goto(base + path)
        page.evaluate(source)  # from the driver, past the policy, which holds for the page's own scripts
        result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        for fault in result["violations"]:
            if fault["impact"] in ("serious", "critical"):
                found.append((path, fault["id"], fault["nodes"][0]["html"][:150]))
    assert found == []


def shown(page: Any) -> str:
    return str(page.locator('#decide input[name="claim"]').get_attribute("value"))


def test_review_goes_by_key(page: Any, base: str) -> None:
    page.goto(base + "/review?reviewer=keys")
    for key, told in (("a", "accepted"), ("x", "rejected"), (" ", "cannot tell"), ("2", "wrong actor")):
        before = shown(page)
        with page.expect_navigation():
            page.keyboard.press(key)
        assert shown(page) != before and told in page.locator(".last li").first.inner_text(), key
    for key in ("u", "Backspace"):
        before = page.locator(".last li").count()
        with page.expect_navigation():
            page.keyboard.press(key)
        assert page.locator(".last li").count() == before - 1, key


def test_an_edit_goes_by_key(page: Any, base: str) -> None:
    page.goto(base + "/review?reviewer=editor")
    page.keyboard.press("e")
    assert page.locator("#new").is_visible() and page.evaluate("document.activeElement.id") == "field"
    page.keyboard.press("Tab")
    page.keyboard.press("Control+A")
    page.keyboard.type("another value")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "another value" in page.locator(".last li").first.inner_text()


def test_keys_lead_through_the_app(page: Any, base: str) -> None:
    page.goto(base + "/")
    with page.expect_navigation():
        page.keyboard.press("g")
        page.keyboard.press("e")
    assert page.url.endswith("/events")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "/event/" in page.url
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.type("iran")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "/search?q=iran" in page.url


def test_words_and_claims_light_one_another(page: Any, base: str) -> None:
    page.goto(base + things(page, base)[0])
    item = page.locator(".claim:not(.off)").first
    number = item.get_attribute("data-claim")
    item.hover()
    assert page.locator(f'.piece.lit[data-claims~="{number}"]').count() > 0
    page.locator(f"#ref-{number}").hover()
    assert "lit" in (item.get_attribute("class") or "")
    layer = page.locator("#layer-actor")
    marked = page.locator(".in-actor").first
    before = marked.evaluate("e => getComputedStyle(e).backgroundColor")
    layer.uncheck()
    assert marked.evaluate("e => getComputedStyle(e).backgroundColor") != before


def test_the_theme_is_changed_and_kept(page: Any, base: str) -> None:
    page.goto(base + "/")
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator("#theme").click()
    page.goto(base + "/events")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != before


def test_review_works_without_a_script(browser: Any, base: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base + "/review?reviewer=plain")
    page.locator("button", has_text="Accept").click()
    assert "accepted" in page.locator(".last li").first.inner_text()
    context.close()
