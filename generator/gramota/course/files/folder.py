"""The YAML files of a folder and the ids that they have there."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from gramota.course.model.base import ID_PATTERN
from gramota.errors import Problem, Where

WINDOWS_NAMES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})
"""What Windows takes for a device whatever the ending: who works there could not even fetch such a file."""

_ENDING = re.compile(r"\.ya?ml(?:\.txt)?$", re.IGNORECASE)


def find_files(folder: Path) -> list[tuple[str, Path]]:
    """Return the folder's YAML files in order, each after its id: the path below the folder without its ending.

    Files whose names need mending are among them, so an id may stand twice. Hidden files, and all in hidden folders,
    are other programs' business.
    """
    found = (path for path in sorted(folder.rglob("*")) if _ENDING.search(path.name) and not path.is_dir())
    below = ((path.relative_to(folder), path) for path in found)
    return [
        (_ENDING.sub("", inside.as_posix()), path)
        for inside, path in below
        if not any(part.startswith(".") for part in inside.parts)
    ]


def check_names(files: Iterable[tuple[str, Path]]) -> Iterator[Problem]:
    """Yield what is wrong with the names of files with these ids: an ending, or what no web address should hold."""
    for file_id, path in files:
        yield from _check_name(file_id, path)


def shown_path(path: Path) -> str:
    """Return the path as people know it: from where they stand, where it lies below there."""
    is_below = path.is_absolute() and path.is_relative_to(Path.cwd())
    return (path.relative_to(Path.cwd()) if is_below else path).as_posix()


def _check_name(file_id: str, path: Path) -> Iterator[Problem]:
    where = Where(shown_path(path))
    right_name = _ENDING.sub(".yml", path.name)
    if path.name != right_name:
        yield Problem.at(where, "G013", name=right_name)
    for part in file_id.split("/"):
        if not re.fullmatch(ID_PATTERN, part):
            yield Problem.at(where, "G015", name=part)
        elif part in WINDOWS_NAMES:
            yield Problem.at(where, "G015.windows", name=part)
