"""`gramota new site`: a folder in which one can begin to write."""

import datetime as dt
from pathlib import Path

import click

from gramota.cli.asking import ask, ask_which, can_ask, refuse_gaps
from gramota.cli.commands.new.letters_language import is_language_given
from gramota.cli.commands.new.writing import write_new
from gramota.cli.messages import say
from gramota.cli.programs import typed
from gramota.cli.spoken import SpokenCommand, language_option
from gramota.course.files.folder import WINDOWS_NAMES, shown_path
from gramota.course.model.plain_name import tidy_name
from gramota.grading.files.new_files import find_taken
from gramota.starter.site import is_left_alone, site_files
from gramota.wording import LANGUAGES, wording


@click.command("new.site", cls=SpokenCommand)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--name", metavar="NAME")
@language_option
@click.pass_obj
def site(lang: str, folder: Path, name: str | None) -> None:
    """Make a site in the folder, which may be there already; no file of it is changed."""
    _refuse_what_windows_keeps(folder, lang)
    refuse_gaps({"--name": name}, lang)
    written_in = _ask_language(lang) if can_ask() and not is_language_given() else lang
    t = wording("cli", written_in)
    chosen = tidy_name(name or ask(t("new.site.ask_name"), t("new.site.default_name")))
    files = _files(folder, chosen.strip(), written_in)
    kept = find_taken(path for path in files if is_left_alone(path.relative_to(folder)))
    write_new({path: text for path, text in files.items() if path not in kept}, written_in)
    if kept:
        say(t("new.site.kept", paths=", ".join(map(shown_path, kept))))
    say(t("new.site.done", folder=folder, gramota=typed("gramota"), mkdocs=typed("mkdocs")))


def _refuse_what_windows_keeps(folder: Path, lang: str) -> None:
    """Refuse names of folders that are still to be made; those that are there can be opened."""
    for each in (folder, *folder.parents):
        if each.name.split(".")[0].lower() in WINDOWS_NAMES and not each.exists():
            raise click.UsageError(wording("cli", lang)("new.windows_folder", name=each.name))


def _ask_language(lang: str) -> str:
    return ask_which(wording("cli", lang)("new.site.ask_language"), LANGUAGES, lang)


def _files(folder: Path, name: str, lang: str) -> dict[Path, str]:
    today = dt.datetime.now(dt.UTC).astimezone().date()
    return {folder / path: text for path, text in site_files(name, lang, today).items()}
