"""`gramota check`: everything that can be wrong with the content, told at once."""

from pathlib import Path
from typing import Literal

import click

from gramota.cli.folders import folder_options
from gramota.cli.messages import print_problems, say
from gramota.cli.problem_forms import github_lines, problems_json
from gramota.cli.spoken import SpokenCommand, language_option
from gramota.grading.checking.course_check import CourseFindings, check_course
from gramota.grading.checking.example_codes import EXAMPLE_CODES
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
    if answer is not None:
        if form == "github" or coverage:
            raise click.UsageError(wording("explain", lang)("not_so"))
        from gramota.cli.commands.explain import explain  # noqa: PLC0415 - an answer takes the rubric engine, files may not

        explain(answer, question, quiz, form, (docs, quizzes), lang)
        return 0
    if question is not None or quiz is not None:
        raise click.UsageError(wording("explain", lang)("needs_answer"))
    return _check_and_cover(form, (docs, quizzes), lang) if coverage else _tell(check_course(docs, quizzes), form, lang)


def _check_and_cover(form: Form, folders: tuple[Path, Path], lang: str) -> int:
    if form == "github":
        raise click.UsageError(wording("coverage", lang)("not_github"))
    code = _tell(check_course(*folders), "text", lang)
    if code < 2:
        from gramota.cli.commands.coverage import tell_coverage  # noqa: PLC0415 - as above

        tell_coverage(folders, form, lang)
    return code


def _tell(found: CourseFindings, form: Form, lang: str) -> int:
    """Tell all that was found, and return the exit code that it has."""
    is_usable = all(problem.code in EXAMPLE_CODES for problem in found.problems)
    told = (*found.problems, *(found.advice if is_usable else ()))
    if form == "json":
        click.echo(problems_json(told, _counts(found), lang))
    elif form == "github":
        for line in github_lines(told, lang):
            click.echo(line)
    else:
        print_problems(told, lang)
        say(_summary(found, lang) if is_usable else wording("cli", lang)("problems", count=len(found.problems)))
    return (1 if found.problems else 0) if is_usable else 2


def _counts(found: CourseFindings) -> dict[str, int]:
    return {"letters": found.letters, "questions": found.questions, "examples": found.examples}


def _summary(found: CourseFindings, lang: str) -> str:
    t = wording("cli", lang)
    problems = len(found.problems)
    return t(
        "checked",
        **{name: t(f"checked.{name}", count=count) for name, count in _counts(found).items()},
        problems=t("checked.problems", count=problems) if problems else t("checked.none"),
    )
