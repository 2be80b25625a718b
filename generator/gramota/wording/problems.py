"""Problems in words: what is wrong and what to do, for people who do not program."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

from gramota.errors import Problem
from gramota.wording import Wording, wording
from gramota.wording.caret import WIDEST, point_at
from gramota.wording.reasons import tell_reason
from gramota.wording.shown_values import shown_values

_COMMON = "problems"
_NUMBER = 5
GUTTER = _NUMBER + 3
"""Columns for the number of the line that is shown, and before the line; hints begin below it."""

_SPACES = "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"
"""They part the digits of large numbers, and Python does not take them for printable."""

_LONGEST_SIDE = 200
"""Characters of a line that a page shows on either side of the place."""

Role = Literal["place", "code", "message", "gutter", "line", "mark", "hint"]


class Piece(NamedTuple):
    """A part of what is told of a problem, and what it is there for, by which it may be coloured."""

    role: Role
    text: str


def describe(problem: Problem, lang: str) -> tuple[str, str]:
    """Return the problem's message and its hint (empty where there is none) in the language."""
    texts = _room_of(problem.code, lang)
    values: dict[str, Any] = shown_values(problem.values, wording(_COMMON, lang))
    if "reason" in values:
        values["reason"] = tell_reason(values["reason"], lang)
    if "type" in values:
        values["type"] = wording("column_types", lang)(values["type"])
    hint = texts(f"{problem.code}.hint", **values) if f"{problem.code}.hint" in texts.texts else ""
    if values.get("suggestion"):
        hint = " ".join(filter(None, (wording(_COMMON, lang)("did_you_mean", **values), hint)))
    return texts(problem.code, **values), hint


def tell(problem: Problem, lang: str) -> str:
    """Return `file:line:column: CODE message`; below it the line with its place marked, and what to do."""
    return "\n".join("".join(piece.text for piece in line) for line in tell_in_pieces(problem, lang))


def tell_in_pieces(problem: Problem, lang: str, width: int = GUTTER + WIDEST) -> Iterator[tuple[Piece, ...]]:
    """Yield what `tell` says line by line, each in pieces; a line of a file is cut to so many columns.

    What is quoted of files has no power over the terminal: what cannot be printed is shown as an unknown character.
    """
    message, hint = describe(problem, lang)
    code = problem.code.split(".")[0]
    yield (
        Piece("place", _harmless(f"{problem.where}: ")),
        Piece("code", f"{code} "),
        Piece("message", _harmless(message)),
    )
    if problem.line:
        line, marks = _shown_line(problem, width - GUTTER)
        yield Piece("gutter", f"{problem.where.line:>{_NUMBER}} | "), Piece("line", line)
        yield Piece("gutter", f"{'':>{_NUMBER}} | "), Piece("mark", marks)
    if hint:
        indent = GUTTER if problem.line else 4
        yield Piece("gutter", " " * indent), Piece("hint", _harmless(hint))


class Shown(NamedTuple):
    """What a page shows of a problem; the line in three parts, all empty where no line helps."""

    path: str
    line_number: int
    column: int
    code: str
    message: str
    hint: str
    before: str
    marked: str
    after: str


def show(problem: Problem, lang: str) -> Shown:
    """Return what a page shows; a long line is cut on both sides."""
    message, hint = describe(problem, lang)
    where, begin = problem.where, problem.where.column - 1
    end = max(problem.end - 1, begin + 1)
    line = _visible(problem.line)
    parts = (_cut_before(line[:begin]), line[begin:end] or " ", _cut_after(line[end:])) if line else ("", "", "")
    return Shown(where.path, where.line, where.column, problem.code.split(".")[0], message, hint, *parts)


def _cut_before(text: str) -> str:
    return text if len(text) <= _LONGEST_SIDE else f"…{text[-_LONGEST_SIDE:]}"


def _cut_after(text: str) -> str:
    return text if len(text) <= _LONGEST_SIDE else f"{text[:_LONGEST_SIDE]}…"


def _visible(text: str) -> str:
    return _harmless(text.replace("\t", " "))


def _shown_line(problem: Problem, widest: int) -> tuple[str, str]:
    """Return the problem's line as a terminal may show it, and the marks below it."""
    return point_at(_visible(problem.line), problem.where.column, problem.end, widest)


def _harmless(text: str) -> str:
    return "".join(sign if sign.isprintable() or sign in _SPACES else "\ufffd" for sign in text)


@cache
def _room_of(code: str, lang: str) -> Wording:
    """Return the room, among all that end in `problems`, that has the code."""
    common = wording(_COMMON, lang)
    folder = Path(__file__).parent / common.lang
    rooms = (wording(path.stem, lang) for path in sorted(folder.glob(f"*{_COMMON}.yml")))
    return next((room for room in rooms if code in room.texts), common)
