"""HTML of other programs as a small tree of what a letter can show; whatever could run is gone before it is read."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

import nh3

MAX_DEPTH = 60
_VOID = frozenset({"br", "hr", "img"})
_TAGS = frozenset(
    {
        *(
            "a",
            "b",
            "blockquote",
            "br",
            "caption",
            "code",
            "dd",
            "del",
            "div",
            "dl",
            "dt",
            "em",
            "figcaption",
            "figure",
        ),
        *("h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "s"),
        *("samp", "section", "small", "span", "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead"),
        *("tr", "u", "ul", "var"),
    }
)
_ATTRIBUTES = {
    "a": {"href", "id"},
    "img": {"src", "alt"},
    "li": {"id"},
    "ol": {"start"},
    "p": {"class"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
}


@dataclass(frozen=True)
class Tag:
    """An element with what stands in it."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Tag | str"] = field(default_factory=list)

    def tags(self, *names: str) -> Iterator["Tag"]:
        """Yield the elements of these names that stand directly in this one."""
        yield from (child for child in self.children if isinstance(child, Tag) and child.name in names)

    def find(self, *names: str) -> Iterator["Tag"]:
        """Yield the elements of these names anywhere below, in order."""
        for child in self.children:
            if isinstance(child, Tag):
                if child.name in names:
                    yield child
                yield from child.find(*names)

    @property
    def text(self) -> str:
        """All text below, in one line."""
        return " ".join(self.raw_text.split())

    @property
    def raw_text(self) -> str:
        """All text below as it is written, blocks a blank apart."""
        return "".join(self._texts())

    def _texts(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif child.name == "br":
                yield " "
            else:
                yield child.raw_text
                yield "" if child.name in _INLINE else " "


_INLINE = frozenset(
    {
        "a",
        "b",
        "code",
        "del",
        "em",
        "i",
        "ins",
        "kbd",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
    }
    | {"u", "var"}
)


def read_html(html: str, address_schemes: frozenset[str] = frozenset()) -> Tag:
    """Return the tree; of elements nested deeper than 60 only the text is kept, and of addresses those of a site."""
    cleaned = nh3.clean(
        html,
        tags=set(_TAGS),
        attributes={name: set(allowed) for name, allowed in _ATTRIBUTES.items()},
        link_rel=None,
        url_schemes={"http", "https", "mailto", "tel", *address_schemes},
    )
    reader = _TreeReader()
    reader.feed(cleaned)
    reader.close()
    return reader.root


def is_inline(tag: Tag) -> bool:
    """Whether the element is a part of a line."""
    return tag.name in _INLINE or tag.name in {"br", "img"}


class _TreeReader(HTMLParser):
    """Reads HTML in which every tag is closed, for nh3 has closed it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Tag("root")
        self.open = [self.root]
        self.too_deep = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Go into the element, unless it is void or too deep."""
        if tag not in _VOID and len(self.open) > MAX_DEPTH:
            self.too_deep += 1
            return
        new = Tag(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(new)
        if tag not in _VOID:
            self.open.append(new)

    def handle_endtag(self, tag: str) -> None:
        """Go out of the element."""
        if tag in _VOID:
            return
        if self.too_deep:
            self.too_deep -= 1
        elif len(self.open) > 1:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        self.open[-1].children.append(data)
