"""The languages of a site's pages: the theme speaks that of each, and links tell it where they lead to another."""

from collections.abc import Mapping

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from gramota.site.page_language import by_address, speaking, with_languages_of_links
from gramota.site.settings import site_language


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

    def marked(self, html: str, page: Page) -> str:
        """Return the whole page with the languages of the pages that it lists, where they are not its own."""
        if not self._by_address:
            return html
        return with_languages_of_links(html, page.url, self.language(page), self._by_address)

    def _addresses(self, files: Files) -> Mapping[str, str]:
        pages = [file.page for file in files.documentation_pages() if file.page]
        return by_address({page.url: self.language(page) for page in pages})
