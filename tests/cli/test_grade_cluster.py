"""A cluster gives what one machine gives, whatever happens to its workers: real processes, and a real end of one."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from distributed import Client, LocalCluster

from gramota.cli.running import run
from tests.answers.sheets import FOLDERS
from tests.answers.tables import write_table
from tests.cli.command import gramota, gramota_within

PARTS, ROWS = 8, 4_100


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as started:
        yield started


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("parts")
    for number in range(PARTS):
        write_table(folder / f"part-{number:02}.parquet", ROWS, number * ROWS)
    return folder


@pytest.fixture(scope="module")
def expected(parts: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What one machine makes of each part by itself."""
    folder = tmp_path_factory.mktemp("one-machine")
    for part in sorted(parts.iterdir()):
        assert (
            run(["grade", str(part), "--quiz", "returns", "--processes", "1", "-o", str(folder / part.name), *FOLDERS])
            == 0
        )
    return content_of(folder)


def content_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def on_cluster(cluster: LocalCluster, answers: object, output: object, *more: str) -> list[str]:
    command = [
        sys.executable,
        "-m",
        "gramota",
        "--lang",
        "en",
        "grade",
        str(answers),
        "--quiz",
        "returns",
        "-o",
        str(output),
    ]
    return [*command, "--engine", "dask", "--scheduler", cluster.scheduler_address, *FOLDERS, *more]


def ended_on(cluster: LocalCluster, answers: object, output: object, *more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        on_cluster(cluster, answers, output, *more), capture_output=True, check=False, text=True, timeout=300
    )


def test_each_part_comes_back_under_its_name_with_the_bytes_of_one_machine(
    cluster: LocalCluster, parts: Path, expected: dict[str, bytes], tmp_path: Path
):
    ended = ended_on(cluster, f"file://{parts}", tmp_path / "out")
    assert (ended.returncode, ended.stdout) == (0, ""), ended.stderr
    assert content_of(tmp_path / "out") == expected


def test_a_worker_that_is_killed_changes_nothing(
    cluster: LocalCluster, parts: Path, expected: dict[str, bytes], tmp_path: Path
):
    with Client(cluster.scheduler_address) as client:
        workers = [*client.run(os.getpid).values()]
    out = tmp_path / "out"
    with subprocess.Popen(on_cluster(cluster, parts, out), stderr=subprocess.PIPE, text=True) as process:
        while not [*out.glob("*.parquet")]:
            assert process.poll() is None, process.communicate()[1]
        os.kill(workers[0], signal.SIGKILL)
        assert len([*out.glob("*.parquet")]) < PARTS, "killed too late to prove anything"
        told = process.communicate(timeout=300)[1]
    assert process.returncode == 0, told
    assert content_of(out) == expected


def test_what_was_done_before_ctrl_c_is_kept(
    cluster: LocalCluster, parts: Path, expected: dict[str, bytes], tmp_path: Path
):
    out = tmp_path / "out"
    with subprocess.Popen(on_cluster(cluster, parts, out), stderr=subprocess.PIPE, text=True) as process:
        while len([*out.glob("_unfinished/*.json")]) < 2:
            assert process.poll() is None, process.communicate()[1]
        process.send_signal(signal.SIGINT)
        told = process.communicate(timeout=300)[1]
    assert (process.returncode, "with --resume does the others" in told) == (130, True), told
    done = {path.stem: (out / path.stem).stat().st_mtime_ns for path in (out / "_unfinished").iterdir()}
    refused = ended_on(cluster, parts, out)
    assert (refused.returncode, "G339" in refused.stderr) == (2, True), refused.stderr
    ended = ended_on(cluster, parts, out, "--resume")
    assert (ended.returncode, "done already" in ended.stderr) == (0, True), ended.stderr
    assert {name: (out / name).stat().st_mtime_ns for name in done} == done
    assert content_of(out) == expected


def test_a_part_that_is_refused_leaves_the_others_done(cluster: LocalCluster, parts: Path, tmp_path: Path):
    out = tmp_path / "out"
    out.mkdir()
    taken = out / min(parts.iterdir()).name
    taken.write_bytes(b"somebody else's")
    ended = ended_on(cluster, parts, out)
    assert (ended.returncode, "G339" in ended.stderr) == (2, True), ended.stderr
    assert len([*out.glob("_unfinished/*.json")]) == PARTS - 1
    taken.unlink()
    ended = ended_on(cluster, parts, out, "--resume")
    assert (ended.returncode, f"{PARTS - 1} " in ended.stderr) == (0, True), ended.stderr
    assert not (out / "_unfinished").exists()


def test_what_cannot_be_graded_is_set_aside_beside_the_results(cluster: LocalCluster, tmp_path: Path):
    (tmp_path / "in").mkdir()
    table = pa.table({"id": [1, 2, 2], "question": ["term", "terms", "term"], "answer": ["14 дней", "да", None]})
    pq.write_table(table, tmp_path / "in/a.parquet")
    (tmp_path / "in/b.parquet").write_bytes(b"PAR1 and no more")
    ended = ended_on(cluster, tmp_path / "in", tmp_path / "out")
    assert ended.returncode == 2
    assert "a.parquet:2:1: G323" in ended.stderr
    assert "b.parquet: G336" in ended.stderr
    assert pq.read_table(tmp_path / "out/a.parquet")["id"].to_pylist() == [1, 2]
    line, *_ = (tmp_path / "out/_set_aside/a.parquet.jsonl").read_text(encoding="utf-8").splitlines()
    assert (json.loads(line)["row"], json.loads(line)["given"]["question"]) == (2, "terms")


@pytest.mark.parametrize(
    ("told", "arguments"),
    [
        ("--scheduler", ("--quiz", "returns", "-o", "out", "--engine", "dask")),
        ("-o", ("--quiz", "returns", "--engine", "dask", "--scheduler", "tcp://127.0.0.1:9")),
        ("--processes", ("--quiz", "returns", "-o", "out", "--engine", "dask", "--processes", "2", "--scheduler", "x")),
        ("form", ("--quiz", "returns", "-o", "out", "--engine", "dask", "--format", "csv", "--scheduler", "tcp://h:1")),
        ("--engine dask", ("--quiz", "returns", "-o", "out", "--scheduler", "tcp://h:1")),
        ("G348", ("--quiz", "returns", "-o", "out", "--engine", "dask", "--scheduler", "tcp://h:1")),
    ],
)
def test_wrong_use_is_told_before_a_cluster_is_asked(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    told: str,
    arguments: tuple[str, ...],
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "answers").mkdir()
    ended = gramota_within(capsys, "grade", "answers", *arguments, *FOLDERS)
    assert (ended.code, told in ended.err) == (2, True), ended.err
    assert not (tmp_path / "out").exists()


def test_results_never_go_over_the_answers(parts: Path, capsys: pytest.CaptureFixture[str]):
    before = content_of(parts)
    asked = ("--engine", "dask", "--scheduler", "tcp://127.0.0.1:9", "--quiz", "returns", "-o", parts)
    assert gramota_within(capsys, "grade", parts, *asked, *FOLDERS).code == 2
    assert content_of(parts) == before


def test_a_cluster_that_is_not_there_is_told(parts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    asked = ("--engine", "dask", "--scheduler", "tcp://127.0.0.1:9", "--quiz", "returns", "-o", tmp_path / "out")
    ended = gramota("--lang", "en", "grade", parts, *asked, *FOLDERS, DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT="1s")
    assert (ended.code, "The cluster could not do the work" in ended.err) == (2, True), ended.err
    assert "Traceback" not in ended.err
