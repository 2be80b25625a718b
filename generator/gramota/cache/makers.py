"""Who made what is kept: our own source, which changes more often than our version does, and what it reads with."""

import sys
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable

_DICTIONARIES = ("pymorphy3", "pymorphy3-dicts-ru", "snowballstemmer", "PyStemmer", "pyspellchecker")
_READERS = (*_DICTIONARIES, "PyYAML", "pydantic", "pydantic-core", "rapidfuzz")


@cache
def makers() -> bytes:
    """Return what compiled rubrics are made by: their package and the dictionaries."""
    return _digest("gramota.rubric", _DICTIONARIES)


@cache
def checkers() -> bytes:
    """Return what files are checked by: all that is ours, the dictionaries, and the libraries that read and compare."""
    return _digest("gramota", _READERS) + sys.version.encode()


def _digest(package: str, libraries: tuple[str, ...]) -> bytes:
    digest = sha256()
    for module in sorted(_modules(files(package)), key=str):
        digest.update(module.name.encode() + b"\0" + module.read_bytes() + b"\0")
    digest.update(" ".join(map(_version, libraries)).encode())
    return digest.digest()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:  # one that not every machine needs
        return "-"


def _modules(folder: Traversable) -> Iterator[Traversable]:
    for inside in folder.iterdir():
        if inside.is_dir():
            yield from _modules(inside)
        elif inside.name.endswith(".py"):
            yield inside
