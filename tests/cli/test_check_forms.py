"""`gramota check` for people, for programs and for GitHub: the same problems in each form."""

import json
import re
from pathlib import Path

import pytest

from gramota.cli.problem_forms import github_lines, problems_json
from gramota.errors import Problem, Where
from tests.breakages import load_breakages
from tests.cli.command import gramota_within

MISSPELT = next(found for found in load_breakages() if found.name == "key misspelt")


@pytest.fixture(autouse=True)
def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    MISSPELT.write_course(tmp_path)
    monkeypatch.chdir(tmp_path)


def test_the_line_is_shown_with_all_that_is_wrong_underlined(capsys: pytest.CaptureFixture[str]):
    ended = gramota_within(capsys, "check", "--lang", "en")
    assert ended.err.splitlines()[:4] == [
        "docs/letters/returns.yml:3:1: G031 There is no field called “audiense” here.",
        "    3 | audiense: [Отдел продаж]",
        "      | ^^^^^^^^",
        f"        Did you mean “audience”? {ended.err.split('? ')[1].splitlines()[0]}",
    ]
    assert "\x1b" not in ended.err


def test_json_has_the_same_with_places_for_programs(capsys: pytest.CaptureFixture[str]):
    ended = gramota_within(capsys, "check", "--format", "json", "--lang", "en")
    told = json.loads(ended.out)
    assert (ended.code, ended.err, told["format"]) == (2, "", "gramota-problems/1")
    [problem] = told["problems"]
    hint = problem.pop("hint")
    assert hint.startswith("Did you mean “audience”?")
    assert problem == {
        "file": "docs/letters/returns.yml",
        "line": 3,
        "column": 1,
        "end_column": 9,
        "code": "G031",
        "severity": "error",
        "message": "There is no field called “audiense” here.",
        "suggestion": "audience",
        "source": "audiense: [Отдел продаж]",
    }


def test_advice_is_told_in_json_and_makes_nothing_fail(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    letter = tmp_path / MISSPELT.path
    letter.write_text(letter.read_text(encoding="utf-8").replace("audiense", "audience"), encoding="utf-8")
    ended = gramota_within(capsys, "check", "--format", "json")
    told = json.loads(ended.out)
    assert ended.code == 0
    assert told["checked"] == {"letters": 1, "questions": 1, "examples": 1}
    assert [(each["code"], each["severity"], each["line"]) for each in told["problems"]] == [("G094", "advice", 4)]


def test_github_gets_one_line_for_each_problem(capsys: pytest.CaptureFixture[str]):
    ended = gramota_within(capsys, "check", "--format", "github", "--lang", "en")
    assert (ended.code, ended.err) == (2, "")
    [line] = ended.out.splitlines()
    place = "file=docs/letters/returns.yml,line=3,col=1,endColumn=9,title=G031"
    assert line.startswith(f"::error {place}::There is no field called “audiense” here.%0ADid you mean")


def test_nothing_that_people_write_ends_a_github_line_or_a_property_early():
    problem = Problem.at(Where("docs/a,b:c%.yml", 0), "G031", key="x%\r\n::error::", known="a", suggestion="")
    [line] = github_lines([problem], "en")
    assert re.fullmatch(r"::error file=docs/a%2Cb%3Ac%25\.yml,title=G031::[^\r\n]*x%25%0D%0A::error::[^\r\n]*", line)


def test_a_folder_has_no_line_in_json():
    told = json.loads(problems_json([Problem.at(Where("docs/letters", 0, 0), "G016", folder="docs")], {}, "en"))
    assert (told["problems"][0]["line"], told["problems"][0]["column"]) == (None, None)
