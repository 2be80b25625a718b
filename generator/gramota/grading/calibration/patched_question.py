"""A question with phrases added, and what its own examples say to that."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from gramota.course import ControlQuestion
from gramota.course.model.recognised import Recognised
from gramota.grading.compiled_quiz import CompiledQuiz
from gramota.grading.notices import judge_answer
from gramota.grading.suggesting.what_if import NewPhrase
from gramota.rubric.phrases.accepted import Kind

Entry = TypeVar("Entry", bound=Recognised)


def with_phrases(question: ControlQuestion, phrases: Sequence[NewPhrase]) -> ControlQuestion:
    """Return the question with the phrases at the ends of their lists."""
    criteria = tuple(_extended("criteria", each, phrases) for each in question.criteria)
    misconceptions = tuple(_extended("misconceptions", each, phrases) for each in question.misconceptions)
    return question.model_copy(update={"criteria": criteria, "misconceptions": misconceptions})


def failing_examples(compiled: CompiledQuiz, question: ControlQuestion) -> set[int]:
    """Return the numbers of the examples that are decided otherwise than their author says."""
    return {number for number in range(len(question.examples)) if not _is_right(compiled, question, number)}


def _is_right(compiled: CompiledQuiz, question: ControlQuestion, number: int) -> bool:
    example = question.examples[number]
    score = judge_answer(compiled, question.id, example.answer).score
    met = {name for name, decision in score.criteria.items() if decision.met}
    held = {name for name, decision in score.misconceptions.items() if decision.met}
    return (met, held) == ({*example.met}, {*example.held})


def _extended(kind: Kind, entry: Entry, phrases: Iterable[NewPhrase]) -> Entry:
    of_entry = [each for each in phrases if each.meaning == (kind, entry.id)]
    accept = tuple(each.phrase for each in of_entry if each.where == "accept")
    reject = tuple(each.phrase for each in of_entry if each.where == "reject")
    return entry.model_copy(update={"accept": (*entry.accept, *accept), "reject": (*entry.reject, *reject)})
