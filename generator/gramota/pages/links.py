"""Links as authors write them, from the folder of their file, as links from the pages of the site.

The page of a letter lies one folder deeper than its file. Links of Markdown become Markdown again, which the engine
follows. Where there is HTML, in tags and in all texts of quizzes, they get an address from the site's root, which the
adapters replace once they know where each page is.
"""

import re
from collections.abc import Callable, Container, Iterable
from html import unescape
from posixpath import dirname, relpath
from urllib.parse import quote, unquote

from gramota.course import Letter
from gramota.course.files.own_pages import links_of_own_page
from gramota.course.markdown.links import Link, find_all_links, from_docs

_ROOT = "gramota.root/"
_FROM_ROOT = re.compile(
    rf"""(?P<before>\b(?:href|src)\s*=\s*["']){re.escape(_ROOT)}(?P<path>[^"'#?]*)(?P<rest>[^"']*)"""
)
# Quotes would end the attribute, and all else is as its author has written it.
_KEPT = "".join(sign for sign in map(chr, range(33, 127)) if sign not in "\"'")


def from_letter_page(markdown: str, letter: Letter) -> str:
    """Return a letter's Markdown as its page needs it, links to other letters leading to their pages."""
    source, page = f"letters/{letter.id}.yml", f"letters/{letter.id}"

    def target(link: Link) -> str:
        if link.target.startswith("#"):
            return link.target
        if link.is_tag:
            return _address(link, markdown, source)
        path = _page_of(link.target)
        return relpath(path.lstrip("/") or ".", page) if path.startswith("/") else f"../{path}"

    return _with_targets(markdown, find_all_links(markdown), target)


def from_root(markdown: str, letter: Letter) -> str:
    """Return the Markdown of a quiz with its links as the adapters read them."""
    links = find_all_links(markdown)
    return _with_targets(markdown, links, lambda link: _address(link, markdown, f"letters/{letter.id}.yml"))


def from_own_page(markdown: str, source: str, pages: Container[str]) -> str:
    """Return the Markdown of an author's own page with its links to letters' files leading to their pages."""

    def target(link: Link) -> str:
        page = _inside(link.target, source)
        if not link.target.partition("#")[0].endswith(".yml") or unquote(page.partition("#")[0]) not in pages:
            return link.target
        return _address(link, markdown, source) if link.is_tag else relpath(page, dirname(source) or ".")

    return _with_targets(markdown, links_of_own_page(markdown), target)


def address_from_root(path: str) -> str:
    """Return the address, until the adapters replace it, of the page with this source path."""
    return _ROOT + path


def with_addresses(html: str, own_path: str, address: Callable[[str], str]) -> str:
    """Return the HTML of the page with this source path, each link from the site's root as `address` has it."""

    def replaced(found: re.Match[str]) -> str:
        path = unquote(unescape(found["path"]))
        is_here = path == own_path and found["rest"].startswith("#")
        return found["before"] + ("" if is_here else address(path)) + found["rest"]

    return _FROM_ROOT.sub(replaced, html) if _ROOT in html else html


def _with_targets(markdown: str, links: Iterable[Link], target: Callable[[Link], str]) -> str:
    parts, written = [], 0
    for link in links:
        parts += [markdown[written : link.start], target(link)]
        written = link.end
    return "".join([*parts, markdown[written:]])


def _page_of(target: str) -> str:
    path, mark, section = target.partition("#")
    return f"{path.removesuffix('.yml')}/index.md{mark}{section}" if path.endswith(".yml") else target


def _inside(target: str, source: str) -> str:
    """Return where a link of the file at this path leads to, by the path below the docs folder."""
    path, mark, rest = target.partition("#")
    return _page_of((from_docs(path, source) if path else source) + mark + rest)


def _address(link: Link, markdown: str, source: str) -> str:
    """Return the address from the root, in quotes where the tag has none around it."""
    address = _ROOT + quote(_inside(link.target, source), safe=_KEPT)
    is_bare = link.is_tag and markdown[link.start - 1] not in "\"'"
    return f'"{address}"' if is_bare else address
