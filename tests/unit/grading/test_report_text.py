"""The report shows what learners typed on a trainer's terminal, and the terminal must not obey it."""

import re
from io import StringIO

import pytest
from rich.console import Console
from tests.answers.sheets import FILES, compiled, course

from gramota.errors import Where
from gramota.grading.files.plain_text import clean_line, clean_text, quote_evidence
from gramota.grading.grade import grade_answer, grade_attempt
from gramota.grading.inbox.answer_files import HandedIn, load_answer_file
from gramota.grading.report_text import report_attempt, report_row, summarise_attempts
from gramota.grading.tables.rows import BulkRow
from gramota.wording import wording


def report(name: str, *, width: int = 100, lang: str = "ru", terminal: bool = False) -> str:
    found = load_answer_file(FILES / f"{name}.json", course())
    assert isinstance(found, HandedIn)
    shown = StringIO()
    console = Console(file=shown, width=width, force_terminal=terminal, color_system="standard" if terminal else None)
    console.print(*report_attempt(grade_attempt(found, compiled()), wording("grading", lang)), sep="\n")
    return shown.getvalue()


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]0;title\x07text", "text"),
        ("\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x1b]0;never ended", "]0;never ended"),
        ("\x9b2Jtext", "text"),
        ("\x1bctext", "text"),
        ("a\x08\x07\x00b", "ab"),
        ("\u202eabc\u202c\u2066", "abc"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("\ud800", "\ufffd"),
        ("ЦКП — «маржа» 😀 и\u0306", "ЦКП — «маржа» 😀 и\u0306"),
    ],
)
def test_nothing_typed_commands_the_terminal(typed: str, shown: str):
    assert clean_text(typed) == shown


def test_cleaning_takes_no_more_than_linear_time():
    for typed in ("\x1b]" * 200_000, "\x1b[" + "0" * 400_000, "\x1bP" + "x" * 400_000, "\x1b" + " " * 400_000):
        assert "\x1b" not in clean_text(typed)
    for beginning in "\x90\x98\x9d\x9e\x9f":
        assert clean_text(f"{beginning}a" * 200_000) == "a" * 200_000


@pytest.mark.parametrize(
    ("answer", "lang", "expected"),
    [
        ("не знаю", "ru", "— ответа по сути нет"),
        ("Кассир вернет", "en", "— looks like an answer to another question, “Кто возвращает деньги?”"),
        ("Товар принимаем в течение 14 дней, если есть чек", "ru", "— дословно переписано из письма"),
        ("Чек, дни, товар, магазин, деньги, возврат", "en", "— looks like a bare list of keywords"),
    ],
)
def test_what_the_answer_is_as_a_whole_stands_in_words_beside_it(answer: str, lang: str, expected: str):
    shown = StringIO()
    row = BulkRow(Where("a.jsonl"), "7", "term", answer, {})
    grade = grade_answer(compiled(), "term", answer)
    console = Console(file=shown, width=100)
    console.print(*report_row(row, compiled().quiz, grade, wording("grading", lang)), sep="\n")
    assert expected in [text.strip() for text in shown.getvalue().splitlines()]


def test_a_hostile_sheet_is_shown_as_plain_text():
    shown = report("hostile")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", shown)
    assert "[bold]и[/bold]" in shown


def test_each_mark_stands_with_the_words_that_earned_it():
    shown = report("anna")
    assert re.search(r"✓ +В течение 14 дней +«14 дней» +\d\d\s%", shown)
    assert "2,5 из 2,5" in shown
    assert "Нет ответа" in shown
    assert re.search(r"Итого: 3,5 из 3,5 \(100\s%\) · сдано", shown)


def test_marks_do_not_depend_on_colour():
    coloured, plain = report("boris-no-id", terminal=True), report("boris-no-id")
    assert "\x1b[31m" in coloured
    without = re.sub("\x1b\\[[0-9;]*m", "", coloured)
    assert [mark for mark in without if mark in "✓✗!?"] == [mark for mark in plain if mark in "✓✗!?"]
    assert "Заблуждение: Когда угодно" in plain


@pytest.mark.parametrize("width", [40, 80, 160])
def test_no_line_is_wider_than_the_terminal(width: int):
    assert max(map(len, report("hostile", width=width).splitlines())) <= width


def test_warnings_stand_with_their_attempt():
    assert "revision 1" in report("older-revision", lang="en")


def test_the_summary_counts_in_words_that_agree():
    found = load_answer_file(FILES / "anna.json", course())
    assert isinstance(found, HandedIn)
    graded = [grade_attempt(found, compiled())] * 3
    assert summarise_attempts(graded, wording("grading", "ru")).startswith("3 листа: сдано — 3")
    assert summarise_attempts(graded[:1], wording("grading", "en")).startswith("1 attempt: 1 passed")


def test_quoted_evidence_is_one_line():
    assert quote_evidence("не\nтолько  маржа и план", [(0, 16), (19, 23)]) == "«не только маржа … план»"
    assert quote_evidence("маржа", []) == ""
    assert clean_line(" a\n\tb ") == "a b"
