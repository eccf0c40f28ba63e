"""Edge: bytes become articles; what cannot be read becomes an issue row and never stops the rest."""
