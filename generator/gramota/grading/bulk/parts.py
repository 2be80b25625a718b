"""Parts of a large table wherever fsspec reaches: found, and each given a place for its results."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from posixpath import basename, dirname
from typing import Any

from fsspec.core import url_to_fs
from fsspec.implementations.local import LocalFileSystem

from gramota.errors import Problem, Where, refuse
from gramota.grading.bulk.parts_once import Named, take_once
from gramota.grading.tables.part_names import Key, PartName, find_about_table, name_parts

ASIDE = "_set_aside"
"""The folder, beside the results, for rows that were not graded; programs that read all parts pass it over."""

RECORDS = "_unfinished"
"""The folder, beside the results, for what is to be known of parts that are done, until all are."""

_MOST_NAMED = 3


@dataclass(frozen=True)
class Part:
    """A part of the answers, where its results go, both as addresses that any machine understands, and its columns."""

    source: str
    target: str
    keys: tuple[Key, ...] = ()

    @property
    def shown(self) -> str:
        """How messages call the part."""
        return self.source

    @property
    def place(self) -> str:
        """What no other part has, by whichever name it was found."""
        return self.source

    @property
    def aside(self) -> str:
        """Where rows of the part go that could not be graded."""
        return f"{dirname(self.target)}/{ASIDE}/{basename(self.target)}.jsonl"

    @property
    def record(self) -> str:
        """Where it is kept what came of the part, until all parts are done."""
        return f"{dirname(self.target)}/{RECORDS}/{basename(self.target)}.json"


def find_parts(answers: Sequence[str], output: str) -> tuple[list[Part], list[Problem]]:
    """Return the parts in the order of their names, and a word on what was left out.

    Raise ContentError where they cannot be found or kept apart.
    """
    folder = _address(*url_to_fs(output))
    looked_at = [_look_at(given, folder) for given in answers]
    parts, left_out = take_once(named for named, _ in looked_at)
    problems = [each for _, refused in looked_at for each in refused]
    problems += [*_find_clashes(parts), *_find_inside(answers, folder), *_find_others(parts, folder)]
    refuse(problems)
    return sorted(parts, key=lambda part: part.target), left_out


def has_records(output: str) -> bool:
    """Whether an earlier run over the parts was interrupted, and what it had done is kept."""
    fs, path = url_to_fs(f"{output.rstrip('/')}/{RECORDS}")
    return bool(fs.isdir(path) and fs.find(path))


def local_path(place: str) -> Path | None:
    """Return the path of a place that is on this machine; None of any other."""
    fs, path = url_to_fs(place)
    return Path(path) if isinstance(fs, LocalFileSystem) else None


def _look_at(given: str, folder: str) -> tuple[Named[Part], list[Problem]]:
    """Return what the address names, and why the rest cannot be graded.

    Parts are called by their names below the folder that is given, or before the first asterisk.
    """
    fs, path = url_to_fs(given)
    if "*" not in path and not fs.isdir(path):
        return Named(given, [_part(_address(fs, path), PartName((basename(path),)), folder)]), []
    root, below = _files_below(fs, path)
    parts: list[Part] = []
    refused: list[Problem] = []
    for each in name_parts(below, given):
        if isinstance(each, Problem):
            refused.append(each)
        else:
            parts.append(_part(_address(fs, f"{root}/{'/'.join(each.steps)}"), each, folder))
    return Named(given, parts, [_address(fs, f"{root}/{name}") for name in find_about_table(below)]), refused


def _files_below(fs: Any, path: str) -> tuple[str, list[str]]:  # noqa: ANN401 - fsspec is not typed
    """Return a folder and the paths of files below it; with asterisks the folder before the first of them."""
    root = dirname(path.partition("*")[0] + "x") if "*" in path else path.rstrip("/")
    files = fs.glob(path) if "*" in path else fs.find(path)
    return root, [str(file).removeprefix(f"{root}/") for file in files if not str(file).endswith("/")]


def _part(source: str, name: PartName, folder: str) -> Part:
    """All results lie in one folder, whose parts every program finds."""
    return Part(source, f"{folder}/{name.flat}", name.keys)


def _find_clashes(parts: Iterable[Part]) -> Iterator[Problem]:
    taken: dict[str, str] = {}
    for part in parts:
        if part.target == part.source:
            yield Problem.at(Where(part.source, 0), "G348.same")
        elif part.target in taken:
            yield Problem.at(Where(part.source, 0), "G348.twice", other=taken[part.target])
        taken.setdefault(part.target, part.source)


def _find_inside(answers: Iterable[str], folder: str) -> Iterator[Problem]:
    """Results below the answers would be answers the next time."""
    for fs, path in map(url_to_fs, answers):
        if "*" not in path and folder.startswith(f"{_address(fs, path)}/"):
            yield Problem.at(Where(folder, 0), "G348.inside")


def _find_others(parts: Iterable[Part], folder: str) -> Iterator[Problem]:
    """Whoever reads the folder would take results of an earlier run for some of this one."""
    fs, path = url_to_fs(folder)
    found = {_address(fs, each) for each in fs.glob(f"{path}/*.parquet") if not basename(each).startswith((".", "_"))}
    if others := sorted(found.difference(*((part.source, part.target) for part in parts))):
        names = [*map(basename, others[:_MOST_NAMED]), *("…" for _ in others[_MOST_NAMED:][:1])]
        yield Problem.at(Where(folder, 0), "G348.others", names=", ".join(names))


def _address(fs: Any, path: str) -> str:  # noqa: ANN401 - fsspec is not typed
    """An address with its protocol, which means the same from any folder."""
    address: str = fs.unstrip_protocol(path.rstrip("/"))
    return address
