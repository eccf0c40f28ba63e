"""One claim as one line: the notation of the terminal and of the golden cases."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from legation.record.attack import Attack, Casualty
from legation.record.chain import Step
from legation.record.claim import Claim, Role
from legation.record.link import Link
from legation.record.reading import Reading
from legation.record.span import Span

Links = dict[tuple[Span, str], Link]
_SORTS = {"weapon": "weapon", "place": "place", "target": "weapon"}
_LINKED = frozenset(
    {
        "actor",
        "recipient",
        "supplier",
        "origin",
        "via",
        "weapon",
        "place",
        "country",
        "perpetrator",
        "claimant",
        "through",
        "source",
    }
)
_HIDDEN = frozenset(
    {
        "type",
        "quad",
        "score",
        "casualties",
        "continued",
        "cue_type",
        "cue_lemma",
        "low",
        "high",
        "attack",
        "told_before",
    }
)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def safe(text: str) -> str:
    """The text with control and direction characters made visible, fit for a terminal."""
    return _CONTROL.sub(lambda m: " " if m.group() in "\n\t" else f"\\u{ord(m.group()):04x}", text)


def notations(reading: Reading) -> list[str]:
    """One line per claim of the reading, in text order."""
    links = {(link.span, link.sort): link for link in reading.links}
    return [notation(claim, links) for claim in reading.claims]


def notation(claim: Claim, links: Links) -> str:
    """The claim in one line: kind, payload, parties, time, standing, chain, span and words."""
    parts = [claim.kind, *_payload(claim), *_roles(claim, links), *_standing(claim), *_chain(claim, links)]
    return safe(f'{"  ".join(parts)}  [{claim.span.start}:{claim.span.end}] "{claim.words}"')


def _payload(claim: Claim) -> Iterator[str]:
    for name, value in msgspec.to_builtins(claim.payload).items():
        if name not in _HIDDEN and value is not False and value not in (None, [], (), {}, ""):
            yield f"{name}={_value(value)}"
    if isinstance(claim.payload, Attack):
        yield from map(toll, claim.payload.casualties)


def toll(figure: Casualty) -> str:
    """A casualty figure in the notation: kind, low and high (or the best alone), its sum, and what else the words say of it.

    "killed=9..(1 + at least 8)", "killed=~130", "killed=5..5[child,part]", "killed=14..14[attackers out]", "killed=12..[dozens]".
    """
    bare = figure.low is None and figure.high is None and figure.best is not None
    low, high = ("" if n is None else str(n) for n in (figure.low, figure.high))
    attackers = {True: "attackers in", False: "attackers out", None: None}[figure.includes_perpetrators]
    said = (figure.victim_class, "part" if figure.part else None, attackers, figure.vague_words)
    tags = ",".join(word for word in said if word)
    number = f"~{figure.best}" if bare else f"{low}..{high}"
    return (
        f"{figure.kind}={number}"
        + (f"({figure.arithmetic})" if figure.arithmetic else "")
        + (f"[{tags}]" if tags else "")
    )


def _value(value: object) -> str:
    if isinstance(value, list | tuple):
        return "+".join(map(str, value))
    text = f"{value:g}" if isinstance(value, float) and abs(value) < 1e6 else str(value)
    return f'"{text}"' if " " in text else text


def _roles(claim: Claim, links: Links) -> Iterator[str]:
    for part in claim.roles:
        if part.role in _LINKED:
            yield f"{part.role}={_target(part, links)}"


def _target(part: Role, links: Links) -> str:
    link = links.get((part.span, _SORTS.get(part.role, "actor")))
    return f'?"{part.words}"' if link is None else (f'"{link.name}"' if part.role == "weapon" else link.target)


def _standing(claim: Claim) -> Iterator[str]:
    if claim.when is not None:
        yield f"when={claim.when.value or '?'}({claim.when.verbatim})"
    if claim.day is not None:
        yield f"day={claim.day}"
    yield f"aux={claim.aux.value}"
    if claim.background:
        yield "background"


def _chain(claim: Claim, links: Links) -> Iterator[str]:
    if claim.chain:
        yield "said_by=" + " > ".join(f"{_holder(step, links)}:{step.factuality.value}" for step in claim.chain)


def _holder(step: Step, links: Links) -> str:
    link = links.get((step.holder_span, "actor")) if step.holder_span else None
    return f"[{link.name if link else step.holder or step.cue}]"
