"""Every probe of tests/factuality/probe.txt, in one loop."""

from __future__ import annotations

from pathlib import Path

import pytest

from legation.annotate.document import documents
from legation.annotate.segment import segment
from legation.extract.aux import is_background, when_of
from legation.extract.chain import chain_of
from legation.extract.claim import scene_of
from legation.extract.commitment import committed
from legation.extract.factuality import factuality_of
from legation.extract.scene import Scene
from legation.pipeline import Tools
from legation.record.document import Sentence, Token
from legation.record.span import Span
from tests.make import article

PROBES = Path(__file__).with_name("probe.txt")


def lines() -> list[pytest.ParameterSet]:  # type: ignore[name-defined]
    """The probes; a known miss is an expected failure with its reason."""
    found = []
    for line in PROBES.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        first, _, rest = line.partition(" | ")
        miss = first.startswith("xfail ")
        marks = [pytest.mark.xfail(strict=True, reason=first)] if miss else []
        cells = [cell.strip() for cell in (rest if miss else line).split("|")]
        found.append(pytest.param(*cells, marks=marks, id=f"{cells[0]} [{cells[1]}]"))
    return found


def scene(tools: Tools, text: str) -> Scene:
    """The scene of a text that an invented outlet publishes."""
    framed = segment(article(text, outlet="The Courier", published="2024-03-05"), tools.lexicon)
    document = documents(framed, tools.lexicon, tools.parser)[0]
    return scene_of(framed, document, tools.lexicon)


def event(one: Scene, named: str) -> tuple[Sentence, Token]:
    """The token of the event: a word, or "word#2" for its second place."""
    word, _, place = named.partition("#")
    found = [(s, t) for s in one.document.sentences for t in s.tokens if t.text == word]
    return found[int(place or 1) - 1]


@pytest.mark.parametrize(("text", "named", "standing", "inner", "outlet"), lines())
def test_an_event_stands_as_the_words_put_it(
    tools: Tools, text: str, named: str, standing: str, inner: str, outlet: str
) -> None:
    one = scene(tools, text)
    sentence, token = event(one, named)
    steps = committed(one, sentence, token.index, chain_of(one, Span(token.start, token.end)))
    aux = factuality_of(sentence, token.index).aux
    frame = next((f for f in one.frames[sentence.index] if f.verb == token.index), None)
    told = is_background(one, sentence, frame, when_of(one, sentence.span, sentence), aux)
    wanted, _, history = standing.partition(", ")
    assert (aux.value, steps[-1].factuality.value, steps[0].factuality.value) == (wanted, inner, outlet)
    assert told or not history


def test_there_are_enough_probes_and_few_known_misses() -> None:
    found = lines()
    assert len(found) >= 150
    assert sum(bool(p.marks) for p in found) <= 8
