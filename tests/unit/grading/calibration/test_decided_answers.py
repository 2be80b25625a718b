"""What a trainer decided is taken as that trainer decided it, from tables and from the desk's log."""

import json
from collections.abc import Mapping, Sequence

import pytest
from tests.answers.sheets import attempt_of, sheet
from tests.unit.decisions.lines import NOON
from tests.unit.grading.calibration.answers import CASHIER, is_aside

from gramota.decisions.line import BEGINNING, Act, Commented, Finished, Line, Marked, Subject, Undone, moment_text
from gramota.errors import Where
from gramota.grading.answers import Answers
from gramota.grading.bulk.rows import BulkRow
from gramota.grading.calibration.decided_answers import AnswerCollector, DecidedAnswer, add_row, add_sheets

ANNA = Answers.model_validate_json(json.dumps(sheet()))
SUBJECT = Subject(attempt=attempt_of(sheet()), learner="4711", letter="returns", question="money", rubric="")


def row(**others: object) -> BulkRow:
    return BulkRow(Where("a.jsonl"), 7, "money", "Кассир", others)


def from_rows(*rows: tuple[str, BulkRow]) -> Sequence[DecidedAnswer]:
    from pathlib import Path  # noqa: PLC0415 - one helper's own

    collector = AnswerCollector()
    for file, each in rows:
        add_row(collector, each, Path(file))
    return collector.answers()


def by_trainer(*acts: tuple[str, Act]) -> Mapping[str, Mapping[tuple[str, str], bool]]:
    lines = [
        Line(n=number, prev=BEGINNING, when=moment_text(NOON), who=who, did=act)
        for number, (who, act) in enumerate(acts, start=2)
    ]
    collector = AnswerCollector()
    add_sheets(collector, [ANNA], lines)
    return {who: dict(labels) for answer in collector.answers() for who, labels in answer.by.items()}


def mark(met: bool) -> Marked:
    return Marked(subject=SUBJECT, kind="criteria", id="cashier", met=met)


def test_two_tables_are_two_trainers_and_a_column_may_name_them():
    [answer] = from_rows(
        ("one.jsonl", row(criteria={"cashier": 1})),
        ("two.csv", row(criteria='{"cashier": 0}')),
        ("two.csv", row(criteria={"cashier": 1}, trainer="Олег")),
    )
    assert {who: labels[CASHIER] for who, labels in answer.by.items()} == {"one": True, "two": False, "Олег": True}
    assert answer.agreed.labels == {}
    assert answer.disputed([CASHIER]) == 1


def test_rows_without_a_decision_or_an_answer_are_none():
    empty = BulkRow(Where("a"), 1, "money", " ", {"criteria": {"cashier": 1}})
    assert from_rows(("a.csv", row()), ("a.csv", row(criteria={})), ("a.csv", empty)) == []


def test_a_trainer_is_taken_by_that_trainers_own_lines():
    found = by_trainer(("Ирина", mark(met=True)), ("Олег", mark(met=False)))
    assert found == {"Ирина": {CASHIER: True}, "Олег": {CASHIER: False}}


def test_what_was_undone_is_no_decision():
    assert by_trainer(("Ирина", mark(met=True)), ("Ирина", Undone(line=2))) == {}


def test_a_finished_question_has_all_its_decisions_and_a_comment_has_none():
    finished = Finished(subject=SUBJECT, criteria={"cashier": True}, misconceptions={})
    assert by_trainer(("Ирина", finished)) == {"Ирина": {CASHIER: True}}
    assert by_trainer(("Ирина", Commented(subject=SUBJECT, text="Хорошо"))) == {}


@pytest.mark.parametrize("answer_id", ["1", "a-001", "sha256:abc", "7"])
def test_a_third_is_kept_aside_by_the_hash_of_the_id(answer_id: str):
    assert DecidedAnswer(answer_id, "money", "?", {}).is_aside == is_aside(answer_id)
