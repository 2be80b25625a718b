"""The files of a part wherever fsspec reaches: fetched, and written back whole or not at all."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from posixpath import basename, dirname
from typing import BinaryIO
from uuid import uuid4

import pyarrow as pa
import pyarrow.parquet as pq
from fsspec.core import url_to_fs

from gramota.grading.bulk.own_files import LONGEST_LINE
from gramota.grading.bulk.parquet_form import FORMAT, OWN_MARK
from gramota.grading.bulk.parts import Part
from gramota.grading.tables.rows_aside import is_line_of_set_aside

_GRADES = FORMAT.partition("/")[0] + "/"
_UNFINISHED = ".gramota-"
"""How the names of files begin that are not whole yet."""


def fetch(source: str, path: Path) -> None:
    """Copy a part to this machine; raise OSError."""
    fs, remote = url_to_fs(source)
    fs.get_file(remote, str(path))


def fetch_if_there(source: str, path: Path) -> Path | None:
    """Copy a file to this machine, and return the path; None where there is none."""
    fs, remote = url_to_fs(source)
    if not fs.exists(remote):
        return None
    fs.get_file(remote, str(path))
    return path


def put_whole(path: Path, target: str) -> None:
    """Copy a file to its place, where it is whole as soon as it is there; raise OSError."""
    fs, remote = url_to_fs(target)
    fs.makedirs(dirname(remote), exist_ok=True)
    unfinished = f"{dirname(remote)}/{_UNFINISHED}{basename(remote)}.{uuid4().hex}.part"
    try:
        fs.put_file(str(path), unfinished)
        fs.mv(unfinished, remote)
    except BaseException:
        if fs.exists(unfinished):
            fs.rm_file(unfinished)
        raise


def remove(target: str) -> None:
    """Remove a file that may be there."""
    fs, remote = url_to_fs(target)
    if fs.exists(remote):
        fs.rm_file(remote)


def remove_torn(parts: Iterable[Part]) -> None:
    """Remove what workers that were ended in the midst of writing have left behind."""
    for folder in sorted({dirname(place) for part in parts for place in (part.target, part.aside, part.record)}):
        fs, remote = url_to_fs(folder)
        fs.invalidate_cache(remote)  # workers have written here since this process looked
        for torn in fs.glob(f"{remote}/{_UNFINISHED}*.part"):
            fs.rm_file(torn)


def remove_records(parts: Iterable[Part]) -> None:
    """Remove what was kept of parts until all were done, and the folder where nothing else is in it."""
    by_folder: dict[str, set[str]] = {}
    for part in parts:
        by_folder.setdefault(dirname(part.record), set()).add(basename(part.record))
    for folder, names in by_folder.items():
        fs, remote = url_to_fs(folder)
        fs.invalidate_cache(remote)
        there = fs.find(remote) if fs.isdir(remote) else []
        if ours := [path for path in there if basename(path) in names]:
            fs.rm(ours)
        if there and len(ours) == len(there) and fs.isdir(remote):
            fs.rmdir(remote)


def foreign_address(part: Part) -> str | None:
    """Return the address of a file that stands where results of the part go, and was not written by grading."""
    if not _is_own(part.target, _are_grades):
        return part.target
    return None if _is_own(part.aside, _are_set_aside) else part.aside


def _is_own(place: str, are_ours: Callable[[BinaryIO], bool]) -> bool:
    """Whether there is no such file, or ours."""
    fs, remote = url_to_fs(place)
    if not fs.exists(remote):
        return True
    with fs.open(remote, "rb") as stream:
        return are_ours(stream)


def _are_grades(stream: BinaryIO) -> bool:
    try:
        about = (pq.read_schema(stream).metadata or {}).get(OWN_MARK.encode(), b"")
        return str(json.loads(about)["format"]).startswith(_GRADES)
    except (OSError, ValueError, KeyError, TypeError, pa.ArrowException):
        return False


def _are_set_aside(stream: BinaryIO) -> bool:
    return is_line_of_set_aside(stream.readline(LONGEST_LINE))
