"""Problems in words: what is wrong and what to do, for people who do not program."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

from gramota.errors import Problem
from gramota.wording import Wording, wording
from gramota.wording.caret import point_at

_COMMON = "problems"
_GUTTER = 5
"""Columns for the number of the line that is shown; hints begin below the line."""

Role = Literal["place", "code", "message", "gutter", "line", "mark", "hint"]


class Piece(NamedTuple):
    """A part of what is told of a problem, and what it is there for, by which it may be coloured."""

    role: Role
    text: str


def describe(problem: Problem, lang: str) -> tuple[str, str]:
    """Return the problem's message and its hint (empty where there is none) in the language."""
    texts = _room_of(problem.code, lang)
    values: dict[str, Any] = dict(problem.values)
    hint = texts(f"{problem.code}.hint", **values) if f"{problem.code}.hint" in texts.texts else ""
    if values.get("suggestion"):
        hint = " ".join(filter(None, (wording(_COMMON, lang)("did_you_mean", **values), hint)))
    return texts(problem.code, **values), hint


def tell(problem: Problem, lang: str) -> str:
    """Return `file:line:column: CODE message`; below it the line with its place marked, and what to do."""
    return "\n".join("".join(piece.text for piece in line) for line in tell_in_pieces(problem, lang))


def tell_in_pieces(problem: Problem, lang: str) -> Iterator[tuple[Piece, ...]]:
    """Yield what `tell` says line by line, each in pieces.

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
        line, marks = shown_line(problem)
        yield Piece("gutter", f"{problem.where.line:>{_GUTTER}} | "), Piece("line", line)
        yield Piece("gutter", f"{'':>{_GUTTER}} | "), Piece("mark", marks)
    if hint:
        indent = _GUTTER + 3 if problem.line else 4
        yield Piece("gutter", " " * indent), Piece("hint", _harmless(hint))


def shown_line(problem: Problem) -> tuple[str, str]:
    """Return the problem's line as a terminal may show it, and the marks below it."""
    return point_at(_harmless(problem.line.replace("\t", " ")), problem.where.column, problem.end)


def _harmless(text: str) -> str:
    return "".join(character if character.isprintable() else "\ufffd" for character in text)


@cache
def _room_of(code: str, lang: str) -> Wording:
    """Return the room, among all that end in `problems`, that has the code."""
    folder = Path(__file__).parent / lang
    rooms = (wording(path.stem, lang) for path in sorted(folder.glob(f"*{_COMMON}.yml")))
    return next((room for room in rooms if code in room.texts), wording(_COMMON, lang))
