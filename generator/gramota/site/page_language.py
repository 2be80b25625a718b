"""A page in another language than the site's: the theme speaks it too, and the menu tells what is in another one."""

import copy
import re
from collections.abc import Mapping
from html import unescape
from posixpath import dirname, join, normpath

from mkdocs.config.defaults import MkDocsConfig

_LINK = re.compile(
    r'<a href="(?P<href>[^"#?:]*)(?:#[^"]*)?" class="md-(?:nav|tabs|path)__[^>]*(?=>\s*(?:<span[^>]*>)?(?P<name>[^<]*))'
)
_SECTION = re.compile(r'<label class="md-nav__(?:link|title)[^"]*" for="(?P<section>__nav_[0-9_]+)"')
_INDEX = "index.html"


def speaking(config: MkDocsConfig, lang: str) -> MkDocsConfig:
    """Return the settings with which the theme's templates speak the language."""
    spoken = copy.copy(config)
    spoken["theme"] = copy.deepcopy(config.theme)
    spoken["theme"]["language"] = lang
    return spoken


def with_languages_of_links(html: str, url: str, lang: str, spoken: Mapping[str, str], named: Mapping[str, str]) -> str:
    """Return the page at this address, in this language, with the language of each page of another one that it lists.

    `spoken` tells it by the pages' addresses. A tab, and a section that is closed, lead to a page and have the name of
    their section, whose language `named` tells.
    """
    folder = dirname(url)

    def marked(link: re.Match[str]) -> str:
        target = normpath(join(folder, unescape(link["href"])) or ".")
        other = named.get(link["name"].strip()) or spoken.get(_folder_of(target), lang)
        return link[0] if other == lang else f'{link[0]} lang="{other}"'

    return _LINK.sub(marked, html)


def with_languages_of_sections(html: str, lang: str, spoken: Mapping[str, str]) -> str:
    """Return the page in this language with the language of each section of its menu whose name is in another one.

    `spoken` tells it by the sections' ids in the theme's menu.
    """

    def marked(label: re.Match[str]) -> str:
        other = spoken.get(label["section"], lang)
        return label[0] if other == lang else f'{label[0]} lang="{other}"'

    return _SECTION.sub(marked, html)


def by_address(languages: Mapping[str, str]) -> dict[str, str]:
    """Return the languages by addresses as with_languages_of_links compares them."""
    return {_folder_of(normpath(url or ".")): lang for url, lang in languages.items()}


def _folder_of(address: str) -> str:
    return address.removesuffix(_INDEX).rstrip("/") or "."
