"""Authors' Markdown as HTML that is safe to publish: what a text may hold, and nothing that runs."""

import re
from collections.abc import Mapping
from functools import cache

import nh3
from markdown import Markdown as Converter
from markupsafe import Markup

# What letters may use; the site's own extensions are added by the engine that builds it.
EXTENSIONS = ("abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "sane_lists", "tables")

_FORM_TAGS = {
    "button",
    "fieldset",
    "form",
    "input",
    "label",
    "legend",
    "option",
    "output",
    "progress",
    "select",
    "textarea",
}
_OUR_TAGS = {"gramota-control-sheet", "gramota-self-check"}
_ICON_TAGS = {"path", "svg"}
_TAGS = (
    nh3.ALLOWED_TAGS
    | _FORM_TAGS
    | _OUR_TAGS
    | _ICON_TAGS
    | {"details", "nav", "noscript", "section", "summary", "textarea"}
)

_ATTRIBUTES = {
    **nh3.ALLOWED_ATTRIBUTES,
    "*": {"class", "hidden", "id", "lang", "role", "tabindex", "title"},
    "a": {"href", "hreflang"},
    "abbr": {"title"},
    "button": {"disabled", "type"},
    "details": {"open"},
    "input": {"autocomplete", "checked", "inputmode", "maxlength", "name", "required", "type", "value"},
    "label": {"for"},
    "ol": {"start", "type"},
    "option": {"selected", "value"},
    "output": {"for"},
    "path": {"d"},
    "progress": {"max", "value"},
    "select": {"name", "required"},
    "svg": {"viewbox", "xmlns", "width", "height"},
    "textarea": {"autocomplete", "maxlength", "name", "required", "rows", "spellcheck"},
}


def sanitize(html: str) -> str:
    """Return the HTML without scripts, styles, handlers, frames and addresses that run."""
    return nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        generic_attribute_prefixes={"aria-", "data-"},
        link_rel=None,
        url_schemes={"http", "https", "mailto", "tel"},
    )


def render_block(text: str, terms: Mapping[str, str]) -> Markup:
    """Return Markdown as safe HTML, the terms as tooltips."""
    converter = _converter()
    converter.reset()
    return Markup(sanitize(converter.convert(f"{text}\n\n{abbreviations(terms)}")))  # noqa: S704 - sanitised


def render_inline(text: str, terms: Mapping[str, str]) -> Markup:
    """Return Markdown of one paragraph as safe HTML without the paragraph's own tags; several keep theirs."""
    html = render_block(text, terms).strip()
    single = re.fullmatch(r"<p>((?:(?!<p>).)*)</p>", html, re.DOTALL)
    return Markup(single[1]) if single else html  # noqa: S704 - sanitised above


def abbreviations(terms: Mapping[str, str]) -> str:
    """Return the terms as Markdown abbreviations."""
    return "\n".join(f"*[{term}]: {' '.join(meaning.split())}" for term, meaning in terms.items())


def as_text(text: str) -> Markup:
    """Return plain text such that Markdown shows it as it is."""
    escaped = re.sub(r"([\\`*_{}\[\]])", r"\\\1", " ".join(text.split()))
    return Markup(escaped.replace("&", "&amp;").replace("<", "&lt;"))  # noqa: S704 - escaped for both languages


@cache
def _converter() -> Converter:
    return Converter(extensions=list(EXTENSIONS))
