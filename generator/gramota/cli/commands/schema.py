"""`gramota schema`: JSON Schemas, with which editors help while people type."""

from pathlib import Path

import click

from gramota.cli.messages import say
from gramota.cli.output import open_stdout
from gramota.cli.spoken import SpokenCommand, language_option
from gramota.grading.files.atomic_file import replace_files
from gramota.schema import SCHEMA_NAMES, render_schema, schema_file
from gramota.wording import wording


@click.command("schema", cls=SpokenCommand)
@click.argument("name", metavar="[letter|quiz|shared]", required=False, type=click.Choice(SCHEMA_NAMES))
@click.option("-o", "--output", metavar="FOLDER", type=click.Path(path_type=Path))
@language_option
@click.pass_obj
def schema(lang: str, name: str | None, output: Path | None) -> None:
    """Write all schemas, or the one that is named, into the folder; without a folder print the one."""
    t = wording("cli", lang)
    if output is None and name is None:
        raise click.UsageError(t("schema.needs_folder"))
    if output is None:
        open_stdout().write(render_schema(str(name), lang))
        return
    names = [name] if name else SCHEMA_NAMES
    written = replace_files(output, ((schema_file(each), render_schema(each, lang).encode()) for each in names))
    say(t("results_written", path=output, files=", ".join(written)))
