"""Archives of sheets, read where they lie: nothing is unpacked to disk, and what an archive claims is not believed."""

import stat
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO

from gramota.errors import ContentError, Problem, Where, reason_of
from gramota.grading.inbox.found_files import (
    ARCHIVE,
    MAX_BYTES,
    SHEETS,
    Piece,
    is_nobodys,
    kind_of,
    shown_name,
    size_of,
    tell_other_kind,
)
from gramota.zip_directory import BYTES_OF_AN_ENTRY, LONGEST_END, directory_size

MAX_ARCHIVE_BYTES = 500_000_000
MOST_ENTRIES = 20_000
MAX_UNPACKED = 500_000_000
"""Of all entries of an archive together."""

_LONGEST_DIRECTORY = MOST_ENTRIES * BYTES_OF_AN_ENTRY
_IS_UTF8 = 0x800
_IS_ENCRYPTED = 0x1


def read_archive(path: Path) -> Iterator[Piece | Problem]:
    """Yield the sheets of an archive in the order of their names, and why others are not read."""
    name = shown_name(path)
    try:
        size = size_of(path, Where(name))
        with path.open("rb") as stream:
            _refuse_large(stream, size, name)
            with zipfile.ZipFile(stream) as archive:
                yield from _read_entries(archive, name)
    except ContentError as error:
        yield from error.problems
    except OSError as error:
        yield Problem.at(Where(name), "G001", reason=reason_of(error))
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        yield Problem.at(Where(name), "G340")


def _refuse_large(stream: IO[bytes], size: int, name: str) -> None:
    """Raise ContentError before anything is read that could fill the memory: the directory is held whole."""
    if size > MAX_ARCHIVE_BYTES or directory_size(_tail(stream, size)) > _LONGEST_DIRECTORY:
        raise ContentError([Problem.at(Where(name), "G345", limit=MOST_ENTRIES, limit_bytes=MAX_ARCHIVE_BYTES)])


def _tail(stream: IO[bytes], size: int) -> bytes:
    stream.seek(max(0, size - LONGEST_END))
    tail = stream.read()
    stream.seek(0)
    return tail


def _read_entries(archive: zipfile.ZipFile, name: str) -> Iterator[Piece | Problem]:
    unpacked = 0
    entries = [(_entry_name(entry), entry) for entry in archive.infolist() if not entry.is_dir()]
    for inside, entry in sorted(entries, key=lambda each: (each[0], each[1].header_offset)):
        if not _leads_out(inside) and any(is_nobodys(part) for part in PurePosixPath(inside).parts):
            continue
        shown = f"{name}/{inside}"
        if problem := _find_problem(inside, entry, shown):
            yield problem
            continue
        unpacked += entry.file_size
        if unpacked > MAX_UNPACKED:
            yield Problem.at(Where(shown), "G346", limit_bytes=MAX_UNPACKED)
            return
        yield _read_entry(archive, entry, shown)


def _find_problem(inside: str, entry: zipfile.ZipInfo, shown: str) -> Problem | None:
    kind, where = kind_of(PurePosixPath(inside).name), Where(shown)
    refused = {
        "G341": _leads_out(inside),
        "G342": stat.S_ISLNK(entry.external_attr >> 16),
        "G344": kind == ARCHIVE,
        "G343": kind in SHEETS and bool(entry.flag_bits & _IS_ENCRYPTED),
        "G347.method": kind in SHEETS and entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED},
    }
    if code := next((code for code, is_so in refused.items() if is_so), ""):
        return Problem.at(where, code)
    if kind not in SHEETS:
        return tell_other_kind(shown)
    is_large = entry.file_size > MAX_BYTES
    return Problem.at(where, "G300", size_bytes=entry.file_size, limit_bytes=MAX_BYTES) if is_large else None


def _read_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, shown: str) -> Piece | Problem:
    try:
        with archive.open(entry) as stream:
            # zipfile stops at the size that the directory states, and checks the sum; so no entry gives more than that.
            return Piece(shown, stream.read(MAX_BYTES + 1))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError):
        return Problem.at(Where(shown), "G347")


def _leads_out(inside: str) -> bool:
    parts = PurePosixPath(inside).parts
    return ".." in parts or inside.startswith("/") or (len(inside) > 1 and inside[1] == ":")


def _entry_name(entry: zipfile.ZipInfo) -> str:
    """Return the name with `/` between folders; programs without a sign for UTF-8 write that all the same, or cp866."""
    name = entry.filename
    if not entry.flag_bits & _IS_UTF8:
        data = name.encode("cp437", "replace")
        for encoding in ("utf-8", "cp866"):
            try:
                name = data.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
    return name.replace("\\", "/")
