"""`gramota check --explain` tells of one answer, and changes nothing; what it cannot tell of it says."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from gramota.grading.grade import grade_answer
from gramota.grading.shown.notices_in_words import tell_notice
from gramota.wording import wording
from tests.answers.sheets import FOLDERS, compiled
from tests.cli.command import gramota, gramota_within

EXPLAIN = ("check", *FOLDERS, "--explain")


def test_an_explanation_ends_with_0_and_has_no_colours_in_a_pipe():
    ended = gramota(*EXPLAIN, "Четырнадцать дней, если есть чек", "--question", "term", "--lang", "en")
    assert (ended.code, ended.err) == (0, "")
    assert "✓ Есть чек (receipt): met" in ended.out
    assert "✗ В течение 14 дней (days): not met" in ended.out
    assert "Points: 1 of 2.5" in ended.out
    assert "\x1b" not in ended.out


@pytest.mark.parametrize("answer", ["Не знаю", "Кассир.", "чек", "14 дней: чек, кассир, погода, чай, вода, сок"])
def test_an_explanation_says_what_the_graded_report_says(answer: str, capsys: pytest.CaptureFixture[str]):
    quiz = compiled()
    grade = grade_answer(quiz, "term", answer)
    shown = gramota_within(capsys, *EXPLAIN, answer, "--question", "term", "--lang", "en").out
    for notice in grade.notices:
        prompt = quiz.quiz.question(notice.question).prompt if notice.question else ""
        assert f"— {tell_notice(notice, prompt, wording('grading', 'en'))}" in shown
    assert f"Points: {grade.score:g} of {grade.max:g}" in shown
    assert ("? A trainer should look at this answer." in shown) is grade.review


def test_programs_get_one_json_object(capsys: pytest.CaptureFixture[str]):
    ended = gramota_within(capsys, *EXPLAIN, "14 дней", "--question", "term", "--quiz", "returns", "--format", "json")
    found = json.loads(ended.out)
    assert (found["format"], found["quiz"], found["question"]) == ("gramota-explanation/1", "returns", "term")
    assert [each["met"] for each in found["criteria"]] == [True, False]
    assert found["criteria"][0]["phrases"][0]["fate"] == "matched"


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize("answer", ["\x1b[2Jчек\x07", "\u202eчек", "\x9b2J", "\x1b]0;x\x07 [bold]чек[/bold] :smile:"])
def test_no_answer_commands_the_terminal(answer: str, form: str, capsys: pytest.CaptureFixture[str]):
    ended = gramota_within(capsys, *EXPLAIN, answer, "--question", "term", "--format", form)
    assert ended.code == 0
    assert all(sign.isprintable() or sign == "\n" for sign in ended.out)


@pytest.mark.parametrize(
    ("piped", "code", "told"),
    [
        ("Нужен чек\r\n".encode(), 0, '"answer": "Нужен чек"'),
        ("\ufeffчек".encode(), 0, '"answer": "чек"'),
        (b"", 0, '"empty"'),
        (b"\xff\xfe", 2, "G002"),
    ],
)
def test_an_answer_is_read_from_a_pipe(piped: bytes, code: int, told: str):
    command = [sys.executable, "-m", "gramota", *EXPLAIN, "-", "--question", "term", "--format", "json"]
    ended = subprocess.run(command, input=piped, capture_output=True, check=False, timeout=120)
    assert (ended.returncode, told in (ended.stdout + ended.stderr).decode()) == (code, True)


@pytest.mark.parametrize(
    ("told", "arguments"),
    [
        ("--explain needs --question", ("--explain", "чек")),
        ("belong to --explain", ("--question", "term")),
        ("text and json only", ("--explain", "чек", "--question", "term", "--format", "github")),
        ("Did you mean “money”?", ("--explain", "чек", "--question", "mony")),
        ("--quiz: G331", ("--explain", "чек", "--question", "term", "--quiz", "retuns")),
        ("Did you mean “returns”?", ("--explain", "чек", "--question", "term", "--quiz", "retuns")),
        ("--format", ("--explain", "чек", "--question", "term", "--format", "csv")),
    ],
)
def test_wrong_use_ends_with_2(told: str, arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]):
    ended = gramota_within(capsys, "check", *FOLDERS, *arguments, "--lang", "en")
    assert (ended.code, ended.out, told in ended.err) == (2, "", True)


def test_a_question_of_two_quizzes_is_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    folders = [tmp_path / "docs", tmp_path / "quizzes"]
    for source, to in ((FOLDERS[1] + "/letters", folders[0] / "letters"), (FOLDERS[3], folders[1])):
        to.mkdir(parents=True)
        for name in ("returns", "refunds"):
            (to / f"{name}.yml").write_bytes(Path(source, "returns.yml").read_bytes())
    arguments = ("check", "--docs", folders[0], "--quizzes", folders[1], "--explain", "чек", "--question", "term")
    ended = gramota_within(capsys, *arguments, "--lang", "en")
    assert (ended.code, "Name one with --quiz: refunds, returns." in ended.err) == (2, True)
    assert gramota_within(capsys, *arguments, "--quiz", "refunds").code == 0
