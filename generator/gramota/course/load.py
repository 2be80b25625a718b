"""A course from its two folders: every letter with its quiz, or every problem of every file at once."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from gramota.course.crosscheck import check_letter, check_quiz
from gramota.course.folder import check_name, files_by_id, shown_path
from gramota.course.letter import Letter, LetterText
from gramota.course.names import suggestion
from gramota.course.quiz import Quiz, QuizText
from gramota.course.source import Source, load_source
from gramota.course.validation import Model, parse_model
from gramota.errors import ContentError, Problem, Where

__all__ = ["Course", "Lesson", "load_course", "shown_path"]


@dataclass(frozen=True)
class Lesson:
    """A letter with its quiz, and the files that they were read from."""

    letter: Letter
    quiz: Quiz | None
    letter_source: Source
    quiz_source: Source | None


@dataclass(frozen=True)
class Course:
    """All lessons, ordered by the letters' ids."""

    lessons: tuple[Lesson, ...]

    def lesson(self, letter_id: str) -> Lesson:
        """Return the lesson of this letter; KeyError where there is none."""
        for lesson in self.lessons:
            if lesson.letter.id == letter_id:
                return lesson
        raise KeyError(letter_id)


def load_course(docs: Path, quizzes: Path) -> Course:
    """Read docs/letters and quizzes; raise ContentError with all problems where there are any."""
    letters, quiz_files = files_by_id(docs / "letters"), files_by_id(quizzes)
    problems = [*_check_folders(docs / "letters", letters, quiz_files)]
    lessons = []
    with _no_garbage_collection():
        for letter_id, path in letters.items():
            try:
                lessons.append(_load_lesson(letter_id, path, quiz_files.get(letter_id)))
            except ContentError as error:
                problems += error.problems
    if problems:
        raise ContentError(problems)
    return Course(tuple(lessons))


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Spare Python the search for garbage, half the time: loading makes millions of objects and none of it."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _load_lesson(letter_id: str, path: Path, quiz_path: Path | None) -> Lesson:
    source, letter, problems = _read(path, LetterText)
    problems += check_letter(source)
    quiz_source, quiz = None, None
    if quiz_path:
        quiz_source, quiz, quiz_problems = _read(quiz_path, QuizText)
        problems += [*quiz_problems, *check_quiz(quiz_source, source)]
        quiz_source = quiz_source.without_tree()
    if letter is None or problems:
        raise ContentError(problems)
    return Lesson(letter.named(letter_id), quiz.named(letter_id) if quiz else None, source.without_tree(), quiz_source)


def _read(path: Path, model: type[Model]) -> tuple[Source, Model | None, list[Problem]]:
    source = load_source(path, shown_path(path))
    parsed = parse_model(source, model)
    if isinstance(parsed, list):
        return source, None, [*source.problems, *parsed]
    return source, parsed, [*source.problems]


def _check_folders(folder: Path, letters: dict[str, Path], quizzes: dict[str, Path]) -> Iterator[Problem]:
    for file_id, path in (*letters.items(), *quizzes.items()):
        yield from check_name(file_id, path)
    if not letters:
        yield Problem.at(Where(shown_path(folder)), "G016", folder=shown_path(folder))
    for quiz_id in quizzes.keys() - letters.keys():
        yield from _check_orphan(quizzes[quiz_id], quiz_id, letters)


def _check_orphan(path: Path, quiz_id: str, letters: dict[str, Path]) -> Iterator[Problem]:
    source, _, problems = _read(path, QuizText)
    yield Problem.at(Where(source.path), "G061", id=quiz_id, suggestion=suggestion(quiz_id, letters))
    yield from (*problems, *check_quiz(source, None))
