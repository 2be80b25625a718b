"""The names of letters on the command line."""

import re
from pathlib import Path

import click

from gramota.course.model import ID_PATTERN
from gramota.wording import wording

_LONGEST = 60


def check_letter_id(letter_id: str, lang: str) -> str:
    """Return the id; raise click.UsageError where no letter can have it."""
    parts = letter_id.split("/")
    if not all(re.fullmatch(ID_PATTERN, part) and len(part) <= _LONGEST for part in parts):
        raise click.UsageError(wording("cli", lang)("new.bad_id", id=letter_id))
    return letter_id


def letters_folder(docs: Path, lang: str) -> Path:
    """Return the folder of the letters; raise click.UsageError where this is no site's folder."""
    folder = docs / "letters"
    if not folder.is_dir():
        raise click.UsageError(wording("cli", lang)("new.no_site", folder=folder.as_posix()))
    return folder
