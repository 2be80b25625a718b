"""One YAML file as people wrote it: its text, its tree, and the place of everything in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from stat import S_ISREG
from typing import NamedTuple, Self

import yaml
from yaml.reader import Reader

from gramota.course.yaml_files.place_inside import Place, place_inside
from gramota.course.yaml_files.syntax import syntax_problem
from gramota.course.yaml_files.tree import Mapping, Mark, NestedTooDeepError, Node, Scalar, TreeBuilder, child
from gramota.course.yaml_files.unseen_signs import TURNING
from gramota.errors import Problem, Where, reason_of

MAX_BYTES = 1_000_000
# Line breaks to YAML and not to editors, where the author counts the lines.
_HIDDEN_LINE_BREAK = re.compile("[\u0085\u2028\u2029]")


class _Reading(NamedTuple):
    tree: Mapping | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Source:
    """A YAML file's text; its tree is read when it is asked for."""

    path: str
    text: str
    unreadable: Problem | None = None

    @property
    def tree(self) -> Mapping | None:
        """What the file says, or None where it could not be read."""
        return self._reading.tree

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The problems of reading the file; what it says is another matter."""
        return self._reading.problems

    def without_tree(self) -> Self:
        """Return the same source without the tree in memory, which takes many times the text's room."""
        return replace(self)

    def node(self, *path: str | int) -> Node | None:
        """Return the node at `path`, or None."""
        node: Node | None = self.tree
        for step in path:
            node = child(node, step)
        return node

    def at(self, mark: Mark) -> Where:
        """Return the place of the parser's mark."""
        return Where(self.path, mark.line + 1, mark.column + 1)

    def where(self, *path: str | int) -> Where:
        """Return the place of the value at `path`, or of its nearest ancestor that the file holds."""
        node: Node | None = self.tree
        where = Where(self.path)
        for step in (None, *path):
            node = node if step is None else child(node, step)
            if node is None:
                break
            where = self.at(node.mark)
        return where

    def where_key(self, *path: str | int) -> Where:
        """Return the place of the key that `path` ends with, or of the value where it ends with an index."""
        holder = self.node(*path[:-1])
        if path and isinstance(holder, Mapping) and path[-1] in holder.key_marks:
            return self.at(holder.key_marks[str(path[-1])])
        return self.where(*path)

    def where_inside(self, offset: int, *path: str | int) -> Where:
        """Return the place of the character at `offset` of the text at `path`, whatever way the text is quoted."""
        node = self.node(*path)
        if not isinstance(node, Scalar):
            return self.where(*path)
        begin = Place(node.mark.line + 1, node.mark.column + 1)
        return Where(self.path, *place_inside(self.text, begin, node.raw, offset))

    def end_inside(self, start: int, end: int, *path: str | int) -> int:
        """Return the column after a part of the text at `path`, or after its line where it goes on in the next."""
        begin, last = self.where_inside(start, *path), self.where_inside(max(start, end - 1), *path)
        return last.column + 1 if last.line == begin.line else len(self.line(begin).rstrip()) + 1

    def line(self, where: Where) -> str:
        """Return the line of a place, empty where there is none."""
        return "".join(self.text.splitlines()[where.line - 1 : where.line])

    def rest_of_line(self, where: Where) -> str:
        """Return what is written from this place to the end of its line."""
        return self.line(where)[where.column - 1 :]

    @cached_property
    def _reading(self) -> _Reading:
        if self.unreadable:
            return _Reading(None, (self.unreadable,))
        return _read(self.text, self.path)


def load_source(path: Path, shown_as: str) -> Source:
    """Read one YAML file; whatever is wrong with it is in the result's problems, under the name `shown_as`."""
    whole = Where(shown_as)
    try:
        found = path.stat()
        if not S_ISREG(found.st_mode):
            return Source(shown_as, "", Problem.at(whole, "G001.no_file"))
        if found.st_size > MAX_BYTES:
            return Source(shown_as, "", Problem.at(whole, "G003", size_bytes=found.st_size, limit_bytes=MAX_BYTES))
        data = path.read_bytes()
    except OSError as error:
        return Source(shown_as, "", Problem.at(whole, "G001", reason=reason_of(error)))
    try:
        return Source(shown_as, data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        return Source(shown_as, "", Problem.at(_where_after(before, shown_as), "G002"))


def _read(text: str, path: str) -> _Reading:
    # libyaml counts bytes, and only up to the first such character; so they are looked for beforehand.
    if forbidden := Reader.NON_PRINTABLE.search(text):
        place = _where_after(text[: forbidden.start()], path)
        return _Reading(None, (Problem.at(place, "G004", character=f"U+{ord(forbidden[0]):04X}"),))
    if hidden := _HIDDEN_LINE_BREAK.search(text):
        place = _where_after(text[: hidden.start()], path)
        return _Reading(None, (Problem.at(place, "G004.line_break", character=f"U+{ord(hidden[0]):04X}"),))
    builder = TreeBuilder(path)
    builder.problems += _find_turning(text, path)
    try:
        tree = builder.build(text)
    except NestedTooDeepError:
        return _Reading(None, tuple(builder.problems))
    except yaml.MarkedYAMLError as error:
        return _Reading(None, (*builder.problems, syntax_problem(error, text, path)))
    if isinstance(tree, Mapping):
        return _Reading(tree, tuple(builder.problems))
    is_empty = tree is None or (isinstance(tree, Scalar) and not tree.raw)
    return _Reading(None, (*builder.problems, Problem.at(Where(path), "G011" if is_empty else "G012")))


def _find_turning(text: str, path: str) -> Iterator[Problem]:
    """Yield a problem for each line in which the direction of reading is turned: what follows would stand reversed."""
    if TURNING.search(text):
        for number, line in enumerate(text.splitlines(), 1):
            if found := TURNING.search(line):
                place = Where(path, number, found.start() + 1)
                yield Problem.at(place, "G004.direction", character=f"U+{ord(found[0]):04X}")


def _where_after(before: str, path: str) -> Where:
    lines = f"{before}.".splitlines()
    return Where(path, len(lines), len(lines[-1]))
