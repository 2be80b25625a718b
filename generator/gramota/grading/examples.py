"""The rubrics' own tests: every phrase can be read, and every example answer is decided as its author says."""

from collections.abc import Iterator, Mapping, Sequence

from gramota.course import ControlQuestion, Course, Example, Lesson
from gramota.course.source import Source
from gramota.errors import Problem
from gramota.rubric import (
    CompiledQuestion,
    Decision,
    PhraseError,
    compile_question,
    find_group_errors,
    find_phrase_errors,
    score_answer,
)

EXAMPLE_CODES = frozenset({"G201", "G202", "G203", "G204"})
"""The codes of examples that are decided otherwise; whatever else is found makes the rubric unusable."""

Path = tuple[str | int, ...]


def check_rubrics(course: Course) -> list[Problem]:
    """Return every phrase that cannot be read and, of the quizzes without one, every example that fails."""
    return [found for lesson in course.lessons for found in find_phrase_problems(lesson) or _check_examples(lesson)]


def find_phrase_problems(lesson: Lesson) -> list[Problem]:
    """Return every mistake in the lesson's phrases and synonym groups, each at its first offending character."""
    if not (lesson.quiz and lesson.quiz_source):
        return []
    errors = [(error.place, error) for error in find_group_errors(lesson.quiz.synonyms)]
    names = tuple(lesson.quiz.synonyms)
    for path, text in _phrases(lesson.quiz.control):
        errors += [(path, error) for error in find_phrase_errors(text, names)]
    return [_phrase_problem(error, path, lesson.quiz_source) for path, error in errors] or _find_too_large(lesson)


def _find_too_large(lesson: Lesson) -> list[Problem]:
    """Return the phrases that can be read one by one and are too many when put together."""
    problems = []
    for number, question in enumerate(lesson.quiz.control if lesson.quiz else ()):
        try:
            compile_question(question, lesson.quiz.synonyms if lesson.quiz else {}, lesson.letter.lang)
        except PhraseError as error:
            path = ("control", number, *_path_inside(question, error.place))
            problems += [_phrase_problem(error, path, lesson.quiz_source)] if lesson.quiz_source else []
    return problems


def _path_inside(question: ControlQuestion, place: Path) -> Path:
    """Return the engine's place, which names a criterion by its id, as a path in the file."""
    kind, entry_id, *rest = place
    listed = question.criteria if kind == "criteria" else question.misconceptions
    return (kind, [entry.id for entry in listed].index(str(entry_id)), *rest)


def _phrases(questions: Sequence[ControlQuestion]) -> Iterator[tuple[Path, str]]:
    for number, question in enumerate(questions):
        for kind, entries in (("criteria", question.criteria), ("misconceptions", question.misconceptions)):
            for at, entry in enumerate(entries):
                for key, phrases in (("accept", entry.accept), ("reject", entry.reject)):
                    yield from ((("control", number, kind, at, key, n), text) for n, text in enumerate(phrases))


def _phrase_problem(error: PhraseError, path: Path, source: Source) -> Problem:
    return Problem.at(source.where_inside(error.start, *path), error.code, **error.values)


def _check_examples(lesson: Lesson) -> Iterator[Problem]:
    for number, question in enumerate(lesson.quiz.control if lesson.quiz else ()):
        if question.examples and lesson.quiz and lesson.quiz_source:
            rubric = compile_question(question, lesson.quiz.synonyms, lesson.letter.lang)
            for at, example in enumerate(question.examples):
                where = ("control", number, "examples", at, "answer")
                yield from _check_example(example, rubric, question, lesson.quiz_source, where)


def _check_example(
    example: Example, rubric: CompiledQuestion, question: ControlQuestion, source: Source, path: Path
) -> Iterator[Problem]:
    found = score_answer(rubric, example.answer)
    titles = {entry.id: entry.title for entry in question.criteria}
    wrong_ideas = {entry.id: entry.title for entry in question.misconceptions}
    where = source.where(*path)
    for entry_id, decision in _unexpected(found.criteria, example.met):
        code = "G202" if decision.met else "G201"
        yield Problem.at(where, code, id=entry_id, title=titles[entry_id], **_reason(decision, example.answer))
    for entry_id, decision in _unexpected(found.misconceptions, example.held):
        code = "G204" if decision.met else "G203"
        yield Problem.at(where, code, id=entry_id, title=wrong_ideas[entry_id], **_reason(decision, example.answer))


def _unexpected(decisions: Mapping[str, Decision], expected: Sequence[str]) -> Iterator[tuple[str, Decision]]:
    return ((entry_id, found) for entry_id, found in decisions.items() if found.met != (entry_id in expected))


def _reason(decision: Decision, answer: str) -> dict[str, str]:
    quoted = " … ".join(answer[start:end] for start, end in decision.evidence)
    return {"phrase": decision.phrase or "", "evidence": quoted}
