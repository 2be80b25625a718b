"""Parts of a large table wherever fsspec reaches: found, fetched, and written back whole or not at all."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from posixpath import basename, dirname
from typing import Any
from uuid import uuid4

from fsspec.core import url_to_fs
from fsspec.implementations.local import LocalFileSystem

from gramota.errors import ContentError, Problem, Where

ASIDE = "_set_aside"
"""The folder, beside the results, for rows that were not graded; programs that read all parts pass it over."""

_UNFINISHED = ".gramota-"
"""How the names of files begin that are not whole yet."""
_MOST_NAMED = 3


@dataclass(frozen=True)
class Part:
    """A part of the answers, and where its results go, both as addresses that any machine understands."""

    source: str
    target: str

    @property
    def aside(self) -> str:
        """Where rows of the part go that could not be graded."""
        return f"{dirname(self.target)}/{ASIDE}/{basename(self.target)}.jsonl"


def find_parts(answers: Sequence[str], output: str) -> list[Part]:
    """Return the parts in the order of their names; raise ContentError where they cannot be found or kept apart."""
    places, folder = [url_to_fs(given) for given in answers], _address(*url_to_fs(output))
    sources = sorted(source for fs, path in places for source in _find(fs, path))
    if not sources:
        raise ContentError([Problem.at(Where(answers[0], 0), "G348")])
    parts = [Part(source, f"{folder}/{basename(source)}") for source in dict.fromkeys(sources)]
    if problems := [*_find_clashes(parts), *_find_others(parts, folder)]:
        raise ContentError(problems)
    return sorted(parts, key=lambda part: part.target)


def _find(fs: Any, path: str) -> Iterator[str]:  # noqa: ANN401 - fsspec is not typed
    pattern = path if "*" in path else f"{path}/*.parquet" if fs.isdir(path) else ""
    found: Iterable[str] = fs.glob(pattern) if pattern else [path]
    yield from (_address(fs, each) for each in found if not basename(each).startswith((".", "_")))


def _find_clashes(parts: Iterable[Part]) -> Iterator[Problem]:
    taken: dict[str, str] = {}
    for part in parts:
        if part.target == part.source:
            yield Problem.at(Where(part.source, 0), "G348.same")
        elif part.target in taken:
            yield Problem.at(Where(part.source, 0), "G348.twice", other=taken[part.target])
        taken.setdefault(part.target, part.source)


def _find_others(parts: Iterable[Part], folder: str) -> Iterator[Problem]:
    """Whoever reads the folder would take results of an earlier run for some of this one."""
    found = {*_find(*url_to_fs(f"{folder}/*.parquet"))}
    if others := sorted(found.difference(*((part.source, part.target) for part in parts))):
        names = [*map(basename, others[:_MOST_NAMED]), *("…" for _ in others[_MOST_NAMED:][:1])]
        yield Problem.at(Where(folder, 0), "G348.others", names=", ".join(names))


def _address(fs: Any, path: str) -> str:  # noqa: ANN401 - fsspec is not typed
    """An address with its protocol, which means the same from any folder."""
    address: str = fs.unstrip_protocol(path.rstrip("/"))
    return address


def local_path(place: str) -> Path | None:
    """Return the path of a place on this machine; None of any other."""
    fs, path = url_to_fs(place)
    return Path(path) if isinstance(fs, LocalFileSystem) else None


def fetch(source: str, path: Path) -> None:
    """Copy a part to this machine; raise OSError."""
    fs, remote = url_to_fs(source)
    fs.get_file(remote, str(path))


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
    for folder in sorted({dirname(place) for part in parts for place in (part.target, part.aside)}):
        fs, remote = url_to_fs(folder)
        for torn in fs.glob(f"{remote}/{_UNFINISHED}*.part"):
            fs.rm_file(torn)
