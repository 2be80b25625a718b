"""What an author's Markdown links to, and what can be linked to in it."""

import re
from collections.abc import Iterator
from posixpath import dirname, join, normpath
from typing import NamedTuple

from gramota.course.markdown.author_tags import find_tag_addresses
from gramota.course.markdown.code_in_markdown import blank_fences, find_fences, without_code
from gramota.course.markdown.unsafe_html import find_ids

# An inline link or picture, and a reference's definition; `[^1]: ` defines a footnote.
_LINK = re.compile(
    r"(?:(?<!\\)\]\([ ]*|^[ ]{0,3}\[(?!\^)[^\]\n]+\]:[ ]+)"
    r"(?:<(?P<angled>[^<>\n]+)>|(?P<plain>(?:[^\s()<>]|\([^\s()<>]*\))+))",
    re.MULTILINE,
)
# Addresses with a scheme, and those with a host.
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\]{2}", re.IGNORECASE)
_HEADING = re.compile(r"^#{1,6}[ ]+(.+?)[ #]*$|^(\S.*)\n(?:=+|-+)[ ]*$", re.MULTILINE)
_ATTRIBUTES = re.compile(r"[ ]*\{:?[ ]?[^{}\n]*\}[ ]*$")
_TARGET_OF_TEXT = re.compile(r"\]\([^()\n]*\)")


class Link(NamedTuple):
    """A link on this site as it is written, from the offset `start` to `end`; `#…` leads within the page.

    `is_tag` where it stands in an HTML tag, which Markdown leaves as it is.
    """

    start: int
    end: int
    target: str
    is_tag: bool = False


def from_docs(path: str, source: str) -> str:
    """Return where a link's path leads, from the docs folder; `source` is the file's own path there."""
    return normpath(path.lstrip("/") if path.startswith("/") else join(dirname(source), path))


def find_links(markdown: str) -> Iterator[Link]:
    """Yield the Markdown links and pictures that are relative to the file, to the page or to the site's root."""
    if "](" not in markdown and "]:" not in markdown:
        return
    for found in _LINK.finditer(_read_text(markdown)):
        group = "angled" if found["angled"] else "plain"
        if not _ELSEWHERE.match(found[group]):
            yield Link(found.start(group), found.end(group), found[group])


def find_all_links(markdown: str) -> list[Link]:
    """Return these and those of HTML tags, in order; of a tag within another link's address only the latter."""
    found: list[Link] = []
    for link in sorted((*find_links(markdown), *_find_tag_links(markdown))):
        if not found or link.start >= found[-1].end:
            found.append(link)
    return found


def find_anchors(markdown: str) -> Iterator[str]:
    """Yield the ids that the Markdown sets, and those that its headings get."""
    yield from (anchor for anchor, _ in find_ids(markdown))
    if "#" in markdown or "\n=" in markdown or "\n-" in markdown:
        for atx, setext in _HEADING.findall(blank_fences(markdown, find_fences(markdown))):
            yield _slug(_TARGET_OF_TEXT.sub("]", _ATTRIBUTES.sub("", atx or setext)))


def _read_text(markdown: str) -> str:
    """Return the text with spaces in place of code, which readers see as it is, and of remarks, which nobody sees."""
    text, shown, position = without_code(markdown), [], 0
    while (begin := text.find("<!--", position)) >= 0 and (end := text.find("-->", begin)) >= 0:
        shown += [text[position:begin], " " * (end - begin)]
        position = end
    return "".join([*shown, text[position:]])


def _slug(title: str) -> str:
    """Return the id of a heading, as the site's own are made."""
    return re.sub(r"\s", "-", re.sub(r"[^\w\- ]", "", title.strip().lower()))


def _find_tag_links(markdown: str) -> Iterator[Link]:
    if "<" not in markdown:
        return
    for address, offset in find_tag_addresses(_read_text(markdown)):
        if address.strip() and not _ELSEWHERE.match(address):
            yield Link(offset, offset + len(address), address, is_tag=True)
