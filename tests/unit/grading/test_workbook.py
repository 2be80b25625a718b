"""The workbook is read back as its readers' programs read it: texts are texts, dates are dates, and nothing runs."""

import datetime as dt
import io
import json
import zipfile
from collections.abc import Sequence

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from tests.answers.sheets import compiled, course, sheet

from gramota.decisions.line import Commented, Finished, Line, Marked, Subject
from gramota.decisions.standing import Decisions
from gramota.errors import Problem, Where
from gramota.grading.decided_by_trainer import apply_decisions
from gramota.grading.grade import Attempt, grade_attempt
from gramota.grading.gradebook.columns import choose_columns
from gramota.grading.gradebook.workbook import write_workbook
from gramota.grading.gradebook.workbook_cells import LONGEST_TEXT
from gramota.grading.inbox.answer_files import HandedIn
from gramota.grading.inbox.answers import Answers
from gramota.grading.standing import mark_standing
from gramota.wording import LANGUAGES, wording

# openpyxl does not know bars behind numbers, and says so.
pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported")
BEGINNINGS = ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠", "\x00=", "\u202e=", "\n="]


def attempt(term: str = "14 дней", **changed: object) -> Attempt:
    answers = Answers.model_validate_json(json.dumps(sheet({"term": term}, **changed)))
    return grade_attempt(HandedIn("a.json", answers, course().lesson("returns")), compiled())


def moment(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text)


def written(attempts: Sequence[Attempt], lang: str = "ru", set_aside: Sequence[Problem] = ()) -> bytes:
    return write_workbook(mark_standing(attempts), set_aside, wording("grading", lang))


