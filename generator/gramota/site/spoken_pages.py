"""The languages of a site's pages: the theme speaks that of each, and links tell it where they lead to another."""

from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from typing import NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from gramota.site.nav_window import NavWindow
from gramota.site.page_language import by_address, speaking, with_languages_of_links, with_languages_of_sections
from gramota.site.settings import site_language


class _NamedSection(NamedTuple):
    """A section with its id in Material's menu; with `is_of_page` it is called as the first of its pages."""

    id: str
    name: str
    lang: str
    is_of_page: bool


class SpokenPages:
    """Knows what each page speaks: `ours` has those of our pages by their sources, others speak the site's."""

    def __init__(self, ours: Mapping[str, str], files: Files, config: MkDocsConfig) -> None:
        self._ours = ours
        self._config = config
        self._site = site_language(config)
        self._by_address = {} if {*ours.values()} <= {self._site} else self._addresses(files)
        self._speaking: dict[str, MkDocsConfig] = {}

    def language(self, page: Page) -> str:
        """Return the language that the page speaks."""
        return self._ours.get(page.file.src_uri, self._site)

    def let_theme_speak(self, context: TemplateContext, page: Page) -> None:
        """Give the page's template the settings with which the theme speaks the page's language."""
        lang = self.language(page)
        if lang == self._site:
            return
        if lang not in self._speaking:
            self._speaking[lang] = speaking(self._config, lang)
        context["config"] = self._speaking[lang]

    def marked(self, html: str, page: Page, menu: NavWindow) -> str:
        """Return the whole page with the languages of what its menu lists, where they are not its own."""
        if not self._by_address:
            return html
        lang = self.language(page)
        sections = [*self._sections(menu.around(page).items, "__nav")]
        # One that is called as its page needs no telling, and a page elsewhere may be called so in another language.
        named = {each.name: self._site for each in sections if not each.is_of_page}
        with_links = with_languages_of_links(html, page.url, lang, self._by_address, named)
        return with_languages_of_sections(with_links, lang, {each.id: each.lang for each in sections})

    def _sections(self, items: Sequence[StructureItem], above: str) -> Iterator["_NamedSection"]:
        """Yield each section; one that is called as its first page speaks that page's language, others the site's."""
        for number, item in enumerate(items, 1):
            if isinstance(item, Section):
                page = _page_of_its_name(item)
                lang = self.language(page) if page else self._site
                yield _NamedSection(f"{above}_{number}", item.title, lang, is_of_page=page is not None)
                yield from self._sections(item.children, f"{above}_{number}")

    def _addresses(self, files: Files) -> Mapping[str, str]:
        pages = [file.page for file in files.documentation_pages() if file.page]
        return by_address({page.url: self.language(page) for page in pages})


def _page_of_its_name(section: Section) -> Page | None:
    first = section.children[0] if section.children else None
    return first if isinstance(first, Page) and unescape(str(first.title)) == unescape(section.title) else None
