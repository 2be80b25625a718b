"""Which files hold what a person handed in, whether or not they could be graded today."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from gramota.course.model import fold
from gramota.errors import ContentError, Problem, Where
from gramota.grading.answers_text import Written, find_sheets
from gramota.grading.inbox_files import ARCHIVE, SHEETS, Piece, find_in_folder, kind_of, read_file
from gramota.grading.inbox_zip import read_archive
from gramota.grading.strict_json import JsonError, parse_json
from gramota.grading.text_decoding import decode_text


@dataclass(frozen=True)
class PersonsFiles:
    """Files with nothing but the person's sheets, and those that have other people's too, or are archives."""

    own: tuple[Path, ...]
    shared: tuple[Path, ...]


def find_persons_files(paths: Iterable[Path], person: str) -> PersonsFiles:
    """Look through files, archives and folders of these for the sheets of a number, or of a name without a number."""
    own: list[Path] = []
    shared: list[Path] = []
    for path in dict.fromkeys(_files(paths)):
        people = set(_people_in(path))
        if fold(person) in people:
            (own if len(people) == 1 and kind_of(path.name) != ARCHIVE else shared).append(path)
    return PersonsFiles(tuple(own), tuple(shared))


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for given in paths:
        if given.is_dir():
            yield from (found for found in find_in_folder(given) if isinstance(found, Path))
        else:
            yield given


def _people_in(path: Path) -> Iterator[str]:
    """Yield the key of every learner that the file names; what cannot be read names nobody."""
    for piece in _pieces(path):
        try:
            text = decode_text(piece.data, Where(piece.name))
        except ContentError:
            continue
        yield from _people(text)


def _pieces(path: Path) -> Iterator[Piece]:
    kind = kind_of(path.name)
    try:
        if kind == ARCHIVE:
            yield from (piece for piece in read_archive(path) if not isinstance(piece, Problem))
        elif kind in SHEETS:
            yield read_file(path)
    except ContentError:
        return


def _people(text: str) -> Iterator[str]:
    try:
        parsed = parse_json(text)
    except JsonError:
        # A text from a messenger; one sheet after another.
        yield from (_person(sheet.fields) for sheet in find_sheets(text) if isinstance(sheet, Written))
        return
    learner = parsed.get("learner") if isinstance(parsed, dict) else None
    if isinstance(learner, dict):
        yield _person({name: said for name, said in learner.items() if isinstance(said, str)})


def _person(fields: Mapping[str, str]) -> str:
    """The number, or the name of who has given none."""
    return fold(fields.get("id") or fields.get("name") or "")
