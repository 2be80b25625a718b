"""The Content-Security-Policy of a built page: it loads what lies on the site, and runs no script but known ones.

As a `<meta>`, for a site may be a folder that no server sends headers for. `file:` stands beside 'self' because
browsers do not agree on what 'self' is for a page opened from a folder; a page from a server can load no file.
"""

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping
from hashlib import sha256
from html import escape
from types import MappingProxyType

OWN = ("'self'", "file:")
POLICY: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "default-src": ("'none'",),
        "script-src": OWN,
        "style-src": OWN,
        "img-src": (*OWN, "data:"),
        "font-src": (*OWN, "data:"),
        "media-src": OWN,
        "connect-src": ("'self'",),
        "manifest-src": ("'self'",),
        "frame-src": ("'none'",),
        "worker-src": ("'none'",),
        "base-uri": ("'none'",),
        "form-action": ("'none'",),
    }
)
"""What a page may load and do; the inline scripts and styles that stand in it are added by their hashes."""

_NONE = "'none'"
_INLINE = {
    "script-src": re.compile(r"<script\b(?![^>]*\s(?:src|type=\"application/json\"))[^>]*>(.*?)</script>", re.S | re.I),
    "style-src": re.compile(r"<style\b[^>]*>(.*?)</style>", re.S | re.I),
}
_HEAD = re.compile(r"<meta charset=[^>]*>|<head\b[^>]*>", re.I)

Sources = Mapping[str, tuple[str, ...]]
"""More sources for some directives."""


def with_policy(html: str, more: Sources, shared: Sources) -> str:
    """Return the page with its policy in its head; `more` are an owner's sources, `shared` those of other pages."""
    inline = inline_sources(html)
    written = "; ".join(_directive(name, own, (inline, more, shared)) for name, own in POLICY.items())
    meta = f'<meta http-equiv="Content-Security-Policy" content="{escape(written, quote=False)}">'
    return _HEAD.sub(lambda head: f"{head[0]}\n      {meta}", html, count=1)


def inline_sources(html: str) -> Sources:
    """Return the hashes of the scripts and styles that stand in the HTML."""
    return {name: tuple(map(_hash, pattern.findall(html))) for name, pattern in _INLINE.items()}


def joined(all_sources: Iterable[Sources]) -> Sources:
    """Return all sources of each directive, once each, sorted."""
    found: dict[str, set[str]] = {}
    for sources in all_sources:
        for name, each in sources.items():
            found.setdefault(name, set()).update(each)
    return {name: tuple(sorted(each)) for name, each in found.items()}


def _directive(name: str, own: tuple[str, ...], added: Iterable[Sources]) -> str:
    more = joined(added).get(name, ())
    kept = [each for each in own if each != _NONE] if more else [*own]
    return " ".join([name, *kept, *(each for each in more if each not in kept)])


def _hash(text: str) -> str:
    digest = sha256(text.replace("\r\n", "\n").encode()).digest()
    return f"'sha256-{b64encode(digest).decode()}'"
