"""An author's mistakes in phrases and examples are told at the very character."""

from pathlib import Path

import pytest
from tests.answers.sheets import HERE

from gramota.course import load_course
from gramota.grading.checking.examples import check_rubrics

QUIZ = """\
synonyms:
  till: [касса, кассир]
control:
  - id: money
    prompt: Кто возвращает деньги?
    section: term
    criteria:
      - id: cashier
        title: Кассир
        accept:
          - PHRASE
    misconceptions:
      - {id: guard, title: Охранник, accept: [охранник]}
    examples:
      - {answer: Деньги вернет кассир, met: [cashier]}
"""


def check(tmp_path: Path, quiz: str) -> list[str]:
    for folder, name, text in (
        ("docs/letters", "returns.yml", (HERE / "course/docs/letters/returns.yml").read_text(encoding="utf-8")),
        ("quizzes", "returns.yml", quiz),
    ):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / name).write_text(text, encoding="utf-8")
    found = check_rubrics(load_course(tmp_path / "docs", tmp_path / "quizzes"))
    return [f"{problem.where.line}:{problem.where.column} {problem.code}" for problem in found]


# The phrase begins in line 11 at column 13; the number is the column of the offending character.
@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("кассир", []),
        ("вернет <till>", []),
        ("деньги (кассир|касса", "11:20 G102"),
        ("деньги кассир)", "11:26 G103"),
        ("'деньги (кассир'", "11:21 G102"),
        ('"деньги \\"кассир"', "11:21 G106"),
        ("деньги <shop>", "11:20 G108"),
        ("касса | кассир", "11:19 G105"),
        (">-\n            деньги\n            (кассир", "13:13 G102"),
    ],
)
def test_a_mistake_in_a_phrase_is_told_by_its_character(tmp_path: Path, phrase: str, expected: str | list[str]):
    found = check(tmp_path, QUIZ.replace("PHRASE", phrase))
    assert found == (expected if isinstance(expected, list) else [expected])


def test_a_mistake_in_a_synonym_is_told_by_its_character(tmp_path: Path):
    assert check(tmp_path, QUIZ.replace("PHRASE", "кассир").replace("[касса,", "['касса)',")) == ["2:16 G103"]


def test_a_circle_of_synonyms_is_told(tmp_path: Path):
    quiz = QUIZ.replace("PHRASE", "<till>").replace("[касса, кассир]", "[<desk>]\n  desk: [<till>]")
    assert {found.split()[1] for found in check(tmp_path, quiz)} == {"G114"}


def test_examples_that_are_decided_otherwise_are_told(tmp_path: Path):
    examples = """\
      - {answer: Кассир, held: [guard]}
      - {answer: Продавец, met: [cashier]}
      - {answer: Охранник}
"""
    found = check(tmp_path, QUIZ.replace("PHRASE", "кассир") + examples)
    assert found == ["16:18 G202", "16:18 G203", "17:18 G201", "18:18 G204"]


def test_examples_are_not_tried_with_phrases_that_cannot_be_read(tmp_path: Path):
    quiz = QUIZ.replace("PHRASE", "(кассир").replace("met: [cashier]", "met: []")
    assert check(tmp_path, quiz) == ["11:13 G102"]


REFUSING = "refuse: [keyword_list, copied]\n" + QUIZ.replace("PHRASE", "кассир")
LIST = "Кассир, чек, товар, деньги, магазин"
COPY = "Товар принимаем в течение 14 дней, если есть чек."


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        (f'answer: "{LIST}", notices: [keyword_list]', []),
        (f'answer: "{COPY}", notices: [copied]', []),
        (f'answer: "{LIST}"', []),
        (f'answer: "{LIST}", notices: []', ["17:18 G206"]),
        (f'answer: "{LIST}", notices: [copied]', ["17:18 G205", "17:18 G206"]),
        ("answer: Кассир, met: [cashier], notices: [empty]", ["17:18 G205"]),
        (f'answer: "{LIST}", met: [cashier]', ["17:19 G201.uncounted"]),
        ("answer: Продавец, met: [cashier]", ["17:18 G201"]),
    ],
)
def test_what_an_example_says_of_its_answer_as_a_whole_is_compared(tmp_path: Path, example: str, expected: list[str]):
    assert check(tmp_path, f"{REFUSING}      - {{{example}}}\n") == expected
