"""Which files hold what a person handed in, whether or not they could be graded today."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from gramota.course.model.plain_name import plain_name
from gramota.errors import ContentError, Problem, Where
from gramota.grading.files.strict_json import Json, JsonError, parse_json
from gramota.grading.files.text_decoding import decode_text
from gramota.grading.inbox.answers_text import Written, find_sheets
from gramota.grading.inbox.archives import read_archive
from gramota.grading.inbox.found_files import ARCHIVE, SHEETS, Piece, find_in_folder, kind_of, read_file

_Kind = Literal["own", "shared", "unread"]
_UNREADABLE = ""
"""Stands for whoever a part of a file may be about that cannot be read."""

_TABLES = frozenset({".csv", ".jsonl"})


@dataclass(frozen=True)
class PersonsFiles:
    """Files with nothing but the person's sheets; those that have other people's too, or are archives; and the rest.

    `unread` cannot be read as sheets, or not whole, and name the person. `people` are all whom any of the files names.
    """

    own: tuple[Path, ...]
    shared: tuple[Path, ...]
    unread: tuple[Path, ...]
    people: frozenset[str]


def find_persons_files(paths: Iterable[Path], person: str) -> PersonsFiles:
    """Look through files, archives and folders of these for the sheets of a number, or of a name without a number."""
    found: dict[_Kind | None, list[Path]] = {"own": [], "shared": [], "unread": [], None: []}
    people: set[str] = set()
    for path in dict.fromkeys(_files(paths)):
        named, texts = _named_in(path)
        people |= named
        found[_kind(path, plain_name(person), named, texts)].append(path)
    everyone = frozenset(people - {_UNREADABLE})
    return PersonsFiles(tuple(found["own"]), tuple(found["shared"]), tuple(found["unread"]), everyone)


def find_graded(grades: Path) -> set[str]:
    """Return whom the lines of an earlier run's grades are about: numbers, or the names of who has given none."""
    lines = grades.read_text("utf-8", "replace").splitlines() if grades.is_file() else []
    return {_learner_of(line) for line in lines} - {_UNREADABLE}


def alike(person: str, people: Iterable[str]) -> list[str]:
    """Return the other numbers that differ only in zeros before them, which spreadsheets drop and people leave out."""
    bare = plain_name(person).lstrip("0")
    return sorted(each for each in people if bare and each != plain_name(person) and each.lstrip("0") == bare)


def _learner_of(line: str) -> str:
    try:
        parsed = parse_json(line)
    except JsonError:
        return _UNREADABLE
    return _learner(parsed.get("attempt")) if isinstance(parsed, dict) else _UNREADABLE


def _is_named(person: str, text: str) -> bool:
    """Whether the number or the name stands anywhere in the text, as whole words."""
    words = r"\s+".join(re.escape(word) for word in person.split())
    return bool(words) and re.search(rf"(?<!\w){words}(?!\w)", plain_name(text)) is not None


def _named_in(path: Path) -> tuple[set[str], list[str]]:
    """Return whom the file's sheets are from, and its texts that cannot be read as sheets, or not whole."""
    people: set[str] = set()
    unread: list[str] = []
    for text in map(_text, _pieces(path)):
        here = {*_people(text)}
        people |= here
        if _UNREADABLE in here:
            unread.append(text)
    return people, unread


def _kind(path: Path, person: str, people: set[str], unread: Iterable[str]) -> _Kind | None:
    if person in people:
        return "own" if len(people) == 1 and kind_of(path.name) != ARCHIVE else "shared"
    return "unread" if any(_is_named(person, text) for text in unread) else None


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for given in paths:
        if given.is_dir():
            yield from (found for found in find_in_folder(given) if isinstance(found, Path))
        else:
            yield given


def _text(piece: Piece) -> str:
    try:
        return decode_text(piece.data, Where(piece.name))
    except ContentError:
        return piece.data.decode("cp1251", "replace")


def _pieces(path: Path) -> Iterator[Piece]:
    kind = kind_of(path.name)
    try:
        if kind == ARCHIVE:
            yield from (piece for piece in read_archive(path) if not isinstance(piece, Problem))
        elif kind in SHEETS | _TABLES:
            yield read_file(path)
    except ContentError:
        return


def _people(text: str) -> Iterator[str]:
    """Yield the key of every learner that the text names, and that there is a part of it which nobody can read."""
    try:
        parsed = parse_json(text)
    except JsonError:
        yield from _people_in_text(text)
        return
    yield _learner(parsed)


def _learner(sheet: Json) -> str:
    learner = sheet.get("learner") if isinstance(sheet, dict) else None
    fields = learner if isinstance(learner, dict) else {}
    return _person({name: said for name, said in fields.items() if isinstance(said, str)})


def _people_in_text(text: str) -> Iterator[str]:
    """A text from a messenger; one sheet after another."""
    sheets = [*find_sheets(text)]
    yield from (_person(sheet.fields) if isinstance(sheet, Written) else _UNREADABLE for sheet in sheets)
    if not sheets:
        yield _UNREADABLE


def _person(fields: Mapping[str, str]) -> str:
    """The number, or the name of who has given none."""
    return plain_name(fields.get("id") or fields.get("name") or _UNREADABLE)
