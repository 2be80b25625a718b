"""Every problem of a YAML file is shown in its line, with the whole of what it is about marked and nothing else."""

from pathlib import Path

import pytest
from tests.breakages import Breakage, load_breakages

from gramota.course import load_course
from gramota.course.yaml_files.marked import mark_problems
from gramota.errors import ContentError, Problem, Where
from gramota.wording.caret import point_at

OF_WHOLE_FILES = {"G011"}


def marked(folder: Path, breakage: Breakage) -> list[Problem]:
    breakage.write_course(folder)
    with pytest.raises(ContentError) as caught:
        load_course(Path("docs"), Path("quizzes"))
    return mark_problems(caught.value.problems)


@pytest.fixture(autouse=True)
def stand_in_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("breakage", load_breakages(), ids=lambda breakage: breakage.name)
def test_every_mistake_has_a_span_within_its_line(tmp_path: Path, breakage: Breakage) -> None:
    for problem in marked(tmp_path, breakage):
        if problem.code not in OF_WHOLE_FILES:
            column = problem.where.column
            assert column < problem.end, problem
            assert problem.end <= max(len(problem.line), column) + 1, problem


@pytest.mark.parametrize(
    ("replaced", "by", "spans"),
    [
        ("audience:", "audiense:", ["audiense"]),
        ("title: Возврат товара", "title: [Возврат, товара] # нет", ["[Возврат, товара]"]),
        ("title: Возврат товара", "title: [Возврат,\n  товара]", ["[Возврат,"]),
        ("title: Возврат товара", 'title: "  "', ['"  "']),
        ("title: Возврат товара", "title: Возврат: товар", [":"]),
        ("id: money", "id: the money # нет", ["the money"]),
        ("id: money", "id: 'the money'", ["'the money'"]),
        ("revision: 2", "revision: вторая  # нет", ["вторая"]),
        ("[Отдел продаж]", "Склад; Отдел продаж; отдел  продаж # всем", ["отдел  продаж"]),
        ("[Отдел продаж]", "|\n  Отдел продаж\n  отдел продаж , Склад", ["отдел продаж"]),
        ("[Отдел продаж]", '"Ден\\u044cги, деньги"', ["деньги"]),
        ("title: Деньги", "title: *money", ["*money"]),
        ("Второй экземпляр", "Второй <blink x=1>экземпляр", ["<blink x=1>"]),
        ("Второй экземпляр", "[Второй](skype:a) экземпляр", ["skype:"]),
        ("Второй экземпляр", "[Второй](none.yml) экземпляр", ["none.yml"]),
        ("body: Деньги возвращают", 'body: "Ден\\u044cги <blink>возвращают</blink>"\n    #', ["<blink>"]),
    ],
)
def test_what_is_marked_is_what_people_would_mark(tmp_path: Path, replaced: str, by: str, spans: list[str]) -> None:
    found = marked(tmp_path, Breakage("", "docs/letters/returns.yml", replaced, by, ()))
    told = [problem.line[problem.where.column - 1 : problem.end - 1] for problem in found]
    assert [span for span in told if span in spans] == spans


@pytest.mark.parametrize(
    ("line", "inside", "marks"),
    [
        ("accept: [нет, да]", "нет", "         ^^^"),
        ("- 客户 (b", "客户", "  ^^^^"),
        ("- и\u0306ё\u0301 (b", "и\u0306ё\u0301", "  ^^"),
        ("- 👍 (b", "👍", "  ^^"),
        ("    id: x y", "x y", "        ^^^"),
    ],
)
def test_wide_and_combining_characters_are_marked_as_wide_as_they_are(line: str, inside: str, marks: str) -> None:
    begin = line.index(inside) + 1
    assert point_at(line, begin, begin + len(inside)) == (line, marks)


def test_marks_end_where_a_long_line_is_cut() -> None:
    line = "body: " + "слово " * 1000
    shown, marks = point_at(line, 7, len(line))
    assert shown.endswith("…")
    assert len(marks) <= len(shown)


def test_a_file_that_is_gone_or_is_none_of_ours_shows_no_line(tmp_path: Path) -> None:
    (tmp_path / "answers.json").write_text("{}", encoding="utf-8")
    gone, other = Problem.at(Where("gone.yml"), "G031"), Problem.at(Where("answers.json"), "G301")
    assert mark_problems([gone, other]) == [gone, other]
