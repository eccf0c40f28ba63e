"""Texts in capitals are read in mended case and quoted as issued."""

from __future__ import annotations

from legation.pipeline import Tools, read_article
from tests.make import article

TEXT = (
    "LIMA, 4 MAR 91 -- GUNMEN OF THE SHINING PATH KILLED ROSA QUISPE, A TEACHER, IN AYACUCHO ON SUNDAY, POLICE SAID. "
    "THE ATTACKERS ALSO DYNAMITED A BRIDGE NEAR HUANTA."
)


def test_every_quotation_is_the_text_as_issued(tools: Tools) -> None:
    reading = read_article(article(TEXT), tools)
    assert reading.article.text == TEXT
    assert reading.claims and reading.links
    for claim in reading.claims:
        assert claim.words == TEXT[claim.span.slice]
        assert all(r.words == TEXT[r.span.slice] for r in claim.roles)
    assert all(link.words == TEXT[link.span.slice] for link in reading.links)


def test_the_attack_is_read_as_in_ordinary_print(tools: Tools) -> None:
    found = [c for c in read_article(article(TEXT), tools).claims if c.kind == "attack"]
    told = [{r.role: r.words for r in c.roles} for c in found]
    assert any("QUISPE" in r.get("victim", "") for r in told)
    assert any("BRIDGE" in r.get("target", "") for r in told)


def test_ordinary_print_is_left_alone(tools: Tools) -> None:
    plain = "Gunmen of the Shining Path shot dead Mayor Rosa Quispe in Ayacucho on Sunday, police said."
    reading = read_article(article(plain), tools)
    assert reading.article.text == plain and all(c.words == plain[c.span.slice] for c in reading.claims)
