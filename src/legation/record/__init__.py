"""Nouns: frozen records, no I/O, no logic beyond their own invariants."""
