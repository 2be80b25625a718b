"""The tests of the self-check's rubrics: its questions' examples, and their model answers."""

from collections.abc import Iterator

from gramota.course import Lesson, OwnWords
from gramota.course.names import listed
from gramota.errors import Problem
from gramota.grading.checking.decided_otherwise import PlacedAnswer, compare
from gramota.grading.checking.example_codes import IDEA_CODES, MODEL_CODE, POINT_CODES
from gramota.grading.compiled_self_check import compile_self_check
from gramota.quiz.own_words import own_words_of
from gramota.rubric import CompiledQuestion, score_answer


def check_self_check_examples(lesson: Lesson) -> Iterator[Problem]:
    """Yield each example that is decided otherwise, and each model answer that would itself be wrong.

    Raise ContentError where the rubrics cannot be used.
    """
    source, rubrics = lesson.quiz_source, compile_self_check(lesson)
    if source is None:
        return
    for number, item in own_words_of(lesson):
        for at, example in enumerate(item.examples):
            answer = PlacedAnswer(example.answer, source, ("self_check", number, "examples", at, "answer"))
            found = score_answer(rubrics[item.id], example.answer)
            missed = compare(found.criteria, example.met, item.points, POINT_CODES)
            believed = compare(found.misconceptions, example.held, item.wrong, IDEA_CODES)
            yield from (answer.problem(*differing) for differing in (*missed, *believed))
        if item.answer:
            model = PlacedAnswer(item.answer, source, ("self_check", number, "answer"))
            yield from _check_model(item, rubrics[item.id], model)


def _check_model(item: OwnWords, rubric: CompiledQuestion, model: PlacedAnswer) -> Iterator[Problem]:
    found = score_answer(rubric, item.answer)
    missing = [point.id for point in item.points if not found.criteria[point.id].met]
    if len(item.points) - len(missing) < item.needed:
        yield Problem.at(model.where, MODEL_CODE, needed=item.needed, missing=listed(missing))
    for differing in compare(found.misconceptions, (), item.wrong, IDEA_CODES):
        yield model.problem(*differing)
