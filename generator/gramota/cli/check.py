"""`gramota check`: everything that can be wrong with the content, told at once."""

from pathlib import Path

import click

from gramota.cli.folders import folder_options
from gramota.cli.messages import print_problems, say
from gramota.cli.spoken import SpokenCommand, language_option
from gramota.course import Course, load_course
from gramota.grading.examples import EXAMPLE_CODES, check_rubrics
from gramota.wording import wording


@click.command("check", cls=SpokenCommand)
@folder_options
@language_option
@click.pass_obj
def check(lang: str, docs: Path, quizzes: Path) -> int:
    """Return 0 where all is well, 1 where only examples fail; raise ContentError where a file cannot be used."""
    course = load_course(docs, quizzes)
    problems = sorted(check_rubrics(course), key=lambda found: (found.where, found.code))
    print_problems(problems, lang)
    say(_summary(course, len(problems), lang))
    if not problems:
        return 0
    return 1 if all(found.code in EXAMPLE_CODES for found in problems) else 2


def _summary(course: Course, problems: int, lang: str) -> str:
    t = wording("cli", lang)
    questions = [question for lesson in course.lessons if lesson.quiz for question in lesson.quiz.control]
    return t(
        "checked",
        letters=t("checked.letters", count=len(course.lessons)),
        questions=t("checked.questions", count=len(questions)),
        examples=t("checked.examples", count=sum(len(question.examples) for question in questions)),
        problems=t("checked.problems", count=problems) if problems else t("checked.none"),
    )
