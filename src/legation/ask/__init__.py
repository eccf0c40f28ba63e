"""Questions as SQL files, each with one typed function; and read-only SQL."""