def read(data: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def table(book: Workbook, sheet_name: str, head: int = 4) -> list[dict[str, object]]:
    names, *rows = book[sheet_name].iter_rows(min_row=head, values_only=True)
    return [dict(zip(names, row, strict=True)) for row in rows]


@pytest.mark.parametrize("beginning", BEGINNINGS)
def test_no_cell_is_a_formula_or_a_link_whatever_people_type(beginning: str):
    said = f'{beginning}HYPERLINK("http://evil.example","1")'
    data = written([attempt(said, learner={"id": f"{said} 1", "name": f"{said} 2"}, site=said)])
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        sheets = [parts.read(name) for name in parts.namelist() if name.startswith("xl/worksheets/")]
        assert not any(b"<f>" in part or b"<f " in part or b"hyperlink" in part for part in sheets)
        assert not [name for name in parts.namelist() if "vba" in name.lower() or "external" in name.lower()]
    typed = [cell for page in read(data) for row in page.iter_rows() for cell in row if "HYPERLINK" in str(cell.value)]
    assert len(typed) >= 5
    assert {cell.data_type for cell in typed} == {"s"}
    assert all(cell.quotePrefix for cell in typed), "a text must stay one though somebody edits the cell"


def test_control_and_direction_characters_are_not_in_the_file():
    data = written([attempt("14\x00 дней\u202e\x1b[31m", learner={"name": "А\u202eн\x07на"})])
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        text = b"".join(parts.read(name) for name in parts.namelist()).decode()
    assert not {"\x00", "\u202e", "\x1b", "\x07"} & {*text}
    assert "_x00" not in text
    assert table(read(data), "Попытки")[0]["Имя"] == "Анна"


def test_a_text_that_looks_like_an_escape_stays_as_it_is():
    assert table(read(written([attempt("_x0041_ <b>&amp;")])), "Ответы")[0]["Текст ответа"] == "_x0041_ <b>&amp;"


def test_a_very_long_answer_is_cut_to_what_a_cell_holds():
    text = table(read(written([attempt("а" * 100_000)])), "Ответы")[0]["Текст ответа"]
    assert isinstance(text, str)
    assert (len(text), text[-1]) == (LONGEST_TEXT, "…")


def test_moments_are_dates_and_numbers_are_numbers():
    row = table(read(written([attempt(finished="2026-11-23T13:20:30.5+03:00")])), "Попытки")[0]
    assert row["Сдано (UTC)"] == moment("2026-11-23 10:20:30.5")
    assert (row["Баллы"], row["Максимум"], row["Доля"]) == (2.5, 3.5, 0.7143)


@pytest.mark.parametrize("said", ["1899-12-31T00:00:00Z", "0001-01-02T00:00:00Z", "9999-12-30T00:00:00Z"])
def test_moments_that_spreadsheets_do_not_have_stop_nothing(said: str):
    assert str(table(read(written([attempt(finished=said)])), "Попытки")[0]["Сдано (UTC)"])[:10] == said[:10]


def test_marks_can_be_added_up_and_are_empty_without_an_answer():
    sheets = read(written([attempt("Когда угодно, если есть чек."), attempt("", learner={"id": "2"})]))
    known, empty = table(sheets, "Возврат товара", head=5)
    assert [known[name] for name in ("В течение 14 дней", "Есть чек", "Заблуждение: Когда угодно")] == [0, 1, 1]
    assert [empty[name] for name in ("В течение 14 дней", "Есть чек", "Заблуждение: Когда угодно")] == [None] * 3


def test_attempts_that_do_not_count_are_there_and_say_so():
    later = attempt(finished="2026-11-25T10:00:00Z")
    book = read(written([attempt(), later, attempt()]))
    assert [row["Считается"] for row in table(book, "Попытки")] == ["нет: другая попытка", "считается", "нет: копия"]
    assert len(table(book, "Ответы")) == 3, "three questions of the attempt that counts"
    assert {row["Ответов"] for row in table(book, "Вопросы") if row["Вопрос"] == "term"} == {1}


def test_who_decided_and_when_stands_in_the_row():
    one = attempt()
    about = Subject(attempt=one.id, learner="4711", letter="returns", question="term", rubric="0" * 16)
    done = (
        Marked(subject=about, kind="criteria", id="receipt", met=True),
        Commented(subject=about, text="=Верно по сути"),
        Finished(subject=about, criteria={"days": True, "receipt": True}, misconceptions={"any_time": False}),
    )
    lines = [
        Line(n=number, prev="0" * 64, when=f"2026-11-25T0{number}:00:00Z", who="Мария Петрова", did=did)
        for number, did in enumerate(done, start=1)
    ]
    decided = apply_decisions(one, Decisions(lines, "0" * 64))
    book = read(written([decided]))
    row = table(book, "Попытки")[0]
    assert (row["Тренер"], row["Решено (UTC)"]) == ("Мария Петрова", moment("2026-11-25 03:00"))
    assert (row["Баллы"], row["Результат"]) == (3.5, "сдано")
    assert table(book, "Ответы")[0]["Комментарии"] == "=Верно по сути"


def test_where_there_are_too_few_answers_the_cell_is_empty_and_the_reason_is_given():
    row = table(read(written([attempt()])), "Вопросы")[0]
    assert (row["Трудность"], row["Различение"]) == (None, None)
    assert row["Примечание"] == "мало ответов: для трудности нужно не меньше 5"


def test_what_was_set_aside_stands_with_what_to_do():
    book = read(written([attempt()], set_aside=[Problem.at(Where("=a.json", 3), "G312")]))
    [row] = table(book, "Отложено")
    assert (row["Файл"], row["Код"]) == ("=a.json", "G312")
    assert "UTF-8" in str(row["Что не так"])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_sheet_has_filters_and_a_head_that_stays(lang: str):
    book = read(written([attempt()], lang, [Problem.at(Where("a.json"), "G312")]))
    assert len(book.sheetnames) == 5
    for page in book:
        assert page.freeze_panes
        assert page.auto_filter.ref
    assert book.properties.title in {"Ведомость", "Gradebook"}


def test_the_same_attempts_make_the_same_bytes_dated_by_what_was_handed_in():
    data = written([attempt(), attempt(learner={"id": "2"}, finished="2026-11-24T10:00:00Z")])
    assert data == written([attempt(), attempt(learner={"id": "2"}, finished="2026-11-24T10:00:00Z")])
    assert read(data).properties.created == moment("2026-11-24 10:00")


def test_chosen_columns_stand_in_their_order_and_in_no_other():
    columns = choose_columns("Результат, имя", wording("grading", "ru"))
    book = read(write_workbook([attempt()], (), wording("grading", "ru"), columns))
    assert [*table(book, "Попытки")[0]] == ["Результат", "Имя"]
