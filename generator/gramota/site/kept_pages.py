"""What Markdown made of each page, for all builds of one `mkdocs serve`: of most pages an edit changes nothing."""

import hashlib
import pickle
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from gramota.site.heard_logs import is_anything_logged
from gramota.site.markdown_settings import told_settings

if TYPE_CHECKING:
    from collections.abc import Callable

_LINKS = "links_to_anchors"


class _Kept(NamedTuple):
    made_of: bytes
    attributes: bytes
    """What rendering set on the page, pickled: whoever changes the page afterwards changes nothing here."""


class KeptPages:
    """Gives a page what its Markdown became before, where nothing differs that it can depend on.

    That is the text as other plugins left it, the extensions and their settings, and all files of the site, to which
    links may lead. Extensions are asked of which it is known that they read nothing else; and a page with something
    to tell, such as a dead link, is rendered each time, so that it is told each time.
    """

    def __init__(self) -> None:
        self._kept: dict[str, _Kept] = {}
        self._around = b""
        self._count = -1

    def begin(self, files: Files) -> None:
        """Begin a build of these files."""
        self._count = -1
        self._kept = {uri: kept for uri, kept in self._kept.items() if files.get_file_from_path(uri)}

    def attend(self, page: Page) -> None:
        """Render the page only if it must be; where another plugin has a say in it, it may do more than that."""
        if type(page) is Page and "render" not in vars(page):
            page.render = partial(self._render, page, page.render)  # type: ignore[method-assign]  # MkDocs has no event here

    def _render(
        self, page: Page, render: "Callable[[MkDocsConfig, Files], None]", config: MkDocsConfig, files: Files
    ) -> None:
        made_of = self._made_of(page, config, files)
        kept = self._kept.get(page.file.src_uri)
        if kept and kept.made_of == made_of:
            vars(page).update(_with_files(pickle.loads(kept.attributes), files))  # noqa: S301 - our own, in memory
            return
        self._kept.pop(page.file.src_uri, None)
        before = dict(vars(page))
        if not is_anything_logged(partial(render, config, files)) and made_of:
            made = {name: value for name, value in vars(page).items() if value is not before.get(name, page)}
            self._kept[page.file.src_uri] = _Kept(made_of, pickle.dumps(_with_paths(made)))

    def _made_of(self, page: Page, config: MkDocsConfig, files: Files) -> bytes:
        """Return a hash of all that the page's HTML is made of; nothing where that cannot be known."""
        if self._count != len(files):
            self._around, self._count = _surroundings(config, files), len(files)
        return self._around and hashlib.sha256(self._around + (page.markdown or "").encode()).digest()


def _surroundings(config: MkDocsConfig, files: Files) -> bytes:
    settings = told_settings(config)
    if settings is None:
        return b""
    digest = hashlib.sha256(settings.encode())
    for file in files:
        digest.update(f"{file.src_uri}\0{file.url}\0{file.inclusion.value}\0".encode())
    return digest.digest()


def _with_paths(made: dict[str, object]) -> dict[str, object]:
    """Return it with the paths of files, which are other objects in each build."""
    links = made.get(_LINKS)
    return (
        made | {_LINKS: {file.src_uri: anchors for file, anchors in links.items()}} if isinstance(links, dict) else made
    )


def _with_files(made: dict[str, object], files: Files) -> dict[str, object]:
    links = made.get(_LINKS)
    if not isinstance(links, dict):
        return made
    return made | {_LINKS: {files.get_file_from_path(path): anchors for path, anchors in links.items()}}
