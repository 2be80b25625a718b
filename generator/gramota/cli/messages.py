"""Messages, always on stderr."""

import sys
import textwrap
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

from gramota.errors import Problem, in_order
from gramota.wording import wording
from gramota.wording.caret import NARROWEST, WIDEST
from gramota.wording.problems import Piece, tell, tell_in_pieces

if TYPE_CHECKING:
    from rich.console import Console

MOST_TOLD = 100
"""Rows of a table that are told one by one; the others are counted."""

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
    from gramota.course.yaml_files.marked import mark_problems  # noqa: PLC0415 - help does without

    marked = mark_problems(problems)
    terminal = _terminal() if marked else None
    for problem in marked:
        if terminal:
            _print_laid_out(problem, lang, terminal)
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


def tell_rows_aside(problems: Iterable[Problem], lang: str) -> int:
    """Print the first of these problems and how many rows or files they set aside; return 2, or 0 where there are none.

    Several may be told of one row.
    """
    found = in_order(problems)
    if not found:
        return 0
    t = wording("cli", lang)
    print_problems(found[:MOST_TOLD], lang)
    if len(found) > MOST_TOLD:
        say(t("and_more", count=len(found) - MOST_TOLD))
    say(t("set_aside", count=len({(each.where.path, each.where.line) for each in found})))
    return 2


def _terminal() -> "Console | None":
    """Return None where stderr is a file or a pipe."""
    if sys.stderr is None or not sys.stderr.isatty():
        return None
    from rich.console import Console  # noqa: PLC0415 - a pipe does without

    console = Console(stderr=True, highlight=False, markup=False, emoji=False, soft_wrap=True)
    console.width = console.width or WIDEST  # COLUMNS=0 is said where nobody knows
    return console


def _print_laid_out(problem: Problem, lang: str, terminal: "Console") -> None:
    """Print the problem in the terminal's width, in colours unless they are not wanted (NO_COLOR)."""
    has_colours = terminal.color_system and not terminal.no_color
    for line in tell_in_pieces(problem, lang, terminal.width):
        pieces = (*line[:-1], _wrapped(line, terminal.width))
        if not has_colours:
            say("".join(piece.text for piece in pieces))
            continue
        for piece in pieces:
            terminal.print(piece.text, style=_colour(piece, problem), end="")
        terminal.print()


def _wrapped(line: Sequence[Piece], width: int) -> Piece:
    """Return the last piece of a line, parted between words: a hint goes on below its own beginning.

    A message goes on below the place; a line of a file stays one.
    """
    *before, piece = line
    taken = sum(len(each.text) for each in before)
    if piece.role == "hint":
        lines = textwrap.wrap(piece.text, max(width - taken, NARROWEST), break_long_words=False)
        return piece._replace(text=f"\n{' ' * taken}".join(lines))
    if piece.role == "message":
        return piece._replace(text=_filled(piece.text, width, taken - 1))
    return piece


def _filled(text: str, width: int, taken: int) -> str:
    """Return the text in lines of this width; so many columns and a space after them stand before it already."""
    before = "_" * (taken % width)
    lines = textwrap.wrap(f"{before} {text}", width, break_long_words=False, break_on_hyphens=False)
    return "\n".join(lines)[len(before) :].removeprefix(" ")


def _colour(piece: Piece, problem: Problem) -> str:
    return _COLOURS.get(f"{piece.role}.{problem.severity}", _COLOURS.get(piece.role, ""))
