"""Links as authors write them, from the folder of the letter's file, as links from its pages, one folder deeper.

The texts of letters are Markdown, whose links the engine follows. Those of quizzes are HTML by then: their links get
an address from the site's root, which the adapters replace once they know where each page is.
"""

import re
from collections.abc import Callable
from posixpath import dirname, join, normpath

from gramota.course import Letter
from gramota.course.links import find_links

_ROOT = "gramota.root/"
_FROM_ROOT = re.compile(rf'(?<=href="|.src="){re.escape(_ROOT)}(?P<path>[^"#?]*)(?P<rest>[^"]*)')


def from_letter_page(markdown: str) -> str:
    """Return the Markdown with its relative links one folder deeper, those to letters leading to pages."""
    parts, written = [], 0
    for link in find_links(markdown):
        if not link.target.startswith("#"):
            parts += [markdown[written : link.start], "../", _page_of(link.target)]
            written = link.end
    return "".join([*parts, markdown[written:]])


def _page_of(target: str) -> str:
    path, mark, section = target.partition("#")
    return f"{path.removesuffix('.yml')}/index.md{mark}{section}" if path.endswith(".yml") else target


def address_from_root(path: str) -> str:
    """Return the address, until the adapters replace it, of the page with this source path."""
    return _ROOT + path


def from_root(markdown: str, letter: Letter) -> str:
    """Return the Markdown of a quiz with its relative links as the adapters read them."""
    parts, written = [], 0
    for link in find_links(markdown):
        path, mark, rest = _page_of(link.target).partition("#")
        inside = normpath(join("letters", dirname(letter.id), path)) if path else f"letters/{letter.id}/index.md"
        parts += [markdown[written : link.start], _ROOT, inside, mark, rest]
        written = link.end
    return "".join([*parts, markdown[written:]])


def with_addresses(html: str, own_path: str, address: Callable[[str], str]) -> str:
    """Return the HTML of the page with this source path, each link from the site's root as `address` has it."""

    def replaced(found: re.Match[str]) -> str:
        is_here = found["path"] == own_path and found["rest"].startswith("#")
        return found["rest"] if is_here else address(found["path"]) + found["rest"]

    return _FROM_ROOT.sub(replaced, html)
