"""`gramota new quiz`: questions for a letter, to be put into the author's own words."""

from pathlib import Path

import click

from gramota.cli.asking import ask, can_ask
from gramota.cli.commands.new.names import check_letter_id, letters_folder
from gramota.cli.commands.new.writing import write_new
from gramota.cli.folders import folder_options
from gramota.cli.messages import say
from gramota.cli.programs import typed
from gramota.cli.spoken import SpokenCommand, language_option
from gramota.course.files.folder import find_files, shown_path
from gramota.course.load import load_letter_text
from gramota.course.names import listed, suggestion
from gramota.starter.quiz import render_quiz
from gramota.wording import wording


@click.command("new.quiz", cls=SpokenCommand)
@click.argument("letter_id", metavar="[LETTER]", required=False)
@folder_options
@language_option
@click.pass_obj
def quiz(lang: str, letter_id: str | None, docs: Path, quizzes: Path) -> None:
    """Write the quiz's file; raise ContentError where the letter is not well."""
    letters = dict(find_files(letters_folder(docs, lang)))
    chosen = letter_id or _choose([each for each in letters if not (quizzes / f"{each}.yml").exists()], lang)
    if chosen not in letters:
        raise click.UsageError(_no_such_letter(chosen, [*letters], lang))
    path = quizzes / f"{check_letter_id(chosen, lang)}.yml"
    write_new({path: render_quiz(load_letter_text(letters[chosen]), chosen)}, lang)
    say(wording("cli", lang)("new.quiz.done", path=shown_path(path), gramota=typed("gramota")))


def _choose(without_quiz: list[str], lang: str) -> str:
    """Ask for a letter; raise click.UsageError where nobody can be asked, or there is nothing to choose from."""
    t = wording("cli", lang)
    if not without_quiz:
        raise click.UsageError(t("new.quiz.all_have"))
    if not can_ask():
        raise click.UsageError(t("new.quiz.needs_letter", letters=listed(without_quiz)))
    say(t("new.quiz.letters", letters=listed(without_quiz)))
    return ask(t("new.quiz.ask_letter"), without_quiz[0])


def _no_such_letter(letter_id: str, letters: list[str], lang: str) -> str:
    t = wording("cli", lang)
    likely = suggestion(letter_id, letters)
    said = t("new.quiz.no_letter", id=letter_id, letters=listed(letters))
    return f"{said} {wording('problems', lang)('did_you_mean', suggestion=likely)}" if likely else said
