"""Our search in the place of the theme's: wherever mkdocs.yml lists `search`, and nowhere else."""

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from gramota.search import SearchPage, search_files, split_sections
from gramota.site.files import add_generated
from gramota.wording import Wording, wording

THEME = Path(__file__).parents[1] / "theme"
_PLUGIN = "material/search"
_EVENTS = ("page_context", "post_build")
_FOLDER = "assets/gramota/search"


@dataclass(frozen=True)
class SearchBox:
    """What the box's template needs: where script and index lie, and its texts in the page's language."""

    script: str
    index: str

    def speak(self, lang: str) -> Wording:
        """Return the texts; of a language that pages do not speak, the English ones."""
        return wording("search", lang)


def takes_over_search(config: MkDocsConfig) -> bool:
    """Put our box into the theme and stop the theme's own index; say whether the site has a search."""
    plugin = config.plugins.get(_PLUGIN)
    if plugin is None or not plugin.config.get("enabled", True):
        return False
    for name in _EVENTS:
        events = config.plugins.events[name]
        events[:] = [event for event in events if getattr(event, "__self__", None) is not plugin]
    # After what the author's own theme folder overrides.
    config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(THEME))
    return True


def add_index(files: Files, config: MkDocsConfig, lang: str, spoken: Mapping[str, str]) -> str:
    """Index the pages as they will be built, and return the path of the index's first piece.

    `spoken` tells the language of those pages that have another than the site's.
    """
    pages = (file.page for file in files.documentation_pages() if file.page and _is_searched(file.page))
    found = search_files(_FOLDER, _search_pages(pages, lang, spoken))
    add_generated(files, found.files, config)
    return f"{found.folder}start.js"


def offer_search(env: Environment, script: str, index: str) -> None:
    """Tell the box's template the paths of its script and of the index's first piece."""
    env.globals["gramota_search"] = SearchBox(script, index)


def _search_pages(pages: Iterable[Page], lang: str, spoken: Mapping[str, str]) -> Iterator[SearchPage]:
    for page in pages:
        title = html.unescape(re.sub(r"<[^>]+>", "", str(page.title or "")))
        yield SearchPage(page.url, title, spoken.get(page.file.src_uri, lang), split_sections(page.content or ""))


def _is_searched(page: Page) -> bool:
    wanted = page.meta.get("search")
    return not (isinstance(wanted, dict) and wanted.get("exclude"))
