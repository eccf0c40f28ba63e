"""Texts in capitals are read in mended case and quoted as issued."""

from __future__ import annotations

from legation.pipeline import Tools, read_article
from legation.record.attack import Attack
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


def test_words_of_a_payload_without_a_span_are_the_text_as_issued(tools: Tools) -> None:
    payloads = [c.payload for c in read_article(article(TEXT), tools).claims if isinstance(c.payload, Attack)]
    assert [name for p in payloads for name in p.named_victims] == ["ROSA QUISPE"]


def test_a_named_victim_is_also_the_words_of_a_role(tools: Tools) -> None:
    found = read_article(article(TEXT), tools).claims
    named = [(c, name) for c in found if isinstance(c.payload, Attack) for name in c.payload.named_victims]
    assert named and all(name in [r.words for r in c.all("victim")] for c, name in named)


def test_the_attack_is_read_as_in_ordinary_print(tools: Tools) -> None:
    found = [c for c in read_article(article(TEXT), tools).claims if c.kind == "attack"]
    told = [{r.role: r.words for r in c.roles} for c in found]
    assert any("QUISPE" in r.get("victim", "") for r in told)
    assert any("BRIDGE" in r.get("target", "") for r in told)


def test_ordinary_print_is_left_alone(tools: Tools) -> None:
    plain = "Gunmen of the Shining Path shot dead Mayor Rosa Quispe in Ayacucho on Sunday, police said."
    reading = read_article(article(plain), tools)
    assert reading.article.text == plain and all(c.words == plain[c.span.slice] for c in reading.claims)
