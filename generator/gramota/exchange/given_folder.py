"""The files of a folder that somebody gives us in place of its files."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from gramota.course.files.folder import shown_path
from gramota.course.names import listed
from gramota.errors import ContentError, Problem, Where, reason_of
from gramota.exchange.read_file import ENDINGS, may_be_questions

# Word keeps one beside each document that is open.
_PASSED_OVER = (".", "~$")


def files_of(path: Path) -> list[Path]:
    """Return the files in the folder that can be imported, each once; any other path as it is.

    Raise ContentError where the folder has none, or cannot be read.
    """
    if not path.is_dir():
        return [path]
    files = _each_once(each for each in _entries(path) if _can_be_imported(each))
    if not files:
        raise ContentError([Problem.at(Where(shown_path(path), 0), "G410.folder")])
    return files


def find_beside(path: Path, used: Collection[Path]) -> Iterator[Problem]:
    """Yield what else is in the folder, without the files that those imported from it have used, by full paths."""
    if path.is_dir():
        others = (each for each in _entries(path) if not _can_be_imported(each))
        if names := [name for each in others for name in _unused(each, used)]:
            yield Problem.at(Where(shown_path(path), 0), "G410.beside", names=listed(names))


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(each for each in folder.iterdir() if not each.name.startswith(_PASSED_OVER))
    except OSError as error:
        raise ContentError([Problem.at(Where(shown_path(folder)), "G001", reason=reason_of(error))]) from None


def _can_be_imported(entry: Path) -> bool:
    """Whether it is a letter or a bank; a text is only where it has questions, for most texts are notes."""
    ending = entry.suffix.lower()
    return ending in ENDINGS and entry.is_file() and (ending != ".txt" or may_be_questions(entry))


def _each_once(entries: Iterable[Path]) -> list[Path]:
    """Return the files without the links to others of them, or to what another link leads to."""
    named: dict[Path, Path] = {}
    for each in sorted(entries, key=Path.is_symlink):
        named.setdefault(each.resolve(), each)
    return sorted(named.values())


def _unused(entry: Path, used: Collection[Path]) -> Iterator[str]:
    """Yield the file's name unless it was used; that of a folder, or what was not used in one that was."""
    if not entry.is_dir():
        yield from [] if entry.resolve() in used else [entry.name]
    elif entry.is_symlink() or not any(file.is_relative_to(entry.resolve()) for file in used):
        yield f"{entry.name}/"
    else:
        yield from (f"{entry.name}/{name}" for each in _entries(entry) for name in _unused(each, used))
