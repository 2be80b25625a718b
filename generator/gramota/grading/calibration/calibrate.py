"""A quiz calibrated: each question's figures, where rubric and trainers part, phrases, and the figures with them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal

from gramota.course import ControlQuestion
from gramota.grading.calibration.decided_answers import DecidedAnswer
from gramota.grading.calibration.figures import (
    BetweenTrainers,
    Figures,
    Graded,
    QuestionFigures,
    compare_trainers,
    join_figures,
    meanings_of,
    measure,
)
from gramota.grading.calibration.patch import AddedPhrase
from gramota.grading.calibration.patched_question import failing_examples, with_phrases
from gramota.grading.calibration.proposals import Proposal, propose
from gramota.grading.compiled_quiz import CompiledQuiz
from gramota.grading.notices import judge_answer
from gramota.grading.suggesting.labelled_answers import MeaningKey
from gramota.grading.suggesting.what_if import decisions_of
from gramota.rubric import compile_question
from gramota.rubric.compiling.whole_rubric import WholeRubric

Part = Literal["learned", "aside"]
Stage = Literal["now", "then"]
Watch = Callable[[Sequence[MeaningKey]], Iterable[MeaningKey]]


@dataclass(frozen=True)
class Difference:
    """An answer on whose meaning the rubric decides otherwise than its trainers."""

    graded: Graded
    meaning: MeaningKey


@dataclass(frozen=True)
class CalibratedQuestion:
    """What is found of one question; of the answers kept aside only figures.

    `now` is how the answers are graded, `then` how they would be with all proposals; in `disputed` decisions trainers
    part, so that the rubric is not compared with them.
    """

    question: ControlQuestion
    figures: QuestionFigures
    differences: tuple[Difference, ...]
    proposals: tuple[Proposal, ...]
    now: tuple[Graded, ...]
    then: tuple[Graded, ...]
    disputed: int


@dataclass(frozen=True)
class Calibration:
    """The questions that have decided answers, and every two trainers against each other."""

    compiled: CompiledQuiz
    questions: tuple[CalibratedQuestion, ...]
    trainers: tuple[BetweenTrainers, ...]

    @property
    def phrases(self) -> tuple[AddedPhrase, ...]:
        """All proposed phrases, in the order of the quiz."""
        return tuple((each.question.id, proposal.new) for each in self.questions for proposal in each.proposals)

    def part(self, part: Part, stage: Stage) -> Figures:
        """Return the agreement on all decisions of a part of the answers."""
        of_stage = (each.now if stage == "now" else each.then for each in self.questions)
        return join_figures(
            [each for each in graded if each.answer.is_aside == (part == "aside")] for graded in of_stage
        )


def calibrate_quiz(
    compiled: CompiledQuiz, answers: Sequence[DecidedAnswer], least: int, watch: Watch = iter
) -> Calibration:
    """Compare the quiz's rubrics with the decided answers, and look for phrases that mend at least so many of them.

    A second reader may have learned from these very answers, and is left aside.
    """
    compiled = compiled.by_phrases()
    by_question = {
        question.id: [each for each in answers if each.question == question.id] for question in compiled.quiz.control
    }
    questions = [
        _calibrate(compiled, compiled.quiz.question(name), decided, least, watch)
        for name, decided in by_question.items()
        if decided
    ]
    known = {name: frozenset(meanings_of(rubric)) for name, rubric in compiled.rubrics.items()}
    return Calibration(compiled, tuple(questions), tuple(compare_trainers(answers, known)))


def _calibrate(
    compiled: CompiledQuiz, question: ControlQuestion, answers: Sequence[DecidedAnswer], least: int, watch: Watch
) -> CalibratedQuestion:
    now = tuple(_grade(compiled, answers))
    rubric = WholeRubric(question, compiled.quiz.synonyms, compiled.rubrics[question.id])
    proposals = propose(rubric, now, question.examples, least, watch)
    patched, proposals = _without_harm(compiled, question, proposals)
    return CalibratedQuestion(
        question=question,
        figures=measure(now, compiled.rubrics[question.id]),
        differences=tuple(_differences(now)),
        proposals=tuple(proposals),
        now=now,
        then=tuple(_grade(patched, answers)),
        disputed=sum(each.answer.disputed(each.decisions.keys()) for each in now),
    )


def _grade(compiled: CompiledQuiz, answers: Iterable[DecidedAnswer]) -> Iterator[Graded]:
    for answer in answers:
        score = judge_answer(compiled, answer.question, answer.text).score
        yield Graded(answer, decisions_of(score), score.score)


def _differences(graded: Iterable[Graded]) -> Iterator[Difference]:
    """Yield what may be learned from, what the rubric is surest of first."""
    found = [
        Difference(each, key)
        for each in graded
        if not each.answer.is_aside
        for key, label in each.labels.items()
        if each.decisions[key].met != label
    ]
    yield from sorted(found, key=lambda each: -each.graded.decisions[each.meaning].confidence)


def _without_harm(
    compiled: CompiledQuiz, question: ControlQuestion, proposals: Sequence[Proposal]
) -> tuple[CompiledQuiz, list[Proposal]]:
    """Return the quiz with the proposals that together break no example: from the last on they are let go."""
    failing = failing_examples(compiled, question)
    kept = [*proposals]
    while True:
        patched = _patched(compiled, question, kept)
        if failing_examples(patched, question) <= failing or not kept:
            return patched, kept
        kept.pop()


def _patched(compiled: CompiledQuiz, question: ControlQuestion, proposals: Iterable[Proposal]) -> CompiledQuiz:
    changed = with_phrases(question, [each.new for each in proposals])
    rubric = compile_question(changed, compiled.quiz.synonyms, compiled.letter.lang)
    return replace(compiled, rubrics=MappingProxyType({**compiled.rubrics, question.id: rubric}))
