"""Work on a large table is interrupted in every way there is, and gone on with: no row is lost and none comes twice."""

import csv
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

import psutil
import pyarrow.parquet as pq
import pytest
import yaml

from tests.answers.sheets import FOLDERS, HERE
from tests.answers.tables import write_table
from tests.cli.command import gramota_within

ROWS = 20_000
LISTENING = (
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); from gramota.cli import main; main()"
)


def command(table: Path, output: Path, *more: str, form: str = "parquet") -> list[str]:
    asked = ["--lang", "en", "grade", str(table), "--quiz", "returns", "--format", form, "-o", str(output)]
    return [sys.executable, "-c", LISTENING, *asked, "--processes", "2", *FOLDERS, *more]


def is_begun(output: Path) -> bool:
    return size_of(beside(output)) > 1_000


def beside(output: Path) -> Path:
    return output.with_name(output.name + ".unfinished")


def size_of(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def has_grown(path: Path, size: int) -> bool:
    return size_of(path) > size


def wait_until(is_time: Callable[[], object], process: subprocess.Popen[str]) -> None:
    """Wait until it is time, or the process has ended."""
    while not is_time():
        with suppress(subprocess.TimeoutExpired):
            process.wait(0.005)
            return


def end_when(asked: list[str], is_time: Callable[[], bool], number: int) -> tuple[int, str, list[psutil.Process]]:
    """Run until it is time, end with the signal; return the exit code, what was said, and the processes that helped."""
    with subprocess.Popen(asked, stderr=subprocess.PIPE, text=True) as process:
        wait_until(is_time, process)
        helpers = psutil.Process(process.pid).children(recursive=True) if process.poll() is None else []
        process.send_signal(number)
        return process.wait(), process.communicate()[1], helpers


@pytest.mark.parametrize(("kind", "form"), [("parquet", "parquet"), ("jsonl", "csv")])
def test_killed_again_and_again_it_still_gives_every_row_once(
    tmp_path: Path, kind: str, form: str, capsys: pytest.CaptureFixture[str]
):
    table = write_table(tmp_path / f"answers.{kind}", ROWS)
    whole, output = tmp_path / "whole", tmp_path / "out"
    asked = ("grade", table, "--quiz", "returns", "--format", form, "--lang", "en", "--processes", 1)
    assert gramota_within(capsys, *asked, "-o", whole, *FOLDERS).code == 0
    assert ids_in(whole, form) == [f"n-{number}" for number in range(ROWS)]
    for size in (1_000, 800_000):
        is_time = partial(has_grown, beside(output), size)
        assert end_when(command(table, output, "--resume", form=form), is_time, signal.SIGKILL)[0] == -signal.SIGKILL
    assert subprocess.run(command(table, output, "--resume", form=form), check=False).returncode == 0
    assert output.read_bytes() == whole.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == [table.name, "out", "whole"]


def ids_in(path: Path, form: str) -> list[str]:
    if form == "parquet":
        return pq.read_table(path)["id"].to_pylist()
    return [row["id"] for row in csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines())]


def test_killed_while_the_results_are_written_it_leaves_the_old_ones_and_no_process(tmp_path: Path):
    table, output = write_table(tmp_path / "answers.parquet", ROWS), tmp_path / "out"
    output.write_text("old")
    is_time = lambda: [*tmp_path.glob(".out.*.part")] != []  # noqa: E731
    code, _, helpers = end_when(command(table, output), is_time, signal.SIGKILL)
    if code == -signal.SIGKILL:
        assert output.read_text() == "old"
        assert psutil.wait_procs(helpers, timeout=60)[1] == []
        again = subprocess.run(command(table, output, "--resume"), capture_output=True, check=False, text=True)
        assert (again.returncode, again.stderr) == (0, "")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["answers.parquet", "out"]
    assert output.read_bytes().startswith(b"PAR1")


