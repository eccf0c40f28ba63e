"""Every address of the app, built in one place."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, urlencode

FORMS = ("json", "csv", "sql")


def path(*parts: object) -> str:
    """The path of some parts, each quoted.

    >>> path("why", "deal", "deal_1", "order_date")
    '/why/deal/deal_1/order_date'
    """
    return "/" + "/".join(quote(str(part), safe="") for part in parts)


def with_query(address: str, given: Mapping[str, object]) -> str:
    """The address with the parameters that are not empty.

    >>> with_query("/attacks", {"country": "PAK", "from": None})
    '/attacks?country=PAK'
    """
    kept = {name: str(value) for name, value in given.items() if value not in (None, "")}
    return f"{address}?{urlencode(kept)}" if kept else address


def in_form(address: str, form: str, given: Mapping[str, object]) -> str:
    """The address of the same page as JSON, CSV or SQL."""
    return with_query(("/home" if address == "/" else address) + f".{form}", given)


def claim(identity: str) -> str:
    """The page of a claim."""
    return path("claim", identity)


def evidence(article: str, start: int) -> str:
    """The words of a claim in its article."""
    return path("article", article) + f"#at-{start}"
