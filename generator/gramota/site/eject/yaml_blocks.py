"""A YAML file of settings in which some are written anew and all others stay as they stand, with their comments."""

from collections.abc import Mapping
from itertools import takewhile

import yaml

Settings = dict[str, yaml.Node]
"""The settings at the top of a file by their names, in order."""


class _IndentedDumper(yaml.SafeDumper):
    """Writes lists deeper than their names, as people do."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - PyYAML's signature
        super().increase_indent(flow, indentless=False)


def read_settings(text: str) -> Settings:
    """Return the settings; none where the text is no mapping."""
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    return {key.value: value for key, value in root.value} if isinstance(root, yaml.MappingNode) else {}


def node_of(value: object) -> yaml.Node:
    """Return the node of a plain value."""
    return _composed(yaml.dump(value, Dumper=_IndentedDumper, allow_unicode=True, sort_keys=False))


def tagged_node(text: str) -> yaml.Node:
    """Return the node of YAML with tags of its own."""
    return _composed(text)


def write_settings(text: str, old: Settings, new: Settings) -> str:
    """Return the text with the settings that differ written anew, those that are not in `new` gone.

    Settings that name parts of one another can only be written anew as a whole, without their comments.
    """
    spans = _spans(text)
    if spans is None or spans.keys() != old.keys():
        return "".join(_written(name, node) for name, node in new.items())
    lines = text.splitlines(keepends=True)
    first = min((start for start, _ in spans.values()), default=0)
    kept = {name: "".join(lines[start:end]) for name, (start, end) in spans.items() if new.get(name) is old[name]}
    blocks = [_ended(kept[name]) if name in kept else _anew(name, node, lines, spans) for name, node in new.items()]
    return "".join([*lines[:first], *blocks])


def _anew(name: str, node: yaml.Node, lines: list[str], spans: Mapping[str, tuple[int, int]]) -> str:
    """Return the setting below the comments that stand above it; what the file had not, below an empty line."""
    start, end = spans.get(name, (0, 0))
    above = [*takewhile(_is_between, lines[start:end])] if name in spans else ["\n"]
    return "".join(above) + _written(name, node)


def _spans(text: str) -> dict[str, tuple[int, int]] | None:
    """Return the lines of each setting, from the comments above it on; None where they cannot be told apart."""
    if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, Loader=yaml.SafeLoader)):
        return None
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        return None
    lines = text.splitlines(keepends=True)
    starts = [_with_comments(key.start_mark.line, lines) for key, _ in root.value]
    # What stands above the first setting is about the whole file.
    starts[:1] = [key.start_mark.line for key, _ in root.value[:1]]
    ends = [*starts[1:], len(lines)]
    return {key.value: (start, end) for (key, _), start, end in zip(root.value, starts, ends, strict=True)}


def _with_comments(line: int, lines: list[str]) -> int:
    while line and _is_between(lines[line - 1]):
        line -= 1
    return line


def _is_between(line: str) -> bool:
    return not line.strip() or line.startswith("#")


def _ended(block: str) -> str:
    return block if not block or block.endswith("\n") else f"{block}\n"


def _written(name: str, node: yaml.Node) -> str:
    mapping = yaml.MappingNode("tag:yaml.org,2002:map", [(node_of(name), node)], flow_style=False)
    return str(yaml.serialize(mapping, Dumper=_IndentedDumper, allow_unicode=True, width=120))


def _composed(text: str) -> yaml.Node:
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    assert isinstance(node, yaml.Node)  # noqa: S101 - what is composed here is never empty
    return node
