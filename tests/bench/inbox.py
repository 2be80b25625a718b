"""How long a whole inbox takes, and how much memory: a thousand sheets of five answers into a folder of results."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from gramota.cache.store import FOLDER
from gramota.course import load_course
from gramota.course.model.identity import content_hash
from gramota.grading.inbox.answers import checksum
from tests.bench.timing import seconds_of

SHEETS = 1_000
RUNS = 3
WRITTEN = "tests/answers/fresh"
_MEGABYTE = 1_000_000
_AIM = "aim: under 15 s and 300 MB"


def inbox_section(root: Path) -> str:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        inbox = place / "inbox"
        inbox.mkdir()
        for name, content in _sheets(root):
            (inbox / name).write_text(content, encoding="utf-8")
        with zipfile.ZipFile(place / "inbox.zip", "w", zipfile.ZIP_DEFLATED) as archive:
            for path in sorted(inbox.iterdir()):
                archive.write(path, path.name)
        rows = [
            (f"{SHEETS:,} files, rubric compiled before", *_measure(root, inbox, place / "cache"), _AIM),
            (f"{SHEETS:,} files, the first time", *_measure(root, inbox, None), ""),
            ("the same in one archive", *_measure(root, place / "inbox.zip", place / "cache"), ""),
        ]
    table = "\n".join(f"| {what} | {seconds:.1f} | {memory:.0f} | {note} |" for what, seconds, memory, note in rows)
    head = f"`gramota grade INBOX -o OUT`, whole process, five answers to a sheet; medians of {RUNS} runs."
    return f"## An inbox\n\n{head}\n\n| what | s | peak MB | |\n| --- | ---: | ---: | --- |\n{table}\n"


def _sheets(root: Path) -> Iterator[tuple[str, str]]:
    """Yield sheets of the answers that people wrote to the example's questions, each answer with many others."""
    letter = load_course(root / "docs", root / "quizzes").lesson("closer-product").letter
    written = _written(root)
    for number in range(SHEETS):
        minute = f"2026-10-{number % 28 + 1:02}T{number // 60 % 24:02}:{number % 60:02}"
        content: dict[str, object] = {
            "format": "gramota-answers/1",
            "site": "bench",
            "letter": {"id": letter.id, "revision": letter.revision, "hash": content_hash(letter)},
            "learner": {"id": str(10_000 + number), "name": f"Сотрудник {number}"},
            "started": f"{minute}:00Z",
            "finished": f"{minute}:59Z",
            "acknowledged": letter.revision,
            "answers": [
                {"question": question, "text": answers[number * (7 + place) % len(answers)]}
                for place, (question, answers) in enumerate(written.items())
            ],
            "self_check": [],
        }
        yield f"{number:04}.json", json.dumps({**content, "checksum": checksum(content)}, ensure_ascii=False)


def _written(root: Path) -> dict[str, list[str]]:
    written: dict[str, list[str]] = {}
    for path in sorted((root / WRITTEN).glob("*/trainer-1.jsonl")):
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            written.setdefault(row["question"], []).append(row["answer"])
    return written


def _measure(root: Path, inbox: Path, cache: Path | None) -> tuple[float, float]:
    """Return seconds and the most memory of a run, in megabytes; without a cache every run compiles the rubric."""
    peaks: list[float] = []
    runs = RUNS if cache is None else RUNS + 1
    seconds = [seconds_of(lambda: peaks.append(_grade(root, inbox, cache))) for _ in range(runs)]
    return statistics.median(seconds[-RUNS:]), max(peaks)


def _grade(root: Path, inbox: Path, cache: Path | None) -> float:
    command = [sys.executable, "-m", "gramota", "grade", str(inbox), "-o", str(inbox.parent / "out")]
    environment = {**os.environ, FOLDER: str(cache or "")}
    with subprocess.Popen(command, cwd=root, env=environment, stderr=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    # Kilobytes on Linux, bytes on macOS.
    return used.ru_maxrss / _MEGABYTE if sys.platform == "darwin" else used.ru_maxrss * 1024 / _MEGABYTE
