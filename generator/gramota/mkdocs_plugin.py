"""The adapter to MkDocs: letters become virtual pages, quizzes their blocks; YAML and what is private stay out."""

import hashlib
import re
import warnings
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from typing import Any

from mkdocs.config import base, config_options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as SitePage
from mkdocs.utils import get_relative_url
from pymdownx.slugs import slugify

from gramota.course import Course, Lesson, read_course
from gramota.course.folder import shown_path
from gramota.course.hand_in import is_mail_address
from gramota.errors import ContentError, Problem, Where, in_order
from gramota.grading.compiled_self_check import compile_self_check
from gramota.grading.private_files import find_private_files
from gramota.pages import MARKER, Page, control_path, letter_path, render_home, render_letter_list, render_pages
from gramota.pages.markup import EXTENSIONS, sanitize
from gramota.quiz import build_bundle, build_rubric_bundle
from gramota.wording import LANGUAGES
from gramota.wording.problems import tell

HOME = "index.md"
LETTERS_IN_NAV = "letters/"
# Also copies that editors and people make: quiz.YML, quiz.yml~, quiz.yml.bak.1, #quiz.yml#, quiz.yml copy.
_YAML = re.compile(r"\.ya?ml[^/]*$", re.IGNORECASE)
_log = get_plugin_logger("gramota")


class HandInConfig(base.Config):
    """To whom sheets go where a letter does not say it."""

    email = config_options.Optional(config_options.Type(str))


class GramotaConfig(base.Config):
    """The plugin's settings in mkdocs.yml."""

    quizzes = config_options.Optional(config_options.Dir(exists=True))
    site = config_options.Optional(config_options.Type(str))
    hand_in = config_options.SubConfig(HandInConfig)


