"""`gramota check --coverage`: what neither questions nor examples try yet. It is advice, and changes no exit code."""

from pathlib import Path
from typing import Literal

from gramota.cli.output import console_on, open_stdout
from gramota.course import load_course
from gramota.grading.coverage.cover import cover
from gramota.grading.coverage.coverage_json import write_coverage
from gramota.grading.coverage.coverage_text import report_coverage
from gramota.wording import wording


def tell_coverage(folders: tuple[Path, Path], form: Literal["text", "json"], lang: str) -> None:
    """Print the coverage of the course in the letters' and the quizzes' folder, whose rubrics can be used."""
    letters = [*cover(load_course(*folders))]
    stream = open_stdout()
    if form == "json":
        stream.write(f"{write_coverage(letters)}\n")
        return
    console = console_on(stream)
    for line in report_coverage(letters, wording("coverage", lang)):
        console.print(line, soft_wrap=True)
