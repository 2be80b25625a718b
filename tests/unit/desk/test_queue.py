"""The queue stays in its order and true to what is decided, however it is asked for."""

import json
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.answers.sheets import compiled, course, sheet
from tests.unit.decisions.lines import clock

from gramota.decisions import DecisionsLog
from gramota.desk.case import lay_out
from gramota.desk.desk import Desk, UnknownError
from gramota.desk.queue import SHOWS, Queue, Wanted
from gramota.grading.grade import Attempt, grade_attempt
from gramota.grading.inbox.answer_files import HandedIn
from gramota.grading.inbox.answers import Answers

LONG = "Принимаем обратно, если покупатель принес чек и прошло не больше двух недель с покупки."


def attempt(number: int, **answers: str) -> Attempt:
    learner = {"id": str(number), "name": f"Сотрудник {number}"}
    answered = Answers.model_validate_json(json.dumps(sheet(answers, learner=learner)))
    return grade_attempt(HandedIn(f"{number}.json", answered, course().lesson("returns")), compiled())


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    attempts = [attempt(number, term=f"{number} дней и чек") for number in range(1, 21)]
    with DecisionsLog.open(tmp_path, clock) as log:
        yield Desk(lay_out(attempts), log, "Ирина")


def test_unanswered_questions_and_copies_do_not_lie_on_the_desk(desk: Desk):
    assert len(desk.cases) == 40
    assert {case.subject.question for case in desk.cases} == {"term", "money"}


def test_a_queue_that_is_kept_up_to_date_is_the_one_that_is_laid_out_anew(desk: Desk):
    """Every kind of decision at random places, and all queues compared with fresh ones after each."""
    chance = random.Random(5)
    kept = [Queue(desk, Wanted(show, "", question)) for show in SHOWS for question in ("", "money")]
    for _ in range(60):
        case = chance.choice(desk.cases)
        last = desk.decided(case).last
        act = chance.choice(["mark", "finish", "comment", "undo"])
        if act == "mark":
            desk.mark(case, last, "criteria", chance.choice([*case.grade.criteria]), chance.random() < 0.5)
        elif act == "finish":
            desk.finish(case, last)
        elif act == "comment":
            desk.comment(case, last, "Да")
        elif desk.touched:
            undo(desk)
        place = chance.randrange(-1, len(desk.cases))
        for queue in kept:
            fresh = Queue(desk, queue.wanted)
            assert queue.next_after(place) == fresh.next_after(place)
            assert queue.previous_before(place) == fresh.previous_before(place)
            assert queue.window(place, 7) == fresh.window(place, 7)


def undo(desk: Desk) -> None:
    try:
        desk.undo()
    except UnknownError:
        assert all(not desk.decided(case).newest for case in desk.cases)


@pytest.mark.parametrize("place", [-1, 0, 5, 39])
def test_a_window_has_the_open_answer_though_it_is_not_wanted_any_more(desk: Desk, place: int):
    if place >= 0:
        desk.finish(desk.cases[place], 0)
    window = Queue(desk, Wanted("waiting")).window(place, 9)
    assert len(window.cases) == 9
    assert place < 0 or desk.cases[place] in window.cases
    assert window.before + len(window.cases) + window.behind == 40


def test_nearly_the_same_answer_of_another_is_doubtful_and_names_them(tmp_path: Path):
    attempts = [attempt(1, term=LONG), attempt(2, term=LONG.replace("принес", "предъявил")), attempt(3)]
    cases = {(case.subject.learner, case.subject.question): case for case in lay_out(attempts)}
    (twin,) = cases["1", "term"].twins
    assert (twin.learner, twin.key) == ("Сотрудник 2 (2)", cases["2", "term"].key)
    assert 0.8 < twin.likeness < 1
    assert cases["1", "term"].is_doubtful
    assert cases["3", "term"].twins == ()
