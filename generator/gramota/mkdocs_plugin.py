"""The adapter to MkDocs: letters become virtual pages, quizzes their blocks; YAML and what is private stay out."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as SitePage
from mkdocs.utils.templates import TemplateContext

from gramota.course.files.shared_files import SharedFiles
from gramota.errors import ContentError, refuse
from gramota.pages import MARKER, Card, Page, render_group_pages, render_home, render_letter_list
from gramota.pages.groups import is_long
from gramota.pages.links import from_own_page, with_addresses
from gramota.pages.page import letter_pages
from gramota.quiz import PageKind, build_bundle, build_rubric_bundle, build_search_bundle
from gramota.site.assets import Assets
from gramota.site.content import Content, load_content
from gramota.site.files import add_generated, find_same_addresses, forget_sources, is_home, page_file, take_out_yaml
from gramota.site.mend import MENDED_STYLE, mend_page
from gramota.site.nav import expand_nav
from gramota.site.nav_window import NavWindow, link_to_all
from gramota.site.page_links import RUBRIC, addresses_from, home_links, links_of
from gramota.site.page_policy import PagePolicy
from gramota.site.plugin_settings import GramotaConfig
from gramota.site.search import add_index, offer_search, takes_over_search
from gramota.site.serving import Serving
from gramota.site.settings import adapt_theme, add_extensions, site_language, where_setting
from gramota.site.site_name import let_theme_take_name_for_text
from gramota.site.spoken_pages import SpokenPages
from gramota.site.unusable import HOME, RefusedError, only_home, show_in_browser
from gramota.wording.problems import tell

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

_MENDED, _SEARCH, _HTML = "mended", "search", ".html"
_log = get_plugin_logger("gramota")


class GramotaPlugin(BasePlugin[GramotaConfig]):
    """Builds the letters of docs/letters and the quizzes beside docs/ into the site."""

    cards: Sequence[Card]
    site: str
    pages: dict[str, Page]
    assets: Assets
    """Of each kind of page, and of the rubric and the search where the site has them."""
    has_search: bool = False
    policy: PagePolicy
    serving = Serving()
    nav_window: NavWindow
    spoken: SpokenPages
    problem_page: str = ""
    """Shown in place of all others while serving, where the content cannot be used."""

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002 - as MkDocs calls it
        """Remember whether MkDocs serves the pages, with an inline script of its own in each."""
        self.serving.is_on = command == "serve"

    @event_priority(100)
    def _prepare(self, config: MkDocsConfig) -> None:
        self.serving.keep_templates(config.theme)

    def _read(self, config: MkDocsConfig) -> None:
        """Read the course anew and fit the site's settings to it, or tell all that is wrong with it."""
        self.problem_page, self.has_search = "", False
        self.cards, self.pages = (), {}
        try:
            self._fit(config)
        except ContentError as error:
            self._give_up(error, config)

    on_config = CombinedEvent(_prepare, _read)

    def _give_up(self, error: ContentError, config: MkDocsConfig) -> None:
        """End the build; or go on, where people are looking at it in a browser."""
        if not self.serving.is_on:
            raise RefusedError(error.problems, site_language(config)) from None
        self.problem_page = show_in_browser(error.problems, config, site_language(config))

    def _fit(self, config: MkDocsConfig) -> None:
        self.site = self.config.name(config)
        content = self._load(config)
        for advice in content.advice:
            _log.info(tell(advice, site_language(config)))
        self.cards, self.pages = content.cards, {page.path: page for page in content.pages}
        self.policy = PagePolicy(self.config.csp, where_setting(config, "csp"))
        adapt_theme(config, self.cards)
        self._add_groups(site_language(config))
        self._ship(config)
        add_extensions(config)
        if config.nav is not None:
            config.nav = expand_nav(config.nav, self.cards, site_language(config))

    def _add_groups(self, lang: str) -> None:
        """Add the pages of groups, which know the site's language now that the theme does."""
        if is_long(self.cards):
            self.pages |= {page.path: page for page in render_group_pages(self.cards, lang, self.site)}

    def _load(self, config: MkDocsConfig) -> Content:
        folders = self.config.content_folders(config)
        shared = SharedFiles(*folders)
        try:
            return load_content(*folders, self.config.for_content(config), shared)
        finally:
            self.serving.follow(shared.looked_for)

    def _ship(self, config: MkDocsConfig) -> None:
        """Gather scripts and styles, each in the languages that the site speaks, and put the search in."""
        languages = {site_language(config), *(card.lang for card in self.cards)}
        self.assets = Assets()
        for kind in PageKind:
            self.assets.add(kind, build_bundle(kind, languages))
        if judged := {page.lang for page in self.pages.values() if page.needs_rubric}:
            self.assets.add(RUBRIC, build_rubric_bundle(judged))
        self.assets.add_style(_MENDED, MENDED_STYLE)
        config.extra_css.append(self.assets.style(_MENDED))
        self.has_search = takes_over_search(config)
        if self.has_search:
            self.assets.add(_SEARCH, build_search_bundle(languages))
            config.extra_css.append(self.assets.style(_SEARCH))

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Take YAML out of the site and put the letters' pages and the bundle in."""
        try:
            return only_home(config) if self.problem_page else self._add_files(files, config)
        except ContentError as error:
            self._give_up(error, config)
            return only_home(config)

    def _add_files(self, files: Files, config: MkDocsConfig) -> Files:
        lang = site_language(config)
        for problem in take_out_yaml(files):
            _log.warning(tell(problem, lang))
        ours = [page_file(page, config) for page in self.pages.values()]
        refuse(find_same_addresses(files, ours))
        for file in ours:
            files.append(file)
        if not any(map(is_home, files)):
            files.append(File.generated(config, HOME, content=render_home(lang, config.site_name)))
        add_generated(files, self.assets.files, config)
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Index the pages for the search, now that all of them are known."""
        ours = {} if self.problem_page else {page.path: page.lang for page in self.pages.values()}
        forget_sources(files, ours)
        self.spoken = SpokenPages(ours, files, config)
        if self.has_search:
            offer_search(env, self.assets.script(_SEARCH), add_index(files, config, site_language(config), ours))
        if not self.problem_page and "navigation.instant" in config.theme.get("features", []):
            contents = (file.page.content or "" for file in files.documentation_pages() if file.page)
            self.policy.share(contents)
        return env

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Begin to show long lists of letters in part."""
        self.nav_window = NavWindow(nav, letter_pages(self.pages), link_to_all(files, site_language(config)))
        if not self.problem_page:
            self.serving.begin_pages(files)
        return nav

    def on_page_markdown(self, markdown: str, *, page: SitePage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002 - as MkDocs calls it
        """Lead an author's own page to the pages of the letters whose files it links to; serving, render none twice."""
        self.serving.keep_page(page)
        path = page.file.src_uri
        return markdown if path in self.pages else from_own_page(markdown, path, self.pages)

    def on_page_context(
        self,
        context: TemplateContext,
        *,
        page: SitePage,
        config: MkDocsConfig,  # noqa: ARG002 - as MkDocs calls it
        nav: Navigation,  # noqa: ARG002 - as MkDocs calls it
    ) -> TemplateContext:
        """Give the page the part of the navigation that lies around it, and let the theme speak its language."""
        context["nav"] = self.nav_window.around(page)
        self.spoken.let_theme_speak(context, page)
        let_theme_take_name_for_text(context)
        return context

    def on_template_context(
        self,
        context: TemplateContext,
        *,
        template_name: str,
        config: MkDocsConfig,  # noqa: ARG002 - as MkDocs calls it
    ) -> TemplateContext:
        """Give pages that no document makes the name of the site as HTML, too."""
        if template_name.endswith(_HTML):
            let_theme_take_name_for_text(context)
        return context

    def on_page_content(self, html: str, *, page: SitePage, config: MkDocsConfig, files: Files) -> str:
        """Sanitise what authors wrote, put the list of letters into the home page, and link script and style."""
        if self.problem_page:
            return html
        ours = self.pages.get(page.file.src_uri)
        addresses = addresses_from(page.url, files)
        if ours is None:
            own = with_addresses(html, page.file.src_uri, addresses)
            return self._home(own, page, config, files) if is_home(page.file) else own
        content = with_addresses(ours.safe_html(html), ours.path, addresses)
        # Of thousands of pages the texts would fill the memory.
        self.pages[ours.path] = ours.without_text()
        return links_of(ours, self.assets, page.url) + content

    def _home(self, html: str, page: SitePage, config: MkDocsConfig, files: Files) -> str:
        """Put the list where the author's own home page, or ours, asks for it."""
        if MARKER not in html:
            return self.assets.style_tag(PageKind.HOME, page.url) + html

        letters = render_letter_list(self.cards, site_language(config), self.site, addresses_from(page.url, files))
        add_generated(files, letters.files, config)
        return home_links(self.assets, page.url) + html.replace(MARKER, letters.html)

    def on_post_page(self, output: str, *, page: SitePage, config: MkDocsConfig) -> str:  # noqa: ARG002 - as MkDocs calls it
        """Mend what the theme leaves undone for screen readers, and write what the page may load into its head."""
        if self.problem_page:
            return self.problem_page
        marked, lang = self.spoken.marked(output, page, self.nav_window), self.spoken.language(page)
        return self._finished(marked, lang)

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Do the same for pages that no document makes."""
        if not template_name.endswith(_HTML):
            return output_content
        return self.problem_page or self._finished(output_content, site_language(config))

    def _finished(self, html: str, lang: str) -> str:
        mended = mend_page(html, lang)
        # The script of a page that is served is MkDocs' own, and put in later.
        return mended if self.serving.is_on else self.policy.written_into(mended)

    def on_serve(self, server: "LiveReloadServer", *, config: MkDocsConfig, builder: Any) -> "LiveReloadServer":  # noqa: ANN401, ARG002 - as MkDocs calls it
        """Rebuild when a quiz or a shared file changes, too."""
        self.serving.watch(server, *self.config.content_folders(config))
        return server
