"""Who made what is kept: our own source, which changes more often than our version does, and what it reads with."""

import sys
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable

_DICTIONARIES = ("pymorphy3", "pymorphy3-dicts-ru", "snowballstemmer", "PyStemmer", "pyspellchecker")
_SOURCE = (".py",)
BELOW_RUBRICS = ("errors", "notice_kinds", "uncollected")
"""The modules beside the rubric's package that it is made of, too."""

_WRITERS = ("Babel", "Jinja2", "Markdown", "MarkupSafe", "nh3")
_READERS = (*_DICTIONARIES, "PyYAML", "pydantic", "pydantic-core", "rapidfuzz")


@cache
def makers() -> bytes:
    """Return what compiled rubrics are made by: their package, what it stands on, Python and the dictionaries."""
    below = b"".join(files("gramota").joinpath(f"{name}.py").read_bytes() for name in BELOW_RUBRICS)
    return _digest("gramota.rubric", _DICTIONARIES, _SOURCE) + sha256(below).digest() + sys.version.encode()


@cache
def searchers() -> bytes:
    """Return what the search knows words by: its package, the rubric's, and the dictionaries."""
    return makers() + _digest("gramota.search", (), _SOURCE)


@cache
def checkers() -> bytes:
    """Return what files are checked by: all that is ours, the dictionaries, and the libraries that read and compare."""
    return _digest("gramota", _READERS, _SOURCE) + sys.version.encode()


@cache
def builders() -> bytes:
    """Return what pages are made by: the same, our templates and texts, and the libraries that make HTML."""
    return _digest("gramota", (*_READERS, *_WRITERS), (*_SOURCE, ".j2", ".yml")) + sys.version.encode()


def _digest(package: str, libraries: tuple[str, ...], endings: tuple[str, ...]) -> bytes:
    digest = sha256()
    for module in sorted(_modules(files(package), endings), key=str):
        digest.update(module.name.encode() + b"\0" + module.read_bytes() + b"\0")
    digest.update(" ".join(map(_version, libraries)).encode())
    return digest.digest()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:  # one that not every machine needs
        return "-"


def _modules(folder: Traversable, endings: tuple[str, ...]) -> Iterator[Traversable]:
    for inside in folder.iterdir():
        if inside.is_dir():
            yield from _modules(inside, endings)
        elif inside.name.endswith(endings):
            yield inside
