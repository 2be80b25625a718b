"""What YAML 1.1 takes for something else is told where a text is meant, and never read as what it does not look like.

The table is that of https://yaml.org/type/ as PyYAML's loader has it; `y`, `n`, `=`, `<<` and what only looks like a
number or a date are words to it, and to us.
"""

from pathlib import Path

import pytest
from tests.breakages import Breakage

from gramota.course import load_course
from gramota.errors import ContentError

TRUTH = ["no", "No", "NO", "yes", "Yes", "YES", "on", "On", "off", "OFF", "true", "True", "false", "FALSE"]
NUMBERS = ["12", "-5", "+5", "1.1", ".5", "5.", "1_000", "1_000.5", "1_", "1.5e+3", ".inf", "-.inf", ".NaN"]
ODD = ["010", "0x1F", "0b11", "1:30", "190:20:30", "1:30.5"]
DATES = ["2021-03-15", "2021-03-15 10:00:00", "2021-03-15T10:00:00Z", "2021-3-5 1:00:00"]
NOTHING = ["~", "null", "Null", "NULL"]
WORDS = [
    "y",
    "N",
    "=",
    "<<",
    "08",
    "0o14",
    "1e3",
    "10%",
    "1,5",
    "15.03.2021",
    "2021-13-45",
    "1 000",
    "7-10",
    "nо",
    "1:75",
]


def told(folder: Path, path: str, replaced: str, by: str) -> list[str]:
    Breakage(by, path, replaced, by, ()).write_course(folder)
    try:
        load_course(folder / "docs", folder / "quizzes")
    except ContentError as error:
        return [problem.code for problem in error.problems]
    return []


@pytest.mark.parametrize(
    ("word", "codes"),
    [
        *((word, ["G032"]) for word in (*TRUTH, *NUMBERS, *ODD, *DATES)),
        *((word, ["G041"]) for word in NOTHING),
        *((word, []) for word in WORDS),
    ],
)
def test_as_a_text_it_is_told_or_stays_the_word_it_is(tmp_path: Path, word: str, codes: list[str]) -> None:
    assert told(tmp_path / "value", "docs/letters/returns.yml", "title: Деньги", f"title: {word}") == codes
    assert told(tmp_path / "entry", "quizzes/returns.yml", "text: Осматривают товар", f"text: {word}") == codes


@pytest.mark.parametrize("word", [*TRUTH, *NUMBERS, *ODD, *DATES, *NOTHING])
def test_in_quotes_it_is_the_text_that_it_looks_like(tmp_path: Path, word: str) -> None:
    path = "docs/letters/returns.yml"
    Breakage(word, path, "title: Деньги", f"title: '{word}'", ()).write_course(tmp_path)
    [lesson] = load_course(tmp_path / "docs", tmp_path / "quizzes").lessons
    assert lesson.letter.sections[1].title == word


@pytest.mark.parametrize("word", ODD)
def test_a_number_is_never_another_one_than_it_looks_like(tmp_path: Path, word: str) -> None:
    codes = told(tmp_path, "quizzes/returns.yml", "answer: 10", f"answer: {word}")
    assert codes == ["G042.number"]


@pytest.mark.parametrize("word", ["no", "1:30", "010", "null", "2021-03-15"])
def test_the_name_of_a_field_is_the_word_that_is_written(tmp_path: Path, word: str) -> None:
    Breakage(word, "docs/letters/returns.yml", "  акт: Акт", f"  {word}: Акт", ()).write_course(tmp_path)
    [lesson] = load_course(tmp_path / "docs", tmp_path / "quizzes").lessons
    assert [*lesson.letter.terms] == [word]
