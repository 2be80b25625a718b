"""The two folders of a project, as options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

Function = TypeVar("Function", bound=Callable[..., Any])


def folder_options(command: Function) -> Function:
    """Add --docs and --quizzes."""
    folder = click.Path(path_type=Path)
    with_quizzes = click.option("--quizzes", type=folder, default="quizzes")(command)
    return click.option("--docs", type=folder, default="docs")(with_quizzes)
