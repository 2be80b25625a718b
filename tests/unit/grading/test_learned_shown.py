"""A decision without a phrase is shown for what it is wherever trainers look, and is theirs to change."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import openpyxl
import pyarrow as pa
import pytest
from tests.answers.sheets import sheet
from tests.unit.decisions.lines import clock
from tests.unit.grading.report.made import attempt_of, decided, subject
from tests.unit.grading.report.reading import read
from tests.unit.grading.second_reader.decided import TELLING
from tests.unit.grading.second_reader.test_second_thoughts import with_reader

from gramota.decisions import DecisionsLog
from gramota.decisions.line import Finished, Marked
from gramota.desk.answer_view import MeaningView, view_answer
from gramota.desk.case import lay_out
from gramota.desk.desk import Desk
from gramota.desk.near_misses import find_near_misses
from gramota.grading.bulk.batches import grade_batches
from gramota.grading.bulk.rubrics import rubrics_of
from gramota.grading.compiled_quiz import CompiledQuiz
from gramota.grading.grade import Attempt
from gramota.grading.gradebook.workbook import write_workbook
from gramota.grading.report.feedback import render_feedback
from gramota.grading.report.report import render_report
from gramota.grading.results import attempt_lines
from gramota.wording import wording

RU = wording("grading", "ru")
TURNED = f"Вернет {TELLING[0]}, смена 5"
WORDS = "«девушка … кассового аппарата»"


@cache
def quiz() -> CompiledQuiz:
    return with_reader()


def turned() -> Attempt:
    return attempt_of(sheet({"money": TURNED}), quiz=quiz())


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with DecisionsLog.open(tmp_path, clock) as log:
        yield Desk(lay_out([turned()]), log, "Ирина")


def cashier(desk: Desk) -> MeaningView:
    (case,) = (case for case in desk.cases if case.subject.question == "money")
    return view_answer(desk, case, "ru").meanings[0]


def test_the_desk_asks_for_it_first_and_says_that_trainers_decided_so(desk: Desk):
    assert desk.cases[0].subject.question == "money"
    found = cashier(desk)
    assert (found.met, found.is_unsure, found.state) == (True, True, "засчитано")
    assert found.proposal.endswith("по прежним решениям тренеров, а не по фразе")
    marked = [each.text for each in view_answer(desk, desk.cases[0], "ru").stretches if each.numbers]
    assert marked == ["девушка", "кассового аппарата"]
    assert find_near_misses(desk.cases[0], "ru") == []


def test_words_that_only_weigh_do_not_look_like_a_phrase_that_was_found(desk: Desk):
    assert cashier(desk).is_learned
    assert shown_as(turned()).count('class="evidence hue-1 learned"') == 2
    by_phrase = attempt_of(sheet({"money": "Кассир"}), quiz=quiz())
    assert (shown_as(by_phrase).count("evidence hue-1"), "learned" in shown_as(by_phrase)) == (2, False)


def shown_as(attempt: Attempt) -> str:
    """Return the report's body, without its style."""
    return render_report([attempt], (), {}, RU).decode().split("<body", 1)[1]


def test_the_desk_takes_the_trainer_s_word_over_it(desk: Desk):
    case = desk.cases[0]
    desk.mark(case, desk.decided(case).last, "criteria", "cashier", False)
    found = cashier(desk)
    assert (found.met, found.is_own) == (False, True)
    assert found.proposal.startswith("программа засчитала бы, уверенность 59")
    assert found.proposal.endswith("по прежним решениям тренеров, а не по фразе")


@pytest.mark.parametrize("met", [True, False])
def test_what_a_trainer_sets_is_no_longer_learned(met: bool):
    about = subject(turned(), "money")
    grade = decided(turned(), Marked(kind="criteria", id="cashier", met=met, subject=about)).grades[1]
    assert (grade.criteria["cashier"].met, grade.criteria["cashier"].is_learned) == (met, False)
    assert grade.criteria["cashier"].confidence == 1


def test_no_answer_passes_or_fails_before_a_trainer_has_seen_what_was_turned_round():
    assert turned().outcome == "review"


def test_the_report_and_the_workbook_say_it(tmp_path: Path):
    shown = read(render_report([turned()], (), {}, RU)).text
    assert "по прежним решениям тренеров, а не по фразе" in shown
    (tmp_path / "book.xlsx").write_bytes(write_workbook([turned()], (), RU))
    rows = openpyxl.load_workbook(tmp_path / "book.xlsx")["Ответы"].iter_rows(values_only=True)
    told = [cell for row in rows for cell in row if isinstance(cell, str) and WORDS in cell]
    assert told == [f"cashier {WORDS} (по прежним решениям тренеров, а не по фразе)"]


def test_an_employee_reads_of_it_as_of_any_other():
    """Nothing of who decided it, or of how sure it is."""
    about = subject(turned(), "money")
    done = decided(turned(), Finished(subject=about, criteria={"cashier": True}, misconceptions={}))
    shown = render_feedback(done).decode()
    assert "Кассир" in shown
    assert "так раньше" not in shown
    assert "по фразе" not in shown


def test_lines_and_columns_have_the_same_maker():
    (_, line, *_) = attempt_lines(turned())
    assert '"by": "learned"' in line
    rows = pa.RecordBatch.from_pydict({"id": ["1", "2"], "question": ["money"] * 2, "answer": [TURNED, "Кассир"]})
    (graded,) = grade_batches(rubrics_of(quiz()))([rows])
    criteria = graded["criteria"].to_pylist()
    assert [(each["met"], each["phrase"], each["by"]) for (each,) in criteria] == [
        (True, None, "learned"),
        (True, "кассир", None),
    ]


def test_without_readers_nobody_has_made_it():
    (_, line, *_) = attempt_lines(attempt_of(sheet({"money": TURNED}), quiz=replace(quiz(), readers={})))
    assert '"by"' not in line
