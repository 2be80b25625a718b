"""The trainer's word is the last: over the rubric, over its refusals, and after the rubric has changed."""

import json
from dataclasses import replace

from tests.answers.sheets import compiled, course, sheet
from tests.unit.decisions.lines import NOON

from gramota.decisions import Decisions
from gramota.decisions.line import BEGINNING, Act, Commented, Finished, Line, Marked, Subject, moment_text
from gramota.grading.attempt_identity import attempt_id, learner_key, rubric_hash
from gramota.grading.decided_by_trainer import apply_decisions
from gramota.grading.grade import Attempt, Grade, grade_attempt
from gramota.grading.inbox.answer_files import HandedIn
from gramota.grading.inbox.answers import Answers


def attempt(**answers: str) -> Attempt:
    read = Answers.model_validate_json(json.dumps(sheet(answers)))
    return grade_attempt(HandedIn("a.json", read, course().lesson("returns")), compiled())


def about(graded: Attempt, question: str = "term") -> Subject:
    key = learner_key(graded.handed_in.answers.learner)
    return Subject(
        attempt=graded.id, learner=key, letter="returns", question=question, rubric=rubric_hash(compiled(), question)
    )


def apply(graded: Attempt, *acts: Act) -> Attempt:
    lines = (
        Line(n=number, prev=BEGINNING, when=moment_text(NOON), who="Ирина", did=act)
        for number, act in enumerate(acts, start=2)
    )
    return apply_decisions(graded, Decisions(lines))


def decided(graded: Attempt, *acts: Act) -> Grade:
    return apply(graded, *acts).grades[0]


def mark(graded: Attempt, name: str, met: bool, kind: str = "criteria") -> Marked:
    return Marked(subject=about(graded), kind=kind, id=name, met=met)


def test_an_answer_that_nobody_decided_on_is_left_as_it_is():
    graded = attempt()
    assert apply_decisions(graded, Decisions()) == graded


def test_what_a_trainer_says_counts_and_what_was_not_said_stays_proposed():
    graded = attempt(term="Две недели.")
    assert (graded.grades[0].score, graded.outcome) == (0, "not_passed")
    grade = decided(graded, mark(graded, "days", True))
    assert (grade.score, grade.max) == (1.5, 2.5)
    assert (grade.criteria["days"].met, grade.criteria["receipt"].met) == (True, False)
    assert grade.criteria["days"].confidence == 1
    assert grade.criteria["receipt"].confidence == graded.grades[0].criteria["receipt"].confidence


def test_evidence_of_a_criterion_that_the_trainer_refuses_is_no_evidence():
    graded = attempt()
    assert graded.grades[0].criteria["days"].evidence
    assert decided(graded, mark(graded, "days", True)).criteria["days"].evidence
    assert decided(graded, mark(graded, "days", False)).criteria["days"].evidence == ()


def test_a_misconception_costs_and_points_never_fall_below_zero():
    graded = attempt(term="Есть чек.")
    held = mark(graded, "any_time", True, "misconceptions")
    assert decided(graded, held).score == 0
    assert decided(graded, held, mark(graded, "receipt", False)).score == 0


def test_a_trainer_counts_what_the_quiz_refuses():
    graded = attempt(term="чек, товар, магазин, касса, возврат, 14 дней")
    grade = graded.grades[0]
    refused = replace(
        grade, criteria={name: each._replace(met=False) for name, each in grade.criteria.items()}, score=0
    )
    graded = replace(graded, grades=(refused, *graded.grades[1:]))
    assert decided(graded, mark(graded, "receipt", True)).score == 1


def test_an_answer_wants_an_eye_until_it_is_finished():
    graded = attempt(gone="Вопроса больше нет.")
    doubtful = graded.grades[-1]
    assert (doubtful.state, doubtful.review) == ("not_graded", True)
    commented = Commented(subject=about(graded, "gone"), text="Вижу")
    finished = Finished(subject=about(graded, "gone"), criteria={}, misconceptions={})
    assert apply(graded, commented).grades[-1].review
    assert not apply(graded, commented, finished).grades[-1].review
    assert apply(graded, commented, finished).outcome == "passed"


def test_what_was_finished_stands_though_the_rubric_finds_otherwise_today():
    graded = attempt(term="Две недели, и есть чек.")
    finished = Finished(subject=about(graded), criteria={"days": True, "receipt": False}, misconceptions={})
    grade = decided(graded, finished)
    assert {name: each.met for name, each in grade.criteria.items()} == {"days": True, "receipt": False}
    assert grade.misconceptions["any_time"] == graded.grades[0].misconceptions["any_time"]


def id_of(content: object) -> str:
    return attempt_id(Answers.model_validate_json(json.dumps(content)))


def test_a_sheet_is_known_by_what_it_says_and_not_by_the_checksum_that_it_claims():
    right, altered = sheet(), {**sheet(), "answers": sheet({"term": "Иначе."})["answers"]}
    assert right["checksum"] == altered["checksum"]
    assert id_of(right) != id_of(altered)


def test_a_sheet_that_came_as_a_text_is_the_one_that_came_as_a_file():
    """A text knows nothing of the self-check, and a messenger may have changed its quotes, dashes and spaces."""
    checked = [{"item": "a", "hash": "0" * 16, "attempts": 1, "correct": True}]
    as_file = sheet({"term": 'Срок - "14 дней".'}, self_check=checked)
    assert id_of(as_file) == id_of(sheet({"term": "Срок — «14 дней»."}))


def test_the_rubric_s_hash_changes_with_its_phrases_and_not_with_its_prompt():
    quiz = compiled().quiz
    term, *others = quiz.control
    days = term.criteria[0].model_copy(update={"accept": ("14 день", "две неделя")})

    def hash_with(**changed: object) -> str:
        control = (term.model_copy(update=changed), *others)
        return rubric_hash(replace(compiled(), quiz=quiz.model_copy(update={"control": control})), "term")

    now = rubric_hash(compiled(), "term")
    assert hash_with(prompt="Когда?", required=False) == now
    assert hash_with(criteria=(days, *term.criteria[1:])) != now
    assert hash_with(refuse=("copied",)) != now
    assert rubric_hash(compiled(), "gone") == ""


def test_the_rubric_s_hash_changes_with_the_synonyms_that_its_phrases_name():
    quiz = compiled().quiz
    term, *others = quiz.control
    days = term.criteria[0].model_copy(update={"accept": ("<paper> есть",)})
    control = (term.model_copy(update={"criteria": (days, *term.criteria[1:])}), *others)

    def hash_with(**synonyms: tuple[str, ...]) -> str:
        changed = quiz.model_copy(update={"control": control, "synonyms": synonyms})
        return rubric_hash(replace(compiled(), quiz=changed), "term")

    now = hash_with(paper=("<slip>",), slip=("чек",))
    assert hash_with(paper=("<slip>",), slip=("чек",), other=("товар",)) == now
    assert hash_with(paper=("<slip>",), slip=("квитанция",)) != now
