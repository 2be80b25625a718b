"""A course from its two folders: every letter with its quiz, and every problem of every file at once."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from gramota.course.crosscheck import check_letter, check_quiz
from gramota.course.folder import check_names, find_files, shown_path
from gramota.course.lesson import Course, Lesson
from gramota.course.letter import LetterText
from gramota.course.link_check import LinkedLetter, check_links, read_linked
from gramota.course.names import suggestion
from gramota.course.quiz import QuizText
from gramota.course.source import Source, load_source
from gramota.course.validation import Model, parse_model
from gramota.errors import ContentError, Problem, Where
from gramota.uncollected import uncollected


class LessonFiles(NamedTuple):
    """Where a letter and its quiz stand; not every letter has one."""

    letter_id: str
    letter: Path
    quiz: Path | None

    def sources(self) -> "LessonSources":
        """Read both files."""
        quiz = load_source(self.quiz, shown_path(self.quiz)) if self.quiz else None
        return LessonSources(self.letter_id, load_source(self.letter, shown_path(self.letter)), quiz)


class LessonSources(NamedTuple):
    """A letter and its quiz as their author wrote them; all that a lesson is made of."""

    letter_id: str
    letter: Source
    quiz: Source | None


class ReadLesson(NamedTuple):
    """A lesson that is well, or its problems; and what other letters may link to in it, in any case."""

    lesson: Lesson | None
    linked: LinkedLetter
    problems: list[Problem]


def load_course(docs: Path, quizzes: Path) -> Course:
    """Read docs/letters and quizzes; raise ContentError with all problems where there are any."""
    course, problems = read_course(docs, quizzes)
    if problems:
        raise ContentError(problems)
    return course


def read_course(docs: Path, quizzes: Path) -> tuple[Course, list[Problem]]:
    """Read docs/letters and quizzes: the lessons that are well, and every problem of those that are not."""
    with uncollected():
        files, problems = find_lessons(docs, quizzes)
        read = {each.letter_id: read_lesson(each.sources()) for each in files}
        problems += [problem for each in read.values() for problem in each.problems]
        problems += check_links({letter_id: each.linked for letter_id, each in read.items()}, docs)
    return Course(tuple(each.lesson for each in read.values() if each.lesson)), problems


def load_letter_text(path: Path) -> LetterText:
    """Read one letter; raise ContentError where its fields cannot be read. What it says is not checked."""
    letter, problems = _parse(load_source(path, shown_path(path)), LetterText)
    if letter is None or problems:
        raise ContentError(problems)
    return letter


def find_lessons(docs: Path, quizzes: Path) -> tuple[list[LessonFiles], list[Problem]]:
    """Find each letter with its quiz, and what is wrong with the names and places of files."""
    if quizzes.resolve().is_relative_to(docs.resolve()):
        return [], [Problem.at(Where(shown_path(quizzes), 0, 0), "G070")]
    found, found_quizzes = find_files(docs / "letters"), find_files(quizzes)
    letters, quiz_files = dict(found), dict(found_quizzes)
    problems = [*check_names(found), *check_names(found_quizzes)]
    problems += _check_folders(docs / "letters", letters, quiz_files)
    return [LessonFiles(letter_id, path, quiz_files.get(letter_id)) for letter_id, path in letters.items()], problems


def read_lesson(sources: LessonSources) -> ReadLesson:
    """Read a lesson from its sources, and every problem of both."""
    letter, problems = _parse(sources.letter, LetterText)
    problems += check_letter(sources.letter)
    quiz = None
    if sources.quiz:
        quiz, quiz_problems = _parse(sources.quiz, QuizText)
        problems += [*quiz_problems, *check_quiz(sources.quiz, sources.letter)]
    linked = read_linked(sources.letter)
    if letter is None or problems:
        return ReadLesson(None, linked, problems)
    named = letter.named(sources.letter_id), quiz.named(sources.letter_id) if quiz else None
    texts = sources.letter.without_tree(), sources.quiz.without_tree() if sources.quiz else None
    return ReadLesson(Lesson(*named, *texts), linked, [])


def _parse(source: Source, model: type[Model]) -> tuple[Model | None, list[Problem]]:
    parsed = parse_model(source, model)
    return (None, [*source.problems, *parsed]) if isinstance(parsed, list) else (parsed, [*source.problems])


def _check_folders(folder: Path, letters: Mapping[str, Path], quizzes: Mapping[str, Path]) -> Iterator[Problem]:
    if not letters:
        yield Problem.at(Where(shown_path(folder), 0, 0), "G016", folder=shown_path(folder))
    for letter_id, path in letters.items():
        parent, _, name = letter_id.rpartition("/")
        if name == "control" and parent in letters:
            yield Problem.at(Where(shown_path(path)), "G080", letter=parent)
    for quiz_id in sorted(quizzes.keys() - letters.keys()):
        yield from _check_orphan(quizzes[quiz_id], quiz_id, letters)


def _check_orphan(path: Path, quiz_id: str, letters: Mapping[str, Path]) -> Iterator[Problem]:
    source = load_source(path, shown_path(path))
    _, problems = _parse(source, QuizText)
    yield Problem.at(Where(source.path), "G061", id=quiz_id, suggestion=suggestion(quiz_id, letters))
    yield from (*problems, *check_quiz(source, None))
