"""Pure: which actor, place or weapon a mention is, with score and reason."""
