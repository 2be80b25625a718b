"""A course from its two folders: every letter with its quiz, or every problem of every file at once."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from gramota.course.crosscheck import check_letter, check_quiz
from gramota.course.letter import Letter, LetterText
from gramota.course.quiz import Quiz, QuizText
from gramota.course.source import Source, load_source
from gramota.course.validation import parse_model, suggestion
from gramota.errors import ContentError, Problem, Where


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
    letters, quiz_files = _read_folder(docs / "letters"), _read_folder(quizzes)
    problems = [*_unexpected_files(docs / "letters"), *_unexpected_files(quizzes)]
    problems += _find_file_problems(letters, quiz_files)
    lessons = []
    for letter_id, source in letters.items():
        letter = parse_model(source, LetterText, Letter, letter_id)
        quiz_source = quiz_files.get(letter_id)
        quiz = parse_model(quiz_source, QuizText, Quiz, letter_id) if quiz_source else None
        problems += [*_listed(letter), *_listed(quiz)]
        if isinstance(letter, Letter) and not isinstance(quiz, list):
            lessons.append(Lesson(letter, quiz, source, quiz_source))
    for orphan in quiz_files.keys() - letters.keys():
        problems += _listed(parse_model(quiz_files[orphan], QuizText, Quiz, orphan))
    if problems:
        raise ContentError(problems)
    return Course(tuple(lessons))


def _listed(parsed: Letter | Quiz | list[Problem] | None) -> list[Problem]:
    return parsed if isinstance(parsed, list) else []


def _read_folder(folder: Path) -> dict[str, Source]:
    found = sorted(folder.rglob("*.yml"), key=lambda path: path.relative_to(folder).parts)
    return {
        path.relative_to(folder).with_suffix("").as_posix(): load_source(path, shown_path(path))
        for path in found
        if path.is_file()
    }


def shown_path(path: Path) -> str:
    """Return the path as people know it: from where they stand, where it lies below there."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def _find_file_problems(letters: dict[str, Source], quizzes: dict[str, Source]) -> Iterator[Problem]:
    for source in letters.values():
        yield from source.problems
        yield from check_letter(source)
    for quiz_id, source in quizzes.items():
        yield from source.problems
        yield from check_quiz(source, letters.get(quiz_id))
        if quiz_id not in letters:
            yield Problem.at(Where(source.path), "G061", id=quiz_id, suggestion=suggestion(quiz_id, list(letters)))


def _unexpected_files(folder: Path) -> Iterator[Problem]:
    for path in sorted(folder.rglob("*.yaml")):
        yield Problem.at(Where(shown_path(path)), "G013", name=path.with_suffix(".yml").name)
