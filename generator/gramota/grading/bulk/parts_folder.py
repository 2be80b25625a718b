"""A table that is a folder of Parquet files on this machine, at any depth."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

from gramota.course.files.folder import shown_path
from gramota.errors import ContentError, Problem, Where, reason_of, refuse
from gramota.grading.bulk.chunks import Source
from gramota.grading.bulk.parts_once import Named, take_once
from gramota.grading.inbox.answers_text import is_answers_text
from gramota.grading.inbox.found_files import ARCHIVE, MAX_BYTES, SHEETS, is_nobodys, kind_of
from gramota.grading.inbox.table_kinds import PARQUET
from gramota.grading.tables.part_names import PartName, find_about_table, is_mark, is_passed_over, name_parts

_SHEET = ".json"


Kind = Literal["sheet", "text", "part", "mark", "other"]


def is_parts_folder(path: Path) -> bool:
    """Whether the folder is a table: named as a Parquet file, or with parts of one, or marks of it alone, and no sheet.

    A text that lies there may be about the table, or be a sheet that a messenger brought; what it says decides.
    """
    if not path.is_dir() or path.suffix.lower() == PARQUET:
        return path.is_dir()
    kinds: set[Kind] = set()
    texts: list[Path] = []
    for kind, file in _kinds_in(path):
        if kind == "sheet":
            return False
        kinds.add(kind)
        texts += [file] if kind == "text" else []
    return kinds == {"mark"} or ("part" in kinds and not any(map(_holds_sheet, texts)))


def _kinds_in(folder: Path) -> Iterator[tuple[Kind, Path]]:
    """Yield what lies in the folder but for what systems leave everywhere; nothing of one that cannot be read."""
    for place, _, files in os.walk(folder):
        inside = Path(place).relative_to(folder).parts
        for name in files:
            if any(map(is_mark, inside)):
                yield "mark", Path(place, name)
            elif not any(map(is_nobodys, (*inside, name))):
                yield _kind(name), Path(place, name)


def _kind(name: str) -> Kind:
    ending = kind_of(name)
    if ending in {_SHEET, ARCHIVE}:
        return "sheet"
    if ending in SHEETS:
        return "text"
    if is_passed_over(name):
        return "mark"
    return "part" if ending == PARQUET else "other"


def _holds_sheet(path: Path) -> bool:
    try:
        with path.open("rb") as stream:
            return is_answers_text(stream.read(MAX_BYTES).decode("utf-8", "replace"))
    except OSError:
        return False


def find_sources(paths: Iterable[Path]) -> tuple[list[Source], list[Problem]]:
    """Return the files of answers, each once, in the order given, and a word on what was left out.

    Of a folder these are its parts, in the order of their names. Raises ContentError where a folder has none, or
    something else among them.
    """
    return take_once(map(_look_at, paths))


def _look_at(path: Path) -> Named[Source]:
    return _look_into(path) if path.is_dir() else Named(shown_path(path), [Source(path, shown_path(path))])


def _look_into(folder: Path) -> Named[Source]:
    links = [Problem.at(Where(shown_path(link), 0), "G315.parts") for link in _linked_folders(folder)]
    files = [*_files_below(folder)]
    named = [*name_parts(files, shown_path(folder))]
    refuse([*links, *(each for each in named if isinstance(each, Problem))])
    parts = [_source(folder, each) for each in named if isinstance(each, PartName)]
    return Named(shown_path(folder), parts, [shown_path(folder / name) for name in find_about_table(files)])


def _source(folder: Path, part: PartName) -> Source:
    path = folder.joinpath(*part.steps)
    return Source(path, shown_path(path), part.keys)


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
