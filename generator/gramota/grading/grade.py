"""One answer graded, and one attempt added up; both are proposals, and the trainer decides."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from gramota.decisions import NOTHING, Decided
from gramota.decisions.line import Kind
from gramota.grading.attempt_identity import attempt_id
from gramota.grading.compiled_quiz import CompiledQuiz
from gramota.grading.inbox.answer_files import HandedIn
from gramota.grading.notices import Judging, Notice, judge_answer
from gramota.rubric import Decision

State = Literal["graded", "not_answered", "not_graded"]
Outcome = Literal["passed", "not_passed", "review"]
Standing = Literal["counts", "copy", "superseded"]
"""Whether it is the one that counts of its learner's attempts, a copy of another, or one that another stands for."""

# Points may be fractions such as 0.1, whose sums are not exact.
_ROUNDING = 1e-9


@dataclass(frozen=True)
class Grade:
    """What the rubric says of one answer; an answer that is not graded has no score, which is not a score of 0.

    `max` is None where the question is not known. `review` asks for a trainer's eye. `decided` is what a trainer has
    said; criteria, misconceptions and score have it in them already.
    """

    question: str
    answer: str
    state: State
    score: float | None
    max: float | None
    criteria: Mapping[str, Decision]
    misconceptions: Mapping[str, Decision]
    notices: tuple[Notice, ...]
    review: bool
    decided: Decided = NOTHING

    def decisions(self, kind: Kind) -> Mapping[str, Decision]:
        """Return the criteria or the misconceptions."""
        return self.criteria if kind == "criteria" else self.misconceptions

    def tallied_as(self) -> tuple[str, ...]:
        """Return what a summary counts it as: its state, and `review` where it asks for a trainer's eye."""
        return (self.state, "review") if self.review else (self.state,)


@dataclass(frozen=True)
class Attempt:
    """What one learner handed in, graded: the quiz's questions in its order, then answers to questions it lacks."""

    handed_in: HandedIn
    compiled: CompiledQuiz
    grades: tuple[Grade, ...]
    standing: Standing = "counts"

    @property
    def id(self) -> str:
        """The checksum by which decisions know the attempt."""
        return attempt_id(self.handed_in.answers)

    @property
    def score(self) -> float | None:
        """The points of all graded answers; None where there is none."""
        scores = [grade.score for grade in self.grades if grade.score is not None]
        return sum(scores) if scores else None

    @property
    def max(self) -> float:
        """The most points there were; a question that may be left out counts when it is answered."""
        optional = {question.id for question in self.compiled.quiz.control if not question.required}
        counted = (grade for grade in self.grades if grade.state == "graded" or grade.question not in optional)
        return sum(grade.max or 0 for grade in counted)

    @property
    def share(self) -> float | None:
        """The score as a share of the most points, 0 to 1."""
        return None if self.score is None or not self.max else self.score / self.max

    @property
    def review(self) -> bool:
        """Whether any answer wants a trainer's eye."""
        return any(grade.review for grade in self.grades)

    @property
    def outcome(self) -> Outcome:
        """Passed or not, as the rubric proposes; nothing is proposed before what is doubtful has been reviewed."""
        if self.review:
            return "review"
        is_passed = self.share is not None and self.share >= self.compiled.quiz.pass_share - _ROUNDING
        return "passed" if is_passed else "not_passed"


def grade_answer(compiled: Judging, question: str, answer: str) -> Grade:
    """Grade one answer to a question of the quiz; one without a visible character is not answered and has no score."""
    found, notices = judge_answer(compiled, question, answer)
    is_answered = bool(answer.strip())
    return Grade(
        question=question,
        answer=answer,
        state="graded" if is_answered else "not_answered",
        score=found.score if is_answered else None,
        max=found.max,
        criteria=found.criteria,
        misconceptions=found.misconceptions,
        notices=notices if is_answered else (),
        review=found.review and is_answered,
    )


def grade_attempt(handed_in: HandedIn, compiled: CompiledQuiz) -> Attempt:
    """Grade every question of the quiz; what answers no question of it is kept, not graded, for the trainer to see."""
    return Attempt(handed_in, compiled, tuple(_grades(handed_in, compiled)))


def _grades(handed_in: HandedIn, compiled: CompiledQuiz) -> Iterator[Grade]:
    texts = {answer.question: answer.text for answer in handed_in.answers.answers}
    for question_id in compiled.rubrics:
        yield grade_answer(compiled, question_id, texts.get(question_id, ""))
    for question_id, text in texts.items():
        if question_id not in compiled.rubrics:
            yield Grade(question_id, text, "not_graded", None, None, {}, {}, (), review=bool(text.strip()))
