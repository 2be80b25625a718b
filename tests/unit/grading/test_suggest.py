"""What answers tell an author: each suggestion says what the matcher would do, and a trainer's labels judge it."""

import json
from collections.abc import Sequence

import pytest
from rich.console import Console

from gramota.course import ControlQuestion, Criterion, Misconception
from gramota.errors import Where
from gramota.grading.suggesting import suggest
from gramota.grading.suggesting.labelled_answers import LabelledAnswer, label_answer
from gramota.grading.suggesting.suggest import Learnt, learn_from_answers
from gramota.grading.suggesting.suggestion_json import write_suggestions
from gramota.grading.suggesting.suggestion_text import report_learnt
from gramota.grading.suggesting.what_if import Trial
from gramota.grading.tables.rows import BulkRow
from gramota.rubric import compile_question
from gramota.rubric.compiling.whole_rubric import WholeRubric
from gramota.wording import wording


def rubric(lang: str = "ru", *, reject: Sequence[str] = (), **synonyms: list[str]) -> WholeRubric:
    accept = ["<leave> лестница"] if lang == "ru" else ["take stairs"]
    stairs = Criterion(id="stairs", title="Лестница", accept=tuple(accept), reject=tuple(reject))
    lift = Misconception(id="lift", title="Лифт", accept=("<leave> лифт" if synonyms else "take lift",))
    question = ControlQuestion(id="q", prompt="?", section=("s",), criteria=(stairs,), misconceptions=(lift,))
    return WholeRubric(question, synonyms, compile_question(question, synonyms, lang))


RUSSIAN = rubric(leave=["спуститься", "уйти"])


def answer(number: int, text: str, **labels: int) -> LabelledAnswer:
    meanings = {"stairs": "criteria", "lift": "misconceptions"}
    return LabelledAnswer(number, text, {(meanings[name], name): bool(label) for name, label in labels.items()})


def learn(*answers: LabelledAnswer, whole: WholeRubric = RUSSIAN) -> Learnt:
    return learn_from_answers(whole, answers, None)


def told(trial: Trial) -> list[tuple[object, str, bool, bool | None]]:
    return [(change.answer.id, change.meaning[1], change.met, change.is_right) for change in trial.changes]


def test_unknown_words_are_counted_by_answers_in_their_dictionary_form():
    found = learn(answer(1, "Сбегаю, сбегаю по лестнице"), answer(2, "Сбегают быстро и ушли"), answer(3, "Ушел"))
    assert [(each.word, len(each.answers)) for each in found.unknown] == [("сбегать", 2), ("быстро", 1)]


def test_small_words_and_known_words_are_not_unknown():
    assert learn(answer(1, "И потому что мы уходим по лестницам, а я спущусь")).unknown == ()


def test_a_word_that_mends_two_answers_stands_first():
    found = learn(
        answer(1, "Сбегу по лестнице", stairs=1),
        answer(2, "Сбежал по лестнице", stairs=1),
        answer(3, "Прыгну на лестницу", stairs=1),
    )
    best = found.trials[0]
    assert (best.addition.word, best.addition.part, best.mends, best.breaks) == ("сбежать", "<leave>", 2, 0)
    assert told(best) == [(1, "stairs", True, True), (2, "stairs", True, True)]


def test_a_change_that_a_trainer_would_not_make_is_counted_as_breaking():
    found = learn(answer(1, "Сбегу по лестнице", stairs=1), answer(2, "Сбегу на лифте", lift=0, stairs=0))
    assert [(trial.mends, trial.breaks) for trial in found.trials if trial.addition.part == "<leave>"] == [(1, 1)]


def test_a_word_of_a_group_counts_in_what_is_rejected_too():
    whole = rubric(reject=["<leave> пожарный лестница"], leave=["спуститься", "уйти"])
    found = learn(
        answer(1, "Сбегу по пожарной лестнице", stairs=0), answer(2, "Сбегу по лестнице", stairs=1), whole=whole
    )
    assert told(found.trials[0]) == [(2, "stairs", True, True)]


def test_a_denied_word_changes_nothing():
    assert learn(answer(1, "Не сбегу по лестнице", stairs=1)).trials == ()


