"""`gramota new`: files to begin with."""

import click

from gramota.cli.spoken import SpokenGroup, language_option


@click.group("new", cls=SpokenGroup, commands=("site", "letter", "quiz"))
@language_option
def new() -> None:
    """Hold the commands together; their help stands in the wording."""
