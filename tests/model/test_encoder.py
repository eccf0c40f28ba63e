"""The event encoder, on sentences of its tests' own."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from legation.errors import ModelError
from legation.extract.encoder import Encoder, Pair
from legation.model.encoder import USES, EventEncoder, default_folder
from legation.model.shipped import LABELS, TOKENIZER, WEIGHTS
from legation.record.span import Span


@pytest.fixture(scope="module")
def encoder() -> EventEncoder:
    return EventEncoder()


def _pair(text: str, actor: str, recipient: str | None = None) -> Pair:
    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    return Pair(text, (span(actor),), (span(recipient),) if recipient else ())


@pytest.mark.parametrize(
    ("text", "actor", "recipient", "type_", "mode"),
    [
        ("Peru condemned Bolivia over the closed border.", "Peru", "Bolivia", "ACCUSE", "disapprove"),
        ("Malian jets bombed a Tuareg camp on Friday.", "Malian", "Tuareg", "ASSAULT", "aerial"),
        ("Oslo expelled two Russian diplomats.", "Oslo", "Russian", "SANCTION", "expel"),
        ("The Kenyan president arrived in Rome for a visit to Italy.", "Kenyan", "Italy", "CONSULT", "visit"),
        ("Finland delivered forty generators to Ukraine as a gift.", "Finland", "Ukraine", "AID", None),
        ("A striker from Ghana and a keeper from Chile signed shirts at the gala.", "Ghana", "Chile", None, None),
    ],
)
def test_plain_cases(
    encoder: EventEncoder, text: str, actor: str, recipient: str, type_: str | None, mode: str | None
) -> None:
    coding = encoder.classify([_pair(text, actor, recipient)])[0]
    assert coding.type == type_
    if type_ is not None:
        assert coding.mode == mode


def test_a_denial_is_negated(encoder: EventEncoder) -> None:
    pair = _pair("Togo did not send troops to the border with Benin.", "Togo", "Benin")
    assert encoder.classify([pair])[0].standing == "negated"


def test_order_and_company_do_not_matter(encoder: EventEncoder) -> None:
    pairs = [
        _pair("Peru condemned Bolivia over the closed border.", "Peru", "Bolivia"),
        _pair("Gunmen killed twelve people.", "Gunmen"),
        _pair("Oslo expelled two Russian diplomats from its embassy " + "and said more " * 40, "Oslo", "Russian"),
    ]
    together, backwards = encoder.classify(pairs), encoder.classify(pairs[::-1])[::-1]
    assert (
        [c.typed for c in together] == [c.typed for c in backwards] == [encoder.classify([p])[0].typed for p in pairs]
    )


def test_a_share_does_not_hang_on_company_of_the_same_length(encoder: EventEncoder) -> None:
    names = ("Peru", "Oman", "Chad", "Mali", "Iran", "Iraq", "Togo")
    pairs = [_pair(f"{a} condemned {b} on Monday.", a, b) for a in names for b in names if a != b]
    together = encoder.classify(pairs)
    alone = [encoder.classify([pair])[0] for pair in pairs]
    assert [c.typed for c in together] == [c.typed for c in alone]
    assert max(abs(a.share - b.share) for a, b in zip(together, alone, strict=True)) < 1e-5


def test_nothing_asked_nothing_answered(encoder: EventEncoder) -> None:
    held: Encoder = encoder
    assert held.classify([]) == []


def test_a_coding_is_within_its_bounds(encoder: EventEncoder) -> None:
    coding = encoder.classify([_pair("Gunmen killed twelve people.", "Gunmen")])[0]
    assert 0 <= coding.share <= coding.confidence <= 1
    assert coding.mode in (*encoder.labels.modes_of[coding.typed], None)


def _copy(target: Path) -> Path:
    for name in (WEIGHTS, TOKENIZER, LABELS, USES):
        shutil.copy(default_folder() / name, target / name)
    return target


def test_damaged_weights_are_refused(tmp_path: Path) -> None:
    with (_copy(tmp_path) / WEIGHTS).open("ab") as weights:
        weights.write(b"x")
    with pytest.raises(ModelError, match="sha256"):
        EventEncoder(tmp_path)


@pytest.mark.parametrize("name", [WEIGHTS, TOKENIZER, LABELS, USES])
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    (_copy(tmp_path) / name).unlink()
    with pytest.raises(ModelError, match=name):
        EventEncoder(tmp_path)


def test_labels_of_another_shape_are_refused(tmp_path: Path) -> None:
    (_copy(tmp_path) / LABELS).write_text("{}", encoding="utf-8")
    with pytest.raises(ModelError, match="labels"):
        EventEncoder(tmp_path)


def test_the_package_loads_without_the_runtime() -> None:
    code = "import sys, legation, legation.extract.encoder; print([m for m in ('onnxruntime', 'tokenizers', 'torch') if m in sys.modules])"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
    )
