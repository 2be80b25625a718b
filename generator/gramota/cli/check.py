"""`gramota check`: everything that can be wrong with the content, told at once."""

from pathlib import Path

import click

from gramota.cli.asked_question import Form
from gramota.cli.explain import explain
from gramota.cli.folders import folder_options
from gramota.cli.messages import print_problems, say
from gramota.cli.spoken import SpokenCommand, language_option
from gramota.course import Course, find_advice, read_course
from gramota.errors import ContentError, in_order
from gramota.grading.examples import EXAMPLE_CODES, check_rubrics
from gramota.quiz.own_words import own_words_of
from gramota.wording import wording


@click.command("check", cls=SpokenCommand)
@click.option("--explain", "answer", metavar="ANSWER")
@click.option("--question", metavar="ID")
@click.option("--quiz", metavar="LETTER")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@folder_options
@language_option
@click.pass_obj
def check(  # noqa: PLR0913, PLR0917 - click passes one argument for each option
    lang: str, answer: str | None, question: str | None, quiz: str | None, form: Form, docs: Path, quizzes: Path
) -> int:
    """Return 0 where all is well, 1 where only examples fail; raise ContentError where a file cannot be used."""
    if answer is not None:
        explain(answer, question, quiz, form, (docs, quizzes), lang)
        return 0
    if question is not None or quiz is not None or form != "text":
        raise click.UsageError(wording("explain", lang)("needs_answer"))
    return _check_all(lang, docs, quizzes)


def _check_all(lang: str, docs: Path, quizzes: Path) -> int:
    course, unreadable = read_course(docs, quizzes)
    problems = in_order([*unreadable, *check_rubrics(course)])
    if any(found.code not in EXAMPLE_CODES for found in problems):
        raise ContentError(problems)
    print_problems(problems, lang)
    print_problems(find_advice(course), lang)
    say(_summary(course, len(problems), lang))
    return 1 if problems else 0


def _summary(course: Course, problems: int, lang: str) -> str:
    t = wording("cli", lang)
    questions = [question for lesson in course.lessons for question in lesson.control]
    examples = sum(len(question.examples) for question in questions)
    examples += sum(len(item.examples) for lesson in course.lessons for _, item in own_words_of(lesson))
    return t(
        "checked",
        letters=t("checked.letters", count=len(course.lessons)),
        questions=t("checked.questions", count=len(questions)),
        examples=t("checked.examples", count=examples),
        problems=t("checked.problems", count=problems) if problems else t("checked.none"),
    )
