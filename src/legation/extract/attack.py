"""Attacks: what happened, to whom, by whom, where, with which casualties; one claim per sentence and happening."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from legation.extract.assailant import assailants
from legation.extract.casualty import Harmed, casualties, figure
from legation.extract.claim import Find, claim_of
from legation.extract.ground import grounded, presupposed
from legation.extract.headcount import parts_of
from legation.extract.instrument import instruments
from legation.extract.responsible import answers
from legation.extract.scene import Scene
from legation.extract.struck import Struck, shortest, struck
from legation.extract.toll import tolls
from legation.extract.tree import kids, noun_phrase, subtree
from legation.extract.trigger import RULES, Hit, attempted, by_nature, counts_several, hits, ordinal_of, points_back
from legation.extract.where import owner, places
from legation.lexicon.table import word_set
from legation.record.attack import Attack
from legation.record.claim import Aux, Claim, Role
from legation.record.document import Sentence
from legation.record.span import Span


def attacks(scene: Scene) -> Iterable[Claim]:
    """The attacks of a scene and the claims of responsibility for them, in text order; one attack per sentence and happening."""
    last: Claim | None = None
    for sentence in scene.document.sentences:
        found = list(hits(scene, sentence))
        told = _untold(scene, sentence, found)
        for hit in found:
            for find in _attacks(scene, hit, told):
                told = []
                last = claim_of(scene, find)
                yield last
        if last is not None and last.sentence < sentence.index:
            yield from (claim_of(scene, find) for find in _doers(scene, sentence))
        if told and last is not None and not by_nature(sentence):
            yield claim_of(scene, _toll(scene, sentence, told))
        yield from answers(scene, sentence, last)


def _untold(scene: Scene, sentence: Sentence, found: list[Hit]) -> list[Harmed]:
    """The tolls of a sentence that no verb of its attacks gives."""
    framed = [h.casualty for hit in found for f in hit.frames for h in casualties(scene, f)]
    return [
        h
        for h in tolls(scene, sentence)
        if not any(h.casualty.span.overlaps(c.span) and h.casualty.kind == c.kind for c in framed)
    ]


def _doers(scene: Scene, sentence: Sentence) -> Iterator[Find]:
    """Those who did an attack told before, where a sentence without an attack of its own speaks of them: "the attackers fled on foot"."""
    for token in sentence.tokens:
        definite = any(t.lemma in ("the", "both", "these", "those") for t in kids(sentence, token.index, "det"))
        if (
            definite
            and token.lemma in word_set(RULES, "doers")
            and token.dep in ("nsubj", "nsubjpass")
            and token.pos == "NOUN"
        ):
            span = shortest(sentence, token)
            payload = Attack(attack_kind="attack", told_before=True)
            roles = (scene.role("trigger", span), scene.role("perpetrator", span))
            yield Find(
                sentence=sentence, anchor=token.index, span=span, payload=payload, roles=roles, made_by="attack@2"
            )


def _toll(scene: Scene, sentence: Sentence, told: list[Harmed]) -> Find:
    """The toll of an attack told before, in a sentence without a word for the attack."""
    span = told[0].casualty.span
    for harmed in told:
        span = span.join(harmed.casualty.span)
    figures = tuple(h.casualty for h in told)
    payload = Attack(attack_kind="attack", casualties=figures, told_before=True)
    head = next((t.index for t in sentence.tokens if t.start >= told[0].casualty.span.start), 0)
    return Find(
        sentence=sentence,
        anchor=head,
        span=span,
        payload=payload,
        roles=(scene.role("trigger", span),),
        made_by="toll@1",
    )


def _attacks(scene: Scene, hit: Hit, told: list[Harmed]) -> Iterator[Find]:
    """The attacks of a hit: one, or one for each place where a list gives each its own figure; none where nobody and nothing is struck, no
    place is given and no one is said to have done it. `told` are the tolls of its sentence that no verb of harm gives."""
    harmed = [h for f in hit.frames for h in casualties(scene, f)]
    harmed += told
    hurt = struck(scene, hit)
    perpetrators, _ = assailants(scene, hit)
    weapons = instruments(hit.sentence)
    place = places(scene, hit)
    if not grounded(scene, hit, harmed, hurt, (perpetrators, weapons)) or not (harmed or place or perpetrators or hurt):
        return
    if not harmed:
        harmed = list(_killed_by_noun(scene, hit, hurt))
    sited = [(h, h.site) for h in harmed if h.site is not None]
    for one, site in sited if len(sited) > 1 else []:
        yield _told(scene, hit, [one], (site,))
    if len(sited) <= 1:
        yield _told(scene, hit, harmed, place)


def _killed_by_noun(scene: Scene, hit: Hit, hurt: tuple[Struck, ...]) -> Iterator[Harmed]:
    """The dead of "the murder of six priests": those that a noun for a killing takes, where they are named or counted."""
    if not hit.is_noun or hit.token.lemma not in word_set(RULES, "killings") or attempted(hit.sentence, hit.token):
        return
    heads = [t for t in hit.sentence.tokens for s in hurt if s.human and t.end == s.span.end]
    parts = [p for t in heads for p in parts_of(scene, hit.sentence, t.index)]
    if parts:
        span = hurt[0].span.join(hurt[-1].span)
        yield figure(scene, "killed", span, parts)


def _told(scene: Scene, hit: Hit, harmed: list[Harmed], place: tuple[Span, ...]) -> Find:
    """One attack at one place with its own figures."""
    hurt = struck(scene, hit)
    perpetrators, claimants = assailants(scene, hit)
    weapons = instruments(hit.sentence)
    payload = _payload(scene, hit, harmed, hurt, tuple(kind for _, kind in weapons))
    spans = {
        "perpetrator": perpetrators,
        "claimant": claimants,
        "target": tuple(s.span for s in hurt if not s.human),
        "place": place,
        "victim": _victims(harmed, hurt),
        "instrument": tuple(span for span, _ in weapons),
    }
    roles = [scene.role("trigger", Span(hit.token.start, hit.token.end))]
    roles += [scene.role(name, span) for name, found in spans.items() for span in found]
    roles += [scene.role("country", span) for span in owner(scene, hit, place, hurt) if span not in perpetrators]
    return _find(scene, hit, payload, tuple(dict.fromkeys(roles)), harmed)


def _victims(harmed: list[Harmed], hurt: tuple[Struck, ...]) -> tuple[Span, ...]:
    named = [span for h in harmed for span in h.victims]
    return tuple(dict.fromkeys([*named, *(s.span for s in hurt if s.human)]))


def _payload(
    scene: Scene, hit: Hit, harmed: list[Harmed], hurt: tuple[Struck, ...], weapons: tuple[str, ...]
) -> Attack:
    named = tuple(dict.fromkeys([*(name for h in harmed for name in h.named), *_persons(scene, hurt)]))
    suicide = hit.kind == "suicide_bombing"
    return Attack(
        attack_kind=_kind(hit, harmed, hurt, bool(named)),
        suicide=True if suicide else None,
        clarity="aggregate"
        if not named and (any(h.vague for h in harmed) or _at_large(scene, hit, hurt))
        else "single",
        casualties=tuple(dict.fromkeys(h.casualty for h in harmed)),
        named_victims=named,
        motive=_motive(scene, hit),
        success=_success(hit),
        series=bool(hit.words() & word_set(RULES, "series")) or counts_several(hit),
        ordinal=ordinal_of(hit),
        told_before=points_back(hit),
        weapon_types=tuple(dict.fromkeys(weapons)),
        target_classes=tuple(dict.fromkeys(s.target_class for s in hurt if s.target_class)),
    )


def _at_large(scene: Scene, hit: Hit, hurt: tuple[Struck, ...]) -> bool:
    """Whether the words tell deeds without telling any of them: "assassinations committed by the mafias", "killed many people".

    **Source:** UCDP's event clarity: an aggregate stands for several events that cannot be told apart.
    """
    told = {scene.words(s.span).split()[0].lower() for s in hurt if s.human}
    if told & word_set(RULES, "at_large"):
        return True
    beside = kids(hit.sentence, hit.token.index, "nummod", "det")
    return hit.is_noun and hit.token.tag == "NNS" and not beside and not scene.whens(hit.sentence.span)


def _persons(scene: Scene, hurt: tuple[Struck, ...]) -> list[str]:
    return [scene.words(s.span) for s in hurt if s.named]


def _kind(hit: Hit, harmed: list[Harmed], hurt: tuple[Struck, ...], named: bool) -> str:
    """The kind: a killing of a named holder of an office is an assassination."""
    if hit.kind not in ("attack", "shooting", "stabbing") or not named:
        return hit.kind
    words = {w for h in harmed for w in h.casualty.verbatim.lower().split()}
    words |= {t.lemma for t in hit.sentence.tokens for s in hurt if s.human and 0 <= s.span.start - t.start < 40}
    return "assassination" if words & word_set(RULES, "officeholders") else hit.kind


def _success(hit: Hit) -> bool | None:
    """False where the words say that the attack failed or was foiled; None where they do not say. **Source:** GTD, success."""
    lemmas = {t.lemma for t in hit.sentence.tokens if abs(t.index - hit.token.index) <= 4}
    return False if lemmas & word_set(RULES, "failed") else None


def _find(scene: Scene, hit: Hit, payload: Attack, roles: tuple[Role, ...], harmed: list[Harmed]) -> Find:
    own = Span(hit.token.start, hit.token.end)
    span = noun_phrase(hit.sentence, hit.token.index) if hit.is_noun else own
    near = (r.span for r in roles if r.role in ("target", "perpetrator", "victim"))
    for part in (*(h.casualty.span for h in harmed), *near):
        if hit.sentence.span.contains(part):
            span = span.join(part)
    for when in scene.whens(hit.sentence.span):
        if 0 <= when.span.start - span.end <= 8:
            span = span.join(when.span)
    frame = hit.frames[0] if hit.frames else None
    anchor = frame.verb if frame is not None else hit.token.index
    aux = Aux.ASSERTED if presupposed(hit) else None
    return Find(
        sentence=hit.sentence,
        anchor=anchor,
        span=span,
        payload=payload,
        roles=roles,
        made_by="attack@2",
        frame=frame,
        aux=aux,
    )


def _motive(scene: Scene, hit: Hit) -> str | None:
    """The reason that the text gives: "retaliation for ..." in the sentence or in the next of its paragraph."""
    near = [s for s in scene.paragraph(hit.sentence) if hit.sentence.index <= s.index <= hit.sentence.index + 1]
    marks = word_set(RULES, "motives")
    for sentence in near:
        for token in sentence.tokens:
            if token.lemma in marks and kids(sentence, token.index, "prep"):
                below = subtree(sentence, token.index)
                return scene.words(Span(token.start, sentence.tokens[below[-1]].end)).rstrip(". ")
    return None
