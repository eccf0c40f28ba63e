"""The record beside a reference file of the user's own."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from legation.ask.party import party_code
from legation.corroborate.backing import backing
from legation.corroborate.compare import compare
from legation.corroborate.differ import Told
from legation.corroborate.register import entries
from legation.corroborate.support import told
from legation.errors import AskError
from legation.lexicon.load import load_lexicon
from legation.read.sipri import read_sipri
from legation.record.comparison import Choice, Comparison
from legation.record.deal import Deal
from legation.store.open import Store
from legation.store.view import load_deals, load_readings


def compare_sipri(store: Store, path: str, choice: Choice | None = None) -> Comparison:
    """The comparison of the store's deals with a SIPRI file; nothing of the file is written to the store.

    ReadError when the file cannot be read; AskError for a party that is no code, or years that run backwards.
    """
    lexicon = load_lexicon()
    asked = _checked(choice or Choice())
    reference = read_sipri(path, lexicon)
    deals = load_deals(store)
    return compare(entries(deals, lexicon), reference, lexicon, choice=asked, told=_backing(store, deals))


def _backing(store: Store, deals: Iterable[Deal]) -> Told:
    """Who says a value, from the claims of the store."""
    claims = {t.claim.id: t for t in told(load_readings(store), "transfer")}
    by_id = {deal.id: deal for deal in deals}
    return lambda entry, field, words: backing(by_id[entry.deal], field, words, claims)


def _checked(choice: Choice) -> Choice:
    if choice.since is not None and choice.until is not None and choice.since > choice.until:
        raise AskError(f"--from {choice.since} --to {choice.until}: the years run backwards; give the earlier first")
    lexicon = load_lexicon()
    return msgspec.structs.replace(
        choice,
        supplier=party_code(choice.supplier, "--supplier", lexicon),
        recipient=party_code(choice.recipient, "--recipient", lexicon),
    )
