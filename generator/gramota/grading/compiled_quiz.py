"""The rubrics of one quiz, compiled together; or every phrase of them that cannot be read, by line and column."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from gramota.course import ControlQuestion, Lesson, Letter, Quiz
from gramota.course.source import Source
from gramota.errors import ContentError, Problem
from gramota.grading.letter_sentences import LetterSentences, index_sentences
from gramota.rubric import CompiledQuestion, PhraseError, compile_question, find_group_errors, find_phrase_errors

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class CompiledQuiz:
    """A letter's quiz with the compiled rubric of each of its control questions, by id and in the quiz's order.

    `sentences` are the letter's, to know answers that are copied from it.
    """

    letter: Letter
    quiz: Quiz
    source: Source
    rubrics: Mapping[str, CompiledQuestion]
    sentences: LetterSentences


def compile_quiz(lesson: Lesson) -> CompiledQuiz:
    """Compile the rubrics of a lesson that has a quiz; raise ContentError with every phrase that cannot be read."""
    if lesson.quiz is None or lesson.quiz_source is None:
        raise ValueError(f"the letter {lesson.letter.id} has no quiz")
    problems = [*find_phrase_problems(lesson)]
    rubrics = {}
    for number, question in enumerate(() if problems else lesson.quiz.control):
        try:
            rubrics[question.id] = compile_question(question, lesson.quiz.synonyms, lesson.letter.lang)
        except PhraseError as error:
            path = ("control", number, *_path_inside(question, error.place))
            problems.append(_phrase_problem(error, path, lesson.quiz_source))
    if problems:
        raise ContentError(problems)
    sentences = index_sentences(lesson.letter)
    return CompiledQuiz(lesson.letter, lesson.quiz, lesson.quiz_source, MappingProxyType(rubrics), sentences)


def find_phrase_problems(lesson: Lesson) -> Iterator[Problem]:
    """Yield every phrase of the lesson's rubrics that breaks the rules of phrases; needs no dictionary."""
    quiz, source = lesson.quiz, lesson.quiz_source
    if quiz is None or source is None:
        return
    for error in find_group_errors(quiz.synonyms):
        yield _phrase_problem(error, error.place, source)
    for path, text in _phrases(quiz):
        for error in find_phrase_errors(text, quiz.synonyms.keys()):
            yield _phrase_problem(error, path, source)


def _phrases(quiz: Quiz) -> Iterator[tuple[Path, str]]:
    for number, question in enumerate(quiz.control):
        for kind, entries in (("criteria", question.criteria), ("misconceptions", question.misconceptions)):
            for at, entry in enumerate(entries):
                for key, phrases in (("accept", entry.accept), ("reject", entry.reject)):
                    yield from ((("control", number, kind, at, key, n), text) for n, text in enumerate(phrases))


def _phrase_problem(error: PhraseError, path: Path, source: Source) -> Problem:
    where = source.where_inside(error.start, *path)
    return Problem.at(where, error.code, **error.values).showing(source.line(where))


def _path_inside(question: ControlQuestion, place: Path) -> Path:
    """Return the engine's place, which names a criterion by its id, as a path in the file."""
    kind, entry_id, *rest = place
    listed = question.criteria if kind == "criteria" else question.misconceptions
    return (kind, [entry.id for entry in listed].index(str(entry_id)), *rest)
