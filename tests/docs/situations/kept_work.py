"""What work leaves on disk: grades of a table that was interrupted, and a log of decisions."""

from collections.abc import Mapping
from contextlib import chdir
from pathlib import Path
from typing import Any

from gramota.course import load_course
from gramota.decisions.line import Finished, Subject
from gramota.grading.bulk.chunk_grader import Work
from gramota.grading.bulk.parts_folder import find_sources
from gramota.grading.bulk.plan import plan_of
from gramota.grading.bulk.rubrics import rubrics_of
from gramota.grading.bulk.spool import begin_spool
from gramota.grading.compiled_quiz import compile_quiz
from tests.answers.sheets import attempt_of
from tests.docs.situations.place import Place
from tests.docs.situations.sheets import sheet_content
from tests.unit.decisions.lines import mark, write_log


def write_begun(place: Place, path: Path, made: Mapping[str, Any]) -> None:
    """Write what is kept of work on the table that was begun and not ended; `program` is the version that began it."""
    with chdir(place.root):
        lesson = load_course(Path("docs"), Path("quizzes")).lesson("returns")
        work = Work(rubrics_of(compile_quiz(lesson)), "jsonl", place.lang)
        sources, _ = find_sources([Path(made["begun"])])
        plan = plan_of(work, sources)
    with path.open("x+b") as stream:
        begin_spool(stream, {**plan, "program": made.get("program", plan["program"])})


def write_log_of_sheet(place: Place, path: Path, made: Mapping[str, Any]) -> None:
    """Write a log of one decision, on Anna's sheet as it should be."""
    attempt = attempt_of(sheet_content(place, made["log_of_sheet"] or {}))
    about = Subject(attempt=attempt, learner="4711", letter="returns", question="why-act", rubric="")
    write_log(path.parent, Finished(subject=about, criteria={"state": True}, misconceptions={}))


def write_damaged_log(place: Place, path: Path, made: Mapping[str, Any]) -> None:
    """Write a log of two decisions, in which a text was changed after, a `line` is another, or the end is `torn`."""
    write_log(path.parent, mark(True), mark(True), who=place.text("Ирина"))
    text = path.read_text(encoding="utf-8")
    if "after" in made:
        old, new = made["after"]
        assert old in text, old
        text = text.replace(old, new, 1)
    if "line" in made:
        number, other = made["line"]
        lines = text.split("\n")
        text = "\n".join([*lines[: number - 1], other, *lines[number:]])
    path.write_text(text[:-60] if made.get("torn") else text, encoding="utf-8")
