"""What a command needs to know and was not told: asked for on a terminal, and nowhere else."""

import sys
from collections.abc import Mapping, Sequence

import click

from gramota.wording import wording


def can_ask() -> bool:
    """Whether somebody sits at a terminal who reads questions and can answer them."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def refuse_gaps(given: Mapping[str, str | None], lang: str) -> None:
    """Raise click.UsageError for options that are empty, or that were not given where nobody can be asked."""
    empty = [name for name, value in given.items() if value is not None and not value.strip(" ,;")]
    if empty:
        raise click.UsageError(wording("cli", lang)("new.empty", options=", ".join(empty)))
    missing = [name for name, value in given.items() if value is None]
    if missing and not can_ask():
        raise click.UsageError(wording("cli", lang)("new.needs", options=", ".join(missing)))


def ask(question: str, default: str | None = None) -> str:
    """Return what the person at the terminal answers, without spaces around."""
    while not (answer := str(click.prompt(question, default=default, err=True)).strip(" ,")):
        pass
    return answer


def ask_which(question: str, choices: Sequence[str], default: str) -> str:
    """Return the one of the choices that the person at the terminal names."""
    return str(click.prompt(question, type=click.Choice(choices), default=default, err=True))
