"""Help and messages come in the reader's language, quickly, and our own faults in one line."""

import re
import subprocess
import sys

import pytest

from gramota.cli.language import choose_language
from tests.answers.sheets import FILES, FOLDERS
from tests.cli.command import gramota, gramota_within


@pytest.mark.parametrize(
    ("lang", "arguments", "environment"),
    [
        ("ru", ["--lang", "ru", "check"], {"GRAMOTA_LANG": "en"}),
        ("ru", ["check", "--lang=ru"], {}),
        ("ru", [], {"GRAMOTA_LANG": "ru", "LC_ALL": "en_US.UTF-8"}),
        ("ru", [], {"LANG": "ru_RU.UTF-8"}),
        ("ru", [], {"LC_MESSAGES": "ru_RU", "LANG": "en_US.UTF-8"}),
        ("en", [], {"LC_ALL": "C.UTF-8", "LANG": "ru_RU.UTF-8"}),
        ("en", [], {"LANG": "de_DE.UTF-8"}),
        ("en", ["--lang"], {}),
        ("en", ["--lang", "xx"], {}),
        ("en", [], {}),
    ],
)
def test_the_nearest_wish_decides_the_language(lang: str, arguments: list[str], environment: dict[str, str]):
    assert choose_language(arguments, environment) == lang


@pytest.mark.parametrize("command", [(), ("check",), ("grade",)])
def test_help_is_all_in_the_reader_s_language(capsys: pytest.CaptureFixture[str], command: tuple[str, ...]):
    russian = gramota_within(capsys, "--lang", "ru", *command, "--help")
    english = gramota_within(capsys, *command, "--help", "--lang", "en")
    assert (russian.code, english.code) == (0, 0)
    assert not re.search("[а-я]", english.out)
    # Where an option's name is long, its help begins on the next line.
    for option in re.findall(r"^  (?:-o, )?--\w+ .*(?:\n {10,}.*)?", russian.out, re.MULTILINE):
        assert re.search("[а-я]", option), f"not in Russian: {option}"


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("grade", "Не указано: ANSWERS."),
        ("review sheets", "Не указано: --output."),
        ("grade sheets --colums x", "Параметра --colums нет. Может быть, --columns, --counts?"),
        ("grade sheets -o", "После -o должно стоять значение."),
        ("forget 1 -o r --yes=1", "После --yes значение не пишется."),
        ("grade sheets --counts x", "После --counts стоит не то. Годится: latest, first, best."),
        ("review sheets -o r --port 70000", "После --port стоит не то. Годится: 0…65535."),
        ("calibrate x --least 0", "После --least стоит не то. Годится: ≥ 1."),
        ("status --roster x --on 2026-13-01", "После --on стоит не то. Годится: YYYY-MM-DD."),
        (
            "marks",
            (
                "Команды «marks» нет. Есть такие: "
                "calibrate, check, eject, forget, grade, import, learn, new, review, schema, status, suggest."
            ),
        ),
    ],
)
def test_a_slip_in_a_command_is_told_in_the_reader_s_language(
    capsys: pytest.CaptureFixture[str], command: str, told: str
):
    ended = gramota_within(capsys, "--lang", "ru", *command.split())
    assert (ended.code, ended.err) == (2, f"Команда вызвана неверно: {told}\n")


def test_no_command_shows_what_there_is(capsys: pytest.CaptureFixture[str]):
    ended = gramota_within(capsys)
    assert ended.code == 2
    assert "grade" in ended.err


def test_help_loads_nothing_heavy():
    ended = gramota("--help", PYTHONPROFILEIMPORTTIME="1")
    assert ended.code == 0
    for heavy in ("pydantic", "pymorphy3", "rich", "mkdocs", "rapidfuzz", "gramota.course"):
        assert not re.search(rf"\| +{re.escape(heavy)}$", ended.err, re.MULTILINE), f"{heavy} is loaded for help"


def test_version_is_told(capsys: pytest.CaptureFixture[str]):
    assert re.fullmatch(r"gramota \d+\.\d+\.\d+\n", gramota_within(capsys, "--version").out)


def test_our_own_fault_is_one_line_and_70(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    monkeypatch.delenv("GRAMOTA_DEBUG", raising=False)
    monkeypatch.setattr("gramota.cli.commands.grade.load_course", lambda docs, quizzes: 1 // 0)
    ended = gramota_within(capsys, "grade", FILES / "anna.json", *FOLDERS)
    assert (ended.code, len(ended.err.splitlines())) == (70, 1)
    assert "ZeroDivisionError" in ended.err
    monkeypatch.setenv("GRAMOTA_DEBUG", "1")
    assert "Traceback" in gramota_within(capsys, "grade", FILES / "anna.json", *FOLDERS).err


# Ctrl-C comes while the command is being loaded.
INTERRUPTED = """
import sys
class Interrupting:
    def find_spec(self, name, path=None, target=None):
        if name == "click":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupting())
from gramota.cli import main
main()
"""


def test_ctrl_c_while_loading_shows_no_traceback():
    ended = subprocess.run([sys.executable, "-c", INTERRUPTED], capture_output=True, check=False)
    assert (ended.returncode, ended.stderr) == (130, b"")


def test_no_colours_or_progress_reach_a_pipe():
    ended = gramota("grade", FILES / "anna.json", *FOLDERS)
    assert "\x1b" not in ended.out + ended.err
    assert ended.err == ""
