"""Who may come to the desk: the browser that was given its address, and no other page, host or program.

A page on the internet can make a browser send requests to this computer, under a name that it has turned to 127.0.0.1
(DNS rebinding) or straight away (request forgery). Neither knows the cookie, and the checks do not rely on it alone.
"""

import hmac
import secrets
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOST = "127.0.0.1"
ENTRY = "/enter/"
_READING = frozenset({"GET", "HEAD"})
_HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    # Answers are personal data: a browser is to keep none of them on its disk.
    "cache-control": "no-store",
}


@dataclass(frozen=True)
class Entry:
    """The desk's address with the word that lets in, and the secret that the browser gets for it."""

    port: int
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)
    session: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)

    @property
    def host(self) -> str:
        """The only host that is answered to."""
        return f"{HOST}:{self.port}"

    @property
    def address(self) -> str:
        """Where the trainer enters."""
        return f"http://{self.host}{ENTRY}{self.token}"

    @property
    def cookie_name(self) -> str:
        """Cookies know no ports, and two desks may be open."""
        return f"gramota-desk-{self.port}"

    @property
    def cookie(self) -> str:
        """What is set when the token is right: for this browser's session, out of reach of scripts and other sites."""
        return f"{self.cookie_name}={self.session}; Path=/; HttpOnly; SameSite=Strict"

    def is_token(self, said: str) -> bool:
        """Whether this is the word, found out in the same time for every other."""
        return hmac.compare_digest(said.encode(), self.token.encode())

    def has_cookie(self, header: str) -> bool:
        """Whether the cookie header carries the secret."""
        try:
            found = SimpleCookie(header).get(self.cookie_name)
        except CookieError:
            return False
        return found is not None and hmac.compare_digest(found.value.encode(), self.session.encode())


class Guard:
    """Lets requests through to the desk, or refuses them; says on each answer what its page may do."""

    def __init__(self, app: ASGIApp, entry: Entry, refusal: str) -> None:
        self._app = app
        self._entry = entry
        self._refusal = refusal

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return
        refused = self._refuse(scope)
        await (refused or self._app)(scope, receive, _with_headers(send))

    def _refuse(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if headers.get("host") != self._entry.host:
            return PlainTextResponse("misdirected request", 421)
        if not self._is_own(scope["method"], headers):
            return PlainTextResponse("forbidden", 403)
        if scope["path"].startswith(ENTRY) or self._entry.has_cookie(headers.get("cookie", "")):
            return None
        return PlainTextResponse(self._refusal, 401)

    def _is_own(self, method: str, headers: Headers) -> bool:
        """Whether the desk's own page asks; a browser names the page's origin in whatever may change anything."""
        origin = headers.get("origin")
        if method not in _READING:
            return (
                origin == f"http://{self._entry.host}" and headers.get("sec-fetch-site", "same-origin") == "same-origin"
            )
        return origin in {None, f"http://{self._entry.host}"}


def _with_headers(send: Send) -> Send:
    async def send_with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers[name] = value
        await send(message)

    return send_with_headers
