"""Honest variants of an example: what is changed never changes the right answer.

Other names of the same sort stand in for the parties', a party is marked by its name or by its noun phrase, the parties of a symmetric
type change sides, the event's word is marked or not, some other words are blanked where no "not" or "may" can be lost. No event-free
pair is made from an event's sentence: who else takes part in what it tells cannot be known without reading it.
"""

from __future__ import annotations

from collections.abc import Iterable
from random import Random

import msgspec

from legation.extract.encoder import Pair
from legation.lexicon.names import Names
from legation.record.span import Span
from legation.train.codebook import Codebook
from legation.train.example import Example


class Rates(msgspec.Struct, frozen=True):
    """How often each variant is drawn, per example and epoch. **Source:** set by hand; `idle` after a look at samples of no gold set,
    where an encoder that had seen no marked word in NONE lines took the mark for an event."""

    other_names: float = 0.35
    phrase: float = 0.5
    trigger: float = 0.5
    alone: float = 0.05
    split: float = 0.6
    blanks: float = 0.5
    idle: float = 0.6


class Namesakes(msgspec.Struct, frozen=True):
    """Names by sort: countries, demonyms, capitals, armed groups; and the sort of each name."""

    sorts: tuple[tuple[str, ...], ...]
    sort_of: dict[str, int]

    def other(self, name: str, random: Random) -> str:
        """Another name of the same sort that takes the same article; the name itself where its sort is not known."""
        if name not in self.sort_of:
            return name
        fit = [n for n in self.sorts[self.sort_of[name]] if _vowel(n) == _vowel(name)]
        return random.choice(fit)


def _vowel(name: str) -> bool:
    return name[0] in "AEIOU"


def namesakes(names: Names) -> Namesakes:
    """The names of the lexicon that may stand for one another; weak names, former states and names that take "the" are left out."""
    states = [s for s in names.states.values() if s.to is None and s.kind == "state"]
    weak = {w for s in states for w in s.weak}
    sorts = (
        tuple(
            s.name for s in states if not s.name.endswith("s") and "United" not in s.name and "Republic" not in s.name
        ),
        tuple(d for s in states for d in s.demonyms[:1] if d not in weak),
        tuple(c for s in states for c in s.capitals[:1] if c not in weak),
        tuple(g.name for g in names.groups.values() if not g.weak and g.name[0].isupper()),
    )
    return Namesakes(sorts, {name: n for n, sort in enumerate(sorts) for name in sort})


class Drawn(msgspec.Struct, frozen=True):
    """A variant of an example: its pair, whether the event's word is shown to the encoder, whether other words are blanked."""

    example: Example
    pair: Pair
    shown: bool
    blanks: bool
    idle: bool = False


class Variants(msgspec.Struct, frozen=True):
    """Makes the variants. `wide` maps an example's place to its pair with the parties as noun phrases, `idle` that of a line without an
    event to its words that may be taken for one: marked, they teach that a marked word need not be an event's.
    """

    codebook: Codebook
    namesakes: Namesakes
    wide: dict[str, Pair]
    rates: Rates = Rates()
    idle: dict[str, tuple[Span, ...]] = {}

    def draw(self, example: Example, random: Random) -> Drawn:
        """One variant of an example, for one epoch."""
        pair = self.wide.get(example.place, example.pair) if random.random() < self.rates.phrase else example.pair
        pair = self._sides(example, pair, random)
        words = self.idle.get(example.place, ())
        idle = bool(words) and random.random() < self.rates.idle
        pair = msgspec.structs.replace(pair, trigger=random.choice(words)) if idle else pair
        shown = idle or random.random() < self.rates.trigger
        blanks = example.standing == self.codebook.standings[0] and random.random() < self.rates.blanks
        pair = renamed(pair, self.namesakes, random) if random.random() < self.rates.other_names else pair
        return Drawn(example, pair, shown, blanks, idle)

    def _sides(self, example: Example, pair: Pair, random: Random) -> Pair:
        """Who stands on which side: parties of one event may be called actor and recipient, in either order if the type is symmetric."""
        actors, recipients = pair.actors, pair.recipients
        if len(actors) == 2 and not recipients and random.random() < self.rates.split:
            first = random.randrange(2)
            actors, recipients = (actors[first],), (actors[1 - first],)
        elif (
            example.type in (*self.codebook.manner.symmetric, self.codebook.none)
            and recipients
            and random.random() < 0.5
        ):
            actors, recipients = recipients, actors
        elif example.type != self.codebook.none and random.random() < self.rates.alone:
            recipients = ()
        return msgspec.structs.replace(pair, actors=actors, recipients=recipients)


def renamed(pair: Pair, names: Namesakes, random: Random) -> Pair:
    """The pair with other names for its parties, the same one wherever the same name stands; spans moved along."""
    spans = [*pair.actors, *pair.recipients]
    chosen = {n: names.other(n, random) for n in _names_in(pair, spans, names)}
    if not chosen:
        return pair
    edits = sorted(_places(pair.text, chosen))
    text = "".join(_pieces(pair.text, edits, chosen))
    return Pair(
        text,
        tuple(_moved(s, edits, chosen) for s in pair.actors),
        tuple(_moved(s, edits, chosen) for s in pair.recipients),
        _moved(pair.trigger, edits, chosen) if pair.trigger else None,
    )


def _names_in(pair: Pair, spans: Iterable[Span], names: Namesakes) -> list[str]:
    """The known names in the marked parties: the whole span, or a word of it."""
    found: dict[str, None] = {}
    for span in spans:
        words = pair.text[span.slice]
        known = [words] if words in names.sort_of else [w for w in words.split() if w in names.sort_of]
        found |= dict.fromkeys(known[:1])
    return list(found)


def _places(text: str, chosen: dict[str, str]) -> set[tuple[int, str]]:
    """Where the names stand as whole words; a name within a longer one is passed over."""
    places = set()
    for name in chosen:
        start = text.find(name)
        while start >= 0:
            end = start + len(name)
            if not text[max(0, start - 1) : start].isalnum() and not text[end : end + 1].isalnum():
                places.add((start, name))
            start = text.find(name, end)
    return {(s, n) for s, n in places if not any(o <= s and s + len(n) <= o + len(m) and m != n for o, m in places)}


def _pieces(text: str, edits: list[tuple[int, str]], chosen: dict[str, str]) -> Iterable[str]:
    end = 0
    for start, name in edits:
        yield text[end:start]
        yield chosen[name]
        end = start + len(name)
    yield text[end:]


def _moved(span: Span, edits: list[tuple[int, str]], chosen: dict[str, str]) -> Span:
    """The span after the edits; an edit never straddles a span's edge."""
    before = sum(len(chosen[n]) - len(n) for s, n in edits if s + len(n) <= span.start)
    inside = sum(len(chosen[n]) - len(n) for s, n in edits if span.start <= s and s + len(n) <= span.end)
    return Span(span.start + before, span.end + before + inside)
