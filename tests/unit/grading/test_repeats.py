"""A sheet that comes twice is graded twice, and its trainer is told."""

from pathlib import Path
from typing import Any

import pytest
from tests.answers.sheets import course, sheet, write

from gramota.errors import Where
from gramota.grading.answer_files import HandedIn, load_answer_file
from gramota.grading.bulk import BulkRow
from gramota.grading.repeats import AnswerKey, find_repeated_row, mark_repeats

LATER = "2026-11-24T10:20:00.000Z"


def warnings(tmp_path: Path, *contents: dict[str, Any]) -> list[list[tuple[str, str]]]:
    """Return each file's warnings: the code and the name of the file that the warning names."""
    files = [write(tmp_path / f"{number}.json", content) for number, content in enumerate(contents, start=1)]
    loaded = [found for path in files if isinstance(found := load_answer_file(path, course()), HandedIn)]
    assert len(loaded) == len(contents)
    return [
        [(each.code, Path(dict(each.values)["file"]).name) for each in found.warnings] for found in mark_repeats(loaded)
    ]


def test_a_copy_names_the_first_of_its_kind(tmp_path: Path):
    assert warnings(tmp_path, sheet(), sheet(), sheet()) == [[], [("G356", "1.json")], [("G356", "1.json")]]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"id": "4711", "name": "Анна"}, {"id": " 4711 ", "name": "А. Иванова"}),
        ({"name": "Анна Иванова"}, {"name": "анна  иванова"}),
    ],
)
def test_a_further_attempt_of_the_same_learner_is_told(tmp_path: Path, first: dict[str, str], second: dict[str, str]):
    found = warnings(tmp_path, sheet(learner=first), sheet(learner=second, finished=LATER))
    assert found == [[], [("G357", "1.json")]]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"id": "1", "name": "Анна Иванова"}, {"id": "2", "name": "Анна Иванова"}),
        ({"id": "7"}, {"name": "7"}),
    ],
)
def test_namesakes_are_not_the_same_learner(tmp_path: Path, first: dict[str, str], second: dict[str, str]):
    assert warnings(tmp_path, sheet(learner=first), sheet(learner=second)) == [[], []]


def test_a_row_that_repeats_an_id_and_a_question_is_told():
    seen: set[AnswerKey] = set()
    rows = [
        BulkRow(Where("a.csv", line), row_id, question, "", {})
        for line, row_id, question in ((2, "1", "term"), (3, "1", "money"), (4, "2", "term"), (5, 1, "term"))
    ]
    assert [(each.code, each.where.line) for row in rows for each in find_repeated_row(row, seen)] == [("G332", 5)]
