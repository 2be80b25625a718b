"""What stands by the log: the last word counts, and an undo takes back exactly one."""

from pathlib import Path

from tests.unit.decisions.lines import ANNA, BORIS, clock, comment, finish, mark

from gramota.decisions import Decisions, DecisionsLog
from gramota.decisions.line import Act, Kept, Undone


def after(folder: Path, *acts: Act) -> Decisions:
    """What stands after these, of which the first has the number 2."""
    with DecisionsLog.open(folder, clock) as log:
        return Decisions(log.record("Ирина", act) for act in acts)


def marks_of(decisions: Decisions, attempt: str = ANNA) -> dict[str, bool]:
    return {name: mark.met for (_, name), mark in decisions.of(attempt, "term").marks.items()}


def test_the_last_word_counts_and_other_answers_are_left_alone(tmp_path: Path):
    found = after(tmp_path, mark(True), mark(False), mark(True, attempt=BORIS))
    assert (marks_of(found), marks_of(found, BORIS)) == ({"days": False}, {"days": True})
    assert found.of(ANNA, "money").last == 0


def test_an_undo_brings_back_what_stood_before(tmp_path: Path):
    found = after(tmp_path, mark(True), mark(False), Undone(line=3))
    assert marks_of(found) == {"days": True}
    assert found.of(ANNA, "term").last == 4


def test_an_undone_mark_is_a_proposal_again_and_not_a_refusal(tmp_path: Path):
    found = after(tmp_path, mark(True), Undone(line=2))
    assert marks_of(found) == {}
    assert found.of(ANNA, "term").newest is None


def test_finishing_keeps_what_was_proposed_and_an_undo_lets_go_of_it(tmp_path: Path):
    finished = after(tmp_path / "a", mark(False), finish(days=False, receipt=True)).of(ANNA, "term")
    assert {name: (each.met, each.is_own) for (_, name), each in finished.marks.items()} == {
        "days": (False, True),
        "receipt": (True, False),
    }
    assert finished.finished
    opened = after(tmp_path / "b", mark(False), finish(days=False, receipt=True), Undone(line=3))
    assert (marks_of(opened), opened.of(ANNA, "term").finished) == ({"days": False}, None)


def test_comments_stand_in_their_order_until_they_are_undone(tmp_path: Path):
    found = after(tmp_path, comment("Хорошо"), comment("Короче"), Undone(line=2))
    assert [line.did.text for line in found.of(ANNA, "term").comments] == ["Короче"]


def test_kept_comments_are_nobody_s_answer_and_can_be_dropped(tmp_path: Path):
    found = after(tmp_path, Kept(text="Верно"), Kept(text="Неточно"), Undone(line=2))
    assert [line.did.text for line in found.kept_comments] == ["Неточно"]


def test_undoing_goes_back_step_by_step_and_never_undoes_an_undo(tmp_path: Path):
    found = after(tmp_path, mark(True), comment("Да"), Undone(line=3))
    last = found.last_of("Ирина")
    assert last
    assert last.n == 2
    assert found.line(3) is None
    assert found.line(4) is None
    assert found.last_of("Олег") is None
