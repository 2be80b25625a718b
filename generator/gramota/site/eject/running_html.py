"""What would run in a reader's browser or ask another site: the plugin takes it out of each page that is built.

The checks of letters refuse nearly all of it; what an attribute list says, as in `{: onclick=… }`, only HTML shows.
"""

import re
from collections.abc import Sequence
from html.parser import HTMLParser

from markdown import markdown as to_html

from gramota.course.markdown.allowed_html import LINK_SCHEMES, is_on_another_site
from gramota.pages.markup import EXTENSIONS

_TAGS = {"base", "embed", "form", "iframe", "link", "meta", "object", "script", "style"}
_LEADING = {"action", "formaction", "href", "srcdoc", "xlink:href"}
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
# Browsers take these out of an address before they read it.
_IGNORED = re.compile(r"[\x00-\x20]")


class RunsScriptError(Exception):
    """A page of ours would run what no page may; the arguments are its path and what it holds."""


def refuse_running(path: str, markdown: str) -> None:
    """Raise RunsScriptError where the page's HTML has what the plugin would take out for safety's sake."""
    reader = _Reader()
    reader.feed(to_html(markdown, extensions=[*EXTENSIONS]))
    reader.close()
    if reader.found:
        raise RunsScriptError(path, reader.found)


class _Reader(HTMLParser):
    found = ""

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        if tag in _TAGS:
            self.found = f"<{tag}>"
        for name, value in attrs:
            if name.startswith("on") or _leads_astray(name, value or ""):
                self.found = f'{name}="{value or ""}"'


def _leads_astray(name: str, value: str) -> bool:
    if name == "src":
        return is_on_another_site(value)
    scheme = _SCHEME.match(_IGNORED.sub("", value)) if name in _LEADING else None
    return scheme is not None and scheme[1].lower() not in LINK_SCHEMES
