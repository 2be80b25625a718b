"""All files of a plain project: settings, documents, our scripts and styles, and a word for who works on with it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, cast

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import PluginCollection
from mkdocs.structure.files import File, Files, get_files, set_exclusions

from gramota.pages import Card, LetterList, Page, render_letter_list
from gramota.pages.group_pages import GROUPS_FOLDER
from gramota.pages.groups import is_long
from gramota.pages.links import from_own_page, with_addresses
from gramota.pages.markup import EXTENSIONS
from gramota.pages.page import letter_pages
from gramota.site.assets import Assets
from gramota.site.eject.moved import moved_nav, moved_to_folders, with_moved_links
from gramota.site.eject.plain_pages import BLOCKS, needs_blocks, plain_home, plain_page
from gramota.site.eject.plain_settings import HOOKS, MATERIAL, OVERRIDES, Decided, plain_settings
from gramota.site.eject.running_html import refuse_running
from gramota.site.eject.short_menu import grouped_nav
from gramota.site.eject.spoken_menu import spoken_menu
from gramota.site.files import is_home
from gramota.site.page_links import addresses_from
from gramota.site.settings import PRUNE, quizzes_folder, site_language
from gramota.wording import wording

DOCS = "docs"
README = "README.md"
SETTINGS = "mkdocs.yml"
_THEME = Path(__file__).parent / "theme"


class NoPluginError(Exception):
    """The project does not use gramota: there is nothing to take out of it."""


@dataclass(frozen=True)
class PlainProject:
    """The project's files by their paths, and the folders of documents and quizzes that it was made of."""

    files: Mapping[str, bytes]
    sources: tuple[Path, Path]


class Adapter(Protocol):
    """What our plugin knows once it has seen settings and files."""

    cards: Sequence[Card]
    site: str
    pages: dict[str, Page]
    assets: Assets


def eject_project(config_file: Path) -> PlainProject:
    """Return the plain project of the one with this mkdocs.yml.

    Raise NoPluginError, RunsScriptError, OSError; MkDocs' own exceptions where settings or content are refused.
    """
    config = load_config(str(config_file))
    found = config.plugins.get("gramota")
    if found is None:
        raise NoPluginError
    # Other plugins work when the plain project is built; among them the search, see docs/decisions/0023.
    config.plugins = PluginCollection()
    config.plugins["gramota"] = found
    config = config.plugins.on_config(config)
    files = config.plugins.on_files(get_files(config), config=config)
    set_exclusions(files, config)
    plugin = cast("Adapter", found)
    lang = site_language(config)
    moved = moved_to_folders(plugin.pages) if config.use_directory_urls else {}
    scripts = _scripts(config, files, plugin, lang)
    written = {
        SETTINGS: plain_settings(config_file, _decided(config, plugin, lang, moved, [*scripts])).encode(),
        README: _readme(config, lang).encode(),
        **{f"{DOCS}/{path}": content for path, content in _documents(files, plugin, lang, moved)},
        **{f"{DOCS}/{path}": script.encode() for path, script in scripts.items()},
        **dict(_own_overrides(config, plugin, lang)),
        **dict(_beside_docs(config)),
    }
    return PlainProject(written, (Path(config.docs_dir), quizzes_folder(config, found.config["quizzes"])))


def _decided(
    config: MkDocsConfig, plugin: Adapter, lang: str, moved: Mapping[str, str], scripts: Sequence[str]
) -> Decided:
    blocks = [BLOCKS] if any(needs_blocks(page, lang) for page in plugin.pages.values()) else []
    features = config.theme["features"]
    nav = grouped_nav(config.nav, letter_pages(plugin.pages)) if PRUNE in features else config.nav
    return Decided(
        language=str(config.theme["language"]),
        font=config.theme["font"],
        features=features,
        overrides=_speaks_other_languages(config, plugin, lang),
        extensions=[*EXTENSIONS, *blocks],
        nav=moved_nav(nav, moved),
        outside_nav=f"/{GROUPS_FOLDER}/" if is_long(plugin.cards) else "",
        styles=[str(path) for path in config.extra_css],
        scripts=scripts,
    )


def _scripts(config: MkDocsConfig, files: Files, plugin: Adapter, lang: str) -> Mapping[str, str]:
    """Return the scripts of ours that every page needs, by their paths."""
    if not _speaks_other_languages(config, plugin, lang):
        return {}
    others = {path: page.lang for path, page in plugin.pages.items() if page.lang != lang}
    return spoken_menu({file.url: others[file.src_uri] for file in files if file.src_uri in others}, lang)


def _documents(files: Files, plugin: Adapter, lang: str, moved: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    """Yield what the site publishes and nothing else of the documents' folder, each with its path there."""
    for file in files:
        if file.inclusion.is_included():
            path = file.src_uri
            if is_home(file):
                written = _home(file, files, plugin, lang)
                yield path, with_moved_links(written.html, path, moved).encode()
                yield from ((name, text.encode()) for name, text in written.files.items())
            elif file.is_documentation_page():
                text = with_moved_links(_page(file, files, plugin, lang), path, moved)
                yield moved.get(path, path), text.encode()
            else:
                yield path, file.content_bytes


def _page(file: File, files: Files, plugin: Adapter, lang: str) -> str:
    page = plugin.pages.get(file.src_uri)
    if page:
        refuse_running(page.path, page.whole_markdown())
        plain = plain_page(page, plugin.assets, file.url, lang)
        return with_addresses(plain, page.path, addresses_from(file.url, files))
    return _own(file, file.content_string, files, plugin)


def _own(file: File, text: str, files: Files, plugin: Adapter) -> str:
    """Return the text of an author's own page with its links to letters as links to pages."""
    linked = from_own_page(text, file.src_uri, plugin.pages)
    return with_addresses(linked, file.src_uri, addresses_from(file.url, files))


def _home(file: File, files: Files, plugin: Adapter, lang: str) -> LetterList:
    """Return the home page as Markdown with the list in it, and the files of the list where it is there."""
    letters = render_letter_list(plugin.cards, lang, plugin.site, addresses_from(file.url, files))
    own = _own(file, file.content_string, files, plugin)
    home = plain_home(own, plugin.assets, file.url, letters.html)
    return LetterList(home, letters.files if letters.html in home else {})


def _speaks_other_languages(config: MkDocsConfig, plugin: Adapter, lang: str) -> bool:
    """Whether there are pages in another language than the site's, and a theme that can be told so."""
    return config.theme.name == MATERIAL and any(page.lang != lang for page in plugin.pages.values())


def _own_overrides(config: MkDocsConfig, plugin: Adapter, lang: str) -> Iterator[tuple[str, bytes]]:
    """Yield what makes the theme speak each page's language; an author's own file of the same name outweighs it."""
    if _speaks_other_languages(config, plugin, lang):
        for path in sorted(_THEME.rglob("*.html")):
            yield f"{OVERRIDES}/{path.relative_to(_THEME).as_posix()}", path.read_bytes()


def _beside_docs(config: MkDocsConfig) -> Iterator[tuple[str, bytes]]:
    """Yield the author's own changes of the theme and hooks, which lie where mkdocs.yml says."""
    if config.theme.custom_dir:
        folder = Path(config.theme.custom_dir)
        for path in sorted(folder.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                yield f"{OVERRIDES}/{path.relative_to(folder).as_posix()}", path.read_bytes()
    for name in config.hooks:
        path = Path(config.config_file_path).parent / name
        yield f"{HOOKS}/{path.name}", path.read_bytes()


def _readme(config: MkDocsConfig, lang: str) -> str:
    return wording("eject", lang)("readme", title=config.site_name) + "\n"
