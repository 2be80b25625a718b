"""The way from a letter or a quiz along all the files that it includes, and what is wrong on it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Protocol

from gramota.course.files.folder import shown_path
from gramota.course.files.include_path import Includable, check_include, included_path, real
from gramota.course.files.included import Included, Part, SharedEntry, SharedFile
from gramota.course.names import shorten
from gramota.course.yaml_files.source import Source
from gramota.course.yaml_files.tree import Mapping as Fields
from gramota.course.yaml_files.tree import Scalar, child, words
from gramota.errors import Problem

MAX_DEPTH = 20
"""Shared files that may include one another in a row."""

_NOTHING = {"terms": "G137.terms", "synonyms": "G137.synonyms"}
_Way = tuple[Path, ...]
"""The files that led here, the including one last; the first is the letter or the quiz."""


class Readable(Includable, Protocol):
    """The shared files of a project, to be read.

    `whole` keeps from letter to letter what comes of a file where nothing is wrong: what is told of a circle, or of too
    long a row, depends on the letter from which they are met.
    """

    whole: dict[tuple[Part, Path], Included]

    def file(self, path: Path) -> SharedFile: ...  # noqa: D102 - SharedFiles says it
    def look_for(self, path: Path) -> None: ...  # noqa: D102 - SharedFiles says it


class Inclusion:
    """Gathers one part of all that one letter or quiz includes; by however many ways a file is met, once."""

    def __init__(self, files: Readable, part: Part) -> None:
        self._files = files
        self._part: Part = part
        self._met: dict[Path, Included] = {}

    def of(self, source: Source) -> Included:
        """Return what the letter or the quiz takes."""
        return self._gathered(source, (real(Path(source.path)),))

    def _gathered(self, source: Source, way: _Way) -> Included:
        found = [(written, self._include(source, written, way)) for written in _written(source)]
        problems = chain.from_iterable(each.problems for _, each in found)
        return Included(
            dict(chain.from_iterable(each.entries.items() for _, each in found)),
            tuple(dict.fromkeys((*problems, *_find_conflicts(source, self._part, found)))),
            frozenset(chain.from_iterable(each.files for _, each in found)),
            max((each.depth for _, each in found), default=0),
        )

    def _include(self, source: Source, written: Scalar, way: _Way) -> Included:
        named = included_path(source, written)
        self._files.look_for(named)
        path = real(named)
        refused = check_include(source, written, self._files) or _refuse_way(source, written, (*way, path))
        if refused:
            return Included(problems=(refused,), files=frozenset({named}))
        taken = self._once(path, (*way, path))
        problems = taken.problems
        # A shared file may include one for letters and one for questions: only these know what they are looking for.
        if len(way) == 1 and not (taken.entries or problems):
            problems = (Problem.at(source.at(written.mark), _NOTHING[self._part], file=shorten(written.raw)),)
        return replace(taken, files=taken.files | {named}, problems=problems)

    def _once(self, path: Path, way: _Way) -> Included:
        whole = self._files.whole.get((self._part, path))
        if whole and len(way) - 2 + whole.depth <= MAX_DEPTH:
            return whole
        if path not in self._met:
            self._met[path] = taken = self._taken(self._files.file(path), way)
            if not taken.problems:
                self._files.whole[self._part, path] = taken
        return self._met[path]

    def _taken(self, shared: SharedFile, way: _Way) -> Included:
        inner = self._gathered(shared.source, way)
        entries = {**inner.entries, **shared.own(self._part)}
        return Included(entries, (*shared.problems, *inner.problems), inner.files, inner.depth + 1)


def _written(source: Source) -> Iterator[Scalar]:
    """Yield the paths that the file includes; one without a letter is told as an empty text."""
    yield from (written for written in words(source.tree, "include") if written.raw.strip())


def _refuse_way(source: Source, written: Scalar, way: _Way) -> Problem | None:
    """Return why no way may go on to its last file: it has been there, or it is too long to be meant."""
    *before, path = way
    if path in before:
        circle = " → ".join(map(shown_path, way[before.index(path) :]))
        return Problem.at(source.at(written.mark), "G134", circle=circle)
    if len(before) > MAX_DEPTH:
        return Problem.at(source.at(written.mark), "G138", limit=MAX_DEPTH, file=shorten(written.raw))
    return None


def _find_conflicts(source: Source, part: Part, found: Sequence[tuple[Scalar, Included]]) -> Iterator[Problem]:
    """Yield each key that two of the included files have in their own ways, unless the including file decides."""
    own = child(source.tree, part)
    decided = own.items.keys() if isinstance(own, Fields) else ()
    first: dict[str, SharedEntry] = {}
    for written, included in found:
        for key, entry in included.entries.items():
            other = first.setdefault(key, entry)
            if other.value != entry.value and key not in decided:
                files = {"one": other.source.path, "other": entry.source.path}
                yield Problem.at(source.at(written.mark), "G135", key=shorten(key), **files)
