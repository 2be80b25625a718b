"""`gramota check --explain`: one answer, and why it is decided as it is."""

import sys
from pathlib import Path

import click
from rich.text import Text

from gramota.cli.asked_question import Form, load_question
from gramota.cli.output import console_on, open_stdout
from gramota.errors import ContentError, Problem, Where
from gramota.grading.compiled_quiz import compile_quiz
from gramota.grading.explanation.explanation_json import write_explanation
from gramota.grading.explanation.explanation_text import report_explanation, report_notices
from gramota.grading.notices import judge_answer
from gramota.rubric.explaining.explain import explain_answer
from gramota.wording import wording


def explain(  # noqa: PLR0913, PLR0917 - one argument for each option of the command
    given: str, question_id: str | None, quiz: str | None, form: Form, folders: tuple[Path, Path], lang: str
) -> None:
    """Print the explanation; raise ContentError or UsageError where there is none to give."""
    if question_id is None:
        raise click.UsageError(wording("explain", lang)("needs_question"))
    asked = load_question(folders, question_id, quiz, compile_quiz)
    answer = _read_answer() if given == "-" else given
    judged = judge_answer(asked.compiled, question_id, answer)
    explained = explain_answer(asked.rubric, answer, judged.score)
    stream = open_stdout()
    if form == "json":
        stream.write(write_explanation(asked.compiled.letter.id, question_id, explained))
    else:
        t = wording("explain", lang)
        report = report_explanation(asked.question, explained, t)
        learned = [Text(t("learned"), "dim")] if question_id in asked.compiled.readers else []
        console_on(stream).print(
            *report, *report_notices(asked.compiled.quiz, judged.notices, lang), *learned, sep="\n"
        )


def _read_answer() -> str:
    """Return what is piped in, without the line's end that a shell adds; raise ContentError where it is no UTF-8."""
    if sys.stdin is None:
        return ""
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError:
        raise ContentError([Problem.at(Where("--explain", 0), "G002.piped")]) from None
