"""What lies on the desk: every answer to a control question, in the order in which it wants a trainer."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from gramota.decisions.line import Subject
from gramota.grading.attempt_identity import learner_key, rubric_hash
from gramota.grading.grade import Attempt, Grade
from gramota.grading.inbox.near_duplicates import Written, find_twins
from gramota.notice_kinds import COPIED


@dataclass(frozen=True)
class LooksLike:
    """Another employee's answer that is nearly the same; `likeness` is 0 to 1."""

    key: str
    learner: str
    likeness: float


@dataclass(frozen=True)
class Case:
    """One answer as the rubric proposes to grade it; `number` is the question's place in its sheet, from 1."""

    key: str
    attempt: Attempt
    grade: Grade
    number: int
    subject: Subject
    twins: tuple[LooksLike, ...] = ()

    @cached_property
    def learner(self) -> str:
        """Who answers, as trainers know them."""
        return self.attempt.handed_in.answers.learner.in_full

    @property
    def is_doubtful(self) -> bool:
        """Whether anything about it wants a trainer's eye."""
        return self.grade.review or bool(self.grade.notices or self.twins or self.attempt.handed_in.warnings)

    @property
    def confidence(self) -> float:
        """How sure the least sure of its decisions is."""
        decisions = (*self.grade.criteria.values(), *self.grade.misconceptions.values())
        return min((decision.confidence for decision in decisions), default=0.0)


def lay_out(attempts: Iterable[Attempt]) -> list[Case]:
    """Return the answers that say something, the most doubtful first; of a sheet handed in twice one lies there."""
    rubrics: dict[tuple[str, str], str] = {}
    cases = [case for attempt in attempts if attempt.standing != "copy" for case in _cases(attempt, rubrics)]
    return sorted(_with_twins(cases), key=_urgency)


def _cases(attempt: Attempt, rubrics: dict[tuple[str, str], str]) -> Iterator[Case]:
    """`rubrics` are the hashes that are known already."""
    letter, attempt_id = attempt.compiled.letter.id, attempt.id
    learner = learner_key(attempt.handed_in.answers.learner)
    for number, grade in enumerate(attempt.grades, start=1):
        if grade.state == "not_answered" or not grade.answer.strip():
            continue
        rubric = letter, grade.question
        if rubric not in rubrics:
            rubrics[rubric] = rubric_hash(attempt.compiled, grade.question)
        subject = Subject(
            attempt=attempt_id,
            learner=learner,
            letter=letter,
            question=grade.question,
            rubric=rubrics[rubric],
        )
        yield Case(f"{attempt_id.rpartition(':')[2][:16]}.{number}", attempt, grade, number, subject)


def _with_twins(cases: Sequence[Case]) -> list[Case]:
    """Two who copied the letter are not like each other, but like the letter."""
    found = {case.key: case for case in cases}
    for same in _by_question(case for case in cases if all(each.kind != COPIED for each in case.grade.notices)):
        twins = find_twins([Written(case.subject.learner.casefold(), case.grade.answer) for case in same])
        for case, alike in zip(same, twins, strict=True):
            if alike:
                others = tuple(LooksLike(same[t.number].key, same[t.number].learner, t.likeness) for t in alike)
                found[case.key] = replace(case, twins=others)
    return [*found.values()]


def _by_question(cases: Iterable[Case]) -> Iterable[list[Case]]:
    groups: defaultdict[tuple[str, str], list[Case]] = defaultdict(list)
    for case in cases:
        groups[case.subject.letter, case.subject.question].append(case)
    return groups.values()


def _urgency(case: Case) -> tuple[int, float]:
    return 0 if case.grade.review else 1 if case.is_doubtful else 2, case.confidence