def test_killed_it_leaves_no_process_behind(tmp_path: Path):
    table, output = write_table(tmp_path / "answers.csv", ROWS), tmp_path / "out"
    code, _, helpers = end_when(command(table, output), lambda: is_begun(output), signal.SIGKILL)
    assert (code, len(helpers) >= 2) == (-signal.SIGKILL, True)
    assert psutil.wait_procs(helpers, timeout=60)[1] == []


@pytest.mark.parametrize("helpers", [1, 2])
def test_ctrl_c_while_processes_are_started_says_nothing_else(tmp_path: Path, helpers: int):
    """On a terminal all processes of the command hear of Ctrl+C, those that have only begun included."""
    table, output = write_table(tmp_path / "answers.csv", ROWS), tmp_path / "out"
    with subprocess.Popen(command(table, output), stderr=subprocess.PIPE, text=True, start_new_session=True) as process:
        wait_until(lambda: len(psutil.Process(process.pid).children(recursive=True)) > helpers, process)
        os.killpg(process.pid, signal.SIGINT)
        assert (process.wait(), process.communicate()[1].split()) == (130, ["Interrupted."])
    assert [path.name for path in tmp_path.iterdir()] == ["answers.csv"]


@pytest.mark.parametrize("reach", ["one", "all"])
@pytest.mark.parametrize(("number", "code", "told"), [(signal.SIGTERM, 143, ""), (signal.SIGINT, 130, "Interrupted.")])
@pytest.mark.parametrize("helpers", [0, 1, 2])
def test_no_signal_at_the_start_shows_a_traceback_or_leaves_a_process(
    tmp_path: Path, *, helpers: int, number: int, code: int, told: str, reach: str
):
    """A process that had only begun showed that it could not read what it was to do."""
    table, output = write_table(tmp_path / "answers.csv", ROWS), tmp_path / "out"
    with subprocess.Popen(command(table, output), stderr=subprocess.PIPE, text=True, start_new_session=True) as process:
        ours = psutil.Process(process.pid)
        wait_until(lambda: len(ours.children(recursive=True)) > helpers, process)
        started = ours.children(recursive=True)
        (os.killpg if reach == "all" else os.kill)(process.pid, number)
        assert (process.wait(), process.communicate()[1].strip()) == (code, told)
    assert psutil.wait_procs(started, timeout=60)[1] == []
    assert [path.name for path in tmp_path.iterdir()] == ["answers.csv"]


def test_ctrl_c_says_how_to_go_on_and_nothing_else(tmp_path: Path):
    table, output = write_table(tmp_path / "answers.csv", ROWS), tmp_path / "out"
    code, told, helpers = end_when(command(table, output), lambda: is_begun(output), signal.SIGINT)
    assert code == 130
    assert [*filter(None, told.splitlines())] == [
        f"What has been graded is kept in “{beside(output)}”. The same command with --resume goes on from there.",
        "Interrupted.",
    ]
    assert psutil.wait_procs(helpers, timeout=60)[1] == []


def test_ctrl_c_of_a_terminal_reaches_all_processes_and_is_as_quiet(tmp_path: Path):
    table, output = write_table(tmp_path / "answers.csv", ROWS), tmp_path / "out"
    with subprocess.Popen(command(table, output), stderr=subprocess.PIPE, text=True, start_new_session=True) as process:
        wait_until(partial(is_begun, output), process)
        assert process.poll() is None
        os.killpg(process.pid, signal.SIGINT)
        told = process.communicate(timeout=60)[1]
    assert process.returncode == 130
    assert "Traceback" not in told, told


