"""What lies in the inbox: every file of a folder at any depth, in a fixed order, and why some of them are not read."""

import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from gramota.course.files.folder import shown_path
from gramota.errors import ContentError, Problem, Where, reason_of
from gramota.grading.inbox.table_kinds import OTHER_PACKED, table_kind

MOST_FILES = 100_000
MAX_BYTES = 5_000_000
"""Of one sheet; a long one has some ten thousand."""

# The first is what the control sheet downloads, the next two what phones and mail programs make of it or of its text.
SHEETS = frozenset({".json", ".txt", ".text"})
ARCHIVE = ".zip"
READABLE = frozenset({*SHEETS, ARCHIVE})
# What systems and office programs put into folders without being asked.
_NOBODYS = frozenset({"thumbs.db", "desktop.ini", "__macosx"})


@dataclass(frozen=True)
class Piece:
    """The bytes of one sheet or text, under the name that messages give it."""

    name: str
    data: bytes


def find_in_folder(folder: Path) -> Iterator[Path | Problem]:
    """Yield the folder's files at any depth in the order of their names; a folder that is not entered is a problem.

    Links to folders are not followed, so that none leads round in a circle. Raise ContentError for too many files.
    """
    waiting, count = [folder], 0
    while waiting:
        found = waiting.pop()
        if found != folder and not _is_folder(found):
            count += 1
            yield found
        elif found != folder and found.is_symlink():
            yield Problem.at(Where(shown_name(found)), "G315")
        else:
            inside = _list_folder(found)
            # The last to be put on the pile is the first to be taken.
            waiting += reversed(inside) if isinstance(inside, list) else []
            yield from [] if isinstance(inside, list) else [inside]
        if count + len(waiting) > MOST_FILES:
            raise ContentError([Problem.at(Where(shown_name(folder)), "G319", limit=MOST_FILES)])


def kind_of(name: str) -> str:
    """Return the ending that tells what is in a file, in small letters; a file may be named by its ending alone."""
    bare = name.lower()
    return bare if bare in READABLE else Path(bare).suffix


def is_nobodys(name: str) -> bool:
    """Whether a file or folder of this name is hidden, or a system's or office program's own."""
    bare = name.lower()
    return bare in _NOBODYS or bare.startswith("~$") or (bare.startswith(".") and bare not in READABLE)


def tell_other_kind(name: str) -> Problem:
    """Return the problem of a file that is neither a sheet nor an archive of sheets."""
    bare = name.rpartition("/")[2]
    code = "G313" if table_kind(bare) else "G317.archive" if kind_of(bare) in OTHER_PACKED else "G317"
    return Problem.at(Where(name), code)


def read_file(path: Path) -> Piece:
    """Return the file's bytes; raise ContentError where it is no ordinary file, too large, or cannot be read."""
    where = Where(shown_name(path))
    try:
        size = size_of(path, where)
        if size > MAX_BYTES:
            raise ContentError([Problem.at(where, "G300", size_bytes=size, limit_bytes=MAX_BYTES)])
        with path.open("rb") as stream:
            # No more than that, though the file should grow meanwhile.
            return Piece(where.path, stream.read(MAX_BYTES + 1))
    except OSError as error:
        raise ContentError([Problem.at(where, "G001", reason=reason_of(error))]) from None


def size_of(path: Path, where: Where) -> int:
    """Return the size of an ordinary file; raise ContentError for any other, which could keep its reader waiting."""
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise ContentError([Problem.at(where, "G316")])
    return status.st_size


def shown_name(path: Path) -> str:
    """Return the path as people know it; what is no text in a file's name becomes U+FFFD."""
    return "".join("\ufffd" if "\ud800" <= sign <= "\udfff" else sign for sign in shown_path(path))


def _list_folder(folder: Path) -> list[Path] | Problem:
    try:
        inside = [path for path in folder.iterdir() if not is_nobodys(path.name)]
    except OSError as error:
        return Problem.at(Where(shown_name(folder), 0, 0), "G001", reason=reason_of(error))
    return sorted(inside)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False
