"""The HTML that authors may use in Markdown, and the addresses that links may begin with."""

import re

LINK_SCHEMES = ("http", "https", "mailto", "tel", "sms", "tg", "whatsapp")

VOID_TAGS = frozenset({"br", "col", "hr", "img", "wbr"})
# HTML closes these by itself where what holds them ends.
SELF_CLOSING = frozenset({"dd", "dt", "li", "p", "tbody", "td", "th", "thead", "tr"})
BLOCKS = frozenset(
    {
        "blockquote",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "li",
        "ol",
        "p",
        "pre",
        "summary",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "ul",
    }
)
_INLINE = frozenset(
    {
        "a",
        "abbr",
        "b",
        "bdi",
        "br",
        "caption",
        "cite",
        "code",
        "col",
        "colgroup",
        "del",
        "dfn",
        "em",
        "i",
        "img",
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
        "time",
        "u",
        "var",
        "wbr",
    }
)
TAGS = BLOCKS | _INLINE

_EVERYWHERE = frozenset({"class", "id", "lang", "markdown", "role", "title"})
_CELL = frozenset({"align", "colspan", "headers", "rowspan"})
_ATTRIBUTES = {
    "a": frozenset({"href", "hreflang"}),
    "blockquote": frozenset({"cite"}),
    "col": frozenset({"align", "span"}),
    "colgroup": frozenset({"align", "span"}),
    "del": frozenset({"cite", "datetime"}),
    "details": frozenset({"open"}),
    "img": frozenset({"align", "alt", "height", "src", "width"}),
    "ins": frozenset({"cite", "datetime"}),
    "ol": frozenset({"start", "type"}),
    "q": frozenset({"cite"}),
    "table": frozenset({"align"}),
    "td": _CELL,
    "th": _CELL | {"scope"},
    "tr": frozenset({"align"}),
}
_ON_ANOTHER_SITE = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\]{2}", re.IGNORECASE)
# Browsers take these out of an address before they read it.
_IGNORED = re.compile(r"[\x00-\x20]")


def attributes_of(tag: str) -> frozenset[str]:
    """Return the attributes that an allowed tag may have, besides those that begin with `aria-`."""
    return _EVERYWHERE | _ATTRIBUTES.get(tag, frozenset())


def is_on_another_site(address: str) -> bool:
    """Tell an address with a scheme or a host of its own from a path on the same site."""
    return _ON_ANOTHER_SITE.match(_IGNORED.sub("", address)) is not None
