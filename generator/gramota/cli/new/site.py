"""`gramota new site`: a folder in which one can begin to write."""

import datetime as dt
from pathlib import Path

import click

from gramota.cli.asking import ask, refuse_gaps
from gramota.cli.messages import say
from gramota.cli.new.writing import write_new
from gramota.cli.spoken import SpokenCommand, language_option
from gramota.starter.site import site_files
from gramota.wording import wording


@click.command("new.site", cls=SpokenCommand)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option("--name", metavar="NAME")
@language_option
@click.pass_obj
def site(lang: str, folder: Path, name: str | None) -> None:
    """Make a site in the folder, which may be there already; no file of it is changed."""
    t = wording("cli", lang)
    refuse_gaps({"--name": name}, lang)
    chosen = name or ask(t("new.site.ask_name"), t("new.site.default_name"))
    today = dt.datetime.now(dt.UTC).astimezone().date()
    files = site_files(chosen.strip(), lang, today)
    write_new({folder / path: text for path, text in files.items()}, lang)
    say(t("new.site.done", folder=folder))
