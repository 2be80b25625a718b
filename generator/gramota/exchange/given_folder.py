"""The files of a folder that somebody gives us in place of its files."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from gramota.course.folder import shown_path
from gramota.course.names import listed
from gramota.errors import ContentError, Problem, Where, reason_of
from gramota.exchange.read_file import ENDINGS

# Word keeps one beside each document that is open.
_PASSED_OVER = (".", "~$")


def files_of(path: Path) -> tuple[list[Path], list[Problem]]:
    """Return the files in the folder that can be imported, and a word on what else is there; any other path as it is.

    Raise ContentError where the folder has none, or cannot be read.
    """
    if not path.is_dir():
        return [path], []
    entries = _entries(path)
    files = [each for each in entries if each.suffix.lower() in ENDINGS and each.is_file()]
    where = Where(shown_path(path), 0)
    if not files:
        raise ContentError([Problem.at(where, "G410.folder")])
    others = [*_names(each for each in entries if each not in files)]
    return files, [Problem.at(where, "G410.beside", names=listed(others))] if others else []


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(each for each in folder.iterdir() if not each.name.startswith(_PASSED_OVER))
    except OSError as error:
        raise ContentError([Problem.at(Where(shown_path(folder)), "G001", reason=reason_of(error))]) from None


def _names(entries: Iterable[Path]) -> Iterator[str]:
    for each in entries:
        yield f"{each.name}/" if each.is_dir() else each.name
