"""`gramota check`: everything that can be wrong with the content, told at once."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from gramota.cli.folders import folder_options
from gramota.cli.messages import print_problems, say
from gramota.cli.spoken import SpokenCommand, language_option
from gramota.errors import ContentError
from gramota.grading.course_check import CourseFindings, check_course
from gramota.grading.example_codes import EXAMPLE_CODES
from gramota.wording import wording

if TYPE_CHECKING:
    from gramota.cli.asked_question import Form


@click.command("check", cls=SpokenCommand)
@click.option("--explain", "answer", metavar="ANSWER")
@click.option("--question", metavar="ID")
@click.option("--quiz", metavar="LETTER")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@folder_options
@language_option
@click.pass_obj
def check(  # noqa: PLR0913, PLR0917 - click passes one argument for each option
    lang: str, answer: str | None, question: str | None, quiz: str | None, form: "Form", docs: Path, quizzes: Path
) -> int:
    """Return 0 where all is well, 1 where only examples fail; raise ContentError where a file cannot be used."""
    if answer is not None:
        from gramota.cli.explain import explain  # noqa: PLC0415 - an answer takes the rubric engine, files may not

        explain(answer, question, quiz, form, (docs, quizzes), lang)
        return 0
    if question is not None or quiz is not None or form != "text":
        raise click.UsageError(wording("explain", lang)("needs_answer"))
    return _check_all(lang, docs, quizzes)


def _check_all(lang: str, docs: Path, quizzes: Path) -> int:
    found = check_course(docs, quizzes)
    if any(problem.code not in EXAMPLE_CODES for problem in found.problems):
        raise ContentError(found.problems)
    print_problems(found.problems, lang)
    print_problems(found.advice, lang)
    say(_summary(found, lang))
    return 1 if found.problems else 0


def _summary(found: CourseFindings, lang: str) -> str:
    t = wording("cli", lang)
    problems = len(found.problems)
    return t(
        "checked",
        letters=t("checked.letters", count=found.letters),
        questions=t("checked.questions", count=found.questions),
        examples=t("checked.examples", count=found.examples),
        problems=t("checked.problems", count=problems) if problems else t("checked.none"),
    )
