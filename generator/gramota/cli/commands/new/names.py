"""What the commands of `gramota new` are told of a letter, and where it goes."""

from pathlib import Path

import click

from gramota.cli.letter_ids import find_bad_id
from gramota.wording import wording


def check_letter_id(letter_id: str, lang: str) -> str:
    """Return the id; raise click.UsageError where no letter can have it."""
    if bad := find_bad_id(letter_id):
        raise click.UsageError(wording("cli", lang)(f"new.{bad}", id=letter_id))
    return letter_id


def letters_folder(docs: Path, lang: str) -> Path:
    """Return the folder of the letters; raise click.UsageError where this is no site's folder."""
    folder = docs / "letters"
    if not folder.is_dir():
        raise click.UsageError(wording("cli", lang)("new.no_site", folder=folder.as_posix()))
    return folder
