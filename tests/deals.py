"""Readings with one hand-made transfer claim each: the folding of deals is tested on these, whatever the extraction finds."""

from __future__ import annotations

from typing import Any

import msgspec

from legation.lexicon.load import load_lexicon
from legation.record.chain import Step, StepRole
from legation.record.claim import Aux, Claim, Role, claim_id
from legation.record.deal import Stage, Transfer
from legation.record.link import Link
from legation.record.reading import Reading
from legation.record.span import Span
from legation.record.when import When
from tests.make import article

_PAYLOAD = {f.name for f in msgspec.structs.fields(Transfer)}


def tells(stage: str, weapon: str = "Mi-35M", **told: Any) -> Reading:
    """A reading whose article tells of one transfer, from RUS to PAK unless `supplier` or `recipient` (None: not told) say otherwise.

    `weapon` is a designation of the thesaurus, a noun ("helicopter") or an unknown name; `number` a count; `on` the day of publication;
    `outlet` who prints it, `agency` or `paper` whose word it is; `when` a date that the words give; the rest are fields of `Transfer`.
    """
    parties = {side: told.pop(side, default) for side, default in (("supplier", "RUS"), ("recipient", "PAK"))}
    roles = {
        **parties,
        "weapon": weapon,
        **{k: told.pop(k) for k in ("supplier_entity", "recipient_entity", "origin", "via") if k in told},
    }
    roles = {role: words for role, words in roles.items() if words is not None}
    text = " ".join(roles.values()) + f" {stage} {sorted(told.items(), key=str)}"
    spans = _spans(roles, text)
    made = article(text, **{k: told.pop(v) for k, v in (("published", "on"), ("outlet", "outlet")) if v in told})
    chain = _chain(told)
    when, aux = _when(told.pop("when", None)), Aux(told.pop("aux", "asserted"))
    payload = _payload(stage, weapon, told)
    parts = tuple(Role(role, span, words) for (role, words), span in zip(roles.items(), spans, strict=True))
    whole = Span(0, len(made.text))
    claim = Claim(
        id=claim_id(made.id, payload, whole, parts), article=made.id, document=made.id, sentence=0, span=whole, words=made.text,
        payload=payload, roles=parts, chain=chain, aux=aux, when=when, made_by="hand",
    )  # fmt: skip
    links = tuple(link for part in parts if (link := _link(made.id, part)) is not None)
    return Reading(article=made, claims=(claim,), links=links)


def _spans(roles: dict[str, str], text: str) -> list[Span]:
    spans, at = [], 0
    for words in roles.values():
        start = text.index(words, at)
        at = start + len(words)
        spans.append(Span(start, at))
    return spans


def _payload(stage: str, weapon: str, told: dict[str, Any]) -> Transfer:
    number = told.pop("number", None)
    counts = {"low": number, "best": number, "high": number} if number is not None else {}
    assert set(told) <= _PAYLOAD, f"unknown: {set(told) - _PAYLOAD}"
    return Transfer(stage=Stage(stage), designation=weapon, **{**counts, **told})


def _chain(told: dict[str, Any]) -> tuple[Step, ...]:
    roles = {"agency": StepRole.AGENCY, "paper": StepRole.QUOTED_OUTLET}
    return tuple(Step(role=role, holder=told.pop(key)) for key, role in roles.items() if key in told)


def _when(told: tuple[str, str] | str | None) -> When | None:
    if told is None:
        return None
    start, end = told if isinstance(told, tuple) else (told, told)
    return When(span=Span(0, 1), verbatim=start, start=start, end=end, precision="day", basis="stated")


def _link(made: str, part: Role) -> Link | None:
    lexicon = load_lexicon()
    if part.role != "weapon":
        state = lexicon.states.get(part.words)
        kind, country = ("state", part.words) if state else ("company", None)
        name = state.name if state else part.words
        return _made(made, part, "actor", (part.words, name, kind), country=country)
    entry = next((e for e in lexicon.weapons.values() if e.designation == part.words), None)
    if entry is not None:
        return _made(
            made, part, "weapon", (entry.id, entry.designation, lexicon.category(entry.kind)), level=entry.level
        )
    noun = lexicon.nouns.get(part.words)
    if noun is None:
        return None
    return _made(made, part, "weapon", (f"kind:{noun.kind}", noun.text, lexicon.category(noun.kind)), level="kind")


def _made(made: str, part: Role, sort: str, what: tuple[str, str, str], **more: Any) -> Link:
    target, name, kind = what
    return Link(
        article=made, span=part.span, words=part.words, sort=sort, target=target, name=name, kind=kind, score=1.0, reason="by hand", **more
    )  # fmt: skip
