"""A course from its two folders: every letter with its quiz, and every problem of every file at once."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, Self

from gramota.course.checks.connections import find_connections
from gramota.course.checks.crosscheck import check_letter, check_quiz
from gramota.course.checks.linked import LinkedLetter, read_linked
from gramota.course.checks.quiz_texts import shown_texts
from gramota.course.files.folder import check_names, find_files, shown_path
from gramota.course.files.included import Included
from gramota.course.files.shared_files import SharedFiles
from gramota.course.model.lesson import Course, Lesson
from gramota.course.model.letter import Letter, LetterText
from gramota.course.model.quiz import Quiz, QuizText
from gramota.course.names import suggestion
from gramota.course.validation.validation import Model, parse_model
from gramota.course.yaml_files.source import Source, load_source
from gramota.errors import ContentError, Problem, Where, refuse
from gramota.uncollected import uncollected


class LessonFiles(NamedTuple):
    """Where a letter and its quiz stand; not every letter has one."""

    letter_id: str
    letter: Path
    quiz: Path | None
    shared: SharedFiles

    def sources(self) -> "LessonSources":
        """Read both files."""
        quiz = load_source(self.quiz, shown_path(self.quiz)) if self.quiz else None
        return LessonSources(self.letter_id, load_source(self.letter, shown_path(self.letter)), quiz, self.shared)


class LessonSources(NamedTuple):
    """A letter and its quiz as their author wrote them, and what they may include; all that a lesson is made of."""

    letter_id: str
    letter: Source
    quiz: Source | None
    shared: SharedFiles

    def as_bytes(self) -> tuple[bytes, ...] | None:
        """Return all that a lesson is made of but for what it includes; None where a file cannot be read this time."""
        if self.letter.unreadable or (self.quiz and self.quiz.unreadable):
            return None
        of_quiz = (self.quiz.path, self.quiz.text) if self.quiz else ()
        return tuple(text.encode() for text in (self.letter_id, self.letter.path, self.letter.text, *of_quiz))

    def without_trees(self) -> Self:
        """Return the same texts without their trees in memory, as another process gets them."""
        return self._replace(letter=self.letter.without_tree(), quiz=self.quiz and self.quiz.without_tree())


class ReadLesson(NamedTuple):
    """A lesson that is well, or its problems; in any case what others may link to in it, and the files it includes."""

    lesson: Lesson | None
    linked: LinkedLetter
    problems: list[Problem]
    included: frozenset[Path]


def load_course(docs: Path, quizzes: Path) -> Course:
    """Read docs/letters and quizzes; raise ContentError with all problems where there are any."""
    course, problems = read_course(docs, quizzes)
    refuse(problems)
    return course


def read_course(docs: Path, quizzes: Path, shared: SharedFiles | None = None) -> tuple[Course, list[Problem]]:
    """Read docs/letters and quizzes: the lessons that are well, and every problem of those that are not.

    `shared` knows afterwards which files were included.
    """
    with uncollected():
        files, problems = find_lessons(docs, quizzes, shared or SharedFiles(docs, quizzes))
        read = {each.letter_id: read_lesson(each.sources()) for each in files}
        problems += [problem for each in read.values() for problem in each.problems]
        problems += find_connections({letter_id: each.linked for letter_id, each in read.items()}, docs).problems
    return Course(tuple(each.lesson for each in read.values() if each.lesson)), problems


def load_letter_text(path: Path) -> LetterText:
    """Read one letter; raise ContentError where its fields cannot be read. What it says is not checked."""
    letter, problems = _parse(load_source(path, shown_path(path)), LetterText)
    if letter is None or problems:
        raise ContentError(problems)
    return letter


def find_lessons(docs: Path, quizzes: Path, shared: SharedFiles) -> tuple[list[LessonFiles], list[Problem]]:
    """Find each letter with its quiz, and what is wrong with the names and places of files."""
    if quizzes.resolve().is_relative_to(docs.resolve()):
        return [], [Problem.at(Where(shown_path(quizzes), 0, 0), "G070")]
    found, found_quizzes = find_files(docs / "letters"), find_files(quizzes)
    letters, quiz_files = dict(found), dict(found_quizzes)
    problems = [*check_names(found), *check_names(found_quizzes)]
    problems += _check_folders(docs / "letters", letters, quiz_files)
    return [LessonFiles(each, path, quiz_files.get(each), shared) for each, path in letters.items()], problems


def read_lesson(sources: LessonSources) -> ReadLesson:
    """Read a lesson from its sources, and every problem of both and of what they include."""
    letter, problems = _parse(sources.letter, LetterText)
    problems += check_letter(sources.letter)
    terms = sources.shared.included_by(sources.letter, "terms")
    quiz, synonyms = None, Included()
    if sources.quiz:
        quiz, quiz_problems = _parse(sources.quiz, QuizText)
        synonyms = sources.shared.included_by(sources.quiz, "synonyms")
        problems += [*quiz_problems, *check_quiz(sources.quiz, sources.letter)]
    problems += [*terms.problems, *synonyms.problems]
    linked, included = read_linked(sources.letter, sources.quiz), terms.files | synonyms.files
    if letter is None or problems:
        return ReadLesson(None, linked, problems, included)
    letter = letter.with_terms(terms.texts, _asked_texts(sources.quiz))
    named = _named(sources.letter_id, letter, quiz and quiz.with_synonyms(synonyms.groups))
    texts = sources.without_trees()
    shared = synonyms.sources_but(quiz.synonyms) if quiz else {}
    return ReadLesson(Lesson(*named, texts.letter, texts.quiz, shared), linked, [], included)


def _asked_texts(quiz: Source | None) -> list[str]:
    """Return what the questions show on the letter's pages, where its terms are explained as well."""
    return [text.raw for _, text in shown_texts(quiz)] if quiz else []


def _named(letter_id: str, letter: LetterText, quiz: QuizText | None) -> tuple[Letter, Quiz | None]:
    return letter.named(letter_id), quiz.named(letter_id) if quiz else None


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
