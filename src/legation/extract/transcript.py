"""Statements by layout: "NAME: words" lines of a transcript or headline, and quotes signed with a dash and a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from legation.extract.cue import Cue, cue_words, source_class, titled
from legation.extract.scene import Scene, Utterance
from legation.extract.step import line_step
from legation.record.article import Block, BlockKind
from legation.record.document import Sentence, sentence_at
from legation.record.span import Span

_LINE = re.compile(r"[“\"]?(?P<name>[A-Z][\w.’'-]*(?: [\w.’'()-]+){0,5}): +(?P<said>\S.*)", re.DOTALL)
_SIGNED = re.compile(
    r"[”\"]\s*(?P<dash>[―—–]|--?)\s*(?P<name>[^\W\d_][\w.’'-]*(?: [^\W_][\w.’'-]*){0,5}(?:, [^\n“\"]{3,60})?)\.?\s*(?=\n|$)"
)
_INVERTED = re.compile(r"(?P<cue>[A-Z][a-z]+) (?P<name>[A-Z][^:\n“\"]{2,80}?): (?=[“\"])")
_CUE = Cue(lemmas=(":",), type="assertive", act="assert", factuality="CT+")


def spoken_lines(scene: Scene) -> Iterator[Utterance]:
    """The statements of lines that open with a speaker's name, and of signed quotes, in text order."""
    blocks = _own_blocks(scene)
    matches = [_LINE.match(scene.words(b.span)) for b in blocks]
    capitals = sum(m is not None and _is_capital(m["name"]) for m in matches)
    named = [m is not None and _is_speaker(scene, b, m, capitals) for b, m in zip(blocks, matches, strict=True)]
    for number, (block, match) in enumerate(zip(blocks, matches, strict=True)):
        if match is not None and named[number]:
            later = next((n for n in range(number + 1, len(blocks)) if named[n]), number + 1)
            yield from _line(scene, block, match, blocks[later - 1].span.end)
    yield from _signatures(scene)
    yield from _inverted(scene)


def _own_blocks(scene: Scene) -> list[Block]:
    """The headline and the document's paragraphs; a speaker's name in capitals that was read as a dateline goes back to his words."""
    wanted = {s.block for s in scene.document.sentences}
    found, before = [], None
    lines = [scene.words(b.span) for b in scene.article.blocks if b.kind is BlockKind.DATELINE]
    for number, block in enumerate(scene.article.blocks):
        words = scene.words(before.span) if before is not None else ""
        speaker = words.endswith(":") and (lines.count(words) > 1 or titled(words[:-1]))
        if number in wanted and block.kind is BlockKind.BODY:
            found.append(Block(block.kind, before.span.join(block.span)) if before is not None and speaker else block)
        if block.kind is BlockKind.HEADLINE and scene.document.kind == "body":
            found.append(block)
        before = block if block.kind is BlockKind.DATELINE else None
    return found


def _is_capital(name: str) -> bool:
    return name.isupper() and len(name) > 2


def _is_speaker(scene: Scene, block: Block, match: re.Match[str], capitals: int) -> bool:
    """Whether the words before a colon name who speaks: Q or A, capitals used so twice, a title, or a person and nothing else."""
    name = match["name"]
    if name in ("Q", "A") or (_is_capital(name) and capitals > 1):
        return True
    span = _shift(block, match, "name")
    people = [m for m in scene.mentions(span) if m.label == "PERSON"]
    return titled(name) or any(len(m.words) >= len(name) - 4 for m in people) or _headlined(scene, block, name)


def _headlined(scene: Scene, block: Block, name: str) -> bool:
    """Whether the first line names one whom the article goes on to name, and no place: "Ruiz: we will sign"; or a poll."""
    bodies = [b for b in scene.article.blocks if b.kind in (BlockKind.HEADLINE, BlockKind.BODY)]
    first = bool(bodies) and block.span.start == bodies[0].span.start and "\n" not in scene.words(block.span)
    words = name.split()
    if not first or len(words) > 3 or not all(w[:1].isupper() for w in words):
        return False
    later = [m for m in scene.document.mentions if words[-1] in m.words.split() and m.span.start > block.span.end]
    person = any(m.label in ("PERSON", "ORG") or any(c.sort == "outlet" for c in m.candidates) for m in later)
    return person or (len(words) == 1 and words[0].lower() in cue_words("polls") | cue_words("reports"))


def _shift(block: Block, match: re.Match[str], group: str) -> Span:
    return Span(block.span.start + match.start(group), block.span.start + match.end(group))


def _line(scene: Scene, block: Block, match: re.Match[str], end: int) -> Iterator[Utterance]:
    """A speaker's words up to the next speaker's line; those after the last line are the reporter's again."""
    name, said = _shift(block, match, "name"), _shift(block, match, "said")
    yield from _utterance(scene, name, Span(name.end, name.end + 1), Span(said.start, max(said.end, end)))


def _signatures(scene: Scene) -> Iterator[Utterance]:
    """Quotes that end a line with a dash and a name."""
    text = scene.article.text
    for quote in scene.document.quotes:
        match = _SIGNED.match(text, quote.span.end - 1)
        if match is not None and quote.closed and match["name"][0].isupper():
            dash = Span(match.start("dash"), match.end("dash"))
            yield from _utterance(scene, Span(match.start("name"), match.end("name")), dash, quote.inner)


def _inverted(scene: Scene) -> Iterator[Utterance]:
    """Quotes behind "Said Ruiz:", which the parser takes for a name."""
    text = scene.article.text
    for sentence in scene.document.sentences:
        match = _INVERTED.match(text, sentence.span.start)
        quote = next((q for q in scene.document.quotes if match is not None and q.span.start == match.end()), None)
        if match is not None and quote is not None and match["cue"].lower() in cue_words("inverted"):
            cue = Span(match.start("cue"), match.end("cue"))
            yield from _utterance(scene, Span(match.start("name"), match.end("name")), cue, quote.inner)


def _utterance(scene: Scene, source: Span, cue: Span, content: Span) -> Iterator[Utterance]:
    sentence = _sentence_at(scene, content.start)
    head = next((t for t in reversed(sentence.tokens) if source.start <= t.start < source.end), sentence.tokens[0])
    kind = source_class(head, scene.words(source), scene.mentions(source))
    first = source.start == scene.article.blocks[0].span.start and not scene.words(source).isupper()
    step = line_step(scene, source, kind, cue, direct=not first)
    yield Utterance(
        sentence=sentence.index,
        source=source,
        cue=cue,
        cue_lemma=scene.words(cue),
        cue_type=_CUE.type,
        speech_act=_CUE.act,
        content=content,
        quote_type=step.quote_type,
        step=step,
    )


def _sentence_at(scene: Scene, position: int) -> Sentence:
    """The sentence at a position; a headline is not parsed and stands with the first sentence."""
    sentences = scene.document.sentences
    return sentence_at(sentences, position) or sentences[0]
