"""Where a shared file may stand, and what is wrong with the path of one that is included."""

import os
import re
from collections.abc import Sequence
from os.path import isfile, realpath, relpath
from pathlib import Path
from typing import NamedTuple, Protocol

from gramota.course.names import likely_path, shorten
from gramota.course.yaml_files.source import Source
from gramota.course.yaml_files.tree import Scalar
from gramota.errors import Problem

_ENDING = ".yml"
# YAML can write it and no file's name can hold it, so that the system refuses even to look for the file.
_IN_NO_NAME = "\0"
_STEPS = re.compile(r"^(?:\.{0,2}/)+")
# Folders that may hold very much, and never what an author shares.
_NEVER_SEARCHED = frozenset({"node_modules", "schemas", "site", "venv"})
_SETTINGS = frozenset({"mkdocs.yml"})
_DEEPEST = 4


class ProjectFolders(NamedTuple):
    """The folders of a project's letters and quizzes, free of links; what they share stands beside and not inside."""

    docs: Path
    quizzes: Path

    def is_inside(self, path: Path) -> bool:
        """Whether the path lies where all is a letter or a quiz, or may be published."""
        return any(path.is_relative_to(folder) for folder in self)

    def is_beside(self, path: Path) -> bool:
        """Whether the path lies in the project at all."""
        return any(path.is_relative_to(folder.parent) for folder in self)


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


class Includable(Protocol):
    """What there is to include in a project."""

    folders: ProjectFolders

    @property
    def known(self) -> Sequence[Path]: ...  # noqa: D102 - SharedFiles says it


def check_include(source: Source, written: Scalar, project: Includable) -> Problem | None:
    """Return why the file cannot be included, with the path that may have been meant; None where it can."""
    code = find_refusal(real(included_path(source, written)), project.folders)
    if code is None:
        return None
    likely = _likely(source, written.raw, project.known)
    return Problem.at(source.at(written.mark), code, file=shorten(written.raw), suggestion=likely)


def find_refusal(path: Path, folders: ProjectFolders) -> str | None:
    """Return the code of why the file at this path, free of links, cannot be included; None where it can."""
    if not folders.is_beside(path):
        return "G131"
    is_file = isfile(path)  # noqa: PTH113 - is_file raises where a name is too long
    if folders.is_inside(path):
        return "G132" if is_file else "G130"
    if path.suffix != _ENDING:
        return "G133"
    return None if is_file else "G130"


def find_shared_files(folders: ProjectFolders) -> tuple[Path, ...]:
    """Return the YAML files beside the two folders and in folders there, where people keep what is shared."""
    found: list[Path] = []
    for root in dict.fromkeys(folder.parent for folder in folders):
        for place, below, names in os.walk(root):
            folder = Path(place)
            is_deep = len(folder.relative_to(root).parts) >= _DEEPEST
            below[:] = [] if is_deep else sorted(name for name in below if _is_searched(folder / name, folders))
            found += [folder / name for name in sorted(names) if name.endswith(_ENDING) and name not in _SETTINGS]
    return tuple(found)


def _is_searched(folder: Path, folders: ProjectFolders) -> bool:
    return not folder.name.startswith(".") and folder.name not in _NEVER_SEARCHED and not folders.is_inside(folder)


def _likely(source: Source, written: str, known: Sequence[Path]) -> str:
    """Return the path, from the file, of the one that is most like what is written; the steps up count for nothing."""
    folder = real(Path(source.path)).parent
    paths = [path_from(folder, path).replace("\\", "/") for path in known if path != real(Path(source.path))]
    by_name = {_STEPS.sub("", path): path for path in paths}
    return by_name.get(likely_path(_STEPS.sub("", written.replace("\\", "/")), by_name), "")
