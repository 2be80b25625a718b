"""A built page as sections of plain text, each under its heading: what the search finds and shows.

Of our own blocks nothing counts but the prompts: whoever adds a part to a block need not think of the search.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape
from typing import NamedTuple

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_SILENT = {"template", "svg", "math", "object", "button", "select", "textarea", "noscript"}
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "path"}
_WITHIN_WORDS = {"a", "abbr", "b", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "s", "small", "span"}
_WITHIN_WORDS |= {"strong", "sub", "sup", "u"}
_OUR_BLOCKS = "gramota-"
_PROMPT = "gramota-prompt"
_PERMALINK = "headerlink"
_EXCLUDED = "data-search-exclude"
_MARKS = (_PROMPT, _PERMALINK, _EXCLUDED)
# Comments, what is no text of the page, and tags: all that well-formed HTML needs, and a parser takes twice as long.
_TAG = re.compile(
    r"<(?:!--.*?-->|[!?][^>]*>|(?P<raw>script|style)\b.*?</(?P=raw)\s*>"
    r"|(?P<end>/)?(?P<name>[a-z][^\s/>]*)(?P<given>(?:\"[^\"]*\"|'[^']*'|[^\"'>])*)>)",
    re.DOTALL | re.IGNORECASE,
)
_COUNTS_IN_OURS = re.compile(rf"<[^<>]*\b{_PROMPT}\b|</{_OUR_BLOCKS}", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([^\s=/\"'>]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")


@dataclass(frozen=True)
class Section:
    """A heading's id and text, both empty before the first heading of a page, and the text below it."""

    id: str
    title: str
    text: str


@dataclass(frozen=True)
class SearchPage:
    """A page of the site: its address from the site's root, its title, its language, its sections."""

    url: str
    title: str
    lang: str
    sections: tuple[Section, ...]


@lru_cache(maxsize=256)
def split_sections(html: str) -> tuple[Section, ...]:
    """Return the sections of a page's HTML that say anything, in their order; kept for `mkdocs serve`."""
    reader = _Reader()
    reader.read(html)
    sections = (Section(found.id, _line(found.title), _line(found.text)) for found in reader.found)
    return tuple(section for section in sections if section.title or section.text)


@dataclass
class _Found:
    id: str = ""
    title: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


class _Open(NamedTuple):
    """An open element: whether its text counts, and whether it stands in one of our blocks."""

    tag: str
    counts: bool
    is_ours: bool


class _Reader:
    def __init__(self) -> None:
        self.found = [_Found()]
        self._open = [_Open("", counts=True, is_ours=False)]
        self._heading = ""

    def read(self, html: str) -> None:
        read = 0
        while found := _TAG.search(html, self._past_silence(html, read)):
            self._text(html[read : found.start()])
            read = found.end()
            if name := found["name"]:
                self._tag(name.lower(), found["given"], is_end=bool(found["end"]))
        self._text(html[read:])

    def _past_silence(self, html: str, read: int) -> int:
        """Pass over what does not count in a block of ours, which is most of its tags."""
        around = self._open[-1]
        counting = _COUNTS_IN_OURS.search(html, read) if around.is_ours and not around.counts else None
        if counting is None:
            return read
        self._part("")
        return counting.start()

    def _tag(self, tag: str, given: str, *, is_end: bool) -> None:
        self._part(tag)
        if is_end:
            self._close(tag)
        elif tag not in _VOID and not given.endswith("/"):
            self._begin(tag, given)

    def _begin(self, tag: str, given: str) -> None:
        is_heading = tag in _HEADINGS
        attributes = _attributes(given) if is_heading or any(mark in given for mark in _MARKS) else {}
        self._open.append(_opened(tag, attributes, self._open[-1]))
        if is_heading and attributes.get("id") and self._open[-1].counts:
            self._heading = tag
            self.found.append(_Found(attributes["id"]))

    def _close(self, tag: str) -> None:
        if any(opened.tag == tag for opened in self._open):
            while self._open.pop().tag != tag:
                pass
        if tag == self._heading:
            self._heading = ""

    def _text(self, text: str) -> None:
        if text and self._open[-1].counts:
            section = self.found[-1]
            (section.title if self._heading else section.text).append(unescape(text))

    def _part(self, tag: str) -> None:
        """Words of two paragraphs are two words; a tag within a line parts nothing."""
        if tag not in _WITHIN_WORDS:
            self.found[-1].text.append(" ")


def _attributes(given: str) -> dict[str, str]:
    return {name.lower(): unescape("".join(values)) for name, *values in _ATTRIBUTE.findall(given)}


def _opened(tag: str, attributes: Mapping[str, str], around: _Open) -> _Open:
    classes = attributes.get("class", "").split()
    is_ours = around.is_ours or tag.startswith(_OUR_BLOCKS)
    if is_ours:
        return _Open(tag, counts=(around.counts and around.is_ours) or _PROMPT in classes, is_ours=True)
    is_silent = tag in _SILENT or _PERMALINK in classes or _EXCLUDED in attributes
    return _Open(tag, counts=around.counts and not is_silent, is_ours=False)


def _line(texts: list[str]) -> str:
    return " ".join("".join(texts).split())
