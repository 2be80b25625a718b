"""The proposals as a change to the quiz's file: the file as it would be, and the difference for people to read."""

import codecs
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path as FilePath

from gramota.course.model.quiz import QuizText
from gramota.course.validation.validation import parse_model
from gramota.course.yaml_files.additions import CannotAddError, Path, add_to_lists
from gramota.course.yaml_files.source import Source
from gramota.errors import ContentError, Problem, Where
from gramota.grading.calibration.patched_question import with_phrases
from gramota.grading.files.atomic_file import write_atomically
from gramota.grading.gradebook.spreadsheet_cells import BOM
from gramota.grading.suggesting.what_if import NewPhrase

AddedPhrase = tuple[str, NewPhrase]
"""A phrase with the id of its question."""


@dataclass(frozen=True)
class Patch:
    """A file's text as it is and as it would be; `path` is the file as people know it."""

    path: str
    before: str
    after: str

    @property
    def difference(self) -> list[str]:
        """The lines of a unified diff; none where nothing changes."""
        before, after = self.before.splitlines(), self.after.splitlines()
        return [*unified_diff(before, after, self.path, self.path, lineterm="", n=1)]


def make_patch(source: Source, phrases: Sequence[AddedPhrase]) -> Patch:
    """Return the file with the phrases; raise ContentError where its layout does not let them in by themselves."""
    quiz = parse_model(source, QuizText)
    if not isinstance(quiz, QuizText):
        raise ContentError([*source.problems, *quiz])
    try:
        after = add_to_lists(source.text, _by_list(quiz, phrases))
    except CannotAddError as error:
        raise ContentError([Problem.at(source.where(*error.path), "G400")]) from None
    if parse_model(Source(source.path, after), QuizText) != _expected(quiz, phrases):
        raise ContentError([Problem.at(source.where("control"), "G400")])
    return Patch(source.path, source.text, after)


def apply_patch(patch: Patch) -> None:
    """Write the file; raise ContentError where it is no longer what the patch was made for, and OSError."""
    file = FilePath(patch.path)
    data = file.read_bytes()
    if data.decode("utf-8-sig", "replace") != patch.before:
        raise ContentError([Problem.at(Where(patch.path), "G401")])
    mark = BOM if data.startswith(codecs.BOM_UTF8) else ""
    with write_atomically(file) as stream:
        stream.write(mark + patch.after)


def _by_list(quiz: QuizText, phrases: Iterable[AddedPhrase]) -> dict[Path, list[str]]:
    numbers = {question.id: number for number, question in enumerate(quiz.control)}
    lists: dict[Path, list[str]] = {}
    for question_id, new in phrases:
        kind, entry_id = new.meaning
        question = quiz.control[numbers[question_id]]
        entries = question.criteria if kind == "criteria" else question.misconceptions
        at = [entry.id for entry in entries].index(entry_id)
        lists.setdefault(("control", numbers[question_id], kind, at, new.where), []).append(new.phrase)
    return lists


def _expected(quiz: QuizText, phrases: Sequence[AddedPhrase]) -> QuizText:
    control = tuple(
        with_phrases(question, [new for question_id, new in phrases if question_id == question.id])
        for question in quiz.control
    )
    return quiz.model_copy(update={"control": control})
