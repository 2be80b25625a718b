"""A row of the bulk form that answers a question once more is told."""

from gramota.errors import Where
from gramota.grading.bulk.repeats import Seen, find_repeated_row
from gramota.grading.bulk.rows import BulkRow


def test_a_row_that_repeats_an_id_and_a_question_is_told():
    seen: Seen = {}
    rows = [
        BulkRow(Where("a.csv", line), row_id, question, "", {})
        for line, row_id, question in ((2, "1", "term"), (3, "1", "money"), (4, "2", "term"), (5, 1, "term"))
    ]
    assert [(each.code, each.where.line) for row in rows for each in find_repeated_row(row, seen)] == [("G332", 5)]


def test_an_id_with_spaces_around_it_is_nobody_elses_and_is_told_as_such():
    seen: Seen = {}
    rows = [
        BulkRow(Where("a.csv", line), row_id, "term", "", {}) for line, row_id in ((2, "1"), (3, " 1\u00a0"), (4, "01"))
    ]
    (problem,) = [each for row in rows for each in find_repeated_row(row, seen)]
    assert (problem.code, problem.where.line) == ("G332.spaces", 3)
    assert dict(problem.values) == {"id": " 1\u00a0", "question": "term", "first": "1"}
