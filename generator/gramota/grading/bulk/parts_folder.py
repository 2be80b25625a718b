"""A table that is a folder of Parquet files on this machine, at any depth."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from gramota.course.folder import shown_path
from gramota.errors import ContentError, Problem, Where, reason_of, refuse
from gramota.grading.bulk.chunks import Source
from gramota.grading.bulk.part_names import PARQUET, PartName, are_parts, is_passed_over, name_parts


def is_parts_folder(path: Path) -> bool:
    """Whether the folder is named as a Parquet file, or holds nothing but parts of one."""
    return path.is_dir() and (path.suffix.lower() == PARQUET or are_parts(_files_below(path)))


def find_sources(paths: Iterable[Path]) -> list[Source]:
    """Return the files of answers, each once, in the order given; of a folder its parts, in that of their names.

    Raises ContentError where a folder has none, or something else among them.
    """
    found: dict[Path, Source] = {}
    for path in paths:
        for source in _parts_of(path) if path.is_dir() else [_source(path)]:
            found.setdefault(source.path.resolve(), source)
    return [*found.values()]


def _source(path: Path) -> Source:
    return Source(path, shown_path(path))


def _parts_of(folder: Path) -> Iterator[Source]:
    links, files = _look_into(folder)
    named = [*name_parts(files, shown_path(folder))]
    refuse([*links, *(each for each in named if isinstance(each, Problem))])
    for part in named:
        if isinstance(part, PartName):
            path = folder.joinpath(*part.steps)
            yield Source(path, shown_path(path), part.keys)


def _look_into(folder: Path) -> tuple[list[Problem], list[str]]:
    problems = [Problem.at(Where(shown_path(link), 0), "G315.parts") for link in _linked_folders(folder)]
    return problems, [*_files_below(folder)]


def _linked_folders(folder: Path) -> Iterator[Path]:
    for place, folders, _ in _walk(folder):
        inside = (Path(place, name) for name in sorted(folders) if not is_passed_over(name))
        yield from (path for path in inside if path.is_symlink())


def _files_below(folder: Path) -> Iterator[str]:
    """Yield the paths of files below the folder; raise ContentError for a folder that cannot be looked into."""
    for place, _, files in _walk(folder):
        yield from (Path(place, name).relative_to(folder).as_posix() for name in files)


def _walk(folder: Path) -> Iterator[tuple[str, list[str], list[str]]]:
    return os.walk(folder, onerror=_refuse)


def _refuse(error: OSError) -> None:
    raise ContentError([Problem.at(Where(shown_path(Path(error.filename)), 0), "G001", reason=reason_of(error))])
