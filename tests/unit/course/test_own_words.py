"""A self-check question in one's own words: what its author can get wrong is told by file, line and column."""

from pathlib import Path

import pytest
from tests.answers.sheets import HERE

from gramota.course import Course, OwnWords, read_course
from gramota.errors import Problem
from gramota.grading.checking.example_codes import EXAMPLE_CODES
from gramota.grading.checking.examples import check_rubrics
from gramota.wording.problems import describe

QUIZ = """\
synonyms:
  till: [касса, кассир]
self_check:
  - id: money
    type: text
    section: term
    prompt: Кто возвращает деньги и когда?
    points:
      - id: cashier
        title: Кассир
        accept: [<till>]
      - id: receipt
        title: Если есть чек
        section: term
        accept: [чек]
        reject: [без чека]
        why: Без чека товар не примут.
    pass: 1
    wrong:
      - {id: guard, title: Охранник, accept: [охранник], why: Он стоит у двери.}
    answer: Деньги возвращает **кассир**, если есть чек.
    examples:
      - {answer: Деньги вернет кассир, met: [cashier]}
      - {answer: Охранник, held: [guard]}
"""


def read(tmp_path: Path, quiz: str) -> tuple[Course, list[Problem]]:
    letter = (HERE / "course/docs/letters/returns.yml").read_text(encoding="utf-8")
    for folder, text in (("docs/letters", letter), ("quizzes", quiz)):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "returns.yml").write_text(text, encoding="utf-8")
    course, problems = read_course(tmp_path / "docs", tmp_path / "quizzes")
    return course, [*problems, *check_rubrics(course)]


def test_the_question_is_right_before_it_is_broken(tmp_path: Path):
    course, problems = read(tmp_path, QUIZ)
    (item,) = course.lessons[0].self_check
    assert problems == []
    assert isinstance(item, OwnWords)
    assert item.needed == 1


# What is replaced, by what, and the problems: line, column and code.
MISTAKES = [
    ("pass: 1", "pass: 3", ["18:11 G044"]),
    ("pass: 1", "pass: 0", ["18:11 G038.least"]),
    ("pass: 1", "pass: 50%", ["18:11 G042.whole_number"]),
    ("id: receipt", "id: cashier", ["12:13 G060"]),
    ("        section: term\n        accept", "        section: terms\n        accept", ["14:18 G062"]),
    ("        title: Кассир\n", "", ["9:9 G030"]),
    (", why: Он стоит у двери.", "", ["20:9 G030"]),
    ("points:", "criteria:", ["4:5 G030", "8:5 G031"]),
    ("title: Кассир", "title: <div>Кассир", ["10:16 G068"]),
    ("**кассир**", "<b id=term>кассир</b>", ["21:37 G071"]),
    ("[без чека]", "[чек]", ["16:18 G057"]),
    ("met: [cashier]", "met: [guard]", ["23:46 G063.point"]),
    ("held: [guard]", "held: [cashier]", ["24:35 G064.idea"]),
    ("<till>", "<shop>", ["11:18 G108"]),
    ("[чек]", "[чек, '(чек']", ["15:24 G102"]),
    ("[охранник]", "[охранник)]", ["20:55 G103"]),
    ("[касса, кассир]", "['касса)', кассир]", ["2:16 G103"]),
    ("met: [cashier]", "met: [receipt]", ["23:32 G202.point", "23:18 G201.point"]),
    ("held: [guard]", "met: []", ["24:18 G204.idea"]),
    ("**кассир**, если есть чек", "старший продавец", ["21:13 G207"]),
    ("если есть чек.", "а не охранник.", []),
    ("если есть чек.", "иногда охранник.", ["21:50 G204.idea"]),
    ("{answer: Охранник,", "{answer: Продавец,", ["24:18 G203.idea"]),
]


@pytest.mark.parametrize(("old", "new", "expected"), MISTAKES)
def test_a_mistake_is_told_at_its_place_and_in_words(tmp_path: Path, old: str, new: str, expected: list[str]):
    assert old in QUIZ
    _, problems = read(tmp_path, QUIZ.replace(old, new))
    assert [f"{found.where.line}:{found.where.column} {found.code}" for found in problems] == expected
    for found in problems:
        for lang in ("en", "ru"):
            message, hint = describe(found, lang)
            assert message.endswith("."), message
            assert hint, message


def test_a_rubric_that_grows_too_large_is_told_at_its_phrase(tmp_path: Path):
    """The site's build compiles it, so the check must tell it too."""
    groups = "".join(f"  g{group}: [{', '.join(f'x{group} y{word}' for word in range(150))}]\n" for group in range(140))
    phrases = ", ".join(f"<g{group}>" for group in range(140))
    quiz = QUIZ.replace("self_check:", f"{groups}self_check:").replace("accept: [чек]", f"accept: [{phrases}]")
    _, problems = read(tmp_path, quiz)
    assert [found.code for found in problems] == ["G116"]
    assert problems[0].where.line == 15 + 140


def test_every_code_of_an_example_is_one_that_only_falls_short():
    used = {problem.split()[1] for *_, expected in MISTAKES for problem in expected}
    assert {code for code in used if code.startswith("G20")} <= EXAMPLE_CODES
