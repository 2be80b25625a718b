"""YAML text as a tree in which every key and value knows its line and column.

The tree is built from the parser's events, so that what could harm or mislead (aliases, tags, duplicate keys,
deep nesting) is refused before anything is constructed from it.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, Protocol

import yaml

from gramota.course.names import shorten
from gramota.course.yaml_files.scalar import value_of
from gramota.course.yaml_files.syntax import MAX_DEPTH
from gramota.course.yaml_files.unseen_signs import code_point, find_escaped
from gramota.errors import Problem, Where

# No remark as people write one: they leave a space after its sign.
_REMARK = re.compile(r"[^\s#][ \t]+(#[^\s#])")

_Event = Any  # PyYAML's stubs give the events no common attributes
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Mark(Protocol):
    """The parser's note of a place; both count from 0, columns in characters."""

    @property
    def line(self) -> int: ...  # noqa: D102 - the class says it
    @property
    def column(self) -> int: ...  # noqa: D102 - the class says it


class Scalar(NamedTuple):
    """A single value; `raw` is the text without its quotes, `value` what YAML 1.1 makes of it."""

    mark: Mark
    raw: str
    value: Any


class Sequence(NamedTuple):
    """A list of nodes."""

    mark: Mark
    items: tuple["Node", ...]


class Mapping(NamedTuple):
    """Keys, always text, with their nodes and the places of the keys."""

    mark: Mark
    items: dict[str, "Node"]
    key_marks: dict[str, Mark]


Node = Scalar | Sequence | Mapping


def plain(node: Node) -> Any:  # noqa: ANN401 - YAML holds anything until the model has seen it
    """Return the node's value in Python's own types; lists as tuples."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Mapping):
        return {key: plain(value) for key, value in node.items.items()}
    return tuple([plain(item) for item in node.items])


def child(node: Node | None, step: str | int) -> Node | None:
    """Return the node under the key, or at the index, or None."""
    if isinstance(node, Mapping):
        return node.items.get(str(step))
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None


def entries(node: Node | None, key: str) -> Iterator[Mapping]:
    """Yield the mappings of the list under `key`, passing over whatever else stands there."""
    value = child(node, key)
    if isinstance(value, Sequence):
        yield from (item for item in value.items if isinstance(item, Mapping))


def words(node: Node | None, key: str) -> Iterator[Scalar]:
    """Yield the text scalar under `key`, or each text scalar of the list under it."""
    value = child(node, key)
    found = value.items if isinstance(value, Sequence) else (value,)
    yield from (item for item in found if isinstance(item, Scalar) and isinstance(item.value, str))


def _find_remarks(text: str) -> Iterator[tuple[int, int]]:
    """Yield the lines, from 0, in which “#” stands before a letter, each with the column."""
    for number, line in enumerate(text.splitlines()):
        if "#" in line and (found := _REMARK.search(line)):
            yield number, found.start(1)


class NestedTooDeepError(Exception):
    """The rest of the file is not looked at: its nesting would exhaust the machine, not inform the author."""


class TreeBuilder:
    """Builds one document's tree and gathers the problems met on the way."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []

    def build(self, text: str) -> Node | None:
        """Return the document's root, or None where there is none; a syntax error raises yaml.YAMLError."""
        self._next: Callable[[], _Event] = _Loader(text).get_event
        self._text = text
        self._remarks = dict(_find_remarks(text)) if " #" in text or "\t#" in text else {}
        self._has_escapes = "\\" in text
        self._next()  # the stream's start
        if isinstance(self._next(), yaml.StreamEndEvent):
            return None
        root = self._node(self._next(), depth=1)
        self._next()  # the document's end
        following = self._next()
        if isinstance(following, yaml.DocumentStartEvent):
            self._report(following, "G007")
        return root

    def _node(self, event: _Event, depth: int) -> Node:
        # The loader's events are of these very classes; and files have tens of thousands of them.
        if type(event) is yaml.ScalarEvent:
            return self._scalar(event)
        if isinstance(event, yaml.CollectionStartEvent):
            return self._collection(event, depth)
        self._report(event, "G005", name=f"*{event.anchor}")
        return Scalar(event.start_mark, f"*{event.anchor}", None)

    def _scalar(self, event: _Event) -> Scalar:
        if event.anchor is not None or event.tag is not None:
            self._refuse_what_hides_meaning(event)
        raw = event.value
        if not event.implicit[0]:
            if self._has_escapes:
                self._refuse_escaped(event)
            return Scalar(event.start_mark, raw, raw)
        scalar = Scalar(event.start_mark, raw, value_of(raw))
        if isinstance(scalar.value, str) and (self._remarks or raw[:1] == "-"):
            self._report_what_is_lost(event, raw)
        return scalar

    def _refuse_escaped(self, event: _Event) -> None:
        """Tell of each character that the file cannot hold, or not unnoticed, and the text has all the same."""
        raw = self._text[event.start_mark.index : event.end_mark.index]
        for sign in find_escaped(event.value, raw):
            self._report(event, "G004.escaped", character=code_point(sign))

    def _report_what_is_lost(self, event: _Event, raw: str) -> None:
        """Tell of a text that was to go on, and of entries of a list that became one text."""
        start, end = event.start_mark, event.end_mark
        column = self._remarks.get(end.line, 0)
        if column and column >= end.column and self._text[end.index : end.index + column - end.column].isspace():
            where = Where(self.path, end.line + 1, column + 1)
            self.problems.append(Problem.at(where, "G100", text=shorten(raw)))
        if raw[:1] == "-" and not self._text[start.index - start.column : start.index].strip():
            self.problems.append(Problem.at(Where(self.path, start.line + 1, start.column + 2), "G018"))

    def _collection(self, event: _Event, depth: int) -> Node:
        self._refuse_what_hides_meaning(event)
        if depth > MAX_DEPTH:
            self._report(event, "G006", limit=MAX_DEPTH)
            raise NestedTooDeepError
        return (
            self._mapping(event, depth) if isinstance(event, yaml.MappingStartEvent) else self._sequence(event, depth)
        )

    def _refuse_what_hides_meaning(self, event: _Event) -> None:
        if event.anchor:
            self._report(event, "G005", name=f"&{event.anchor}")
        if event.tag:
            self._report(event, "G008", tag=event.tag.replace("tag:yaml.org,2002:", "!!"))

    def _sequence(self, start: _Event, depth: int) -> Sequence:
        items: list[Node] = []
        next_event, scalar, add = self._next, self._scalar, items.append
        while type(event := next_event()) is not yaml.SequenceEndEvent:
            add(scalar(event) if type(event) is yaml.ScalarEvent else self._node(event, depth + 1))
        return Sequence(start.start_mark, tuple(items))

    def _mapping(self, start: _Event, depth: int) -> Mapping:
        mapping = Mapping(start.start_mark, {}, {})
        while type(event := self._next()) is not yaml.MappingEndEvent:
            key = self._node(event, depth + 1)
            self._add(mapping, event, key, self._node(self._next(), depth + 1))
        return mapping

    def _add(self, mapping: Mapping, event: _Event, key: Node, value: Node) -> None:
        if not isinstance(key, Scalar):
            self._report(event, "G009")
        elif key.raw in mapping.items:
            self._report(event, "G010", key=key.raw, line=mapping.key_marks[key.raw].line + 1)
        else:
            mapping.items[key.raw] = value
            mapping.key_marks[key.raw] = key.mark

    def _report(self, event: _Event, code: str, **values: object) -> None:
        where = Where(self.path, event.start_mark.line + 1, event.start_mark.column + 1)
        self.problems.append(Problem.at(where, code, **values))
