"""GIFT: each kind of question, each mistake at its place, and one mistake that does not take the others along."""

import pytest

from gramota.exchange.banks.gift import read_gift
from gramota.exchange.draft import ControlDraft
from gramota.exchange.losses import is_loss


def asked(text: str):
    found = read_gift(text.encode(), "bank.gift")
    return [question.asked for question in found.questions], [
        (problem.where.line, problem.where.column, problem.code) for problem in found.problems
    ]


def only(text: str) -> dict:
    (question,), _ = asked(text)
    return question.model_dump(by_alias=True, exclude_unset=True, exclude={"id", "section"})


def test_one_right_option_with_feedback():
    assert only("::Отпуск:: Сколько дней отпуска?{~14#Это половина. =28#Верно. ~%50%30 ####По закону}") == {
        "type": "single",
        "prompt": "Сколько дней отпуска?",
        "why": "По закону",
        "options": (
            {"text": "14", "why": "Это половина."},
            {"text": "28", "correct": True, "why": "Верно."},
            {"text": "30"},
        ),
    }


def test_shares_of_points_make_several_right_options():
    question = only("Кто в смене?{~%50%Кассир ~%50%Старший ~%-100%Никто}")
    assert question["type"] == "multiple"
    assert [option.get("correct", False) for option in question["options"]] == [True, True, False]


def test_a_gap_stands_where_the_answers_stood():
    assert only("Звоните {=112 =сто двенадцать} при пожаре.")["prompt"] == "Звоните ___ при пожаре."
    assert only("Куда звонить?{=112}")["prompt"] == "Куда звонить? ___"
    assert only("Звоните по _____ при пожаре.{=112}")["prompt"] == "Звоните по ___ при пожаре."


@pytest.mark.parametrize(
    ("answers", "expected"),
    [("{#5}", (5, None)), ("{#5:0.5}", (5, 0.5)), ("{#4..6}", (5, 1)), ("{#=5:0#да =%50%5:2#почти}", (5, None))],
)
def test_numbers_with_what_they_may_be_off(answers: str, expected: tuple[float, float | None]):
    question = only(f"Сколько?{answers}")
    assert (question["answer"], question.get("tolerance")) == expected


def test_true_and_false_speak_the_language_of_the_bank():
    question = only("Лифтом пользуются при пожаре.{F#Нет, застрянет.#Верно.}")
    assert question["options"] == (
        {"text": "Верно", "why": "Нет, застрянет."},
        {"text": "Неверно", "correct": True, "why": "Верно."},
    )
    assert [option["text"] for option in only("Sky is blue.{TRUE}")["options"]] == ["True", "False"]


def test_pairs_and_signs_that_are_part_of_the_text():
    question = only("Свяжите \\{так\\}\\: {=a\\=b -> 1 =c \\~ d -> 2}")
    assert question["prompt"] == "Свяжите {так}:"
    assert question["pairs"] == ({"left": "a=b", "right": "1"}, {"left": "c ~ d", "right": "2"})


def test_an_open_question_becomes_a_control_question():
    (question,), problems = asked("Расскажите о себе.{}")
    assert isinstance(question, ControlDraft)
    assert (question.prompt, problems) == ("Расскажите о себе.", [])


def test_one_bad_question_does_not_lose_the_rest():
    text = (
        "Первый?{=да ~нет}\n\n"
        "Второй без скобки?{=да ~нет\n\n"
        "Третий?{=да ~нет}\n\n"
        "Четвёртый?{#пять}\n\n"
        "Пятый?{=да -> =нет}\n\n"
        "Шестой?{~да ~нет}\n\n"
        "Седьмой?{=a->b\n\n=c->d}\n\n"
        "Просто текст.\n"
    )
    questions, problems = asked(text)
    assert [question.prompt for question in questions] == ["Первый?", "Третий?", "Седьмой?"]
    assert problems == [
        (3, 19, "G443.brace"),
        (7, 13, "G443.number"),
        (9, 7, "G443.pair"),
        (11, 1, "G441"),
        (11, 1, "G050"),
        (17, 1, "G445"),
    ]


def test_nothing_is_lost_without_a_word():
    text = (
        "// [id:7] [tag:x]\nКто?{=Анна#Да. =%50%Аня#Почти. =%0%*#Нет. =Ан*}\n\n"
        '[html]Что <script>alert(1)</script><img src="@@PLUGINFILE@@/a.png">это?{~да =нет}\n'
    )
    found = read_gift(text.encode(), "bank.gift")
    assert {problem.code for problem in found.problems if is_loss(problem)} >= {
        "G442.labels", "G442.other", "G442.wildcard", "G442.markup", "G442.picture",
    }  # fmt: skip
    assert "script" not in str(found.questions)
    assert found.questions[1].asked.prompt == "Что это?"


def test_windows_letters_are_read_and_told():
    found = read_gift("Кто старший смены?{=Анна ~Олег}".encode("cp1251"), "bank.gift")
    assert found.questions[0].asked.prompt == "Кто старший смены?"
    assert [problem.code for problem in found.problems] == ["G412.windows"]
