"""Every mistake of the table is told at its place, under its code, in words that an author understands."""

import re
from pathlib import Path

import pytest
from tests.breakages import COURSE, Breakage, load_breakages

from gramota.course import load_course
from gramota.errors import ContentError, Problem
from gramota.wording.problems import describe

BREAKAGES = load_breakages()
PROGRAMMERS_WORDS = re.compile(r"\b(dict|NoneType|None|pydantic|str|tuple|int|bool|float|traceback|exception)\b")


def problems_of(root: Path) -> tuple[Problem, ...]:
    with pytest.raises(ContentError) as caught:
        load_course(root / "docs", root / "quizzes")
    return caught.value.problems


@pytest.fixture
def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Breakage:
    request.param.write_course(tmp_path)
    monkeypatch.chdir(tmp_path)
    return request.param


def test_the_course_is_right_before_it_is_broken() -> None:
    assert [lesson.letter.id for lesson in load_course(COURSE / "docs", COURSE / "quizzes").lessons] == ["returns"]


@pytest.mark.parametrize("broken", BREAKAGES, ids=lambda breakage: breakage.name, indirect=True)
def test_mistake_is_told_at_its_place_and_nothing_else_is(broken: Breakage) -> None:
    told = [f"{problem.where} {problem.code}" for problem in problems_of(Path())]
    assert told == list(broken.expected)


@pytest.mark.parametrize("lang", ["en", "ru"])
@pytest.mark.parametrize("broken", BREAKAGES, ids=lambda breakage: breakage.name, indirect=True)
def test_mistake_is_told_in_words_without_gaps(broken: Breakage, lang: str) -> None:
    for problem in problems_of(Path()):
        message, hint = describe(problem, lang)
        said = f"{message} {hint}"
        assert message.endswith((".", "?")), message
        assert hint, problem
        assert not re.search(r"«»|“”|\{\w*\}|\( *\)| {2}", said), said
        assert not PROGRAMMERS_WORDS.search(said), said


def test_a_code_of_last_resort_is_never_needed() -> None:
    codes = {problem.split()[-1] for breakage in BREAKAGES for problem in breakage.expected}
    assert not codes & {"G020", "G040"}


def test_problems_of_all_files_are_told_at_once_and_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    by_name = {breakage.name: breakage for breakage in BREAKAGES}
    chosen = [by_name["revision zero"], by_name["text is no"], by_name["pass empty"], by_name["number is infinite"]]
    chosen[0].write_course(tmp_path)
    for breakage in chosen[1:]:
        text = (tmp_path / breakage.path).read_text(encoding="utf-8")
        (tmp_path / breakage.path).write_text(text.replace(str(breakage.replaced), breakage.by, 1), encoding="utf-8")
    (tmp_path / "docs/letters/another.yml").write_text("title: [\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    told = [f"{problem.where} {problem.code}" for problem in problems_of(Path())]
    assert told == ["docs/letters/another.yml:1:8 G025", *(place for found in chosen for place in found.expected)]


@pytest.mark.parametrize(
    ("written", "suggested"),
    [
        ("15.03.2021", "2021-03-15"),
        ("2021-3-5", "2021-03-05"),
        ("2026-02-30", ""),
        ("30.02.2026", ""),
        ("31.04.2026", ""),
    ],
)
def test_a_date_is_suggested_only_where_there_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: str, suggested: str
) -> None:
    Breakage("date", "docs/letters/returns.yml", "2021-03-15", written, ()).write_course(tmp_path)
    monkeypatch.chdir(tmp_path)
    [problem] = problems_of(Path())
    assert (problem.code, dict(problem.values)["suggestion"]) == ("G033", suggested)


@pytest.mark.parametrize("name", ["correct in quotes", "revision in quotes", "number in quotes"])
def test_a_right_value_in_quotes_is_not_called_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """It said: must be true or false, and “true” is neither."""
    next(breakage for breakage in BREAKAGES if breakage.name == name).write_course(tmp_path)
    monkeypatch.chdir(tmp_path)
    [problem] = problems_of(Path())
    message, hint = describe(problem, "en")
    assert "quotes" in message
    assert hint == f"Write it without quotes: {dict(problem.values)['value']}."
