"""A file that is whole or not there: what stood under its name stays until the new one is finished."""

import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TextIO


@contextmanager
def write_atomically(path: Path) -> Iterator[TextIO]:
    """Open a UTF-8 text file that takes the path's place when the block ends well; raise OSError.

    What is no ordinary file (a pipe, a terminal, /dev/null) is written to as it is.
    """
    try:
        # Asked of the path as given: a pipe behind /dev/fd/3 has no path of its own that could be opened.
        if path.exists() and not path.is_file():
            with path.open("w", encoding="utf-8", newline="") as stream:
                yield stream
        else:
            with _replacing(path.resolve()) as stream:
                yield stream
    except OSError as error:
        # People know the path that they gave and not the one that is written meanwhile.
        raise OSError(error.errno, error.strerror, str(path)) from None


@contextmanager
def _replacing(target: Path) -> Iterator[TextIO]:
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with unfinished.open("x", encoding="utf-8", newline="") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def replace_files(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Put files of these names into the folder, which is made where there is none; raise OSError.

    No name is touched before all are written in full. What stands there is replaced and never written through, so that
    a link leads nothing out of the folder.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as unfinished:
        parts = {name: folder / f".{name}.{os.getpid()}.part" for name in contents}
        for name, part in parts.items():
            unfinished.callback(part.unlink, missing_ok=True)
            with _naming(folder / name), part.open("xb") as stream:
                stream.write(contents[name])
                stream.flush()
                os.fsync(stream.fileno())
        for name, part in parts.items():
            with _naming(folder / name):
                part.replace(folder / name)


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Let errors name the file that people know, and not the one that is written meanwhile."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from None
