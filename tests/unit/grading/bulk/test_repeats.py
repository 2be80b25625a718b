"""A row of the bulk form that answers a question once more is told."""

from collections.abc import Sequence
from io import BytesIO

import pytest

from gramota.errors import Problem
from gramota.grading.bulk.graded import Graded, Places
from gramota.grading.bulk.repeats import find_repeated_rows
from gramota.grading.bulk.spool import begin_spool

Row = tuple[int, str | int, str]


def repeated(*chunks: Sequence[Row], at_once: int = 100) -> list[Problem]:
    spool = begin_spool(BytesIO(), {})
    for number, rows in enumerate(chunks):
        lines, ids, questions = zip(*rows, strict=True)
        places = Places("a.csv", lines, ids, questions)
        spool.append(Graded(number, 0, {}, (), b"", places.prints(), places.to_json(), b""))
    return [*find_repeated_rows(spool, at_once)]


@pytest.mark.parametrize("at_once", [1, 100])
def test_a_row_that_repeats_an_id_and_a_question_is_told(at_once: int):
    first, second = [(2, "1", "term"), (3, "1", "money")], [(4, "2", "term"), (5, 1, "term")]
    found = repeated(first, second, at_once=at_once)
    assert [(each.code, each.where.line) for each in found] == [("G332", 5)]


def test_an_id_with_spaces_around_it_is_nobody_elses_and_is_told_as_such():
    (problem,) = repeated([(2, "1", "term"), (3, " 1\u00a0", "term"), (4, "01", "term")])
    assert (problem.code, problem.where.line) == ("G332.spaces", 3)
    assert dict(problem.values) == {"id": " 1\u00a0", "question": "term", "first": "1"}


@pytest.mark.parametrize("unseen", ["a\u200b1", "a\u00ad1", "\u200ea1", "a1\u2069", "\ufeffa1"])
def test_ids_that_come_out_alike_in_a_spreadsheet_are_told(unseen: str):
    (problem,) = repeated([(2, "a1", "term"), (3, unseen, "term"), (4, "a1", "money")])
    assert (problem.code, problem.where.line) == ("G332.unseen", 3)
