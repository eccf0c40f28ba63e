"""An address that the user asks for, fetched: once, over http or https, with limits; nothing that it links to is fetched."""

from __future__ import annotations

import urllib.error
import urllib.parse
import urllib.request
from http.client import HTTPException, HTTPMessage
from typing import IO

from legation.errors import ReadError
from legation.lexicon.limit import Limits
from legation.read.media import known_suffixes, suffix_of

_SCHEMES = ("http", "https")
_ENDINGS = {
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/json": ".json",
    "application/pdf": ".pdf",
    "text/html": ".html",
}


class _Redirect(urllib.request.HTTPRedirectHandler):
    """Redirections to http and https only."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> urllib.request.Request | None:
        """The request for the new address; ReadError for any other scheme."""
        if not is_address(newurl):
            raise ReadError(f"{req.full_url}: met a redirection to {newurl!r}, expected http or https")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def is_address(path: str) -> bool:
    """Whether a path is an http or https address.

    >>> is_address("https://example.org/feed.xml")
    True
    """
    return path.lower().startswith(tuple(f"{scheme}://" for scheme in _SCHEMES))


def fetched(address: str, limits: Limits) -> tuple[bytes, str]:
    """The bytes behind an address, and a name for them whose ending says what they are. ReadError when they cannot be had."""
    opener = urllib.request.build_opener(_Redirect)
    request = urllib.request.Request(address, headers={"User-Agent": "legation"})
    try:
        with opener.open(request, timeout=limits.fetch_seconds) as answer:
            data = answer.read(limits.file_bytes + 1)
            return data, _name(answer.geturl(), answer.headers.get_content_type())
    except (urllib.error.URLError, HTTPException, OSError, ValueError) as fault:
        raise ReadError(f"{address}: cannot be fetched ({fault}); check the address and the connection") from fault


def _name(address: str, media_type: str) -> str:
    """The address; where its path has no ending of a reader, the media type's ending is put behind it."""
    path = urllib.parse.urlsplit(address).path
    known = suffix_of(path) in known_suffixes() and suffix_of(address) == suffix_of(path)
    return address if known else address + _ENDINGS.get(media_type, "")
