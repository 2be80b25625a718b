"""YAML text as a tree in which every key and value knows its line and column.

The tree is built from the parser's events, so that what could harm or mislead (aliases, tags, duplicate keys,
deep nesting) is refused before anything is constructed from it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.constructor import SafeConstructor
from yaml.resolver import Resolver

from gramota.errors import Problem, Where

MAX_DEPTH = 50
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_resolver = Resolver()
_constructor = SafeConstructor()


@dataclass(frozen=True)
class Scalar:
    """A single value; `raw` is the text as written, `value` what YAML 1.1 makes of it."""

    where: Where
    raw: str
    value: Any
    quoted: bool


@dataclass(frozen=True)
class Sequence:
    """A list of nodes."""

    where: Where
    items: tuple["Node", ...]


@dataclass(frozen=True)
class Mapping:
    """Keys, always text, with their nodes and the places of the keys."""

    where: Where
    items: dict[str, "Node"] = field(default_factory=dict)
    key_places: dict[str, Where] = field(default_factory=dict)


Node = Scalar | Sequence | Mapping


def plain(node: Node) -> Any:  # noqa: ANN401 - YAML holds anything until the model has seen it
    """Return the node's value in Python's own types; lists as tuples."""
    if isinstance(node, Mapping):
        return {key: plain(value) for key, value in node.items.items()}
    if isinstance(node, Sequence):
        return tuple(plain(item) for item in node.items)
    return node.value


def entries(node: Node | None, key: str) -> Iterator[Mapping]:
    """Yield the mappings of the list under `key`, passing over whatever else stands there."""
    listed = node.items.get(key) if isinstance(node, Mapping) else None
    if isinstance(listed, Sequence):
        yield from (item for item in listed.items if isinstance(item, Mapping))


def words(node: Node | None, key: str) -> Iterator[Scalar]:
    """Yield the text scalar under `key`, or each text scalar of the list under it."""
    value = node.items.get(key) if isinstance(node, Mapping) else None
    found = value.items if isinstance(value, Sequence) else (value,)
    yield from (item for item in found if isinstance(item, Scalar) and isinstance(item.value, str))


class NestedTooDeepError(Exception):
    """The rest of the file is not looked at: its nesting would exhaust the machine, not inform the author."""


class TreeBuilder:
    """Builds one document's tree and gathers the problems met on the way."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []

    def build(self, text: str) -> Node | None:
        """Return the document's root, or None where there is none; a syntax error raises yaml.YAMLError."""
        self._events = yaml.parse(text, Loader=_Loader)
        next(self._events)
        event = next(self._events)
        if isinstance(event, yaml.StreamEndEvent):
            return None
        root = self._node(next(self._events), depth=1)
        next(self._events)
        following = next(self._events)
        if isinstance(following, yaml.DocumentStartEvent):
            self._report(following, "G007")
        return root

    def _where(self, event: yaml.Event) -> Where:
        return Where(self.path, event.start_mark.line + 1, event.start_mark.column + 1)

    def _report(self, event: yaml.Event, code: str, **values: object) -> None:
        self.problems.append(Problem.at(self._where(event), code, **values))

    def _node(self, event: yaml.Event, depth: int) -> Node:
        self._refuse_what_hides_meaning(event)
        if depth > MAX_DEPTH:
            self._report(event, "G006", limit=MAX_DEPTH)
            raise NestedTooDeepError
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, depth)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(event, depth)
        return self._scalar(event)

    def _refuse_what_hides_meaning(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.AliasEvent):
            self._report(event, "G005", name=f"*{event.anchor}")
        elif event.anchor:
            self._report(event, "G005", name=f"&{event.anchor}")
        elif event.tag and event.tag != "!":
            self._report(event, "G008", tag=event.tag)

    def _sequence(self, start: yaml.SequenceStartEvent, depth: int) -> Sequence:
        items = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        return Sequence(self._where(start), tuple(items))

    def _mapping(self, start: yaml.MappingStartEvent, depth: int) -> Mapping:
        mapping = Mapping(self._where(start))
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            value = self._node(next(self._events), depth + 1)
            self._add(mapping, event, key, value)
        return mapping

    def _add(self, mapping: Mapping, event: yaml.Event, key: Node, value: Node) -> None:
        if not isinstance(key, Scalar):
            self._report(event, "G009")
        elif key.raw in mapping.items:
            self._report(event, "G010", key=key.raw, line=mapping.key_places[key.raw].line)
        else:
            mapping.items[key.raw] = value
            mapping.key_places[key.raw] = key.where

    def _scalar(self, event: yaml.Event) -> Scalar:
        where = self._where(event)
        if not isinstance(event, yaml.ScalarEvent):
            return Scalar(where, "", None, quoted=False)
        quoted = not event.implicit[0]
        value = event.value if quoted else _value_of(event.value)
        return Scalar(where, event.value, value, quoted)


def _value_of(raw: str) -> Any:  # noqa: ANN401 - YAML 1.1 makes numbers, dates, truth and nothing of plain words
    tag = _resolver.resolve(yaml.ScalarNode, raw, (True, False))  # type: ignore[no-untyped-call] - PyYAML's stubs
    try:
        return SafeConstructor.yaml_constructors[tag](_constructor, yaml.ScalarNode(tag, raw))
    except (ValueError, yaml.YAMLError):
        return raw