class GramotaPlugin(BasePlugin[GramotaConfig]):
    """Builds the letters of docs/letters and the quizzes beside docs/ into the site."""

    course: Course
    pages: dict[str, Page]
    style_path: str
    script_path: str
    rubric_path: str = ""
    assets: dict[str, str]

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the course anew and fit the site's settings to it."""
        self.course = _load(Path(config.docs_dir), self._quizzes(config), _language(config))
        site = self.config.site or config.site_name
        self.pages = {page.path: page for page in render_pages(self.course, site, self._email(config))}
        bundle = build_bundle({lesson.letter.lang for lesson in self.course.lessons})
        self.style_path, self.script_path = _asset_path(bundle.css, "css"), _asset_path(bundle.js, "js")
        self.assets = {self.style_path: bundle.css, self.script_path: bundle.js}
        if languages := {page.lang for page in self.pages.values() if page.needs_rubric}:
            rubric = build_rubric_bundle(languages)
            self.rubric_path = _asset_path(rubric, "js")
            self.assets[self.rubric_path] = rubric
        _adapt_theme(config, self.course)
        _add_extensions(config)
        if config.nav is not None:
            config.nav = _expand_list(config.nav, self.course)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Take YAML out of the site and put the letters' pages and the bundle in."""
        lang = _language(config)
        for file in [file for file in files if _YAML.search(file.src_uri)]:
            files.remove(file)
            if file.is_documentation_page() and not file.inclusion.is_excluded():
                _log.warning(tell(Problem.at(_where(file), "G085"), lang))
        ours = [File.generated(config, page.path, content=page.markdown) for page in self.pages.values()]
        _refuse_same_addresses(files, ours, lang)
        for file in ours:
            files.append(file)
        if not any(_is_home(file) for file in files):
            home = render_home(self.course, lang, config.site_name)
            files.append(File.generated(config, HOME, content=home))
        for path, content in self.assets.items():
            files.append(File.generated(config, path, content=content))
        return files

    def on_page_markdown(self, markdown: str, *, page: SitePage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002 - as MkDocs calls it
        """Put the list of letters where an author's own home page asks for it."""
        if _is_home(page.file) and MARKER in markdown:
            return markdown.replace(MARKER, render_letter_list(self.course, _language(config)))
        return markdown

    def on_page_content(self, html: str, *, page: SitePage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002 - as MkDocs calls it
        """Sanitise what authors wrote, and link script and style where the page needs them."""
        ours = self.pages.get(page.file.src_uri)
        if ours is None:
            return self._style(page) + html if _is_home(page.file) else html
        content = sanitize(html)
        if ours.lang != _language(config):
            content = f'<div lang="{ours.lang}">{content}</div>'
        return self._style(page) + "".join(self._scripts(ours, page)) + content

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:  # noqa: ANN401, ARG002 - as MkDocs calls it
        """Rebuild when a quiz changes; letters lie in the docs folder, which MkDocs watches itself."""
        if self._quizzes(config).is_dir():
            server.watch(str(self._quizzes(config)))
        return server

    def _quizzes(self, config: MkDocsConfig) -> Path:
        beside_docs = Path(config.config_file_path).parent / "quizzes"
        return Path(self.config.quizzes or beside_docs).resolve()

    def _email(self, config: MkDocsConfig) -> str:
        email = self.config.hand_in.email or ""
        if email and not is_mail_address(email):
            problem = Problem.at(Where(shown_path(Path(config.config_file_path))), "G091", value=email)
            raise PluginError(f"gramota\n{tell(problem, _language(config))}")
        return email

    def _style(self, page: SitePage) -> str:
        return f'<link rel="stylesheet" href="{get_relative_url(self.style_path, page.url)}">\n'

    def _scripts(self, ours: Page, page: SitePage) -> Iterator[str]:
        # The rubric first: what was answered before is shown as it is decided now.
        for path, is_needed in ((self.rubric_path, ours.needs_rubric), (self.script_path, ours.is_interactive)):
            if is_needed:
                yield f'<script defer src="{get_relative_url(path, page.url)}"></script>\n'


def _load(docs: Path, quizzes: Path, lang: str) -> Course:
    """Return the course; raise PluginError with all that `gramota check` would tell but for failing examples."""
    course, unreadable = read_course(docs, quizzes)
    unusable = (problem for lesson in course.lessons for problem in _find_rubric_problems(lesson))
    if problems := in_order([*find_private_files(docs, quizzes), *unreadable, *unusable]):
        raise PluginError("\n".join(["gramota", *(tell(problem, lang) for problem in problems)]))
    return course


def _find_rubric_problems(lesson: Lesson) -> Sequence[Problem]:
    try:
        compile_self_check(lesson)
    except ContentError as error:
        return error.problems
    return ()


def _refuse_same_addresses(files: Files, ours: list[File], lang: str) -> None:
    """Raise PluginError where an author's page has the address of one of ours: one of the two would vanish."""
    letters = {file.dest_uri: file.src_uri.rpartition("/")[0].removeprefix("letters/") for file in ours}
    same = [file for file in files if file.dest_uri in letters and not file.inclusion.is_excluded()]
    if problems := in_order(Problem.at(_where(file), "G084", letter=letters[file.dest_uri]) for file in same):
        raise PluginError("\n".join(["gramota", *(tell(problem, lang) for problem in problems)]))


def _where(file: File) -> Where:
    return Where(shown_path(Path(file.abs_src_path)) if file.abs_src_path else file.src_uri)


def _asset_path(content: str, ending: str) -> str:
    """Return a path that changes with the content, so that browsers may keep what they have loaded."""
    digest = hashlib.sha256(content.encode()).hexdigest()[:8]
    return f"assets/gramota/gramota.{digest}.{ending}"


def _is_home(file: File) -> bool:
    return file.is_documentation_page() and file.dest_uri == "index.html"


def _language(config: MkDocsConfig) -> str:
    lang = str(config.theme.get("language", "en"))
    return lang if lang in LANGUAGES else "en"


def _adapt_theme(config: MkDocsConfig, course: Course) -> None:
    """Speak the letters' language and ask no third party for fonts, unless the author's file decides otherwise."""
    chosen = _chosen_theme_settings(config)
    languages = {lesson.letter.lang for lesson in course.lessons}
    if "language" not in chosen and len(languages) == 1:
        config.theme["language"] = languages.pop()
    if "font" not in chosen:
        config.theme["font"] = False


def _chosen_theme_settings(config: MkDocsConfig) -> dict[str, Any]:
    with warnings.catch_warnings():
        # MkDocs calls it deprecated and has nothing else that tells what the author's file itself says.
        warnings.simplefilter("ignore", DeprecationWarning)
        themes = [settings.get("theme") for settings in config.user_configs]
    return next((theme for theme in themes if isinstance(theme, dict)), {})


def _add_extensions(config: MkDocsConfig) -> None:
    present = set(config.markdown_extensions)
    config.markdown_extensions.extend(name for name in EXTENSIONS if name not in present)
    # Headings that are not in Latin letters get readable addresses too.
    config.mdx_configs.setdefault("toc", {}).setdefault("slugify", slugify(case="lower"))


def _expand(entry: Any, course: Course) -> Any:  # noqa: ANN401 - MkDocs' nav is nested lists, mappings and strings
    """Replace `letters/` in the navigation by the letters, and a letter's file by its page."""
    if isinstance(entry, dict):
        return {title: _expand(value, course) for title, value in entry.items()}
    if isinstance(entry, list):
        return _expand_list(entry, course)
    if entry == LETTERS_IN_NAV:
        return [*_letters_nav(course)]
    files = {f"letters/{lesson.letter.id}.yml": letter_path(lesson.letter) for lesson in course.lessons}
    return files.get(entry, entry)


def _expand_list(entries: list[Any], course: Course) -> list[Any]:
    expanded: list[Any] = []
    for entry in entries:
        found = _expand(entry, course)
        expanded += found if isinstance(found, list) else [found]
    return expanded


def _letters_nav(course: Course) -> Iterator[dict[str, list[str]]]:
    for lesson in course.lessons:
        pages = [letter_path(lesson.letter)]
        if lesson.control:
            pages.append(control_path(lesson.letter))
        # The themes print titles as they are.
        yield {escape(lesson.letter.title, quote=False): pages}
