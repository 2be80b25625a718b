"""Phrases are proposed from some answers and tried on others, so that fitting is seen; figures are of all answers."""

import json
from dataclasses import replace

import pytest
from rich.console import Console
from tests.answers.sheets import course
from tests.unit.grading.calibration.answers import CASHIER, calibrated, decided, is_aside, proposed, several

from gramota.course import Example
from gramota.errors import ContentError
from gramota.grading.calibration.calibrate import Calibration
from gramota.grading.calibration.calibration_json import write_calibration
from gramota.grading.calibration.calibration_text import report_calibration
from gramota.grading.calibration.decided_answers import DecidedAnswer
from gramota.grading.calibration.patch import apply_patch, make_patch
from gramota.grading.compiled_quiz import CompiledQuiz, compile_quiz
from gramota.wording import wording

RIGHT = several("Деньги отдаст кассир", True, 6)
WRONG = several("Деньги отдаст охранник", False, 6)
MISSED = several("Деньги вернет бухгалтер", True, 3)
BELIEVED = several("Деньги отдаст кассир соседнего магазина", False, 3)


def quiz_with(*examples: Example) -> CompiledQuiz:
    lesson = course().lesson("returns")
    assert lesson.quiz
    control = tuple(
        question.model_copy(update={"examples": examples}) if question.id == "money" else question
        for question in lesson.quiz.control
    )
    return compile_quiz(replace(lesson, quiz=lesson.quiz.model_copy(update={"control": control})))


def shown(calibration: Calibration, lang: str = "ru") -> str:
    console = Console(record=True, width=80, markup=False)
    console.print(*report_calibration(calibration, wording("calibrate", lang)), sep="\n")
    return console.export_text()


def test_figures_are_of_all_answers():
    calibration = calibrated(*RIGHT, *WRONG, *MISSED, *BELIEVED)
    [question] = calibration.questions
    figures = question.figures.meanings[CASHIER]
    assert (figures.n, figures.accuracy and round(figures.accuracy.value, 3)) == (18, 0.667)
    assert figures.kappa
    assert figures.kappa.value == pytest.approx(1 / 3)
    assert (question.figures.counted, question.disputed) == (18, 0)


def test_a_word_that_trainers_accept_is_proposed():
    calibration = calibrated(*RIGHT, *WRONG, *MISSED)
    assert ("accept", "бухгалтер") in proposed(calibration) or ("accept", "вернуть") in proposed(calibration)
    [proposal] = calibration.questions[0].proposals
    assert (proposal.learned.mends, proposal.learned.breaks) == (3, 0)


def test_what_only_looks_right_is_proposed_for_reject():
    [(where, phrase)] = proposed(calibrated(*RIGHT, *WRONG, *BELIEVED))
    assert (where, phrase.split()[0]) == ("reject", "кассир")
    assert phrase.split()[1] in {"соседний", "магазин"}


def test_a_phrase_that_breaks_too_much_is_not_proposed():
    harm = several("Бухгалтер не вернет, вернет директор", False, 3)
    assert ("accept", "бухгалтер") not in proposed(calibrated(*RIGHT, *WRONG, *MISSED, *harm))


def test_a_phrase_that_mends_too_few_is_not_proposed():
    assert proposed(calibrated(*RIGHT, *WRONG, *MISSED, least=4)) == []


def test_what_may_be_chance_is_not_proposed():
    """Where most answers without the word are missed too, two that have it prove nothing."""
    missed = [decided(text, True) for text in ("Деньги у бухгалтера", "Спросите бухгалтера", "Директор", "Завхоз")]
    assert proposed(calibrated(*RIGHT, *missed, decided("Охранник", False))) == []


def test_a_phrase_that_breaks_an_example_of_the_author_is_not_proposed():
    guard = Example(answer="Деньги вернет бухгалтер, а не кассир", met=())
    phrases = proposed(calibrated(*RIGHT, *WRONG, *MISSED, quiz=quiz_with(guard)))
    assert [phrase for _, phrase in phrases if {"бухгалтер", "вернуть"} >= {*phrase.split()}] == []


