"""Messages, always on stderr."""

from collections.abc import Iterable, Sequence

import click

from gramota.errors import Problem
from gramota.wording import wording
from gramota.wording.problems import tell


def say(message: str) -> None:
    """Print one message."""
    click.echo(message, err=True)


def print_problems(problems: Iterable[Problem], lang: str) -> None:
    """Print each problem with its place, and below it what to do about it."""
    for problem in problems:
        say(tell(problem, lang))


def tell_set_aside(problems: Sequence[Problem], lang: str) -> int:
    """Print what could not be graded and how much that is, and return the exit code: 2, or 0 where there is nothing."""
    if not problems:
        return 0
    print_problems(problems, lang)
    say(wording("cli", lang)("set_aside", count=len(problems)))
    return 2
