"""Authors' Markdown as HTML that is safe to publish: what a text may hold, and nothing that runs."""

import re
from collections.abc import Callable, Mapping
from functools import cache, lru_cache

import nh3
from markdown import Markdown as Converter
from markupsafe import Markup

from gramota.course.markdown.allowed_html import LINK_SCHEMES, is_on_another_site
from gramota.course.yaml_files.unseen_signs import TURNING

# What letters may use; the site's own extensions are added by the engine that builds it.
EXTENSIONS = ("abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "sane_lists", "tables")

# No <form>: nothing on a page is ever sent anywhere.
_FIELD_TAGS = {"button", "fieldset", "input", "label", "legend", "option", "progress", "select", "textarea"}
_OUR_TAGS = {f"gramota-{name}" for name in ("clear", "control-sheet", "rail", "read", "self-check")}
_ICON_TAGS = {"path", "svg"}
_TAGS = nh3.ALLOWED_TAGS | _FIELD_TAGS | _OUR_TAGS | _ICON_TAGS | {"details", "nav", "section", "summary"}
# What means something to Markdown anywhere, and what begins a list, a quote or a note at the beginning of a line.
_MEANINGFUL = re.compile(r"[\\`*_{}\[\]]")
_BLOCK_BEGINS = re.compile(r"^(\d*)([.>+\-!])")
# The same in a line whose other Markdown counts, and lines across the page.
_LINE_BEGINS = re.compile(r"^(\d*)(?=\.|[>#]|[+*\-][ \t]|!!!|(?:[*_\-][ ]*){3,}$)")
# One line of words with which Markdown does nothing: most of what quizzes say, at a hundredth of the time.
_PLAIN = re.compile(r"[^\W\d_](?:[^\W_]| (?! )|[,.;:?!'\"“”«»()…–—%/-])*(?<! )")

# The name of the attribute by which a page loads something: HTML has no other way to write it.
_LOADING = re.compile("src", re.IGNORECASE | re.ASCII)

_ATTRIBUTES = {
    **nh3.ALLOWED_ATTRIBUTES,
    "*": {"class", "hidden", "id", "lang", "role", "tabindex", "title"},
    "a": {"href", "hreflang"},
    "button": {"disabled", "type"},
    "details": {"open"},
    "input": {"autocomplete", "checked", "inputmode", "maxlength", "name", "required", "type", "value"},
    "label": {"for"},
    "ol": {"start", "type"},
    "option": {"selected", "value"},
    "path": {"d"},
    "progress": {"max", "value"},
    "select": {"name", "required"},
    "svg": {"viewbox", "xmlns", "width", "height"},
    "textarea": {"autocomplete", "maxlength", "name", "placeholder", "required", "rows", "spellcheck"},
}


def sanitize(html: str) -> str:
    """Return the HTML without scripts, styles, handlers, frames, addresses that run and pictures of other sites.

    Nothing in it turns the direction of reading.
    """
    # To ask about each attribute takes as long again, and most texts load nothing.
    clean = _cleaner(_without_other_sites if _LOADING.search(html) else None).clean(html)
    return TURNING.sub("", clean)


@cache
def _cleaner(attribute_filter: Callable[[str, str, str], str | None] | None) -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        generic_attribute_prefixes={"aria-", "data-"},
        link_rel=None,
        url_schemes=set(LINK_SCHEMES),
        attribute_filter=attribute_filter,
    )


def render_block(text: str, terms: Mapping[str, str]) -> Markup:
    """Return Markdown as safe HTML, the terms as tooltips."""
    if _PLAIN.fullmatch(text) and not any(term in text for term in terms):
        return Markup(f"<p>{text}</p>")  # noqa: S704 - nothing in it means anything to HTML
    return _render(f"{text}\n\n{abbreviations(terms)}")


@lru_cache(maxsize=1 << 12)
def _render(markdown: str) -> Markup:
    """Kept, since `mkdocs serve` builds all again for the one text that has changed."""
    converter = _converter()
    converter.reset()
    return Markup(sanitize(converter.convert(markdown)))  # noqa: S704 - sanitised


def render_inline(text: str, terms: Mapping[str, str]) -> Markup:
    """Return Markdown of one paragraph as safe HTML without the paragraph's own tags; several keep theirs.

    One line is one paragraph: «1. Маржа» and "# 5" are answers, and neither a list nor a heading.
    """
    line = text.strip()
    html = render_block(text if "\n" in line else _LINE_BEGINS.sub(r"\1\\", line, count=1), terms).strip()
    single = re.fullmatch(r"<p>((?:(?!<p>).)*)</p>", html, re.DOTALL)
    return Markup(single[1]) if single else html  # noqa: S704 - sanitised above


def abbreviations(terms: Mapping[str, str]) -> str:
    """Return the terms as Markdown abbreviations."""
    return "\n".join(f"*[{term}]: {_one_line(meaning)}" for term, meaning in terms.items())


def _one_line(text: str) -> str:
    """Return the text in one line in which nothing is HTML."""
    return " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;")


def as_text(text: str) -> Markup:
    """Return plain text such that Markdown shows it as it is."""
    escaped = _BLOCK_BEGINS.sub(r"\1\\\2", _MEANINGFUL.sub(r"\\\g<0>", " ".join(text.split())))
    # As an entity "#" survives a heading's attributes too, which take the closing ones with them.
    escaped = escaped.replace("&", "&amp;").replace("<", "&lt;").replace("#", "&#35;")
    return Markup(escaped)  # noqa: S704 - escaped for both languages


def _without_other_sites(_: str, attribute: str, value: str) -> str | None:
    """Drop what would make a reader's browser ask another site for something."""
    return None if attribute == "src" and is_on_another_site(value) else value


@cache
def _converter() -> Converter:
    return Converter(extensions=list(EXTENSIONS))
