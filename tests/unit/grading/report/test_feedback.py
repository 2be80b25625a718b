"""The feedback sheet tells an employee what a trainer would, and gives nothing of the rubric away."""

import re

import pytest
from tests.answers.sheets import sheet
from tests.built_site.test_border import CANARY_QUIZ
from tests.unit.grading.report.made import HOSTILE, TRAINER, attempt_of, finished, group_of
from tests.unit.grading.report.reading import ALLOWED, read

from gramota.course import load_course
from gramota.course.model.identity import content_hash
from gramota.grading.compiled_quiz import compile_quiz
from gramota.grading.grade import Attempt
from gramota.grading.report.feedback import render_feedback

WRONG = {"term": "Когда угодно, если есть чек."}


def text_of(attempt: Attempt) -> str:
    return read(render_feedback(attempt)).text


def canary_attempt() -> Attempt:
    """An answer to every question of the canary course that has no word of any rubric."""
    (lesson,) = load_course(CANARY_QUIZ.parents[1] / "docs", CANARY_QUIZ.parent).lessons
    content = sheet(
        letter={"id": lesson.letter.id, "revision": 1, "hash": content_hash(lesson.letter)},
        answers_in_file=[{"question": question.id, "text": "My own words."} for question in lesson.control],
    )
    return attempt_of(content, lesson=lesson, quiz=compile_quiz(lesson))


def canaries(attempt: Attempt) -> set[str]:
    return set(re.findall(r"kanari\w*", render_feedback(attempt).decode().lower()))


def test_nothing_of_the_rubric_is_on_a_sheet_whose_answers_met_nothing():
    attempt = canary_attempt()
    assert len(attempt.grades) == 2
    assert canaries(attempt) == set()


def test_of_what_was_met_and_held_the_title_is_told_and_nothing_else():
    attempt = finished(canary_attempt(), "Well done.", kanaricriterion=True, kanarimistake=True)
    assert canaries(attempt) == {"kanarititle", "kanarimistaken"}
    assert "Kanarititle one" in text_of(attempt)
    assert "A mistake: Kanarimistaken title" in text_of(attempt)


def test_confidence_and_evidence_are_not_told():
    page = render_feedback(group_of(WRONG)[0]).decode()
    assert "<mark" not in page
    assert not re.search(r"увере|confiden|\d{2}\s%</span> *<", page)


def test_it_says_what_was_met_what_is_missing_and_what_to_read():
    text = text_of(group_of(WRONG)[0])
    for told in (
        "✗ Не сдано 1 из 3,5 баллов · 28,5",
        "Перечитайте «Срок» вопрос 1 ",
        "✓засчитано: Есть чек",
        "!Ошибка: Когда угодно (−1)",
        "Не хватает еще 1 мысли",
        "Сотрудник 1 (1)",
        "23 ноября 2026",
    ):
        assert told in text.replace("\u202f", " ").replace("\u00a0", " "), told
    assert "В течение 14 дней" not in text


def test_who_knew_all_is_told_to_read_nothing_again():
    text = text_of(group_of({})[0])
    assert "✓ Сдано" in text
    assert "Перечитайте" not in text


def test_the_trainers_word_counts_and_is_there_with_the_name():
    attempt = finished(group_of(WRONG)[0], "Верно, но\nкоротко.", days=True, receipt=True)
    text = text_of(attempt)
    assert "✓ Сдано" in text
    assert f"программа, часть ответов — {TRAINER}" in text
    assert "Верно, но коротко." in text
    assert "Ошибка" not in text


def test_who_judged_is_told_whether_it_was_the_program_or_a_trainer():
    assert "программа, по критериям тренера" in text_of(group_of({})[0])
    all_by_trainer = finished(group_of({"money": ""})[0], days=True)
    assert f"Кто проверил {TRAINER}" in text_of(all_by_trainer)


def test_an_optional_question_left_out_is_no_weakness_and_a_required_one_is():
    assert "вопрос 3" not in text_of(group_of({"wish": ""})[0])
    assert "«Срок» вопрос 2" in text_of(group_of({"money": ""})[0])


def test_the_sheet_is_in_the_language_of_the_letter():
    page = render_feedback(canary_attempt()).decode()
    assert '<html lang="en">' in page
    assert "Not passed" in page


def test_the_title_that_names_a_saved_page_names_nobody():
    page = render_feedback(group_of({})[0]).decode()
    assert "<title>Обратная связь: Возврат товара</title>" in page


def test_nothing_that_was_typed_is_markup_and_a_long_answer_is_cut():
    learner = {"id": HOSTILE, "name": HOSTILE}
    (attempt,) = group_of({"term": HOSTILE + "х" * 100_000}, learner=learner)
    page = render_feedback(finished(attempt, HOSTILE))
    found = read(page)
    assert found.tags <= ALLOWED
    assert not [name for name, _ in found.attributes if name.startswith("on") or name == "style"]
    assert not {"\u202e", "\x00", "\x07"} & set(found.text)
    assert len(page) < 40_000


def test_the_same_attempt_makes_the_same_bytes():
    assert render_feedback(group_of(WRONG)[0]) == render_feedback(group_of(WRONG)[0])


@pytest.mark.parametrize("wanted", ["default-src 'none'", "style-src 'sha256-", "base-uri 'none'"])
def test_the_page_can_load_and_run_nothing(wanted: str):
    policies = [value for name, value in read(render_feedback(group_of({})[0])).attributes if name == "content"]
    assert any(wanted in policy for policy in policies)
