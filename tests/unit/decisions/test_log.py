"""Nothing that a trainer was told is saved may be lost, and nothing in the log may change unnoticed."""

import hashlib
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.unit.decisions.lines import ANNA, BORIS, clock, comment, mark, write_log

from gramota.decisions import DecisionsLog, LogMovedError, read_decisions
from gramota.errors import ContentError
from gramota.wording import LANGUAGES
from gramota.wording.problems import tell

OPEN_AND_SAY_SO = """
import datetime, pathlib, sys
from gramota.decisions import DecisionsLog
with DecisionsLog.open(pathlib.Path(sys.argv[1]), lambda: datetime.datetime.now(datetime.UTC)):
    print("open", flush=True)
    sys.stdin.read()
"""

WRITE_TO_A_FULL_DISK = """
import datetime, pathlib, resource, signal, sys
from gramota.decisions import DecisionsLog
from tests.unit.decisions.lines import mark
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with DecisionsLog.open(pathlib.Path(sys.argv[1]), lambda: datetime.datetime.now(datetime.UTC)) as log:
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
    try:
        log.record("Ирина", mark(False))
    except OSError:
        print("OSError")
"""


def problem_of(folder: Path) -> str:
    with pytest.raises(ContentError) as raised:
        read_decisions(folder)
    (problem,) = raised.value.problems
    with pytest.raises(ContentError), DecisionsLog.open(folder, clock):
        pytest.fail("the log was opened for writing")
    return f"{problem.code}:{problem.where.line}"


def test_each_line_has_the_hash_of_the_line_before_as_sha256sum_computes_it(tmp_path: Path):
    path = write_log(tmp_path, mark(True), mark(False), comment("Хорошо"))
    lines = path.read_bytes().splitlines()
    parsed = [json.loads(line) for line in lines]
    assert [line["n"] for line in parsed] == [1, 2, 3, 4]
    assert [line["prev"] for line in parsed[1:]] == [hashlib.sha256(line).hexdigest() for line in lines[:-1]]
    assert parsed[0]["did"] == {"act": "opened", "format": "gramota-decisions/1"}
    assert (parsed[1]["who"], parsed[1]["when"]) == ("Ирина", "2026-11-25T12:00:00Z")


def test_a_log_that_is_opened_again_goes_on_where_it_ended(tmp_path: Path):
    write_log(tmp_path, mark(True))
    write_log(tmp_path, mark(False))
    decisions, told = read_decisions(tmp_path)
    assert told == []
    assert decisions.of(ANNA, "term").marks["criteria", "days"].met is False
    assert decisions.of(ANNA, "term").last == 3


def test_a_folder_without_a_log_has_no_decisions_and_gets_no_file(tmp_path: Path):
    decisions, told = read_decisions(tmp_path / "new")
    assert (decisions.of(ANNA, "term").last, told) == (0, [])
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("line", range(1, 4))
def test_a_line_that_was_changed_is_told_by_the_number_of_the_next(tmp_path: Path, line: int):
    path = write_log(tmp_path, mark(True), mark(True), mark(True))
    lines = path.read_bytes().split(b"\n")
    lines[line - 1] = lines[line - 1].replace("Ирина".encode(), "Илона".encode())
    path.write_bytes(b"\n".join(lines))
    assert problem_of(tmp_path) == f"G380:{line + 1}"


def test_a_line_that_was_taken_out_is_told(tmp_path: Path):
    path = write_log(tmp_path, mark(True), mark(True), mark(True))
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:1] + lines[2:]))
    assert problem_of(tmp_path) == "G380:2"


def test_lines_in_another_order_are_told(tmp_path: Path):
    path = write_log(tmp_path, mark(True), mark(False))
    first, second, third = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(first + third + second)
    assert problem_of(tmp_path) == "G380:2"


def test_a_log_whose_beginning_is_missing_is_told(tmp_path: Path):
    path = write_log(tmp_path, mark(True), mark(False))
    path.write_bytes(path.read_bytes().split(b"\n", 1)[1])
    assert problem_of(tmp_path) == "G380:1"


@pytest.mark.parametrize(
    ("code", "line"),
    [("G381", b"hello"), ("G381", b"\x00" * 40), ("G381", b""), ("G382", b"[]"), ("G382", b'{"n": 2, "points": 5}')],
)
def test_a_line_in_the_middle_that_is_none_is_told(tmp_path: Path, code: str, line: bytes):
    path = write_log(tmp_path, mark(True), mark(True))
    lines = path.read_bytes().split(b"\n")
    lines[1] = line
    path.write_bytes(b"\n".join(lines))
    assert problem_of(tmp_path) == f"{code}:2"


def test_a_log_of_a_newer_version_is_not_written_to(tmp_path: Path):
    path = write_log(tmp_path, mark(True))
    path.write_bytes(path.read_bytes().replace(b"gramota-decisions/1", b"gramota-decisions/9"))
    assert problem_of(tmp_path) == "G382:1"


