"""Where the links of letters lead: to letters, sections and files that are there, or nowhere."""

import re
from collections.abc import Iterator, Mapping
from os.path import relpath
from pathlib import Path as FilePath
from posixpath import basename, dirname, join, normpath
from typing import NamedTuple
from urllib.parse import unquote

from gramota.course.links import Link, find_anchors, find_links
from gramota.course.names import listed, shorten, suggestion
from gramota.course.quiz_texts import Path, shown_texts
from gramota.course.source import Source
from gramota.course.translations import Spoken, read_spoken
from gramota.course.yaml_tree import Node, Scalar, Sequence
from gramota.errors import Problem

_Told = tuple[str, dict[str, str]]  # a code and the values of its message
_YAML = re.compile(r"\.ya?ml\b", re.IGNORECASE)
_PAGE = re.compile(r"letters/(?P<letter>.+)/(?:index|control)\.md")
# Our own headings of a letter's page.
_OWN_ANCHORS = frozenset({"gramota-self-check", "gramota-control"})


class PlacedLink(NamedTuple):
    """A link in the text at this path of its file."""

    path: Path
    link: Link


class LinkedLetter(NamedTuple):
    """What other letters may link to in this one, None where that cannot be known; and what it links to itself.

    `asked` are the links of its quiz, whose texts stand on the letter's own pages.
    """

    source: Source
    quiz: Source | None
    sections: tuple[str, ...] | None
    anchors: frozenset[str]
    links: tuple[PlacedLink, ...]
    asked: tuple[PlacedLink, ...]
    spoken: Spoken

    def placed(self) -> Iterator[tuple[Source, PlacedLink]]:
        """Yield all its links with their files."""
        yield from ((self.source, link) for link in self.links)
        if self.quiz:
            yield from ((self.quiz, link) for link in self.asked)


def read_linked(source: Source, quiz: Source | None) -> LinkedLetter:
    """Return what the letter's texts link to and let others link to, whatever else is wrong with them."""
    bodies, sections = dict(_bodies(source)), _section_ids(source)
    asked = dict(shown_texts(quiz)) if quiz else {}
    return LinkedLetter(
        source.without_tree(),
        quiz.without_tree() if quiz else None,
        sections,
        frozenset(anchor for body in bodies.values() for anchor in find_anchors(body.raw)),
        tuple(_placed(bodies)),
        tuple(_placed(asked)),
        read_spoken(source, sections),
    )


def check_links(letters: Mapping[str, LinkedLetter], docs: FilePath) -> Iterator[Problem]:
    """Yield each link of a letter or its quiz that leads nowhere; files are looked for in the docs folder."""
    for letter_id, letter in letters.items():
        for source, (path, link) in letter.placed():
            if found := _check(link, letter_id, letters, docs):
                code, values = found
                problem = Problem.at(
                    source.where_inside(link.start, *path), code, target=shorten(link.target), **values
                )
                yield problem.until(source.end_inside(link.start, link.start + len(link.target), *path))


def _placed(texts: Mapping[Path, Scalar]) -> Iterator[PlacedLink]:
    for path, text in texts.items():
        yield from (PlacedLink(path, link) for link in find_links(text.raw))


def _check(link: Link, letter_id: str, letters: Mapping[str, LinkedLetter], docs: FilePath) -> _Told | None:
    path, _, anchor = map(unquote, link.target.partition("#"))
    if not path:
        return _check_anchor(anchor, letter_id, letters)
    folder = dirname(f"letters/{letter_id}")
    inside = normpath(join(folder, path))
    if not _YAML.search(path):
        return None if _is_there(inside, letters, docs) else ("G083", {"suggestion": _likely_file(path, folder, docs)})
    letter = inside.removeprefix("letters/").removesuffix(".yml")
    if f"letters/{letter}.yml" == inside and letter in letters:
        return _check_anchor(anchor, letter, letters)
    known = [relpath(f"letters/{other}.yml", folder).replace("\\", "/") for other in letters]
    return "G081", {"suggestion": suggestion(path, known)}


def _check_anchor(anchor: str, letter_id: str, letters: Mapping[str, LinkedLetter]) -> _Told | None:
    letter = letters[letter_id]
    if not anchor or letter.sections is None or anchor in {*letter.sections, *letter.anchors, *_OWN_ANCHORS}:
        return None
    likely = suggestion(anchor, letter.sections)
    values = {"value": shorten(anchor), "letter": letter_id, "known": listed(letter.sections), "suggestion": likely}
    return "G082", values


def _is_there(inside: str, letters: Mapping[str, LinkedLetter], docs: FilePath) -> bool:
    """Tell whether the path below the docs folder is a file, or a page that the site will have."""
    inside = inside.partition("?")[0]
    page = _PAGE.fullmatch(inside)
    is_made = inside == "index.md" or (page is not None and page["letter"] in letters)
    return is_made or basename(inside) in _files_in(dirname(inside), docs)


def _likely_file(path: str, folder: str, docs: FilePath) -> str:
    likely = suggestion(basename(path), _files_in(dirname(normpath(join(folder, path))), docs))
    return join(dirname(path), likely) if likely else ""


def _files_in(folder: str, docs: FilePath) -> list[str]:
    """Return the names of the files in a folder below the docs folder; none where there can be no such folder."""
    if folder.startswith(".."):
        return []
    try:
        return [file.name for file in (docs / folder).iterdir() if file.is_file()]
    except (OSError, ValueError):
        return []


def _bodies(source: Source) -> Iterator[tuple[Path, Scalar]]:
    for index in range(len(_sections(source))):
        body = source.node("sections", index, "body")
        if isinstance(body, Scalar) and isinstance(body.value, str):
            yield ("sections", index, "body"), body


def _section_ids(source: Source) -> tuple[str, ...] | None:
    ids = [source.node("sections", index, "id") for index in range(len(_sections(source)))]
    known = tuple(found.raw for found in ids if isinstance(found, Scalar))
    return known if ids and len(known) == len(ids) else None


def _sections(source: Source) -> tuple[Node, ...]:
    sections = source.node("sections")
    return sections.items if isinstance(sections, Sequence) else ()
