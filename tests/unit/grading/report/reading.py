"""A page as its reader gets it: text without markup, and what its markup is made of."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

ALLOWED = {
    *(
        "html",
        "head",
        "meta",
        "title",
        "link",
        "style",
        "body",
        "main",
        "header",
        "footer",
        "article",
        "section",
        "nav",
    ),
    *("h1", "h2", "h3", "h4", "h5", "p", "ul", "ol", "li", "dl", "dt", "dd", "div", "span", "b", "strong", "a"),
    *("bdi", "sup", "mark", "figure", "figcaption", "blockquote", "details", "summary"),
    *("svg", "rect", "text", "g", "path", "desc"),
}


@dataclass
class Read:
    """The text as it is read, every element's name, and every attribute with its value."""

    words: list[str] = field(default_factory=list)
    tags: set[str] = field(default_factory=set)
    attributes: set[tuple[str, str]] = field(default_factory=set)

    @property
    def text(self) -> str:
        return re.sub(r"\s+", " ", "".join(self.words)).replace(" ,", ",")


def read(page: bytes) -> Read:
    found = Read()
    _Reader(found).feed(page.decode())
    return found


class _Reader(HTMLParser):
    def __init__(self, found: Read) -> None:
        super().__init__(convert_charrefs=True)
        self.found = found
        self._in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.tags.add(tag)
        self.found.attributes.update((name, value or "") for name, value in attrs)
        self._in_style = tag == "style"
        if tag in {"p", "li", "div", "h1", "h2", "h3", "h4", "h5", "dt", "dd", "section", "summary", "text"}:
            self.found.words.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self._in_style = False

    def handle_data(self, data: str) -> None:
        if not self._in_style:
            self.found.words.append(data)