def torn_ends() -> list[bytes]:
    """Every way in which the last line can be cut off, and what disks make of it when the power goes."""
    whole = b'{"n":3,"prev":"' + b"0" * 64 + '","who":"Ирина"}'.encode()
    cut = [whole[:length] for length in range(1, len(whole) + 1, 7)]
    return [*cut, whole, b"\x00" * 100, b"\x00" * 100 + b"\n", whole[:20] + b"\x00" * 9 + b"\n", b"\xd0", b"{\n"]


@pytest.mark.parametrize("end", torn_ends(), ids=lambda end: f"{len(end)}-{end[-4:]!r}")
def test_a_torn_last_line_is_moved_aside_and_told_and_all_others_stand(tmp_path: Path, end: bytes):
    path = write_log(tmp_path, mark(True))
    whole = path.read_bytes()
    path.write_bytes(whole + end)
    decisions, (problem,) = read_decisions(tmp_path)
    assert (problem.code, problem.where.line, decisions.of(ANNA, "term").last) == ("G383", 3, 2)
    with DecisionsLog.open(tmp_path, clock) as log:
        (mended,) = log.mended
        log.record("Ирина", mark(False))
    assert (mended.code, dict(mended.values)) == ("G383.mended", {"file": "decisions.jsonl.torn-1"})
    assert (tmp_path / "decisions.jsonl.torn-1").read_bytes() == end
    assert path.read_bytes().startswith(whole)
    assert read_decisions(tmp_path)[0].of(ANNA, "term").last == 3


def test_what_was_torn_before_is_not_written_over(tmp_path: Path):
    for number in (1, 2):
        path = write_log(tmp_path, mark(True))
        path.write_bytes(path.read_bytes() + b"%d" % number)
        write_log(tmp_path)
    torn = sorted(file.name for file in tmp_path.glob("*.torn-*"))
    assert torn == ["decisions.jsonl.torn-1", "decisions.jsonl.torn-2"]


def test_a_log_that_is_nothing_but_a_torn_line_begins_anew(tmp_path: Path):
    (tmp_path / "decisions.jsonl").write_bytes(b'{"n":1,"prev"')
    write_log(tmp_path, mark(True))
    assert read_decisions(tmp_path)[0].of(ANNA, "term").last == 2


def test_a_line_of_which_only_the_beginning_fits_on_the_disk_is_taken_back(tmp_path: Path):
    path = write_log(tmp_path, mark(True))
    whole = path.read_bytes()
    command = [sys.executable, "-c", WRITE_TO_A_FULL_DISK, str(tmp_path), str(len(whole) + 10)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == "OSError\n"
    assert path.read_bytes() == whole
    write_log(tmp_path, mark(False))
    assert read_decisions(tmp_path)[0].of(ANNA, "term").last == 3


def test_a_second_writer_is_refused_and_readers_are_not(tmp_path: Path):
    path = write_log(tmp_path, mark(True))
    other = start_writer(tmp_path)
    with pytest.raises(ContentError) as raised, DecisionsLog.open(tmp_path, clock):
        pytest.fail("two desks write to one log")
    assert raised.value.problems[0].code == "G384"
    assert read_decisions(tmp_path)[0].of(ANNA, "term").last == 2
    other.communicate()
    write_log(tmp_path, mark(False))
    assert path.read_bytes().count(b"\n") == 3


def deleted(path: Path) -> None:
    path.unlink()


def replaced(path: Path) -> None:
    whole = path.read_bytes()
    path.unlink()
    path.write_bytes(whole)


def written_to(path: Path) -> None:
    with path.open("ab") as stream:
        stream.write(b"a note\n")


@pytest.mark.parametrize("happens", [deleted, replaced, written_to])
def test_what_nobody_would_find_again_is_not_called_saved(tmp_path: Path, happens: Callable[[Path], None]):
    """A trainer tidied the folder up, or a cloud drive restored a copy, while the desk was open."""
    with DecisionsLog.open(tmp_path, clock) as log:
        log.record("Ирина", mark(True))
        log.record("Ирина", mark(False))
        happens(log.path)
        with pytest.raises(LogMovedError):
            log.record("Ирина", mark(True))
        assert len(log.lines) == 3


def test_a_writer_that_was_killed_holds_nobody_up(tmp_path: Path):
    other = start_writer(tmp_path)
    other.kill()
    other.communicate()
    write_log(tmp_path, mark(True))


def start_writer(folder: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", OPEN_AND_SAY_SO, str(folder)]
    writer = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert writer.stdout
    assert writer.stdout.readline() == b"open\n"
    return writer


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_wrong_is_told_with_the_line(tmp_path: Path, lang: str):
    path = write_log(tmp_path, mark(True), comment("Да", BORIS))
    path.write_bytes(path.read_bytes().replace(b'"met":true', b'"met":false'))
    with pytest.raises(ContentError) as raised:
        read_decisions(tmp_path)
    assert f"{path}:3:1: G380" in tell(raised.value.problems[0], lang)
