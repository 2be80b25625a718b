"""Attempts made of sheets without files, with what a trainer decided of them."""

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from tests.answers.sheets import compiled, course, sheet
from tests.unit.decisions.lines import NOON

from gramota.course import Lesson
from gramota.decisions import Decisions
from gramota.decisions.line import Act, Commented, Finished, Line, Marked, Subject
from gramota.grading.compiled_quiz import CompiledQuiz
from gramota.grading.decided_by_trainer import apply_decisions
from gramota.grading.grade import Attempt, grade_attempt
from gramota.grading.inbox.answer_files import HandedIn
from gramota.grading.inbox.answers import Answers
from gramota.grading.standing import mark_standing

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&amp;\u202eоторобан\x00\x07</div></main>"
TRAINER = "Ирина Сергеева"


def attempt_of(
    content: dict[str, Any], file: str = "a.json", lesson: Lesson | None = None, quiz: CompiledQuiz | None = None
) -> Attempt:
    answers = Answers.model_validate_json(json.dumps(content))
    return grade_attempt(HandedIn(file, answers, lesson or course().lesson("returns")), quiz or compiled())


def group_of(*answers: dict[str, str], **changed: Any) -> list[Attempt]:
    """Attempts of learners 1, 2, 3 …, each with these answers."""
    sheets = [
        sheet(said, **{"learner": {"id": str(number), "name": f"Сотрудник {number}"}, **changed})
        for number, said in enumerate(answers, start=1)
    ]
    return mark_standing([attempt_of(content, f"{number}.json") for number, content in enumerate(sheets, start=1)])


def subject(attempt: Attempt, question: str = "term") -> Subject:
    letter = attempt.compiled.letter.id
    return Subject(attempt=attempt.id, learner="1", letter=letter, question=question, rubric="")


def decided(attempt: Attempt, *acts: Act) -> Attempt:
    return apply_decisions(attempt, Decisions(_lines(acts)))


def finished(attempt: Attempt, comment: str = "", **met: bool) -> Attempt:
    """The first question as a trainer finished it: what is named is met or held, or not."""
    rubric = attempt.compiled.rubrics[attempt.grades[0].question]
    about = subject(attempt, rubric.id)
    acts: list[Act] = [Commented(subject=about, text=comment)] if comment else []
    criteria = {meaning.id: met.get(meaning.id, False) for meaning in rubric.criteria}
    misconceptions = {meaning.id: met.get(meaning.id, False) for meaning in rubric.misconceptions}
    return decided(attempt, *acts, Finished(subject=about, criteria=criteria, misconceptions=misconceptions))


def marked(attempt: Attempt, name: str, *, met: bool) -> Attempt:
    return decided(attempt, Marked(subject=subject(attempt), kind="criteria", id=name, met=met))


def without_number(attempt: Attempt) -> Attempt:
    answers = attempt.handed_in.answers
    learner = answers.learner.model_copy(update={"id": None})
    changed = answers.model_copy(update={"learner": learner})
    return replace(attempt, handed_in=replace(attempt.handed_in, answers=changed))


def _lines(acts: Sequence[Act]) -> list[Line]:
    when = NOON.strftime("%Y-%m-%dT%H:%M:%SZ")
    return [Line(n=n, prev="0" * 64, when=when, who=TRAINER, did=act) for n, act in enumerate(acts, start=2)]
