"""A built page as sections of plain text, each under its heading: what the search finds and shows.

Of our own blocks nothing counts but the prompts: whoever adds a part to a block need not think of the search.
"""

from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_SILENT = {"script", "style", "template", "svg", "math", "object", "button", "select", "textarea", "noscript"}
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "path"}
_WITHIN_WORDS = {"a", "abbr", "b", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "s", "small", "span"}
_WITHIN_WORDS |= {"strong", "sub", "sup", "u"}
_OUR_BLOCKS = "gramota-"
_PROMPT = "gramota-prompt"
_PERMALINK = "headerlink"
_EXCLUDED = "data-search-exclude"


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
    reader.feed(html)
    reader.close()
    sections = (Section(found.id, _line(found.title), _line(found.text)) for found in reader.found)
    return tuple(section for section in sections if section.title or section.text)


@dataclass
class _Found:
    id: str = ""
    title: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _Open:
    """An open element: whether its text counts, and whether it stands in one of our blocks."""

    tag: str
    counts: bool
    is_ours: bool


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found = [_Found()]
        self._open = [_Open("", counts=True, is_ours=False)]
        self._heading = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._part(tag)
        if tag in _VOID:
            return
        given = dict(attrs)
        self._open.append(_opened(tag, given, self._open[-1]))
        if tag in _HEADINGS and given.get("id") and self._open[-1].counts:
            self._heading = tag
            self.found.append(_Found(given["id"] or ""))

    def handle_endtag(self, tag: str) -> None:
        if tag in {opened.tag for opened in self._open}:
            while self._open.pop().tag != tag:
                pass
        if tag == self._heading:
            self._heading = ""
        self._part(tag)

    def handle_data(self, data: str) -> None:
        if self._open[-1].counts:
            section = self.found[-1]
            (section.title if self._heading else section.text).append(data)

    def _part(self, tag: str) -> None:
        """Words of two paragraphs are two words; a tag within a line parts nothing."""
        if tag not in _WITHIN_WORDS:
            self.found[-1].text.append(" ")


def _opened(tag: str, attributes: dict[str, str | None], around: _Open) -> _Open:
    classes = (attributes.get("class") or "").split()
    is_ours = around.is_ours or tag.startswith(_OUR_BLOCKS)
    if is_ours:
        return _Open(tag, counts=(around.counts and around.is_ours) or _PROMPT in classes, is_ours=True)
    is_silent = tag in _SILENT or _PERMALINK in classes or _EXCLUDED in attributes
    return _Open(tag, counts=around.counts and not is_silent, is_ours=False)


def _line(texts: list[str]) -> str:
    return " ".join("".join(texts).split())
