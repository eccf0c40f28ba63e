"""Migrations: numbered SQL files, each run once, in order, in one transaction."""

from __future__ import annotations

from importlib.resources import files

import duckdb


def migrations() -> list[tuple[int, str]]:
    """The migrations by number, with their SQL."""
    folder = files("legation.store") / "schema"
    found = [(int(f.name[:4]), f.read_text(encoding="utf-8")) for f in folder.iterdir() if f.name.endswith(".sql")]
    return sorted(found)


def migrate(db: duckdb.DuckDBPyConnection) -> int:
    """The schema's number after every migration that the store lacked has been run."""
    db.execute(
        "CREATE TABLE IF NOT EXISTS schema_version (number INTEGER PRIMARY KEY, run_at TIMESTAMP DEFAULT current_timestamp)"
    )
    row = db.execute("SELECT coalesce(max(number), 0) FROM schema_version").fetchone()
    current = int(row[0]) if row else 0
    for number, sql in migrations():
        if number > current:
            db.execute("BEGIN")
            db.execute(sql)
            db.execute("INSERT INTO schema_version (number) VALUES (?)", [number])
            db.execute("COMMIT")
            current = number
    return current
