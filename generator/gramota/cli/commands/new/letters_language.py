"""The language of what is begun: the one that was asked for, else that of the letters, else that of the messages."""

from pathlib import Path

import click
from click.core import ParameterSource

from gramota.course.files.folder import find_files
from gramota.course.model.letter import LetterText
from gramota.course.yaml_files.source import load_source
from gramota.course.yaml_files.tree import Scalar
from gramota.wording import LANGUAGES


def is_language_given() -> bool:
    """Whether --lang stands on the command line, behind whichever command."""
    context: click.Context | None = click.get_current_context()
    while context is not None:
        if context.get_parameter_source("lang") is ParameterSource.COMMANDLINE:
            return True
        context = context.parent
    return False


def language_of_letters(folder: Path, otherwise: str) -> str:
    """Return the language of the folder's first letter, or the other one where there is none."""
    if is_language_given():
        return otherwise
    for _, path in find_files(folder):
        said = load_source(path, path.name).node("lang")
        lang = said.value if isinstance(said, Scalar) else LetterText.model_fields["lang"].default
        return str(lang) if lang in LANGUAGES else otherwise
    return otherwise
