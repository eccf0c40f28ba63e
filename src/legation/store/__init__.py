"""Edge: the record in one ordinary DuckDB file with documented views."""