def test_without_labels_one_answer_with_jargon_proves_nothing_and_two_do():
    assert learn(answer(1, "Шмыгну по лестнице")).trials == ()
    found = learn(answer(1, "Шмыгну по лестнице"), answer(2, "Шмыгну вниз по лестнице"))
    assert [(trial.addition.word, trial.mends, trial.breaks, len(trial.changes)) for trial in found.trials[:1]] == [
        ("шмыгнуть", 0, 0, 2)
    ]


def test_the_phrase_is_shown_as_it_would_be():
    found = learn(answer(1, "climb the stairs", stairs=1), whole=rubric("en"))
    assert [(trial.addition.word, trial.addition.becomes) for trial in found.trials] == [
        ("climb", "(take|climb) stairs")
    ]


def test_limits_are_told_when_they_are_reached(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(suggest, "MOST_ANSWERS", 2)
    monkeypatch.setattr(suggest, "MOST_WORDS", 1)
    found = learn(*(answer(number, "Сбегу по крутой лестнице") for number in range(3)))
    assert (found.answers, found.limits) == (2, ("answers", "words"))
    assert learn(answer(1, "Уйду")).limits == ()


def test_the_same_answers_give_the_same_suggestions():
    answers = [answer(number, f"Сбегу {word} по лестнице", stairs=1) for number, word in enumerate(("вниз", "прочь"))]
    assert write_suggestions("q", (), learn(*answers)) == write_suggestions("q", (), learn(*answers))


def row(**others: object) -> BulkRow:
    return BulkRow(Where("a.jsonl"), "1", "q", "?", others)


def labels(**others: object) -> object:
    found = label_answer(row(**others), RUSSIAN.compiled)
    assert isinstance(found, LabelledAnswer)
    return found.labels


def mistakes(**others: object) -> list[tuple[str, str, str]]:
    found = label_answer(row(**others), RUSSIAN.compiled)
    assert not isinstance(found, LabelledAnswer)
    values = [dict(each.values) for each in found]
    return [
        (each.code, known.get("id", known.get("said", "")), known.get("suggestion", ""))
        for each, known in zip(found, values, strict=True)
    ]


@pytest.mark.parametrize("column", [{"stairs": 1}, '{"stairs": 1}', ' {"stairs": true} ', {"stairs": 1.0}])
def test_labels_are_read_from_json_and_from_a_cell(column: object):
    assert labels(criteria=column, misconceptions={"lift": None}) == {("criteria", "stairs"): True}


@pytest.mark.parametrize("column", [None, "", " ", "null", {}, [], {"stairs": None}])
def test_a_column_in_which_nothing_is_decided_is_no_error(column: object):
    assert labels(criteria=column) == {}


@pytest.mark.parametrize("column", ["no json", "[1]", 5, ["stairs"], '{"stairs": 1', "NaN"])
def test_a_column_that_holds_something_else_than_marks_is_mistakes(column: object):
    assert [code for code, _, _ in mistakes(criteria=column)] == ["G406"]


def test_all_marks_of_a_row_that_cannot_be_used_are_mistakes():
    assert mistakes(criteria={"stiars": 1, "stairs": "1"}, misconceptions={"elevator": 0, "lift": 2}) == [
        ("G407", "stiars", "stairs"),
        ("G408", "stairs", ""),
        ("G407.misconception", "elevator", ""),
        ("G408", "lift", ""),
    ]
    assert mistakes(criteria='{"stairs": 1, "stairs": 0}') == [("G302.row", "stairs", "")]
    assert mistakes(criteria={"stairs": "yes"}, misconceptions={"lift": -1}) == [
        ("G408", "stairs", ""),
        ("G408", "lift", ""),
    ]


HOSTILE = "Сбегу \x1b[31mпо\u202e лестнице\x9b2J [bold]вниз[/bold]"


def test_an_answer_does_not_command_the_terminal():
    hostile = LabelledAnswer("a\x1b]0;x\x07\u202e", HOSTILE, {("criteria", "stairs"): True})
    found = learn(hostile, answer(2, "Сбегу по лестнице", stairs=1))
    assert found.trials
    console = Console(record=True, width=100, markup=False)
    console.print(*report_learnt(RUSSIAN.question, found, wording("suggest", "ru")), sep="\n")
    for shown in (console.export_text(), write_suggestions("q", (), found)):
        assert "[bold]" in shown
        assert all(sign.isprintable() or sign == "\n" for sign in shown)
    changes = json.loads(write_suggestions("q", (), found))["answers"]["additions"][0]["changes"]
    assert changes[0]["id"] == "a\x1b]0;x\x07\u202e"
