"""Messages, always on stderr."""

from collections.abc import Iterable

import click

from gramota.errors import Problem
from gramota.wording.problems import tell


def say(message: str) -> None:
    """Print one message."""
    click.echo(message, err=True)


def print_problems(problems: Iterable[Problem], lang: str) -> None:
    """Print each problem with its place, and below it what to do about it."""
    for problem in problems:
        say(tell(problem, lang))
