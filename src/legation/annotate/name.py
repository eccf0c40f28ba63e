"""Names by the lexicon, found before the parse: longest match wins, on word boundaries."""

from __future__ import annotations

import re
from collections.abc import Iterator

from legation.annotate.designation import unknown_designations
from legation.lexicon.load import Lexicon
from legation.record.mention import Candidate, Mention
from legation.record.span import Span

_SUFFIX = re.compile(r"[A-Z0-9]{1,4}s?\b")
MERGED_SORTS = frozenset({"group", "weapon"})


def names_in(text: str, lexicon: Lexicon, offset: int = 0) -> tuple[Mention, ...]:
    """The lexicon's names in the text, in order, without overlap. Spans are shifted by `offset`."""
    kept = [
        Mention(Span(start + offset, end + offset), text[start:end], _label(candidates), candidates)
        for start, end, _, candidates in _longest(text, lexicon)
    ]
    named = tuple(_compose(kept, text, offset))
    return tuple(sorted([*named, *unknown_designations(text, named, offset)], key=lambda m: m.span))


Match = tuple[int, int, bool, tuple[Candidate, ...]]


def _longest(text: str, lexicon: Lexicon) -> Iterator[Match]:
    """The matches that survive: leftmost first, the longest of those that begin together, a listed name before a lengthened one."""
    reached = 0
    found = sorted(_bounded(text, lexicon), key=lambda m: (m[0], -m[1], m[2]))
    ends = {start: max(m[1] for m in found if m[0] == start) for start in {m[0] for m in found}}
    for match in found:
        articled = text[match[0] : match[0] + 4] == "The " and ends.get(match[0] + 4, 0) > match[1]
        if match[0] >= reached and not articled:
            reached = match[1]
            yield match


def _bounded(text: str, lexicon: Lexicon) -> Iterator[Match]:
    for start, end, candidates in lexicon.matches(text):
        if start and (text[start - 1].isalnum() or text[start - 1] == "@"):
            continue
        longer = end < len(text) and text[end].isalnum()
        reached = _suffixed(text, end, candidates) if longer else end
        if reached is not None:
            yield start, reached, longer, candidates


def _suffixed(text: str, end: int, candidates: tuple[Candidate, ...]) -> int | None:
    """Where a designation's plural or an unlisted variant of it ends ("Mi-35" in "Mi-35s", "Mi-35MS"), or None."""
    if not any(c.sort == "weapon" for c in candidates):
        return None
    if text[end] == "s" and not text[end + 1 : end + 2].isalnum():
        return end + 1
    match = _SUFFIX.match(text, end) if text[end - 1].isdigit() else None
    return match.end() if match and not match.group()[0].isdigit() else None


def _label(candidates: tuple[Candidate, ...]) -> str:
    """The sort of the first candidate; a person's is the recogniser's own word for persons."""
    return "PERSON" if candidates[0].sort == "person" else candidates[0].sort


def _compose(mentions: list[Mention], text: str, offset: int) -> Iterator[Mention]:
    """The mentions, with a designation and the reporting name beside it made one ("Mi-35 Hind E")."""
    held: Mention | None = None
    for mention in mentions:
        if held is not None and _one_weapon(held, mention, text, offset):
            held = _joined(held, mention, text, offset)
            continue
        if held is not None:
            yield held
        held = mention
    if held is not None:
        yield held


def _one_weapon(left: Mention, right: Mention, text: str, offset: int) -> bool:
    between = text[left.span.end - offset : right.span.start - offset]
    return not (between not in (" ", " (", " “", ' "', " '") or {left.label, right.label} != {"weapon"})


def _joined(left: Mention, right: Mention, text: str, offset: int) -> Mention:
    span = left.span.join(right.span)
    after = text[span.end - offset : span.end - offset + 1]
    opened = text[left.span.end - offset : right.span.start - offset].strip()
    end = span.end + 1 if opened and after and after in ")”\"'" else span.end
    whole = Span(span.start, end)
    first = tuple(msg for msg in left.candidates if not msg.weak) or left.candidates
    return Mention(whole, text[whole.start - offset : whole.end - offset], "weapon", _strong(first))


def _strong(candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """The candidates with their weakness lifted: two names of one weapon vouch for one another."""
    return tuple(Candidate(c.sort, c.id, c.form) for c in candidates)


def merged(mentions: tuple[Mention, ...]) -> tuple[Span, ...]:
    """The spans that the parser should take as one word: names whose inner words would mislead it."""
    return tuple(
        m.span
        for m in mentions
        if any(c.sort in MERGED_SORTS and not c.weak for c in m.candidates) and re.search(r"[-\s]", m.words)
    )
