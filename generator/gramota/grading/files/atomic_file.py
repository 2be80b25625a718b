"""A file that is whole or not there: what stood under its name stays until the new one is finished."""

import errno
import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from glob import escape
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO, TextIO


@contextmanager
def write_atomically(path: Path) -> Iterator[TextIO]:
    """Open a UTF-8 text file that takes the path's place when the block ends well; raise OSError.

    What is no ordinary file (a pipe, a terminal, /dev/null) is written to as it is.
    """
    with write_bytes_atomically(path) as stream:
        text = TextIOWrapper(stream, encoding="utf-8", newline="")
        yield text
        text.detach()


@contextmanager
def write_bytes_atomically(path: Path) -> Iterator[BinaryIO]:
    """Open a file as write_atomically does, for bytes."""
    with naming(path):
        if is_special(path):
            with path.open("wb") as stream:
                yield stream
        else:
            with _replacing(path.resolve()) as stream:
                yield stream


def is_special(path: Path) -> bool:
    """Whether the path is a pipe, a terminal or the like, and no ordinary file."""
    # Asked of the path as given: a pipe behind /dev/fd/3 has no path of its own that could be opened.
    return path.exists() and not path.is_file()


@contextmanager
def _replacing(target: Path) -> Iterator[BinaryIO]:
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with unfinished.open("xb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def replace_files(folder: Path, contents: Iterable[tuple[str, bytes]]) -> list[str]:
    """Put files of these names into the folder, which is made where there is none; raise OSError.

    A name may have one folder before it. No name is touched before all are written in full, and what is written
    already is let go of. What stands there is replaced and never written through, so that a link leads nothing out of
    the folder. Return the names in their order.
    """
    folder.mkdir(parents=True, exist_ok=True)
    parts: dict[str, Path] = {}
    with ExitStack() as unfinished:
        for name, content in contents:
            place = folder / name
            part = place.with_name(f".{place.name}.{os.getpid()}.part")
            with naming(place):
                _make_folder(place.parent, folder, unfinished)
                unfinished.callback(_let_go, part)
                with part.open("xb") as stream:
                    stream.write(content)
            parts[name] = part
        for name, part in parts.items():
            with naming(folder / name):
                _settle(part)
        for name, part in parts.items():
            with naming(folder / name):
                part.replace(folder / name)
    return [*parts]


def _make_folder(folder: Path, inside: Path, unfinished: ExitStack) -> None:
    """Make the folder, which goes again if it stays empty; raise OSError for a link, which may lead anywhere."""
    if folder != inside and folder.is_symlink():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
    if not folder.exists():
        folder.mkdir()
        unfinished.callback(remove_empty, folder)


def remove_unfinished(path: Path) -> None:
    """Remove what a process that was ended in the midst of writing the file has left beside it."""
    for part in path.parent.glob(f".{escape(path.name)}.*.part"):
        if part.suffixes[-2][1:].isdigit():
            part.unlink(missing_ok=True)


def _let_go(part: Path) -> None:
    # On a disk that nothing can be written to, this fails too, and the first error is the one to be told.
    with suppress(OSError):
        part.unlink(missing_ok=True)


def remove_empty(folder: Path) -> None:
    """Remove the folder if nothing is in it."""
    if not any(folder.iterdir()):
        folder.rmdir()


def _settle(part: Path) -> None:
    """Wait until the file is on the disk; of many, the first wait takes the others along."""
    with part.open("r+b") as stream:
        os.fsync(stream.fileno())


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Let errors name the file that people know, and not the one that is written meanwhile."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from None
