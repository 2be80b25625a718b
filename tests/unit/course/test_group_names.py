"""Groups of readers: one or several in a text, and when spellings make one group, two, or are told."""

import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest

from gramota.course import Letter
from gramota.course.load import read_course
from gramota.course.model.audience import usual_spelling
from gramota.course.model.plain_name import name_order, plain_name, tidy_name
from gramota.grading.checking.course_check import check_course

BODY = "title: Т\ndate: 2026-01-31\nsections: [{id: a, title: А, body: Текст.}]\naudience: "


@pytest.fixture(autouse=True)
def _project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def letters_to(*audiences: str) -> dict[str, Letter]:
    """Write a letter to each, with a body that ends in its audience, and read them."""
    Path("docs/letters").mkdir(parents=True, exist_ok=True)
    for name, audience in zip("abcdef", audiences, strict=False):
        Path(f"docs/letters/{name}.yml").write_text(f"{BODY}{audience}\n", encoding="utf-8")
    course, problems = read_course(Path("docs"), Path("quizzes"))
    assert problems == []
    return {lesson.letter.id: lesson.letter for lesson in course.lessons}


def advice() -> list[str]:
    found = check_course(Path("docs"), Path("quizzes"))
    assert not found.problems
    return [f"{Path(each.where.path).stem}:{each.where.line}:{each.where.column} {each.code}" for each in found.advice]


@pytest.mark.parametrize(
    ("written", "groups"),
    [
        ("Отдел продаж, Склад", ("Отдел продаж", "Склад")),
        ("Отдел продаж; Склад, Касса,", ("Отдел продаж", "Склад", "Касса")),
        ('"Отдел: продажи, склад"', ("Отдел: продажи", "склад")),
        (
            "['Департамент развития, маркетинга и рекламы', Склад]",
            ("Департамент развития, маркетинга и рекламы", "Склад"),
        ),
        ("|\n  Отдел продаж\n  Склад, Касса\n", ("Отдел продаж", "Склад", "Касса")),
        ("Отдел   продаж", ("Отдел продаж",)),
        ("[Отдел\u00a0про\u00adдаж\u200b]", ("Отдел продаж",)),
        (unicodedata.normalize("NFD", "Ёлочный отдел"), ("Ёлочный отдел",)),
    ],
)
def test_a_text_is_parted_at_commas_and_lines_and_an_entry_is_one_group(written: str, groups: tuple[str, ...]):
    assert letters_to(written)["a"].audience == groups


def test_neither_case_nor_space_nor_encoding_makes_another_group_of_a_name():
    spelled = ["Ёлки", "ЁЛКИ", "елки", unicodedata.normalize("NFD", "Ёлки"), " Ёл\u00adки\u200b ", "\ufeffёлки"]
    assert {plain_name(name) for name in spelled} == {"елки"}
    assert plain_name("Отдел 1") != plain_name("Отдел 2")
    assert tidy_name("👩\u200d🔧 Мастера") == "👩\u200d🔧 Мастера"


def test_of_several_spellings_the_most_frequent_stands_for_all_and_of_equals_the_same_one_in_any_order():
    assert usual_spelling(["sales", "Sales", "sales"]) == "sales"
    assert usual_spelling(["sales", "Sales"]) == usual_spelling(["Sales", "sales"]) == "Sales"


def test_each_spelling_that_others_do_not_have_is_told_with_the_other_place():
    letters_to("Отдел продаж", "[Склад, отдел продаж]", "Склад, ОТДЕЛ ПРОДАЖ", "Отдел продаж", "Отдел  продаж")
    assert advice() == ["b:4:19 G147", "c:4:18 G147"]
    told = check_course(Path("docs"), Path("quizzes")).advice[0]
    assert dict(told.values) == {
        "name": "отдел продаж", "other": "Отдел продаж", "place": "docs/letters/a.yml:4:11",
    }  # fmt: skip


def test_a_name_with_letters_of_another_alphabet_is_told_in_the_smaller_group():
    letters_to("Отдел продаж", "\u004fтдел продаж", "отдел продаж")
    assert advice() == ["c:4:11 G147", "b:4:11 G148"]


def test_a_comma_in_a_list_is_told_unless_quotes_say_that_it_belongs_to_the_name():
    letters_to("\n  - Склад, касса\n  - 'Охрана, дежурные'\n  - \"Вода, газ\"")
    assert advice() == ["a:5:5 G149"]


def test_advice_is_the_same_when_it_is_kept_from_an_earlier_check():
    letters_to("Склад", "СКЛАД", "склад, касса")
    assert advice() == advice()
    assert len(advice()) == 2


@pytest.mark.parametrize(
    "names",
    [
        ["Ежедневники", "ёлки", "Ель", "Жук"],
        ["Alle", "Apfel", "äpfel", "Étude", "Ftp", "zug", "Ежи", "йод"],
        ["Отдел", "отдел 2", "Отдел 10", "Отдел закупок", "отдел продаж"],
        ["…", "2-й склад", "10-й склад", "Иван", "Йод", "Крым"],
        ["R&D", "«Ромашка»", "«Яшма»"],
        ["7" * 5000, "8" * 5000],
    ],
    ids=lambda names: names[0][:20],
)
def test_names_stand_as_people_look_them_up(names: list[str]):
    turned = names[::-1]
    assert sorted(turned, key=name_order) == names
    assert all(name_order(one) < name_order(other) for one, other in pairwise(names))
