"""What stands where nothing is: a page that says so."""

from __future__ import annotations

import msgspec

from legation.show.asked import Asked, Page
from legation.show.table import Table


class Missing(msgspec.Struct, frozen=True):
    """The context of a page that is not there: what was asked for, and a way on."""

    what: str
    key: str


def missing(asked: Asked, what: str) -> Page:
    """The page that says that there is no such thing in the store."""
    nothing = Table(columns=(), rows=(), total=0, sql="SELECT 1 WHERE false")
    return Page(
        template="missing.html", title=f"No such {what}", body=Missing(what, asked.key), table=nothing, status=404
    )
