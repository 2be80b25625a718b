"""A trainer's decisions over the rubric's: what the trainer says stands, the rest stays a proposal."""

from collections.abc import Mapping
from dataclasses import replace

from gramota.decisions import Decided, Decisions
from gramota.decisions.line import Kind
from gramota.grading.grade import Attempt, Grade
from gramota.rubric import CompiledQuestion, Decision, add_up


def apply_decisions(attempt: Attempt, decisions: Decisions) -> Attempt:
    """Return the attempt as its trainer decided it; points are added up anew, and nothing else changes."""
    grades = tuple(
        decide_grade(attempt.compiled.rubrics.get(grade.question), grade, decisions.of(attempt.id, grade.question))
        for grade in attempt.grades
    )
    return replace(attempt, grades=grades)


def decide_grade(rubric: CompiledQuestion | None, grade: Grade, decided: Decided) -> Grade:
    """Return the grade with what the trainer decided of its answer; a finished one wants nobody's eye any more.

    What a trainer sets counts also in an answer that the quiz refuses, and without what it requires.
    """
    if not decided.last:
        return grade
    review = grade.review and decided.finished is None
    if rubric is None or grade.state != "graded":
        return replace(grade, review=review, decided=decided)
    criteria = _over("criteria", grade.criteria, decided)
    misconceptions = _over("misconceptions", grade.misconceptions, decided)
    summed = add_up(rubric, criteria, misconceptions, ())
    unsure = decided.finished is None and (summed.review or (review and bool(grade.notices)))
    return replace(
        grade,
        score=summed.score,
        criteria=criteria,
        misconceptions=misconceptions,
        review=unsure,
        decided=decided,
    )


def _over(kind: Kind, proposed: Mapping[str, Decision], decided: Decided) -> dict[str, Decision]:
    return {name: _decide(decision, kind, name, decided) for name, decision in proposed.items()}


def _decide(proposed: Decision, kind: Kind, name: str, decided: Decided) -> Decision:
    """A trainer is sure; the rubric's evidence is kept only where both say that the meaning is there."""
    mark = decided.marks.get((kind, name))
    if mark is None:
        return proposed
    if mark.met and proposed.met:
        return proposed._replace(confidence=1.0, is_learned=False)
    return Decision(met=mark.met, confidence=1.0)
