"""What is asked of Markdown in mkdocs.yml, as a text that two builds can be compared by."""

from collections.abc import Mapping
from functools import partial
from types import FunctionType

from mkdocs.config.defaults import MkDocsConfig

_OF_MARKDOWN = """
    abbr admonition attr_list codehilite def_list extra fenced_code footnotes md_in_html meta nl2br sane_lists smarty
    tables toc wikilinks
"""
_OF_PYMDOWN = """
    arithmatex betterem blocks.admonition blocks.caption blocks.definition blocks.details blocks.html blocks.tab caret
    critic details emoji escapeall extra fancylists highlight inlinehilite keys magiclink mark progressbar quotes
    saneheaders smartsymbols striphtml superfences tabbed tasklist tilde
"""
_PURE = frozenset(
    [
        *_OF_MARKDOWN.split(),
        *(f"markdown.extensions.{name}" for name in _OF_MARKDOWN.split()),
        *(f"pymdownx.{name}" for name in _OF_PYMDOWN.split()),
    ]
)
"""Extensions that read nothing but the text and their settings: no snippets, no pictures, no clock."""

_FOLDERS = "custom_icons"
_PACKAGES = ("markdown.", "material.extensions.emoji", "pymdownx.")
"""Where functions stand that authors may name in settings and that do the same each time."""


class _UnknownError(Exception):
    """A setting of which it cannot be told what comes of it."""


def told_settings(config: MkDocsConfig) -> str | None:
    """Return all settings that HTML of Markdown depends on; None where something may read more than them."""
    if not all(isinstance(name, str) and name in _PURE for name in config.markdown_extensions):
        return None
    settings = (config.markdown_extensions, config.mdx_configs, config.use_directory_urls, config.validation)
    try:
        return repr([*map(_told, settings)])
    except _UnknownError:
        return None


def _told(value: object) -> object:
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, Mapping):
        return _told_mapping(value)
    if isinstance(value, list | tuple):
        return [*map(_told, value)]
    if isinstance(value, partial):
        return "partial", _told(value.func), _told(value.args), _told(value.keywords)
    if isinstance(value, FunctionType) and _is_known(value):
        return value.__module__, value.__qualname__
    raise _UnknownError


def _told_mapping(value: Mapping[object, object]) -> object:
    if _FOLDERS in value:
        raise _UnknownError
    return [(str(name), _told(value[name])) for name in value]


def _is_known(function: FunctionType) -> bool:
    """Whether it is a function of a package, and no closure."""
    return function.__module__.startswith(_PACKAGES) and not function.__closure__