def test_a_process_that_the_system_ends_is_told_and_the_work_can_be_gone_on_with(tmp_path: Path):
    table, output = write_table(tmp_path / "answers.jsonl", ROWS), tmp_path / "out"
    with subprocess.Popen(command(table, output, form="jsonl"), stderr=subprocess.PIPE, text=True) as process:
        wait_until(partial(is_begun, output), process)
        assert process.poll() is None
        for helper in psutil.Process(process.pid).children():
            helper.kill()
        told = process.communicate(timeout=60)[1]
    assert (process.returncode, "memory ran out" in told, "--resume" in told) == (2, True, True), told
    assert subprocess.run(command(table, output, "--resume", form="jsonl"), check=False).returncode == 0
    ids = [json.loads(line)["id"] for line in output.read_text(encoding="utf-8").splitlines()]
    assert ids == [f"n-{number}" for number in range(ROWS)]


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    """A folder with a course and work on its answers that was interrupted."""
    for name in ("docs", "quizzes"):
        (tmp_path / name).symlink_to(HERE / "course" / name)
    table = write_table(tmp_path / "answers.csv", ROWS)
    output = tmp_path / "out.csv"
    assert end_when(command(table, output, form="csv"), lambda: is_begun(output), signal.SIGKILL)[0] == -signal.SIGKILL
    return tmp_path


def go_on(capsys: pytest.CaptureFixture[str], folder: Path, *more: object, lang: str = "en") -> tuple[int, str]:
    asked = ("grade", folder / "answers.csv", "--quiz", "returns", "-o", folder / "out.csv", "--lang", lang)
    folders = () if "--docs" in more else FOLDERS
    ended = gramota_within(capsys, *asked, *folders, "--format", "csv", *more)
    return ended.code, ended.err


def test_what_was_changed_meanwhile_is_refused_and_named(begun: Path, capsys: pytest.CaptureFixture[str]):
    kept = beside(begun / "out.csv").read_bytes()
    code, told = go_on(capsys, begun)
    assert (code, "G339" in told, "--resume" in told) == (2, True, True), told
    code, told = go_on(capsys, begun, "--resume", lang="ru")
    assert (code, "G338" in told) == (2, True), told
    code, told = go_on(capsys, begun, "--resume", "--docs", begun / "docs", "--quizzes", changed_quizzes(begun))
    assert (code, "the quiz or its letter has changed" in told) == (2, True), told
    with (begun / "answers.csv").open("a", encoding="utf-8") as stream:
        stream.write("one-more,term,14 дней,\n")
    code, told = go_on(capsys, begun, "--resume")
    assert (code, "other answers" in told, "answers.csv" in told) == (2, True, True), told
    assert beside(begun / "out.csv").read_bytes() == kept
    assert not (begun / "out.csv").exists()


def changed_quizzes(folder: Path) -> Path:
    changed = folder / "changed"
    changed.mkdir()
    quiz = yaml.safe_load((HERE / "course/quizzes/returns.yml").read_text(encoding="utf-8"))
    quiz["control"][0]["criteria"][0]["points"] = 7
    (changed / "returns.yml").write_text(yaml.safe_dump(quiz, allow_unicode=True), encoding="utf-8")
    return changed


def test_two_runs_never_work_on_the_same_results(begun: Path, capsys: pytest.CaptureFixture[str]):
    asked = command(begun / "answers.csv", begun / "out.csv", "--resume", form="csv")
    with subprocess.Popen(asked, stderr=subprocess.PIPE, text=True) as process:
        code, told = go_on(capsys, begun, "--resume")
        told_by_other = process.communicate(timeout=120)[1]
    assert 0 in {code, process.returncode}
    assert code == 0 or "G339 Another process" in told
    assert process.returncode == 0 or "G339 Another process" in told_by_other
    assert len([*csv.reader((begun / "out.csv").open(encoding="utf-8"))]) == ROWS + 1


def test_work_that_could_not_even_begin_leaves_nothing_to_go_on_with(tmp_path: Path):
    table, output = write_table(tmp_path / "answers.jsonl", 10), tmp_path / "out"
    limited = ["sh", "-c", 'ulimit -f 0; exec "$@"', "sh", *command(table, output, form="jsonl")]
    assert subprocess.run(limited, capture_output=True, check=False).returncode == 2
    assert not beside(output).exists()
    assert subprocess.run(command(table, output, form="jsonl"), capture_output=True, check=False).returncode == 0
