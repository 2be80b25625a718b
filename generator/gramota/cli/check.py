"""`gramota check`: everything that can be wrong with the content, told at once."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

import click

from gramota.cli.coverage import tell_coverage
from gramota.cli.explain import explain
from gramota.cli.folders import folder_options
from gramota.cli.messages import print_problems, say
from gramota.cli.problem_forms import github_lines, problems_json
from gramota.cli.spoken import SpokenCommand, language_option
from gramota.course import Course, find_advice, read_course
from gramota.errors import Problem, in_order
from gramota.grading.examples import EXAMPLE_CODES, check_rubrics
from gramota.grading.private_files import find_private_files
from gramota.grading.unusable_quizzes import find_phrase_problems_elsewhere
from gramota.quiz.own_words import own_words_of
from gramota.wording import wording

Form = Literal["text", "json", "github"]


@click.command("check", cls=SpokenCommand)
@click.option("--explain", "answer", metavar="ANSWER")
@click.option("--question", metavar="ID")
@click.option("--quiz", metavar="LETTER")
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text")
@click.option("--coverage", is_flag=True)
@folder_options
@language_option
@click.pass_obj
def check(  # noqa: PLR0913, PLR0917 - click passes one argument for each option
    lang: str,
    answer: str | None,
    question: str | None,
    quiz: str | None,
    form: Form,
    coverage: bool,  # noqa: FBT001 - click's flag
    docs: Path,
    quizzes: Path,
) -> int:
    """Return 0 where all is well, 1 where only examples fail, 2 where a file cannot be used."""
    t = wording("explain", lang)
    if answer is not None:
        if form == "github" or coverage:
            raise click.UsageError(t("not_so"))
        explain(answer, question, quiz, form, (docs, quizzes), lang)
        return 0
    if question is not None or quiz is not None:
        raise click.UsageError(t("needs_answer"))
    if not coverage:
        return _check_all(_read(docs, quizzes), form, lang)
    if form == "github":
        raise click.UsageError(wording("coverage", lang)("not_github"))
    checked = _read(docs, quizzes)
    code = _check_all(checked, "text", lang)
    if checked.is_usable:
        tell_coverage(checked.course, form, lang)
    return code


class _Checked(NamedTuple):
    """The lessons that are well, every problem, and whether all can be used, if perhaps with failing examples."""

    course: Course
    problems: tuple[Problem, ...]
    is_usable: bool


def _read(docs: Path, quizzes: Path) -> _Checked:
    course, unreadable = read_course(docs, quizzes)
    elsewhere = find_phrase_problems_elsewhere(course, quizzes)
    problems = in_order([*find_private_files(docs, quizzes), *unreadable, *elsewhere, *check_rubrics(course)])
    return _Checked(course, problems, all(found.code in EXAMPLE_CODES for found in problems))


def _check_all(checked: _Checked, form: Form, lang: str) -> int:
    course, problems, is_usable = checked
    advice = tuple(find_advice(course)) if is_usable else ()
    _tell(form, (*problems, *advice), _count(course), lang)
    if form == "text":
        said = wording("cli", lang)
        say(_summary(course, len(problems), lang) if is_usable else said("problems", count=len(problems)))
    return (1 if problems else 0) if is_usable else 2


def _tell(form: Form, problems: Sequence[Problem], checked: Mapping[str, int], lang: str) -> None:
    if form == "json":
        click.echo(problems_json(problems, checked, lang))
    elif form == "github":
        for line in github_lines(problems, lang):
            click.echo(line)
    else:
        print_problems(problems, lang)


def _count(course: Course) -> Mapping[str, int]:
    """How many letters, control questions and examples there are."""
    questions = [question for lesson in course.lessons for question in lesson.control]
    examples = sum(len(question.examples) for question in questions)
    examples += sum(len(item.examples) for lesson in course.lessons for _, item in own_words_of(lesson))
    return {"letters": len(course.lessons), "questions": len(questions), "examples": examples}


def _summary(course: Course, problems: int, lang: str) -> str:
    t = wording("cli", lang)
    counted = {name: t(f"checked.{name}", count=count) for name, count in _count(course).items()}
    found = t("checked.problems", count=problems) if problems else t("checked.none")
    return t("checked", **counted, problems=found)
