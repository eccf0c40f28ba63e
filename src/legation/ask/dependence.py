"""On whom a state depends for arms, asked of the store's deals."""

from __future__ import annotations

import msgspec

from legation.ask.party import party_code
from legation.ask.register import Wanted, register
from legation.corroborate.dependence import Asked, dependence
from legation.corroborate.support import origin, told
from legation.errors import AskError
from legation.lexicon.load import load_lexicon
from legation.record.dependence import Dependence
from legation.store.open import Store
from legation.store.view import load_readings


def ask_dependence(store: Store, asked: Asked) -> Dependence:
    """The shares of a recipient's suppliers, or of a supplier's recipients, by windows of years.

    AskError when not exactly one of the two is named, when it is no code, or when years or window make no sense.
    """
    checked = _checked(asked)
    tellers = {t.claim.id: origin(t) for t in told(load_readings(store), "transfer")}
    return dependence(register(store, Wanted(view="all")), checked, tellers=tellers)


def _checked(asked: Asked) -> Asked:
    if (asked.recipient is None) == (asked.supplier is None):
        met = "both --recipient and --supplier" if asked.recipient else "neither --recipient nor --supplier"
        raise AskError(f"question 'dependence': met {met}, expected one of them, as in: --recipient PAK")
    if asked.window is not None and asked.window < 1:
        raise AskError(f"--window {asked.window}: expected a number of years from 1 on")
    if asked.since is not None and asked.until is not None and asked.since > asked.until:
        raise AskError(f"--from {asked.since} --to {asked.until}: the years run backwards; give the earlier first")
    lexicon = load_lexicon()
    return msgspec.structs.replace(
        asked,
        supplier=party_code(asked.supplier, "--supplier", lexicon),
        recipient=party_code(asked.recipient, "--recipient", lexicon),
    )
