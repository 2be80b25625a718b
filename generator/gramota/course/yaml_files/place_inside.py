"""Where a character of a text value stands in its YAML file, past quotes, escapes, folding and indentation."""

import re
from collections.abc import Iterator
from typing import NamedTuple


class Place(NamedTuple):
    """A line and a column, both from 1; columns count characters."""

    line: int
    column: int


_WHOLE = re.compile(r".", re.DOTALL)
_SINGLE_QUOTED = re.compile(r"''|.", re.DOTALL)
_DOUBLE_QUOTED = re.compile(r"\\(?:x.{2}|u.{4}|U.{8}|.)|.", re.DOTALL)
# Escapes that stand for a space or a line break, or for nothing at all at a line's end.
_BLANK_ESCAPES = frozenset("\\" + character for character in "tnvfr NLP_\t\n\r")


def place_inside(text: str, start: Place, value: str, offset: int) -> Place:
    """Return the place of the character `offset` of `value`, whose node starts at `start` of the file's text.

    YAML changes nothing of a text but its blanks, so the characters that are not blank are counted. A blank has the
    place of the character after it, an escape that of its backslash, the value's end that after its last character.
    """
    wanted = _count_visible(value[:offset])
    end = _count_visible(value)
    for number, (place, length) in enumerate(_visible(text, start) if end else ()):
        if number == wanted:
            return place
        if number == end - 1:
            return Place(place.line, place.column + length)
    return start


def _count_visible(text: str) -> int:
    return len("".join(text.split()))


def _visible(text: str, start: Place) -> Iterator[tuple[Place, int]]:
    """Yield the place and the length of each written character that is not blank."""
    lines = text.splitlines(keepends=True)[start.line - 1 :]
    pattern, line_offset, column_offset = _style(lines[0][start.column - 1 :])
    for number, line in enumerate(lines[line_offset:], start.line + line_offset):
        begin = start.column - 1 + column_offset if number == start.line else 0
        for token in pattern.finditer(line, begin):
            if not token[0].isspace() and token[0] not in _BLANK_ESCAPES:
                yield Place(number, token.start() + 1), len(token[0])


def _style(written: str) -> tuple[re.Pattern[str], int, int]:
    """Return how the characters are written, and how many lines and columns after its beginning the text begins."""
    if written[:1] in {"|", ">"}:
        return _WHOLE, 1, 0
    if written[:1] == "'":
        return _SINGLE_QUOTED, 0, 1
    return (_DOUBLE_QUOTED, 0, 1) if written[:1] == '"' else (_WHOLE, 0, 0)
