"""The gate before every page: who may ask, how large a request may be, and what a browser may do with the answer."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Collection
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "legation_visit"
LARGEST = 64 * 1024
"""Bytes of a form at most: a review decision has a few hundred."""
_SAFE = {"GET", "HEAD"}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "x-frame-options": "DENY",
}
"""**Source:** W3C Content Security Policy 3; OWASP Secure Headers."""


class Guard:
    """ASGI application before another: refuses foreign hosts and origins, checks changes for their token, sets the headers.

    `hosts` are the names that the app answers to, without port; `handover` is the path whose requests carry a secret of their own.
    """

    def __init__(self, app: ASGIApp, *, hosts: Collection[str], handover: str = "/hand/") -> None:
        """Guard an application that answers to the hosts."""
        self.app, self.hosts, self.handover = app, frozenset(h.lower() for h in hosts), handover
        self.secret = secrets.token_bytes(32)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse with a plain word why."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        visit = _cookie(headers) or secrets.token_urlsafe(24)
        scope["state"] = {**scope.get("state", {}), "csrf": self.token(visit), "visit": visit}
        answer = self._sending(send, visit, new=_cookie(headers) is None)
        refusal = self._refusal(scope, headers)
        if refusal is None and scope["method"] not in _SAFE and not scope["path"].startswith(self.handover):
            refusal, receive = await self._form(scope, headers, receive)
        if refusal is not None:
            await PlainTextResponse(f"legation: {refusal}\n", status_code=403)(scope, receive, answer)
            return
        await self.app(scope, receive, answer)

    def token(self, visit: str) -> str:
        """The token that every change made in a visit must carry."""
        return hmac.new(self.secret, visit.encode(), hashlib.sha256).hexdigest()

    def _refusal(self, scope: Scope, headers: Headers) -> str | None:
        """Why the request is refused before its body is read, or None."""
        host = headers.get("host", "")
        if _name(host) not in self.hosts:
            return f"host {host[:80]!r} is not one that this app answers to; open it by the address that it printed"
        origin = headers.get("origin")
        if origin is not None and urlsplit(origin).netloc.lower() != host.lower():
            return "the request comes from another page"
        if headers.get("sec-fetch-site", "same-origin") == "cross-site" and scope["method"] not in _SAFE:
            return "the request comes from another site"
        return None

    async def _form(self, scope: Scope, headers: Headers, receive: Receive) -> tuple[str | None, Receive]:
        """Why the change is refused, or None; and the body, read, for the application."""
        body = await _body(receive)
        if body is None:
            return f"the form is larger than {LARGEST} bytes", receive
        fields = dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
        scope["state"]["form"] = fields
        visit = _cookie(headers)
        sent = fields.get("csrf") or headers.get("x-csrf-token", "")
        if headers.get("origin") is None and headers.get("sec-fetch-site") != "same-origin":
            return "the change does not say which page it comes from", receive
        if visit is None or not hmac.compare_digest(sent.encode(), self.token(visit).encode()):
            return "the change carries no valid token; load the page again and repeat it", receive
        return None, _again(body)

    def _sending(self, send: Send, visit: str, *, new: bool) -> Send:
        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers[name] = value
                headers.setdefault("cache-control", "no-store")
                if new:
                    headers.append("set-cookie", f"{COOKIE}={visit}; Path=/; HttpOnly; SameSite=Strict")
            await send(message)

        return sending


def _name(host: str) -> str:
    """The name in a Host header, without its port."""
    try:
        return (urlsplit(f"//{host}").hostname or "").lower()
    except ValueError:
        return ""


def _cookie(headers: Headers) -> str | None:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return None
    return found.value if found is not None and 20 <= len(found.value) <= 100 else None


async def _body(receive: Receive) -> bytes | None:
    """The body of the request, None when it is too large."""
    body: bytes = b""
    while True:
        message = await receive()
        body += message.get("body", b"")
        if len(body) > LARGEST:
            return None
        if not message.get("more_body"):
            return body


def _again(body: bytes) -> Receive:
    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    return receive
