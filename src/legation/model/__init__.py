"""Edge: the parser and later the encoder, each behind a Protocol of the middle."""
