"""Where links lead: to letters, sections, pages and files that are there, or nowhere."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, partial
from os.path import relpath
from pathlib import Path
from posixpath import basename, dirname, join
from typing import NamedTuple
from urllib.parse import unquote

from gramota.course.checks.linked import LinkedLetter
from gramota.course.files.own_pages import Anchors, find_own_pages, read_page
from gramota.course.markdown.links import Link, from_docs
from gramota.course.names import likely_path, listed, shorten, suggestion
from gramota.errors import Problem

_YAML = re.compile(r"\.ya?ml(?=$|\?)", re.IGNORECASE)
_PAGE = re.compile(r"letters/(?P<letter>.+)/(?P<page>index|control)\.md")
# Our own headings of a letter's page.
_OWN_ANCHORS = frozenset({"gramota-self-check", "gramota-control"})


class Told(NamedTuple):
    """What is wrong with a link: a code and the values of its message."""

    code: str
    values: dict[str, str]


def check_links(letters: Mapping[str, LinkedLetter], docs: Path) -> Iterator[Problem]:
    """Yield each link of a letter, of its quiz, and of a page by hand to a letter or a heading, that leads nowhere.

    With the pages by hand, which are read here alone, what turns the direction of reading in them is told.
    """
    site = _Site(letters, docs)
    for letter_id, letter in letters.items():
        for source, (path, link) in letter.placed():
            if found := site.check(link, f"letters/{letter_id}.yml"):
                where = source.where_inside(link.start, *path)
                problem = Problem.at(where, found.code, target=shorten(link.target), **found.values)
                yield problem.until(source.end_inside(link.start, link.end, *path))
    for page in find_own_pages(docs):
        yield from page.unseen()
        for link in page.links():
            if found := site.check_link_of_own_page(link, page.inside):
                yield page.problem(link, found.code, target=shorten(link.target), **found.values)


class _Site:
    """All that links can lead to; what is looked up is looked up once."""

    def __init__(self, letters: Mapping[str, LinkedLetter], docs: Path) -> None:
        self._letters = letters
        self._files_in = cache(partial(_files_in, docs))
        self._anchors_of = cache(partial(_anchors_of, docs))
        self._ways_from = cache(partial(_ways_from, tuple(letters)))

    def check(self, link: Link, source: str) -> Told | None:
        """Return what is wrong with a link of the file at this path below the docs folder."""
        path, inside, anchor = _read(link, source)
        if not path:
            return self._check_anchor(anchor, source)
        if _YAML.search(path):
            return self._check_letter(path, inside, anchor, source)
        if self._is_there(inside.partition("?")[0]):
            return self._check_anchor(anchor, inside.partition("?")[0])
        code = "G083.root" if path.startswith("/") else "G083"
        return Told(code, {"suggestion": self._likely_file(path, inside, source)})

    def check_link_of_own_page(self, link: Link, page: str) -> Told | None:
        """Return the same of a page by hand; of files that are not there the site's engine itself tells."""
        path, inside, anchor = _read(link, page)
        if _YAML.search(path):
            return self._check_letter(path, inside, anchor, page)
        return self._check_anchor(anchor, inside if path else page)

    def _check_letter(self, path: str, inside: str, anchor: str, source: str) -> Told | None:
        letter = inside.removeprefix("letters/").removesuffix(".yml")
        if f"letters/{letter}.yml" == inside and letter in self._letters:
            return self._check_anchor(anchor, inside)
        code = "G081" if source.endswith(".yml") else "G081.page"
        known = self._ways_from("/" if path.startswith("/") else dirname(source))
        return Told(code, {"suggestion": likely_path(path, known)})

    def _check_anchor(self, anchor: str, inside: str) -> Told | None:
        page = _PAGE.fullmatch(inside)
        letter = page["letter"] if page else inside.removeprefix("letters/").removesuffix(".yml")
        if not anchor or (page and page["page"] == "control"):
            return None
        if letter in self._letters:
            return self._check_section(anchor, letter)
        anchors = self._anchors_of(inside)
        if anchors is None or anchors.has(anchor):
            return None
        likely = suggestion(anchor, anchors.known)
        values = {"value": shorten(anchor), "page": inside, "known": listed(anchors.known), "suggestion": likely}
        return Told("G082.page", values)

    def _check_section(self, anchor: str, letter_id: str) -> Told | None:
        letter = self._letters[letter_id]
        if letter.sections is None or anchor in {*letter.sections, *letter.anchors, *_OWN_ANCHORS}:
            return None
        likely = suggestion(anchor, letter.sections)
        values = {"value": shorten(anchor), "letter": letter_id, "known": listed(letter.sections), "suggestion": likely}
        return Told("G082", values)

    def _is_there(self, inside: str) -> bool:
        """Tell whether the path below the docs folder is a file, or a page that the site will have."""
        page = _PAGE.fullmatch(inside)
        is_made = inside == "index.md" or (page is not None and page["letter"] in self._letters)
        return is_made or basename(inside) in self._files_in(dirname(inside))

    def _likely_file(self, path: str, inside: str, source: str) -> str:
        # The address of a letter's page, as the browser shows it.
        address = inside.removeprefix("letters/").removesuffix("/index.html").removesuffix(".html")
        if address in self._letters:
            return _way_to(address, "/" if path.startswith("/") else dirname(source))
        if inside == ".":
            return join(path, "index.md")
        likely = suggestion(basename(inside), self._files_in(dirname(inside)))
        return join(dirname(path), likely) if likely else ""


def _read(link: Link, source: str) -> tuple[str, str, str]:
    """Return the path as it is written, the same from the docs folder, and the anchor."""
    path, _, anchor = map(unquote, link.target.partition("#"))
    return path, from_docs(path, source), anchor


def _ways_from(letters: tuple[str, ...], folder: str) -> tuple[str, ...]:
    return tuple(_way_to(letter_id, folder) for letter_id in letters)


def _way_to(letter_id: str, folder: str) -> str:
    """Return the path of a letter's file from a folder below the docs folder, or from the root "/"."""
    inside = f"letters/{letter_id}.yml"
    return f"/{inside}" if folder == "/" else relpath(inside, folder or ".").replace("\\", "/")


def _files_in(docs: Path, folder: str) -> frozenset[str]:
    """Return the names of the files in a folder below the docs folder; none where there can be no such folder."""
    if folder.startswith(".."):
        return frozenset()
    try:
        return frozenset(file.name for file in (docs / folder).iterdir() if file.is_file())
    except (OSError, ValueError):
        return frozenset()


def _anchors_of(docs: Path, inside: str) -> Anchors | None:
    """Return the anchors of a page by hand; None where there is no such page, or none that can be read."""
    text = read_page(docs / inside) if inside.endswith(".md") and not inside.startswith("..") else None
    return None if text is None else Anchors(text)
