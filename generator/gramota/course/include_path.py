"""Where a shared file may stand, and what is wrong with the path of one that is included."""

from collections.abc import Iterator
from os.path import isfile, realpath, relpath
from pathlib import Path
from typing import NamedTuple

from gramota.course.names import shorten, suggestion
from gramota.course.source import Source
from gramota.course.yaml_tree import Scalar
from gramota.errors import Problem

_ENDING = ".yml"
# YAML can write it and no file's name can hold it, so that the system refuses even to look for the file.
_IN_NO_NAME = "\0"


class ProjectFolders(NamedTuple):
    """The folders of a project's letters and quizzes; what they share stands beside these and not inside."""

    docs: Path
    quizzes: Path

    def is_inside(self, path: Path) -> bool:
        """Whether the path lies where all is a letter or a quiz, or may be published."""
        return any(path.is_relative_to(real(folder)) for folder in self)

    def is_beside(self, path: Path) -> bool:
        """Whether the path lies in the project at all."""
        return any(path.is_relative_to(real(folder).parent) for folder in self)


def included_path(source: Source, written: Scalar) -> Path:
    """Return the path that the including file means; links in it may lead elsewhere tomorrow."""
    return real(Path(source.path).parent) / written.raw.replace(_IN_NO_NAME, "\ufffd")


def real(path: Path) -> Path:
    """Return the path free of links and steps up; of links that lead in a circle, some path at which nothing is."""
    return Path(realpath(path))


def path_from(folder: Path, path: Path) -> str:
    """Return the path from a folder free of links; the path itself where no way leads there, as to another drive."""
    try:
        return relpath(path, folder)
    except ValueError:
        return str(path)


def check_include(source: Source, written: Scalar, folders: ProjectFolders) -> Problem | None:
    """Return why the file cannot be included, None where it can."""
    path, where = real(included_path(source, written)), source.at(written.mark)
    file = shorten(written.raw)
    if not folders.is_beside(path):
        return Problem.at(where, "G131", file=file)
    if folders.is_inside(path):
        return Problem.at(where, "G132", file=file)
    if path.suffix != _ENDING:
        return Problem.at(where, "G133", file=file)
    if not isfile(path):  # noqa: PTH113 - is_file raises where a name is too long
        return Problem.at(where, "G130", file=file, suggestion=_likely(source, written.raw, folders))
    return None


def _likely(source: Source, written: str, folders: ProjectFolders) -> str:
    folder = real(Path(source.path)).parent
    known = [path_from(folder, path).replace("\\", "/") for path in _shared_files(folders)]
    return suggestion(written.replace("\\", "/"), known)


def _shared_files(folders: ProjectFolders) -> Iterator[Path]:
    """Yield the YAML files beside the two folders and one folder deeper, where people keep such files."""
    for root in dict.fromkeys(real(folder).parent for folder in folders):
        for pattern in (f"*{_ENDING}", f"*/*{_ENDING}"):
            yield from (path for path in sorted(root.glob(pattern)) if path.is_file() and not folders.is_inside(path))
