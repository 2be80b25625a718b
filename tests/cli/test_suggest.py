"""`gramota suggest` proposes and changes nothing; what it cannot do it says."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.answers.sheets import FOLDERS, write
from tests.cli.command import gramota, gramota_within
from tests.docs.guide import example_project

MARKED = "marked.jsonl"
WITHOUT_NAVEC = "import sys; sys.modules['navec'] = None; from gramota.cli import main; main()"
NOT_LOADED = (
    "import sys; from gramota.cli.running import run; run(sys.argv[1:]); print(*{'navec', 'numpy'} & {*sys.modules})"
)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(example_project("ru", tmp_path))
    return tmp_path


def content_of(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_suggestions_are_read_and_no_file_is_changed(project: Path):
    before = content_of(project)
    ended = gramota("suggest", "--question", "first-steps", MARKED, "--lang", "ru", cwd=project)
    assert (ended.code, ended.err) == (0, "")
    assert "исправит — 2, испортит — 0" in ended.out
    assert "\x1b" not in ended.out
    assert content_of(project) == before


def test_programs_get_one_json_object(project: Path, capsys: pytest.CaptureFixture[str]):
    ended = gramota_within(capsys, "suggest", "--question", "first-steps", "--quiz", "fire", MARKED, "--format", "json")
    found = json.loads(ended.out)
    assert found["format"] == "gramota-suggestions/1"
    assert found["answers"]["additions"][0]["mends"] == 2
    assert {"part", "places", "words"} == found["near"][0].keys()


def test_without_answers_only_near_words_are_told(project: Path, capsys: pytest.CaptureFixture[str]):
    ended = gramota_within(capsys, "suggest", "--question", "first-steps", "--format", "json")
    assert json.loads(ended.out)["answers"] is None


def test_without_the_extra_the_command_says_what_to_install(project: Path):
    command = [sys.executable, "-c", WITHOUT_NAVEC, "suggest", "--question", "first-steps", "--lang", "en"]
    ended = subprocess.run(command, cwd=project, capture_output=True, encoding="utf-8", check=False)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "pip install 'gramota[suggest]'" in ended.stderr


def test_grading_loads_no_vectors(project: Path):
    command = [sys.executable, "-c", NOT_LOADED, "grade", "answers.csv", "--quiz", "fire"]
    ended = subprocess.run(command, cwd=project, capture_output=True, encoding="utf-8", check=True)
    assert ended.stdout.splitlines()[-1] == ""


@pytest.mark.parametrize(
    ("told", "arguments"),
    [
        ("--question", ()),
        ("Did you mean “first-steps”?", ("--question", "first-step")),
        ("G331", ("--question", "first-steps", "--quiz", "flood")),
        ("G335", ("--question", "first-steps", "sheets")),
        ("G001", ("--question", "first-steps", "nowhere.csv")),
        ("--format", ("--question", "first-steps", "--format", "csv")),
    ],
)
def test_wrong_use_ends_with_2(
    project: Path, capsys: pytest.CaptureFixture[str], told: str, arguments: tuple[str, ...]
):
    ended = gramota_within(capsys, "suggest", *arguments)
    assert (ended.code, told in ended.err) == (2, True)


def test_a_question_of_two_quizzes_is_asked_for(project: Path, capsys: pytest.CaptureFixture[str]):
    for folder in ("docs/letters", "quizzes"):
        (project / folder / "flood.yml").write_bytes((project / folder / "fire.yml").read_bytes())
    ended = gramota_within(capsys, "suggest", "--question", "first-steps")
    assert (ended.code, "G334" in ended.err, "fire, flood" in ended.err) == (2, True, True)


def test_answers_to_other_questions_are_not_mixed_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    bulk = write(tmp_path / "a.jsonl", '{"id": 1, "question": "term", "answer": "Четырнадцать суток"}\n')
    ended = gramota_within(capsys, "suggest", "--question", "money", bulk, *FOLDERS, "--lang", "ru")
    assert (ended.code, "нет ни одного на вопрос «money»" in ended.err) == (0, True)


def test_good_rows_are_looked_at_though_others_are_bad(project: Path, capsys: pytest.CaptureFixture[str]):
    bulk = write(project / "a.jsonl", "not json\n" + (project / MARKED).read_text(encoding="utf-8"))
    ended = gramota_within(capsys, "suggest", "--question", "first-steps", bulk, "--format", "json")
    assert (ended.code, "a.jsonl:1:1: G301" in ended.err) == (2, True)
    assert json.loads(ended.out)["answers"]["count"] == 2


@pytest.mark.parametrize(("lang", "wrong_use"), [("en", "Wrong use"), ("ru", "вызвана неверно")])
def test_a_language_without_vectors_is_no_wrong_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], lang: str, wrong_use: str
):
    monkeypatch.chdir(example_project("en", tmp_path))
    ended = gramota_within(capsys, "suggest", "--question", "first-steps", "--lang", lang)
    assert (ended.code, ended.out, wrong_use in ended.err) == (2, "", False)
    assert "gramota suggest --question first-steps answers.csv" in ended.err
