"""A roster is read as personnel programs and spreadsheets write it, and what is wrong with it is told by line."""

from pathlib import Path

import pytest

from gramota.errors import ContentError
from gramota.grading.inbox.answers import Learner
from gramota.grading.roster.matching import RosterIndex
from gramota.grading.roster.roster import Person, Roster, load_roster

ANNA = Person("4711", "Анна Иванова", ("Магазины",), "anna@example.org")


def load(folder: Path, text: str | bytes) -> Roster:
    file = folder / "roster.csv"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return load_roster(file)


def refused(folder: Path, text: str | bytes) -> list[tuple[int, str]]:
    with pytest.raises(ContentError) as caught:
        load(folder, text)
    return [(found.where.line, found.code) for found in caught.value.problems]


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("id,name,department,email", "4711,Анна Иванова,Магазины,anna@example.org"),
        ("Табельный номер;ФИО;Отдел;Почта", "4711;Анна Иванова;Магазины;anna@example.org"),
        ("Таб. №\tСотрудник\tПодразделение\tE-mail", "4711\tАнна Иванова\tМагазины\tanna@example.org"),
        ("Personnel number,Dept,Full name,E-Mail address", "4711,Магазины,Анна  Иванова,anna@example.org"),
        ("Ф.И.О.;Эл. почта;Отдел;Таб_номер", "Анна Иванова;anna@example.org;Магазины;4711"),
        ("Имя;Прочее;ТАБЕЛЬНЫЙ  НОМЕР;отдел;почта", '"Анна Иванова";"а;б";4711; Магазины ;anna@example.org'),
    ],
)
def test_headers_are_known_in_both_languages_in_any_order(tmp_path: Path, header: str, row: str):
    assert load(tmp_path, f"{header}\n{row}\n").people == (ANNA,)


@pytest.mark.parametrize(("encoding", "is_old"), [("utf-8-sig", False), ("utf-16", False), ("cp1251", True)])
def test_the_encodings_of_excel_are_read_and_the_old_one_is_told(tmp_path: Path, encoding: str, is_old: bool):
    text = "Табельный номер;ФИО;Отдел;Почта\r\n4711;Анна Иванова;Магазины;anna@example.org\r\n"
    roster = load(tmp_path, text.encode(encoding))
    assert (roster.people, roster.is_old_encoding) == ((ANNA,), is_old)


def test_titles_above_the_header_and_cells_left_out_at_the_end_do_no_harm(tmp_path: Path):
    roster = load(tmp_path, "Список на 25.11.2026;;\n;;\nid;name;department\n1;Анна\n2;Борис;Склад;лишнее\n;;\n")
    assert roster.people == (Person("1", "Анна"), Person("2", "Борис", ("Склад",)))


def test_who_works_in_two_departments_is_one_person(tmp_path: Path):
    roster = load(tmp_path, "id,name,department\n1,Анна,Склад\n1,анна,Магазины\n")
    assert roster.people == (Person("1", "Анна", ("Склад", "Магазины")),)
    assert roster.problems == ()


def test_double_numbers_and_rows_without_one_are_told_and_the_others_are_kept(tmp_path: Path):
    roster = load(tmp_path, "id,name\n1,Анна\n1,Борис\n,Вера\n1,Анна\n2,Галя\n")
    assert [person.name for person in roster.people] == ["Анна", "Галя"]
    assert [(found.where.line, found.code) for found in roster.problems] == [(3, "G394"), (4, "G393"), (5, "G394")]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", [(1, "G392.id"), (1, "G392.name")]),
        ("name,department\nАнна,Склад\n", [(1, "G392.id")]),
        ("title\nномер;отдел\n1;Склад\n", [(2, "G392.name")]),
        ("id,name\n", [(1, "G395")]),
        ("id,name,фио\n1,a,b\n", [(1, "G396")]),
        ('id,name\n"1,Анна\n', [(2, "G327")]),
        (b"PK\x03\x04...", [(1, "G390")]),
        (b"id,name\n1,\x98\n", [(1, "G391")]),
        (b"id,name\n" + b"x" * 5_000_000, [(1, "G300.roster")]),
    ],
)
def test_what_is_no_roster_is_refused_at_its_line(tmp_path: Path, content: str | bytes, told: list[tuple[int, str]]):
    assert refused(tmp_path, content) == told


def test_a_roster_that_is_not_there_is_told(tmp_path: Path):
    with pytest.raises(ContentError, match="G001"):
        load_roster(tmp_path / "nowhere.csv")


PEOPLE = (ANNA, Person("0047", "Пётр Петров"), Person("48", "Петр Петров"), Person("49", "Вера"))


@pytest.mark.parametrize(
    ("learner", "number"),
    [
        (Learner(id="4711", name="Кто угодно"), "4711"),
        (Learner(id=" 4711 "), "4711"),
        (Learner(id="4711\u200b"), "4711"),
        (Learner(id="47"), "0047"),
        (Learner(name="вера"), "49"),
        (Learner(name="Петр Петров"), None),
        (Learner(id="9", name="Вера"), None),
        (Learner(name="Никто"), None),
    ],
)
def test_people_are_found_by_number_else_by_a_name_that_only_one_has(learner: Learner, number: str | None):
    found = RosterIndex(PEOPLE).find(learner)
    assert (found and found.id) == number