def test_phrases_come_from_one_part_of_the_answers_and_are_tried_on_the_other():
    aside = [*several("Деньги вернет бухгалтер", True, 2, aside=True), decided("Бухгалтер? Нет", False, aside=True)]
    calibration = calibrated(*RIGHT, *WRONG, *MISSED, *aside)
    [proposal] = calibration.questions[0].proposals
    assert {is_aside(str(change.answer.id)) for change in proposal.changes} == {False}
    assert proposal.aside.mends == 2
    alone = calibrated(*RIGHT, *WRONG, *several("Деньги вернет бухгалтер", True, 5, aside=True))
    assert proposed(alone) == []


def test_the_gain_is_shown_for_both_parts():
    fitted = calibrated(*RIGHT, *WRONG, *MISSED, *several("Завхоз", True, 3, aside=True))
    gains = {part: [fitted.part(part, stage).accuracy for stage in ("now", "then")] for part in ("learned", "aside")}
    assert [round(each.value, 2) for each in gains["learned"] if each] == [0.8, 1.0]
    assert [each.value for each in gains["aside"] if each] == [0, 0]


def test_answers_kept_aside_are_never_shown():
    secret = [
        decided("Деньги вернет ЗАВХОЗ", True, aside=True),
        decided("Не кассир, а СТОРОЖ кассир", False, aside=True),
    ]
    calibration = calibrated(*RIGHT, *MISSED, *BELIEVED, *WRONG, *secret)
    patch = make_patch(calibration.compiled.source, calibration.phrases)
    for text in (shown(calibration), write_calibration(calibration, patch)):
        assert "ЗАВХОЗ" not in text
        assert "СТОРОЖ" not in text
        assert "бухгалтер" in text


def test_decisions_in_which_trainers_part_are_counted_apart():
    both = {"Ирина": {CASHIER: True}, "Олег": {CASHIER: False}}
    agreed = {"Ирина": {CASHIER: True}, "Олег": {CASHIER: True}}
    answers = [
        *(DecidedAnswer(f"a{number}", "money", "Кассир", agreed) for number in range(9)),
        DecidedAnswer("b", "money", "Кассир", both),
    ]
    calibration = calibrated(*answers)
    [question] = calibration.questions
    assert (question.figures.meanings[CASHIER].n, question.disputed) == (9, 1)
    [pair] = calibration.trainers
    assert (pair.one, pair.other, pair.figures.n) == ("Ирина", "Олег", 10)
    assert pair.figures.accuracy
    assert pair.figures.accuracy.value == pytest.approx(0.9)


def test_a_decision_on_what_the_rubric_no_longer_has_is_left_out():
    gone = DecidedAnswer("a", "money", "Кассир", {"Ирина": {("criteria", "gone"): True, CASHIER: True}})
    assert calibrated(gone).questions[0].figures.kinds["criteria"].n == 1


def test_the_same_answers_give_the_same_bytes():
    first, second = (calibrated(*RIGHT, *WRONG, *MISSED, *BELIEVED) for _ in range(2))
    texts = [write_calibration(each, make_patch(each.compiled.source, each.phrases)) for each in (first, second)]
    assert texts[0] == texts[1]
    assert json.loads(texts[0])["format"] == "gramota-calibration/1"


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_an_answer_does_not_command_the_terminal(lang: str):
    hostile = several("Деньги вернет \x1b[31mбухгалтер\u202e [bold]x[/bold]", True, 3)
    calibration = calibrated(*RIGHT, *WRONG, *hostile)
    text = shown(calibration, lang)
    assert "[bold]" in text
    assert all(sign.isprintable() or sign == "\n" for sign in text)
    assert max(map(len, text.splitlines())) <= 80


def test_a_patch_is_for_the_file_as_it_was(tmp_path, monkeypatch: pytest.MonkeyPatch):
    calibration = calibrated(*RIGHT, *WRONG, *MISSED)
    file = tmp_path / "quiz.yml"
    text = calibration.compiled.source.text
    file.write_text("\ufeff" + text, encoding="utf-8")
    patch = make_patch(replace(calibration.compiled.source, path=str(file)), calibration.phrases)
    apply_patch(patch)
    assert file.read_text(encoding="utf-8") == "\ufeff" + patch.after
    with pytest.raises(ContentError, match="G401"):
        apply_patch(patch)
    assert file.read_text(encoding="utf-8") == "\ufeff" + patch.after
