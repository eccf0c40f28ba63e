"""One claim's account of a transfer between one pair of parties, with the dates and the standing that its words give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from legation.corroborate.date import common, told_date
from legation.corroborate.rules import rules
from legation.corroborate.support import Told, told
from legation.corroborate.ware import Ware, ware_of
from legation.lexicon.load import Lexicon
from legation.record.claim import Claim
from legation.record.deal import ARRIVED, LADDER, Stage, Transfer
from legation.record.link import Link
from legation.record.reading import Reading

_BELOW_SIGNED = frozenset(LADDER[: LADDER.index(Stage.SIGNED)])


class Dated(msgspec.Struct, frozen=True):
    """A date with what it rests on: signed, delivered, due, when or reported; `vague` says that the words beside it leave its year open."""

    value: str
    basis: str
    vague: bool = False

    @property
    def told(self) -> bool:
        """Whether the words give it, not only the day of publication."""
        return self.basis != "reported"


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """A transfer claim read for one supplier and one recipient, None where it names none.

    `at` is the date of its own stage, `order` and `delivery` those of a signing and of a delivery that it tells of, else None.
    """

    told: Told
    payload: Transfer
    supplier: str | None
    recipient: str | None
    ware: Ware
    standing: str
    at: Dated | None
    order: Dated | None
    delivery: Dated | None

    @property
    def stage(self) -> Stage:
        """The rung that the claim tells of."""
        return self.payload.stage

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.told.claim.id

    @property
    def published(self) -> str | None:
        """The day of the report."""
        return self.told.reading.article.published

    @property
    def whole(self) -> bool:
        """Whether both parties are told."""
        return self.supplier is not None and self.recipient is not None

    @property
    def figure(self) -> float | None:
        """The number of items: the best one, else the upper, else the lower bound; None where no number is told."""
        return next((n for n in (self.payload.best, self.payload.high, self.payload.low) if n is not None), None)


def accounts(readings: Iterable[Reading], lexicon: Lexicon) -> list[Account]:
    """The accounts of the readings' transfer claims by claim id, each claim once per pair of supplier and recipient."""
    once = {item.claim.id: item for item in told(readings, "transfer")}
    return [account for item in once.values() for account in _accounts(item, lexicon)]


def _accounts(item: Told, lexicon: Lexicon) -> Iterator[Account]:
    payload = item.claim.payload
    assert isinstance(payload, Transfer)
    ware, standing, dates = ware_of(item, lexicon), standing_of(item.claim), _dates(item, payload)
    for supplier in _sides(item, "supplier"):
        for recipient in _sides(item, "recipient"):
            if supplier is None or supplier != recipient:
                yield Account(
                    told=item, payload=payload, supplier=supplier, recipient=recipient, ware=ware, standing=standing,
                    at=dates[0], order=dates[1], delivery=dates[2],
                )  # fmt: skip


def _sides(item: Told, role: str) -> list[str | None]:
    found: list[str | None] = [*sorted({p for x in item.targets(role, "actor") if (p := party(x)) is not None})]
    return found or [None]


def party(link: Link) -> str | None:
    """The party that an actor stands for in a deal: its state, or the armed group itself."""
    return link.target if link.kind == "armed_group" else link.country


def standing_of(claim: Claim) -> str:
    """Whether a transfer claim tells a fact, a forecast or a denial; a plan tells a fact of a stage below the order."""
    payload, table = claim.payload, rules().standing
    assert isinstance(payload, Transfer)
    if payload.stage is Stage.DENIED or claim.aux.value in table.denial:
        return "denial"
    open_, below = claim.aux.value in table.below_signed, payload.stage in _BELOW_SIGNED
    return "fact" if claim.aux.value in table.fact or (open_ and below) else "forecast"


def _dates(item: Told, payload: Transfer) -> tuple[Dated | None, Dated | None, Dated | None]:
    """The dates of the claim's own stage, of a signing and of a delivery."""
    when, reported = _when(item.claim), told_date(item.reading.article.published)
    report = Dated(reported, "reported") if reported is not None else None
    signed, delivered = _own(item.claim, payload.signed, "signed"), _own(item.claim, payload.delivered, "delivered")
    if payload.stage is Stage.SIGNED:
        order = signed or when or report
        return order, order, delivered
    if payload.stage in ARRIVED:
        arrived = delivered or when or (report if payload.stage is not Stage.IN_SERVICE else None)
        return arrived or report, signed, arrived if payload.stage is not Stage.IN_SERVICE else delivered
    return when or report, signed, None


def _own(claim: Claim, words: str | None, basis: str) -> Dated | None:
    """A date of the payload; where it only repeats the claim's time, that time as far as both its ends agree."""
    value = told_date(words)
    if value is None:
        return None
    if claim.when is not None and claim.when.value == value:
        return Dated(common(claim.when) or value, basis, _vague(claim))
    return Dated(value, basis)


def _when(claim: Claim) -> Dated | None:
    value = common(claim.when) if claim.when is not None else None
    return Dated(value, "when", _vague(claim)) if value is not None else None


def _vague(claim: Claim) -> bool:
    if claim.when is None:
        return False
    words, table = f" {claim.when.verbatim.lower()} ", rules().estimates
    return claim.when.precision in table.precisions or any(f" {word} " in words for word in table.words)
