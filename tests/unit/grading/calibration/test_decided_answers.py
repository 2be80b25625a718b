"""What a trainer decided is taken as that trainer decided it, from tables and from the desk's log."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from tests.answers.sheets import attempt_of, compiled, sheet
from tests.unit.decisions.lines import NOON
from tests.unit.grading.calibration.answers import CASHIER, is_aside

from gramota.decisions.line import BEGINNING, Act, Commented, Finished, Line, Marked, Subject, Undone, moment_text
from gramota.errors import Where
from gramota.grading.calibration.decided_answers import AnswerCollector, DecidedAnswer, add_sheets
from gramota.grading.calibration.labelled_tables import LabelledTables, name_trainers
from gramota.grading.inbox.answers import Answers
from gramota.grading.tables.rows import BulkRow

ANNA = Answers.model_validate_json(json.dumps(sheet()))
SUBJECT = Subject(attempt=attempt_of(sheet()), learner="4711", letter="returns", question="money", rubric="")


CASHIER_MET = {"cashier": 1}
CASHIER_NOT_MET = {"cashier": 0}


def row(text: str = "Кассир", row_id: str | int = 7, line: int = 1, **others: object) -> BulkRow:
    return BulkRow(Where("a.jsonl", line), row_id, "money", text, others)


def read(*rows: tuple[str, BulkRow]) -> LabelledTables:
    tables = LabelledTables(compiled().rubrics)
    for trainer, each in rows:
        tables.add(each, trainer)
    return tables


def from_rows(*rows: tuple[str, BulkRow]) -> Sequence[DecidedAnswer]:
    tables = read(*rows)
    assert tables.set_aside == []
    return tables.answers()


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
        ("one", row(criteria=CASHIER_MET)),
        ("two", row(criteria='{"cashier": 0}')),
        ("two", row(criteria=CASHIER_MET, trainer="Олег")),
    )
    assert {who: labels[CASHIER] for who, labels in answer.by.items()} == {"one": True, "two": False, "Олег": True}
    assert answer.agreed.labels == {}
    assert answer.disputed([CASHIER]) == 1


def test_tables_of_the_same_name_in_two_folders_are_two_trainers():
    files = [Path("ivanova/marks.csv"), Path("petrov/marks.csv"), Path("oleg.csv"), Path("oleg.csv")]
    assert name_trainers(files) == ["ivanova/marks.csv", "petrov/marks.csv", "oleg", "oleg"]


def test_an_id_that_stands_again_with_another_text_is_another_answer():
    first, second = from_rows(
        ("one", row("Кассир", criteria=CASHIER_MET)), ("one", row("Никто", criteria=CASHIER_NOT_MET))
    )
    assert (first.id, first.text, first.by) == ("7", "Кассир", {"one": {CASHIER: True}})
    assert (second.id, second.text, second.by) == ("7", "Никто", {"one": {CASHIER: False}})


def test_tables_that_count_alike_do_not_share_their_answers():
    answers = from_rows(("sales", row("Кассир", criteria=CASHIER_MET)), ("stock", row("Никто", criteria=CASHIER_MET)))
    assert [(each.text, [*each.by]) for each in answers] == [("Кассир", ["sales"]), ("Никто", ["stock"])]


def test_spaces_do_not_make_another_answer():
    [answer] = from_rows(
        ("one", row("Вернет  кассир\r\n", criteria=CASHIER_MET)),
        ("two", row("Вернет кассир", " 7", criteria=CASHIER_NOT_MET)),
    )
    assert [*answer.by] == ["one", "two"]


def test_a_trainer_who_says_otherwise_of_the_same_answer_is_told_and_the_first_word_counts():
    tables = read(
        ("one", row(line=2, criteria=CASHIER_MET)),
        ("one", row(line=3, criteria=CASHIER_MET)),
        ("one", row(line=5, criteria=CASHIER_NOT_MET)),
    )
    [told] = tables.set_aside
    assert (told.code, told.where.line) == ("G405", 5)
    assert dict(told.values) == {"first": "a.jsonl:2", "id": "7", "trainer": "one", "ids": "cashier"}
    [answer] = tables.answers()
    assert answer.by == {"one": {CASHIER: True}}


def test_a_row_with_a_mark_that_cannot_be_used_is_set_aside_whole():
    tables = read(("one", row(criteria={"cashier": 1, "cashire": 1})))
    assert ([each.code for each in tables.set_aside], tables.answers()) == (["G407"], [])


def test_rows_without_a_decision_or_an_answer_are_none():
    assert from_rows(("a", row()), ("a", row(criteria={})), ("a", row(" ", criteria=CASHIER_NOT_MET))) == []
    marked = read(("a", row(" ", criteria=CASHIER_MET)))
    assert (marked.answers(), [problem.code for problem in marked.set_aside]) == ([], ["G408.empty"])


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
