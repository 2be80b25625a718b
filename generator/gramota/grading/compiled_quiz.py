"""The rubrics of one control sheet, compiled together; or every phrase that cannot be read, by line and column."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from gramota.cache.rubrics import compile_once, try_once
from gramota.course import ControlQuestion, Lesson, Letter, Quiz
from gramota.course.model.recognised import Recognised
from gramota.course.names import listed, suggestion
from gramota.course.yaml_files.source import Source
from gramota.errors import ContentError, Problem
from gramota.grading.letter_sentences import LetterSentences, index_sentences
from gramota.grading.second_reader.learned_file import load_known_readers
from gramota.grading.second_reader.reader import SecondReader
from gramota.quiz.own_words import own_words_of
from gramota.rubric import CompiledQuestion, PhraseError, find_group_errors, find_phrase_errors

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class CompiledQuiz:
    """A letter's quiz with the compiled rubric of each of its control questions, by id and in the quiz's order.

    `sentences` are the letter's, to know answers that are copied from it; `readers` have learned from decided answers,
    and `advice` says what of it is no longer used.
    """

    letter: Letter
    quiz: Quiz
    source: Source
    rubrics: Mapping[str, CompiledQuestion]
    sentences: LetterSentences
    readers: Mapping[str, SecondReader] = field(default_factory=dict)
    advice: Sequence[Problem] = ()

    def by_phrases(self) -> "CompiledQuiz":
        """Return it without second readers, who would praise themselves on answers that they have learned from."""
        return replace(self, readers={})


def compile_quiz(lesson: Lesson) -> CompiledQuiz:
    """Compile the rubrics of a lesson that has a quiz, and read what was learned beside it.

    Raises ContentError with every phrase that cannot be read, or what is wrong with the learned file.
    """
    compiled = compile_phrases(lesson)
    known = load_known_readers(compiled.quiz, compiled.source)
    return replace(compiled, readers=known.readers, advice=known.advice)


def compile_phrases(lesson: Lesson) -> CompiledQuiz:
    """Compile the rubrics of a lesson that has a quiz; the learned file beside it is not opened and may be broken.

    Raises ContentError with every phrase that cannot be read.
    """
    return _compile(lesson, lesson.control)


def compile_examined(lesson: Lesson) -> CompiledQuiz:
    """Do the same, and keep the rubrics of those questions only that have examples to try them on."""
    return _compile(lesson, [question for question in lesson.control if question.examples])


def _compile(lesson: Lesson, needed: Sequence[ControlQuestion]) -> CompiledQuiz:
    if lesson.quiz is None or lesson.quiz_source is None:
        raise ValueError(f"the letter {lesson.letter.id} has no quiz")
    rubrics: dict[str, CompiledQuestion] = {}
    refused: dict[int, PhraseError] = {}
    for number, question in enumerate(lesson.quiz.control):
        try:
            if question in needed:
                rubrics[question.id] = compile_once(question, lesson.quiz.synonyms, lesson.letter.lang)
            else:
                try_once(question, lesson.quiz.synonyms, lesson.letter.lang)
        except PhraseError as error:
            refused[number] = error
    # Rubrics that can be compiled have no phrase that cannot be read, and neither have the synonyms.
    is_read = lesson.quiz.control and not refused
    problems = [*(_phrase_problems(lesson, _practice_phrases(lesson)) if is_read else find_phrase_problems(lesson))]
    if problems or refused:
        raise ContentError(problems or [_refused(lesson, number, error) for number, error in refused.items()])
    sentences = index_sentences(lesson.letter)
    return CompiledQuiz(lesson.letter, lesson.quiz, lesson.quiz_source, MappingProxyType(rubrics), sentences)


def _refused(lesson: Lesson, number: int, error: PhraseError) -> Problem:
    """Return the problem of a phrase that can be read, and makes its rubric too large."""
    assert lesson.quiz_source  # noqa: S101 - there is a quiz, for its question was refused
    question = lesson.control[number]
    lists = {"criteria": question.criteria, "misconceptions": question.misconceptions}
    return phrase_problem(error, ("control", number, *path_inside(lists, error.place)), lesson.quiz_source)


def find_phrase_problems(lesson: Lesson) -> Iterator[Problem]:
    """Yield every phrase of the lesson's rubrics that breaks the rules of phrases; needs no dictionary."""
    if lesson.quiz and lesson.quiz_source:
        for error in find_group_errors(lesson.quiz.synonyms):
            yield phrase_problem(error, error.place, lesson.shared.get(str(error.place[1]), lesson.quiz_source))
    yield from _phrase_problems(lesson, _practice_phrases(lesson))
    yield from _phrase_problems(lesson, _control_phrases(lesson))


def _phrase_problems(lesson: Lesson, phrases: Iterable[tuple[Path, str]]) -> Iterator[Problem]:
    if lesson.quiz and lesson.quiz_source:
        for path, text in phrases:
            for error in find_phrase_errors(text, lesson.quiz.synonyms.keys()):
                yield phrase_problem(error, path, lesson.quiz_source)


def _practice_phrases(lesson: Lesson) -> Iterator[tuple[Path, str]]:
    for number, item in own_words_of(lesson):
        yield from _phrases_in(("self_check", number, "points"), item.points)
        yield from _phrases_in(("self_check", number, "wrong"), item.wrong)


def _control_phrases(lesson: Lesson) -> Iterator[tuple[Path, str]]:
    for number, question in enumerate(lesson.control):
        yield from _phrases_in(("control", number, "criteria"), question.criteria)
        yield from _phrases_in(("control", number, "misconceptions"), question.misconceptions)


def _phrases_in(path: Path, entries: Sequence[Recognised]) -> Iterator[tuple[Path, str]]:
    for at, entry in enumerate(entries):
        for key, phrases in (("accept", entry.accept), ("reject", entry.reject)):
            yield from (((*path, at, key, n), text) for n, text in enumerate(phrases))


def phrase_problem(error: PhraseError, path: Path, source: Source) -> Problem:
    """Return the problem of the phrase at `path` of the file, at the very character of its line."""
    where = source.where_inside(error.start, *path)
    problem = Problem.at(where, error.code, **_values(error)).showing(source.line(where))
    return problem.until(source.end_inside(error.start, error.end, *path))


def _values(error: PhraseError) -> Mapping[str, str]:
    """What the message names; of the groups that there are the likely one, and no more than people read."""
    if error.code != "G108":
        return error.values
    groups = error.values["known"].split(", ")
    likely = suggestion(error.values["name"], groups)
    return {**error.values, "known": listed(groups), "suggestion": likely and f"<{likely}>"}


def path_inside(lists: Mapping[str, Sequence[Recognised]], place: Path) -> Path:
    """Return the engine's place, which names what is recognised by its id, as a path in the file."""
    kind, entry_id, *rest = place
    return (kind, [entry.id for entry in lists[str(kind)]].index(str(entry_id)), *rest)
