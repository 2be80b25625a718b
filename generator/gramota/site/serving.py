"""What `mkdocs serve` does beyond a build: it keeps what earlier builds made, and watches more than docs."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.theme import Theme

from gramota.site.kept_pages import KeptPages
from gramota.site.kept_templates import KeptTemplates

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

    from gramota.site.watching import SharedFilesWatch


class Serving:
    """Templates and pages for all builds of one `mkdocs serve`, and shared files to follow; without it, nothing."""

    def __init__(self) -> None:
        self.is_on = False
        self._templates, self._pages = KeptTemplates(), KeptPages()
        self._included: frozenset[Path] = frozenset()
        self._watch: SharedFilesWatch | None = None

    def keep_templates(self, theme: Theme) -> None:
        """Compile no template twice, whichever plugin asks for it."""
        if self.is_on:
            self._templates.serve(theme)

    def begin_pages(self, files: Files) -> None:
        """Say that pages of these files are made next."""
        if self.is_on:
            self._pages.begin(files)

    def keep_page(self, page: Page) -> None:
        """Render no page twice that nothing has changed."""
        if self.is_on:
            self._pages.attend(page)

    def follow(self, included: Iterable[Path]) -> None:
        """Watch the shared files that letters and quizzes name now."""
        self._included = frozenset(included)
        if self._watch:
            self._watch.follow(self._included)

    def watch(self, server: "LiveReloadServer", docs: Path, quizzes: Path) -> None:
        """Rebuild when a quiz or a shared file changes; letters lie in the docs folder, which MkDocs watches itself."""
        from gramota.site.watching import SharedFilesWatch, watch_quizzes  # noqa: PLC0415 - no build watches anything

        watch_quizzes(server, quizzes, docs)
        self._watch = SharedFilesWatch(server, docs)
        self._watch.follow(self._included)
