"""Texts added to lists of a YAML file; comments, order and layout stay, and nothing else is changed."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from gramota.course.yaml_files.scalar import value_of

WIDEST = 130
"""Columns up to which a list in brackets goes on in its line."""

Path = tuple[str | int, ...]

_Node = Any  # PyYAML's stubs give the nodes no common attributes
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PLAIN = re.compile(r"[^\W_](?:[\w -]*\w)?")
_LINE_BREAK = re.compile("\r\n|\r|\n")


class CannotAddError(Exception):
    """The list at this path is written in a way that nothing can be added to without changing more."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(".".join(map(str, path)))


@dataclass(frozen=True)
class _Insertion:
    at: int
    text: str


def add_to_lists(text: str, additions: Mapping[Path, Sequence[str]]) -> str:
    """Return the text with more entries in the lists at these paths; one that is missing is put after the key before.

    A missing list needs a sister `accept` in its mapping. Raises CannotAddError for lists written in a way that nothing
    can be added to.
    """
    root = _Loader(text).get_single_node()
    file = _File(text)
    found = [_insertion(file, root, path, texts) for path, texts in additions.items() if texts]
    for insertion in sorted(found, key=lambda each: -each.at):
        text = text[: insertion.at] + insertion.text + text[insertion.at :]
    return text


class _File:
    """The text by lines, as the parser counts them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(found.end() for found in _LINE_BREAK.finditer(text))]
        first = _LINE_BREAK.search(text)
        self.line_break = first[0] if first else "\n"

    def offset(self, mark: Any) -> int:  # noqa: ANN401 - PyYAML's mark
        """Return where in the text a mark is."""
        return self.starts[int(mark.line)] + int(mark.column)

    def line_end(self, line: int) -> int:
        """Return where the line ends, before its break."""
        begin = self.starts[line]
        found = _LINE_BREAK.search(self.text, begin)
        return found.start() if found else len(self.text)

    def indent(self, line: int) -> int:
        """Return the spaces that the line begins with."""
        begin = self.starts[line]
        return len(self.text[begin:]) - len(self.text[begin:].lstrip(" ")) if begin < len(self.text) else 0


def _insertion(file: _File, root: _Node, path: Path, texts: Sequence[str]) -> _Insertion:
    holder = _find(root, path[:-1])
    values = dict(_pairs(holder))
    key = str(path[-1])
    if key not in values:
        return _new_list(file, holder, path, texts)
    node = values[key]
    if not isinstance(node, yaml.SequenceNode):
        raise CannotAddError(path)
    return _in_brackets(file, node, texts) if node.flow_style else _in_lines(file, node, path, texts)


def _find(node: _Node, path: Path) -> _Node:
    for step in path:
        node = node.value[step] if isinstance(step, int) else dict(_pairs(node))[step]
    return node


def _pairs(node: _Node) -> Iterator[tuple[str, _Node]]:
    return ((key.value, value) for key, value in node.value)


def _in_brackets(file: _File, node: _Node, texts: Sequence[str]) -> _Insertion:
    """After the last entry: in its line as far as that reaches, then in lines of the same indent."""
    if not node.value:
        return _Insertion(file.offset(node.start_mark) + 1, ", ".join(map(_written, texts)))
    end = node.value[-1].end_mark
    last = node.value[-1].start_mark.line
    is_spread = last > node.start_mark.line
    indent = file.indent(last) if is_spread else file.indent(node.start_mark.line) + 2
    column = end.column + len(file.text[file.offset(end) : file.line_end(end.line)])
    return _Insertion(file.offset(end), "".join(_wrapped(texts, column, indent, file.line_break)))


def _wrapped(texts: Sequence[str], column: int, indent: int, line_break: str) -> Iterator[str]:
    for text in map(_written, texts):
        column += len(text) + 2
        if column > WIDEST:
            yield f",{line_break}{' ' * indent}{text}"
            column = indent + len(text)
        else:
            yield f", {text}"


def _in_lines(file: _File, node: _Node, path: Path, texts: Sequence[str]) -> _Insertion:
    """Below the last entry, each in a line of its own with the same dash."""
    last = node.value[-1]
    if isinstance(last, yaml.ScalarNode) and last.style in {"|", ">"}:
        raise CannotAddError(path)
    dash = " " * node.start_mark.column + "- "
    at = file.line_end(last.end_mark.line)
    return _Insertion(at, "".join(f"{file.line_break}{dash}{_written(text)}" for text in texts))


def _new_list(file: _File, holder: _Node, path: Path, texts: Sequence[str]) -> _Insertion:
    """After `accept`: in the same line within braces, else in a line of its own."""
    key, accept = next(((key, value) for key, value in holder.value if key.value == "accept"), (None, None))
    if key is None or not isinstance(accept, yaml.SequenceNode):
        raise CannotAddError(path)
    written = f"{path[-1]}: [{', '.join(map(_written, texts))}]"
    if holder.flow_style:
        return _Insertion(file.offset(accept.end_mark), f", {written}")
    end = accept.end_mark if accept.flow_style else _end_of_lines(accept, path)
    return _Insertion(file.line_end(end.line), f"{file.line_break}{' ' * key.start_mark.column}{written}")


def _end_of_lines(node: _Node, path: Path) -> Any:  # noqa: ANN401 - PyYAML's mark
    last = node.value[-1]
    if isinstance(last, yaml.ScalarNode) and last.style in {"|", ">"}:
        raise CannotAddError(path)
    return last.end_mark


def _written(text: str) -> str:
    """The text as YAML reads it back: in quotes where it would be something else without."""
    is_plain = _PLAIN.fullmatch(text) and isinstance(value_of(text), str)
    return text if is_plain else "'" + text.replace("'", "''") + "'"
