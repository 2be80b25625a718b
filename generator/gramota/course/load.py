"""A course from its two folders: every letter with its quiz, and every problem of every file at once."""

from collections.abc import Iterator, Mapping
from pathlib import Path

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


def load_course(docs: Path, quizzes: Path) -> Course:
    """Read docs/letters and quizzes; raise ContentError with all problems where there are any."""
    course, problems = read_course(docs, quizzes)
    if problems:
        raise ContentError(problems)
    return course


def read_course(docs: Path, quizzes: Path) -> tuple[Course, list[Problem]]:
    """Read docs/letters and quizzes: the lessons that are well, and every problem of those that are not."""
    if quizzes.resolve().is_relative_to(docs.resolve()):
        return Course(()), [Problem.at(Where(shown_path(quizzes), 0, 0), "G070")]
    letters, quiz_files = find_files(docs / "letters"), find_files(quizzes)
    problems = [*check_names(letters), *check_names(quiz_files)]
    with uncollected():
        problems += _check_folders(docs / "letters", dict(letters), dict(quiz_files))
        lessons, linked, found = _read_lessons(dict(letters), dict(quiz_files))
        problems += [*found, *check_links(linked, docs)]
    return Course(tuple(lessons)), problems


def _read_lessons(
    letters: Mapping[str, Path], quizzes: Mapping[str, Path]
) -> tuple[list[Lesson], dict[str, LinkedLetter], list[Problem]]:
    lessons: list[Lesson] = []
    linked: dict[str, LinkedLetter] = {}
    problems: list[Problem] = []
    for letter_id, path in letters.items():
        read = _read(path, LetterText)
        linked[letter_id] = read_linked(read[0])
        try:
            lessons.append(_load_lesson(letter_id, read, quizzes.get(letter_id)))
        except ContentError as error:
            problems += error.problems
    return lessons, linked, problems


def _load_lesson(
    letter_id: str, read: tuple[Source, LetterText | None, list[Problem]], quiz_path: Path | None
) -> Lesson:
    source, letter, problems = read
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
    source, _, problems = _read(path, QuizText)
    yield Problem.at(Where(source.path), "G061", id=quiz_id, suggestion=suggestion(quiz_id, letters))
    yield from (*problems, *check_quiz(source, None))
