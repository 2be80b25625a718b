"""`gramota new letter`: a letter with its head and a first section."""

import datetime as dt
from pathlib import Path

import click

from gramota.cli.asking import ask, can_ask, refuse_gaps
from gramota.cli.commands.new.letters_language import language_of_letters
from gramota.cli.commands.new.names import check_letter_id, letters_folder
from gramota.cli.commands.new.writing import write_new
from gramota.cli.folders import folder_options
from gramota.cli.messages import say
from gramota.cli.programs import typed
from gramota.cli.spoken import SpokenCommand, language_option
from gramota.course.files.folder import shown_path
from gramota.course.files.readable_ids import make_id
from gramota.course.model.audience import distinct_groups, part_groups
from gramota.course.model.plain_name import tidy_name
from gramota.starter.letter import render_letter
from gramota.wording import wording


@click.command("new.letter", cls=SpokenCommand)
@click.argument("letter_id", metavar="[ID]", required=False)
@click.option("--title", metavar="TITLE")
@click.option("--audience", metavar="NAMES")
@click.option("--date", "day", metavar="DATE", type=click.DateTime(["%Y-%m-%d"]))
@folder_options
@language_option
@click.pass_obj
def letter(  # noqa: PLR0913, PLR0917 - click passes one argument for each option
    lang: str,
    letter_id: str | None,
    title: str | None,
    audience: str | None,
    day: dt.datetime | None,
    docs: Path,
    quizzes: Path,  # noqa: ARG001 - one option with --docs
) -> None:
    """Write the letter's file; what is not given is asked for on a terminal."""
    t = wording("cli", lang)
    folder = letters_folder(docs, lang)
    refuse_gaps({"--title": title, "--audience": audience}, lang)
    title = tidy_name(title or ask(t("new.letter.ask_title")))
    groups = distinct_groups(part_groups(audience or ask(t("new.letter.ask_audience"), t("new.letter.everyone"))))
    chosen = check_letter_id(letter_id or _id_for(title, lang), lang)
    date = (day or dt.datetime.now(dt.UTC).astimezone()).date()
    written_in = language_of_letters(folder, lang)
    path = folder / f"{chosen}.yml"
    write_new({path: render_letter(title, groups, date, written_in)}, lang)
    say(t("new.letter.done", path=shown_path(path), quiz=f"{typed('gramota')} new quiz {chosen}"))


def _id_for(title: str, lang: str) -> str:
    made = make_id(title, "letter")
    return ask(wording("cli", lang)("new.letter.ask_id"), made) if can_ask() else made
