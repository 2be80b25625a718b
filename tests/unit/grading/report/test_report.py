"""The report is what a trainer plans the next lesson by; it must be true, light, and harmless."""

from dataclasses import replace

import pytest
from tests.answers.sheets import sheet
from tests.unit.grading.report.made import HOSTILE, TRAINER, attempt_of, finished, group_of, marked
from tests.unit.grading.report.reading import ALLOWED, read

from gramota.errors import Problem, Where
from gramota.grading.grade import Attempt
from gramota.grading.report import people
from gramota.grading.report.people import ROOM_FOR_ANSWERS
from gramota.grading.report.report import render_report
from gramota.grading.standing import mark_standing
from gramota.wording import LANGUAGES, wording

EN, RU = wording("grading", "en"), wording("grading", "ru")
WRONG = {"term": "Когда угодно, если есть чек."}


def text_of(attempts: list[Attempt], lang: str = "en") -> str:
    return read(render_report(attempts, (), {}, wording("grading", lang))).text


def test_the_group_is_told_in_numbers_that_can_be_read_without_the_charts():
    text = text_of(group_of({}, {}, WRONG))
    for told in (
        "3 sheets count. Revision 2; 60% of the points are needed to pass.",
        "2 ✓ passed",
        "1 ✗ not passed",
        "0 ? to be reviewed",
        "20 to 30%: 1 sheet. 90 to 100%: 2 sheets.",
    ):
        assert told in text


def test_what_was_missed_and_held_is_counted_where_it_belongs():
    text = text_of(group_of({}, {}, WRONG))
    assert "Common misconceptions Когда угодно 1 of 3" in text
    assert "✓В течение 14 дней 2 of 3" in text
    assert "✓Есть чек 3 of 3" in text
    assert "!Misconception: Когда угодно 1 of 3" in text
    assert "Nobody has answered." in text


def test_a_section_is_taught_again_where_its_questions_lost_points():
    assert "No section stands out" in text_of(group_of({}, {}, {}))
    text = text_of(group_of(WRONG, {**WRONG, "money": "Не знаю"}))
    assert "What to teach again" in text
    assert "Срок questions 1, 2" in text
    assert "2 of 2В течение 14 дней" in text


def test_the_evidence_is_marked_in_the_text_with_the_number_of_its_criterion():
    page = render_report(group_of({}), (), {}, RU).decode()
    assert '<mark class="evidence hue-1 ">14 дней<sup>1</sup></mark>' in page
    assert '<sup class="key hue-1">1</sup>' in page


def test_the_points_of_an_answer_add_up_before_the_readers_eyes():
    text = text_of(group_of(WRONG))
    assert "0 of 2.5" in text
    assert "Есть чек 2 +1" in text
    assert "Когда угодно 3 −1" in text


def test_what_the_trainer_decided_and_wrote_stands_in_the_report():
    (attempt,) = group_of(WRONG)
    text = text_of([finished(attempt, "Почти: \nчитайте второй абзац.", days=True, receipt=True)])
    assert f"Trainer's comment: {TRAINER}, 25 November 2026 Почти: читайте второй абзац." in text
    assert f"decided: {TRAINER}, 25 November 2026" in text
    assert "set by the trainer" in text_of([marked(attempt, "days", met=True)])


def test_copies_and_earlier_attempts_are_listed_and_counted_nowhere():
    first, second = sheet(WRONG), sheet(finished="2026-11-24T10:20:00.000Z", attempt=2)
    text = text_of(
        mark_standing([attempt_of(first, "1.json"), attempt_of(second, "2.json"), attempt_of(second, "3.json")])
    )
    assert "1 sheet counts." in text
    assert "2 more are copies or other attempts" in text
    assert "Another attempt of this employee counts." in text
    assert "A copy of another sheet; it does not count." in text
    assert "No answer holds a misconception" in text


def test_letters_stand_apart_and_under_their_titles():
    one = group_of({}, WRONG)
    letter = one[0].compiled.letter.model_copy(update={"id": "another", "title": "Другое письмо"})
    other = [replace(each, compiled=replace(each.compiled, letter=letter)) for each in group_of({})]
    page = read(render_report([*one, *other], (), {}, EN))
    assert "Letters Другое письмо 1 sheet Возврат товара 2 sheets" in page.text
    assert {("href", "#letter-1"), ("href", "#letter-2"), ("id", "letter-2")} <= page.attributes


def test_warnings_and_what_is_set_aside_are_told():
    (attempt,) = group_of({})
    warned = replace(
        attempt, handed_in=replace(attempt.handed_in, warnings=(Problem.at(Where("1.json"), "G351", read=1, now=2),))
    )
    broken = Problem.at(Where("in/<b>.json"), "G309")
    text = read(render_report([warned], [broken], {}, EN)).text
    assert "G351" in text
    assert "Set aside" in text
    assert "in/<b>.json" in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_same_attempts_make_the_same_bytes(lang: str):
    t = wording("grading", lang)
    assert render_report(group_of({}, WRONG), (), {}, t) == render_report(group_of({}, WRONG), (), {}, t)


def test_nothing_that_was_typed_is_markup():
    learner = {"id": HOSTILE, "name": HOSTILE}
    (attempt,) = group_of({"term": HOSTILE + " 14 дней " + HOSTILE}, learner=learner)
    page = read(render_report([finished(attempt, HOSTILE)], (), {attempt.id: "feedback/a.html"}, RU))
    assert page.tags <= ALLOWED
    assert not [name for name, _ in page.attributes if name.startswith("on") or name == "style"]
    assert not {"\u202e", "\x00", "\x07"} & set(page.text)
    assert page.text.count("<script>alert(1)</script>") == 5


def test_a_very_long_answer_is_cut_and_the_page_stays_light():
    page = render_report(group_of({"term": "14 дней " + "очень " * 20_000}), (), {}, RU)
    assert len(page) < 60_000
    assert read(page).text.count("очень") < 1_000


def test_where_there_is_no_room_for_all_answers_the_doubtful_have_it_and_the_page_says_so(
    monkeypatch: pytest.MonkeyPatch,
):
    attempts = group_of({}, {}, WRONG)
    monkeypatch.setattr(people, "ROOM_FOR_ANSWERS", 6_000)
    page = read(render_report(attempts, (), {}, EN))
    assert "Of 2 sheets there is only the result here" in page.text
    assert "the answers of 1 are shown" in page.text
    assert page.text.count("угодно3, если есть чек2.") == 1
    assert "Сотрудник 1 (1)" in page.text


def test_one_sheet_of_a_thousand_answers_does_not_hide_those_of_the_others():
    strange = [{"question": f"q{number}", "text": "слово " * 1_000} for number in range(990)]
    huge = attempt_of(sheet(answers_in_file=strange, learner={"id": "99"}))
    page = render_report([huge, *group_of(WRONG)], (), {}, EN)
    assert "угодно3" in read(page).text
    assert len(page) < 100_000


def test_an_inbox_of_any_size_makes_a_page_that_a_browser_opens_soon():
    attempts = group_of(*([{"term": "Две недели. " * 50}] * 1_500))
    assert len(render_report(attempts, (), {}, RU)) < 3 * ROOM_FOR_ANSWERS
