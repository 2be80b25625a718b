"""The files that MkDocs builds: authors' own without their YAML, and ours among them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from gramota.course.files.folder import shown_path
from gramota.errors import Problem, Where
from gramota.pages import Page
from gramota.quiz import PageKind

# Also copies that editors and people make: quiz.YML, quiz.yml~, quiz.yml.bak.1, #quiz.yml#, quiz.yml copy.
_YAML = re.compile(r"\.ya?ml[^/]*$", re.IGNORECASE)


def take_out_yaml(files: Files) -> Iterator[Problem]:
    """Take YAML out of the site, and yield a word on each file that MkDocs would have made a page of."""
    for file in [file for file in files if _YAML.search(file.src_uri)]:
        files.remove(file)
        if file.is_documentation_page() and not file.inclusion.is_excluded():
            yield Problem.at(_where(file), "G085")


def page_file(page: Page, config: MkDocsConfig) -> File:
    """Return the file of a page of ours; a group's need not stand in the navigation, for the home page leads there."""
    inclusion = InclusionLevel.NOT_IN_NAV if page.kind is PageKind.HOME else InclusionLevel.UNDEFINED
    return File.generated(config, page.path, content=page.markdown, inclusion=inclusion)


def add_generated(files: Files, generated: Mapping[str, str | bytes], config: MkDocsConfig) -> None:
    """Add files with these contents at these paths."""
    for path, content in generated.items():
        files.append(File.generated(config, path, content=content))


def forget_sources(files: Files, paths: Iterable[str]) -> None:
    """Let go of these pages' Markdown, which has become HTML: of thousands of pages it would fill the memory."""
    for file in filter(None, map(files.get_file_from_path, paths)):
        file.content_string = ""
        if file.page:
            file.page.markdown = ""


def find_same_addresses(files: Files, ours: list[File]) -> Iterator[Problem]:
    """Yield the authors' pages that have the address of one of ours: one of the two would vanish."""
    letters = {file.dest_uri: file.src_uri.rpartition("/")[0].removeprefix("letters/") for file in ours}
    for file in files:
        if file.dest_uri in letters and not file.inclusion.is_excluded():
            yield Problem.at(_where(file), "G084", letter=letters[file.dest_uri])


def is_home(file: File) -> bool:
    """Whether the file makes the site's first page."""
    return file.is_documentation_page() and file.dest_uri == "index.html"


def _where(file: File) -> Where:
    return Where(shown_path(Path(file.abs_src_path)) if file.abs_src_path else file.src_uri)
