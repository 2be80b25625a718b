"""Colours are for terminals that want them; a pipe and NO_COLOR get the same words without."""

import os
import re
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from tests.breakages import FILES, Breakage, load_breakages

pty = pytest.importorskip("pty", reason="Windows has no such terminals")

LONG = Breakage(
    "a long line",
    FILES["letter"],
    "Второй экземпляр отдайте клиенту.",
    "Второй экземпляр отдайте клиенту, а если он уже ушел, отправьте копию письмом с уведомлением <script>x</script>.",
    (),
)
MISSPELT = next(found for found in load_breakages() if found.name == "key misspelt")


def seen_on_a_terminal(folder: Path, **environment: str) -> str:
    """Run `gramota check` as the only program of a terminal, and return all that it shows."""
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(folder)
        given = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "FORCE_COLOR"}}
        given |= {"TERM": "xterm-256color", "COLUMNS": "100", **environment}
        command = [sys.executable, "-m", "gramota", "check", "--lang", "en"]
        os.execve(sys.executable, command, given)
    shown = b""
    while True:
        try:
            read = os.read(terminal, 65536)
        except OSError:  # Linux says so when the program has ended
            break
        if not read:
            break
        shown += read
    os.waitpid(process, 0)
    os.close(terminal)
    return shown.decode().replace("\r\n", "\n")


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    MISSPELT.write_course(tmp_path)
    return tmp_path


def test_on_a_terminal_the_code_and_the_marks_are_coloured_and_hints_keep_their_indent(broken: Path):
    shown = seen_on_a_terminal(broken)
    assert re.search("\x1b\\[[0-9;]*31m *G031", shown)
    assert re.search("\x1b\\[[0-9;]*31m *\\^{8}", shown)
    plain = re.sub("\x1b\\[[0-9;]*m", "", shown)
    assert "\n    3 | audiense: [Отдел продаж]\n      | ^^^^^^^^\n        Did you mean" in plain
    hints = plain[plain.index("        Did") :].split("\n\n")[0].splitlines()
    assert len(hints) > 1
    assert all(line.startswith(" " * 8) and len(line) <= 100 for line in hints)


@pytest.mark.parametrize("environment", [{}, {"NO_COLOR": "1"}], ids=str)
@pytest.mark.parametrize("width", [40, 80, 100])
def test_no_line_is_wider_than_the_terminal_and_the_marks_stay_below_their_word(
    tmp_path: Path, width: int, environment: dict[str, str]
):
    """A terminal breaks a longer line where it ends, and the marks below it would stand under other words."""
    LONG.write_course(tmp_path)
    shown = re.sub("\x1b\\[[0-9;]*m", "", seen_on_a_terminal(tmp_path, COLUMNS=f"{width}", **environment))
    lines = shown.splitlines()
    assert all(len(line) <= width for line in lines)
    line, marks = next(pair for pair in pairwise(lines) if "^" in pair[1])
    assert line[marks.index("^") :].startswith("<script>")
    assert marks.count("^") == len("<script>")


def test_a_terminal_that_does_not_know_its_width_is_told_all_the_same(tmp_path: Path):
    LONG.write_course(tmp_path)
    assert "<script>" in seen_on_a_terminal(tmp_path, COLUMNS="0")


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=str)
def test_where_colours_are_not_wanted_there_is_no_escape(broken: Path, environment: dict[str, str]):
    assert "\x1b" not in seen_on_a_terminal(broken, **environment)
