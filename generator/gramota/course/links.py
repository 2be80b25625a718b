"""What an author's Markdown links to, and what can be linked to in it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from gramota.course.code_in_markdown import without_code
from gramota.course.unsafe_html import find_ids

# An inline link or picture, and a reference's definition; `[^1]: ` defines a footnote.
_LINK = re.compile(
    r"(?:(?<!\\)\]\([ ]*|^[ ]{0,3}\[(?!\^)[^\]\n]+\]:[ ]+)"
    r"(?:<(?P<angled>[^<>\n]+)>|(?P<plain>(?:[^\s()<>]|\([^\s()<>]*\))+))",
    re.MULTILINE,
)
# Addresses with a scheme, and from the site's root.
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|/", re.IGNORECASE)
_HEADING = re.compile(r"^#{1,6}[ ]+(.+?)[ #]*$", re.MULTILINE)


class Link(NamedTuple):
    """A relative link as it is written, from the offset `start` to `end`; `#…` leads within the page."""

    start: int
    end: int
    target: str


def find_links(markdown: str) -> Iterator[Link]:
    """Yield the links that are relative to the file or to the page."""
    if "](" not in markdown and "]:" not in markdown:
        return
    for found in _LINK.finditer(without_code(markdown)):
        group = "angled" if found["angled"] else "plain"
        if not _ELSEWHERE.match(found[group]):
            yield Link(found.start(group), found.end(group), found[group])


def find_anchors(markdown: str) -> Iterator[str]:
    """Yield the ids that the Markdown sets, and those that its headings get."""
    yield from (anchor for anchor, _ in find_ids(markdown))
    for title in _HEADING.findall(without_code(markdown)) if "#" in markdown else ():
        # As the site's own slugs are made.
        yield re.sub(r"\s", "-", re.sub(r"[^\w\- ]", "", title.strip().lower()))
