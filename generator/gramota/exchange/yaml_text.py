"""YAML as a person writes it: texts of several lines as blocks, quotes only where YAML would read something else."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from yaml import ScalarNode
from yaml.reader import Reader
from yaml.resolver import Resolver

from gramota.course.yaml_files.scalar import value_of

Value = str | bool | int | float | dt.date | Sequence["Value"] | Mapping[str, "Value"]
Path = tuple[str | int, ...]
Comments = Mapping[Path, Sequence[str]]

WIDTH = 100
_resolver = Resolver()
_PLAIN_BEGINS = re.compile(r"[^\W_]|[«„“(№—–…/$]")
# Words that YAML 1.1 or 1.2 take for something else though PyYAML does not.
_ODD_WORDS = re.compile(r"y|n|[-+]?0o[0-7]+", re.IGNORECASE)
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
# Line breaks and marks that no editor shows; as escapes they survive.
_HIDDEN = re.compile("[\u0085\u2028\u2029\ufeff\ufffe\uffff]")


def write_yaml(content: Mapping[str, Value], comments: Comments, spaced: frozenset[str]) -> str:
    """Return the document; `comments` stand above what their paths lead to, entries of lists in `spaced` apart."""
    return "\n".join(_Writer(comments, spaced).mapping(content, (), 0)) + "\n"


class _Writer:
    def __init__(self, comments: Comments, spaced: frozenset[str]) -> None:
        self.comments = comments
        self.spaced = spaced

    def mapping(self, content: Mapping[str, Value], path: Path, indent: int) -> Iterator[str]:
        """Yield the lines of the fields."""
        for key, value in content.items():
            here = (*path, key)
            if not path and key in self.spaced:
                yield ""
            yield from self._above(here, indent)
            yield from self._entry(f"{' ' * indent}{_scalar(key)}:", value, here, indent)

    def _entry(self, begin: str, value: Value, path: Path, indent: int) -> Iterator[str]:
        if isinstance(value, Mapping):
            yield begin
            yield from self.mapping(value, path, indent + 2)
        elif isinstance(value, str):
            yield from _text(begin, value, indent + 2)
        elif not isinstance(value, Sequence):
            yield f"{begin} {_other(value)}"
        elif (flow := _flow(value)) and len(begin) + len(flow) < WIDTH and not self._has_comments(path):
            yield f"{begin} {flow}"
        else:
            yield begin
            yield from self._list(value, path, indent + 2)

    def _list(self, values: Sequence[Value], path: Path, indent: int) -> Iterator[str]:
        for index, value in enumerate(values):
            here = (*path, index)
            if index and path[-1] in self.spaced:
                yield ""
            yield from self._above(here, indent)
            if isinstance(value, Mapping):
                first, *rest = self.mapping(value, here, indent + 2)
                yield f"{' ' * indent}- {first[indent + 2 :]}"
                yield from rest
            else:
                yield from self._entry(f"{' ' * indent}-", value, here, indent)

    def _above(self, path: Path, indent: int) -> Iterator[str]:
        for line in self.comments.get(path, ()):
            yield f"{' ' * indent}# {line}".rstrip()

    def _has_comments(self, path: Path) -> bool:
        return any(place[: len(path)] == path and place != path for place in self.comments)


def _text(begin: str, text: str, indent: int) -> Iterator[str]:
    is_block = "\n" in text.rstrip("\n") or text.endswith("\n")
    if is_block and _can_be_block(text):
        marks = "|" + (str(2) if text[:1] in {" ", "\n", "\t"} else "") + _chomping(text)
        yield f"{begin} {marks}"
        yield from (f"{' ' * indent}{line}" if line else "" for line in _lines(text))
    elif len(begin) + len(text) > WIDTH and _can_be_folded(text):
        yield f"{begin} >-"
        yield from (f"{' ' * indent}{line}" for line in _wrapped(text, WIDTH - indent))
    else:
        yield f"{begin} {_scalar(text)}"


def _lines(text: str) -> list[str]:
    lines = text.split("\n")
    return lines[:-1] if text.endswith("\n") else lines


def _chomping(text: str) -> str:
    if not text.endswith("\n"):
        return "-"
    return "+" if text.endswith("\n\n") else ""


def _can_be_block(text: str) -> bool:
    return bool(text.strip()) and not _needs_escapes(text.replace("\n", "").replace("\t", ""))


def _can_be_folded(text: str) -> bool:
    return "  " not in text and text == text.strip() and not _needs_escapes(text)


def _wrapped(text: str, width: int) -> Iterator[str]:
    line = ""
    for word in text.split(" "):
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line


def _scalar(text: str, *, in_flow: bool = False) -> str:
    if _is_plain(text, in_flow=in_flow):
        return text
    if _needs_escapes(text):
        return f'"{"".join(map(_escaped, text))}"'
    return "'" + text.replace("'", "''") + "'"


def _is_plain(text: str, *, in_flow: bool) -> bool:
    is_text = value_of(text) == text and _resolver.resolve(ScalarNode, text, (True, False)).endswith(":str")
    return (
        is_text
        and bool(_PLAIN_BEGINS.match(text))
        and not _ODD_WORDS.fullmatch(text)
        and not re.search(r": |:$| #|\s$", text)
        and not (in_flow and re.search(r"[\[\]{},:]", text))
        and not _needs_escapes(text)
    )


def _needs_escapes(text: str) -> bool:
    return any(character in text for character in "\n\r\t") or bool(
        Reader.NON_PRINTABLE.search(text) or _HIDDEN.search(text)
    )


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if not Reader.NON_PRINTABLE.search(character) and not _HIDDEN.search(character):
        return character
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _other(value: bool | float | dt.date) -> str:  # noqa: FBT001 - a value, not a switch
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{Decimal(repr(value)):f}".removesuffix(".0")
    return str(value)


def _flow(values: Sequence[Value]) -> str:
    """Return a list of short values in one line, empty where it is better written below."""
    if any(isinstance(value, Mapping | Sequence) and not isinstance(value, str) for value in values):
        return ""
    # What is no text here is no list and no group of fields either.
    words = [_scalar(value, in_flow=True) if isinstance(value, str) else _other(value) for value in values]  # type: ignore[arg-type]
    return f"[{', '.join(words)}]"
