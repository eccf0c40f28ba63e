"""Arms that change hands as PLOVER events: goods delivered without a sale are AID, sold ones COOPERATE, both in a military context."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from legation.extract.claim import Find, claim_of
from legation.extract.event import code
from legation.extract.scene import Scene
from legation.extract.tree import token_at
from legation.record.claim import Aux, Claim, Role
from legation.record.deal import Stage, Transfer

_NO_DEED = frozenset({"captured", "transit"})
_FOR_RETURN = frozenset({"sale", "lease", "licensed_production", "local_assembly", "joint_development"})
_DELIVERED = frozenset({Stage.DELIVERED_FULL, Stage.DELIVERED_PART})


def deliveries(scene: Scene, transfers: Iterable[Claim]) -> Iterator[Claim]:
    """The events that a scene's delivered arms make between supplier and recipient, one per deed. **Source:** house rule of the design."""
    seen: set[tuple[Role, ...]] = set()
    for claim in transfers:
        find = _event(scene, claim)
        if find is not None and find.roles not in seen:
            seen.add(find.roles)
            yield msgspec.structs.replace(claim_of(scene, find), confidence=claim.confidence)


def _event(scene: Scene, claim: Claim) -> Find | None:
    payload, trigger = claim.payload, claim.one("trigger")
    if not isinstance(payload, Transfer) or payload.stage not in _DELIVERED or trigger is None:
        return None
    suppliers, recipients = claim.all("supplier"), claim.all("recipient")
    sentence = scene.document.sentences[claim.sentence]
    token = token_at(sentence, trigger.span.start)
    if not suppliers or not recipients or token is None or claim.aux is not Aux.ASSERTED:
        return None
    if payload.transfer_type in _NO_DEED:
        return None
    event_type = "COOPERATE" if payload.transfer_type in _FOR_RETURN else "AID"
    roles = (
        trigger,
        *(Role("actor", r.span, r.words) for r in suppliers),
        *(Role("recipient", r.span, r.words) for r in recipients),
    )
    return Find(
        sentence=sentence,
        anchor=token.index,
        span=claim.span,
        payload=code(event_type, contexts=("military",)),
        roles=roles,
        made_by="delivery@1",
        aux=claim.aux,
        when=claim.when,
        background=claim.background,
    )
