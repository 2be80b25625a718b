"""`gramota check` of many lessons, ended in the middle, says no more than it has to and leaves no process behind."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from tests.built_site.building import ROOT
from tests.cli.test_grade_interrupted import wait_until

SITE = ROOT / "tests/sites/anywhere"
LESSONS = 400
LISTENING = """
import signal
from gramota.cli import main
from gramota.grading.checking import lessons_at_once
if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)
    lessons_at_once.count_cores = lambda: 2
    main()
"""


@pytest.fixture
def running(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A check that has two processes at work, some of whose findings have come already."""
    for part in ("docs/letters", "quizzes"):
        (tmp_path / part).mkdir(parents=True)
        for number in range(LESSONS):
            shutil.copy(SITE / part / "russian.yml", tmp_path / part / f"letter-{number}.yml")
    cache = tmp_path / "cache"
    environment = {**os.environ, "GRAMOTA_CACHE": str(cache), "PYTHONPATH": str(ROOT)}
    asked = [sys.executable, "-c", LISTENING, "check"]
    with subprocess.Popen(
        asked, cwd=tmp_path, stderr=subprocess.PIPE, text=True, env=environment, start_new_session=True
    ) as process:
        wait_until(lambda: any(path.is_file() for path in cache.rglob("*")), process)
        assert process.poll() is None
        yield process


def test_ctrl_c_while_lessons_are_checked_prints_no_traceback(running: subprocess.Popen[str]):
    helpers = psutil.Process(running.pid).children(recursive=True)
    os.killpg(running.pid, signal.SIGINT)
    told = running.communicate(timeout=60)[1]
    assert running.returncode == 130
    assert "Traceback" not in told, told
    assert psutil.wait_procs(helpers, timeout=60)[1] == []


def test_a_check_that_is_killed_leaves_no_process_behind(running: subprocess.Popen[str]):
    helpers = psutil.Process(running.pid).children(recursive=True)
    assert len(helpers) >= 2
    running.kill()
    assert psutil.wait_procs(helpers, timeout=60)[1] == []
