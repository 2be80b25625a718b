"""`gramota calibrate`: the rubric against trainers' decisions, and phrases that would bring it nearer to them."""

from functools import partial
from pathlib import Path

import click

from gramota.cli.asked_question import Form
from gramota.cli.decided_input import (
    check_decided_use,
    choose_decided_lesson,
    read_decided,
    refuse_undecided,
    tell_decided,
)
from gramota.cli.folders import folder_options
from gramota.cli.messages import say
from gramota.cli.output import console_on, open_stdout, show_progress
from gramota.cli.spoken import SpokenCommand, language_option
from gramota.course import load_course
from gramota.grading.calibration.calibrate import Calibration, calibrate_quiz
from gramota.grading.calibration.calibration_json import write_calibration
from gramota.grading.calibration.calibration_text import report_calibration, report_patch
from gramota.grading.calibration.patch import Patch, apply_patch, make_patch
from gramota.grading.compiled_quiz import compile_phrases
from gramota.wording import wording


@click.command("calibrate", cls=SpokenCommand)
@click.argument("paths", nargs=-1, metavar="[OUT] [INBOX]...", type=click.Path(path_type=Path))
@click.option("--labelled", multiple=True, type=click.Path(path_type=Path))
@click.option("--quiz")
@click.option("--question")
@click.option("--least", type=click.IntRange(1), default=2)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option("--apply", "is_applied", is_flag=True)
@folder_options
@language_option
@click.pass_obj
def calibrate(  # noqa: PLR0913, PLR0917 - click passes one argument for each option
    lang: str,
    paths: tuple[Path, ...],
    labelled: tuple[Path, ...],
    quiz: str | None,
    question: str | None,
    least: int,
    form: Form,
    is_applied: bool,  # noqa: FBT001 - click's signature
    docs: Path,
    quizzes: Path,
) -> int:
    """Return 0 where all was compared, 1 where something is to be told, 2 where something was set aside."""
    check_decided_use(paths, labelled, lang)
    course = load_course(docs, quizzes)
    compiled = compile_phrases(choose_decided_lesson(course, quiz, question, lang))
    decided = read_decided(paths, labelled, course, compiled)
    answers = [answer for answer in decided.answers if question in {None, answer.question}]
    if not answers:
        refuse_undecided(decided, (*labelled, *paths)[0], lang)
    watch = partial(show_progress, label=wording("calibrate", lang)("working"))
    calibration = calibrate_quiz(compiled, answers, least, watch)
    patch = make_patch(compiled.source, calibration.phrases)
    _write(calibration, patch, form, lang)
    if not labelled and form == "text":
        say(wording("calibrate", lang)("seen"))
    if calibration.phrases:
        _finish(patch, lang, is_applied=is_applied)
    return tell_decided(decided, lang)


def _write(calibration: Calibration, patch: Patch, form: Form, lang: str) -> None:
    stream = open_stdout()
    if form == "json":
        stream.write(write_calibration(calibration, patch))
        return
    console = console_on(stream)
    console.print(*report_calibration(calibration, wording("calibrate", lang)), sep="\n")
    if patch.difference:
        console.print()
        console.print(*report_patch(patch, wording("calibrate", lang)), sep="\n", soft_wrap=True)


def _finish(patch: Patch, lang: str, *, is_applied: bool) -> None:
    t = wording("calibrate", lang)
    if not is_applied:
        say(t("patch.apply"))
        return
    apply_patch(patch)
    say(t("patch.applied", path=patch.path))
