"""Messages, always on stderr; what they quote of files has no power over the terminal."""

from collections.abc import Iterable

import click

from gramota.errors import Problem
from gramota.wording.problems import describe


def say(message: str) -> None:
    """Print one message."""
    click.echo(message, err=True)


def print_problems(problems: Iterable[Problem], lang: str) -> None:
    """Print each problem as `file:line:column: CODE message`, and below it what to do about it."""
    for problem in problems:
        message, hint = describe(problem, lang)
        say(_harmless(f"{problem.where}: {problem.code.split('.')[0]} {message}"))
        if hint:
            say(_harmless(f"    {hint}"))


def _harmless(text: str) -> str:
    """Show control characters, and those that cannot be printed, as the question mark of an unknown one."""
    return "".join(character if character.isprintable() else "\ufffd" for character in text)
