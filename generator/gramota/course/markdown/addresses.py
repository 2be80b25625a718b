"""Where the links and pictures of a Markdown text lead, and which of them the site cannot have."""

import re
from collections.abc import Iterator

from gramota.course.finding import Finding
from gramota.course.markdown.allowed_html import LINK_SCHEMES, is_on_another_site

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_INLINE = re.compile(r"\]\(\s{0,9}<?[ ]{0,9}(?P<address>[^\s)>]+)")
_DEFINITION = re.compile(
    r"""^[ ]{0,3}\[(?P<name>(?!\^)[^\[\]\n]*)\]:[ ]*<?(?P<address>[^\s>]+)>?[ ]*(?:["'(].*)?$""", re.MULTILINE
)
_PICTURE = re.compile(r"!\[(?P<text>(?:[^\[\]]|\[[^\[\]]*\])*)\](?:(?P<inline>\()|\[(?P<name>[^\[\]]*)\])?")


def find_forbidden_addresses(text: str) -> Iterator[Finding]:
    """Yield a finding for each Markdown link with a scheme of no use, and each picture on another site.

    `text` is Markdown with spaces in place of its code.
    """
    inline, named = _pictures(text) if "![" in text else (set(), set())
    for link in _INLINE.finditer(text):
        check = check_picture if link.start() in inline else check_link
        yield from check(link["address"], link.start("address"))
    for definition in _DEFINITION.finditer(text) if "]:" in text else ():
        check = check_picture if _folded(definition["name"]) in named else check_link
        yield from check(definition["address"], definition.start("address"))


def check_link(address: str, offset: int) -> Iterator[Finding]:
    """Yield a finding if a link's address begins with a scheme that links may not have."""
    scheme = _SCHEME.match(address)
    if scheme and scheme[0][:-1].lower() not in LINK_SCHEMES:
        yield Finding("G067", (), {"found": scheme[0], "known": ", ".join(LINK_SCHEMES)}, offset)


def check_picture(address: str, offset: int) -> Iterator[Finding]:
    """Yield a finding if a browser would have to ask another site for the picture, or would not get it at all."""
    if is_on_another_site(address):
        yield Finding("G072", (), {"found": address}, offset)


def _pictures(text: str) -> tuple[set[int], set[str]]:
    """Return where the addresses of inline pictures begin, and the names of the definitions that others use."""
    found = [*_PICTURE.finditer(text)]
    inline = {picture.start("inline") - 1 for picture in found if picture["inline"]}
    return inline, {_folded(picture["name"] or picture["text"]) for picture in found if not picture["inline"]}


def _folded(name: str) -> str:
    return " ".join(name.split()).lower()
