"""Messages, always on stderr."""

import sys
import textwrap
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

from gramota.errors import Problem
from gramota.wording import wording
from gramota.wording.problems import Piece, tell, tell_in_pieces

if TYPE_CHECKING:
    from rich.console import Console

_COLOURS = {
    "place": "bold",
    "code": "bold red",
    "code.advice": "bold yellow",
    "gutter": "blue",
    "mark": "bold red",
    "mark.advice": "bold yellow",
}


def say(message: str) -> None:
    """Print one message."""
    click.echo(message, err=True)


def print_problems(problems: Iterable[Problem], lang: str) -> None:
    """Print each problem in order with its place, its line and what to do; in colours on a terminal that has them."""
    from gramota.course.marked import mark_problems  # noqa: PLC0415 - help does without

    marked = mark_problems(problems)
    console = _colourful_stderr() if marked else None
    for problem in marked:
        if console:
            _print_in_colours(problem, lang, console)
        else:
            say(tell(problem, lang))
        if problem.line:
            say("")


def tell_set_aside(problems: Sequence[Problem], lang: str) -> int:
    """Print what could not be graded and how much that is, and return the exit code: 2, or 0 where there is nothing."""
    if not problems:
        return 0
    print_problems(problems, lang)
    say(wording("cli", lang)("set_aside", count=len(problems)))
    return 2


def _colourful_stderr() -> "Console | None":
    """Return None where stderr is a file or a pipe, or colours are not wanted (NO_COLOR)."""
    if sys.stderr is None:
        return None
    from rich.console import Console  # noqa: PLC0415 - a pipe does without

    console = Console(stderr=True, highlight=False, markup=False, emoji=False, soft_wrap=True)
    return console if console.is_terminal and console.color_system and not console.no_color else None


def _print_in_colours(problem: Problem, lang: str, console: "Console") -> None:
    for line in tell_in_pieces(problem, lang):
        for piece in line[:-1]:
            console.print(piece.text, style=_colour(piece, problem), end="")
        indent = sum(len(piece.text) for piece in line[:-1])
        console.print(_wrapped(line[-1], indent, console.width), style=_colour(line[-1], problem))


def _wrapped(piece: Piece, indent: int, width: int) -> str:
    """A hint below its own beginning, however many lines it takes; a line of a file as it is."""
    if piece.role != "hint":
        return piece.text
    return f"\n{' ' * indent}".join(textwrap.wrap(piece.text, max(width - indent, 40), break_long_words=False))


def _colour(piece: Piece, problem: Problem) -> str:
    return _COLOURS.get(f"{piece.role}.{problem.severity}", _COLOURS.get(piece.role, ""))
