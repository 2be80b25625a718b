"""A row of the bulk form that answers a question once more is told."""

from gramota.errors import Where
from gramota.grading.bulk.repeats import AnswerKey, find_repeated_row
from gramota.grading.bulk.rows import BulkRow


def test_a_row_that_repeats_an_id_and_a_question_is_told():
    seen: set[AnswerKey] = set()
    rows = [
        BulkRow(Where("a.csv", line), row_id, question, "", {})
        for line, row_id, question in ((2, "1", "term"), (3, "1", "money"), (4, "2", "term"), (5, 1, "term"))
    ]
    assert [(each.code, each.where.line) for row in rows for each in find_repeated_row(row, seen)] == [("G332", 5)]
