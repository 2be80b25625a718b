"""New files, or a word about those that are there already."""

from collections.abc import Mapping
from pathlib import Path

import click

from gramota.course.files.folder import shown_path
from gramota.grading.files.new_files import create_files, find_taken
from gramota.wording import wording


def write_new(texts: Mapping[Path, str], lang: str) -> None:
    """Write the files, all or none; raise click.UsageError where one is there already, OSError where it cannot be."""
    taken = find_taken(texts)
    if taken:
        paths = ", ".join(map(shown_path, taken))
        raise click.UsageError(wording("cli", lang)("new.taken", paths=paths))
    create_files(texts)
