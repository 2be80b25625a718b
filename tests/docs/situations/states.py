"""What else is the case while a command runs, which no file shows."""

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from pathlib import Path
from threading import Thread

import pyarrow as pa
import pyarrow.parquet as pq
from filelock import FileLock

from gramota.decisions import DecisionsLog
from gramota.grading.bulk.own_files import lock_path
from tests.unit.decisions.lines import clock


@dataclass(frozen=True)
class State:
    """Holds while its context is open; `shown` tells a reader of it, a language each, where the command does not."""

    held: Callable[[Path, str], AbstractContextManager[object]]
    shown: Mapping[str, str] = field(default_factory=dict)


@contextmanager
def _open_desk(root: Path, _: str) -> Iterator[None]:
    with DecisionsLog.open(root / "results", clock):
        yield


@contextmanager
def _results_held(root: Path, _: str) -> Iterator[None]:
    with FileLock(lock_path(root / "results")):
        yield


@contextmanager
def _quiz_edited(root: Path, _: str) -> Iterator[None]:
    """Change the quiz when the command has read it and is about to read the table."""
    table, quiz = root / "marks.jsonl", root / "quizzes/returns.yml"
    rows = table.read_bytes()
    table.unlink()
    os.mkfifo(table)

    def edit() -> None:
        with table.open("wb") as stream:
            quiz.write_text(f"# \n{quiz.read_text(encoding='utf-8')}", encoding="utf-8")
            stream.write(rows)

    thread = Thread(target=edit)
    thread.start()
    yield
    thread.join()


@contextmanager
def _without_pyarrow(_: Path, __: str) -> Iterator[None]:
    kept = sys.modules.get("pyarrow")
    # As Python documents it, a name that stands for None cannot be imported.
    sys.modules["pyarrow"] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        sys.modules.pop("pyarrow")
        if kept:
            sys.modules["pyarrow"] = kept


@contextmanager
def _bucket(_: Path, __: str) -> Iterator[None]:
    """Put a part of a table where no other program sees it; what the guide shows is a bucket."""
    import fsspec  # noqa: PLC0415 - clusters alone need it

    place = fsspec.filesystem("memory")
    written = BytesIO()
    pq.write_table(pa.table({"id": ["1"], "question": ["why-act"], "answer": ["A"]}), written)
    place.pipe("/answers/part-0.parquet", written.getvalue())
    try:
        yield
    finally:
        place.store.clear()
        place.pseudo_dirs[:] = [""]


STATES: Mapping[str, State] = {
    "answers are in a bucket": State(_bucket),
    "desk is open": State(
        _open_desk,
        {
            "en": "(in another window: gramota review sheets -o results)",
            "ru": "(в другом окне: gramota review sheets -o results)",
        },
    ),
    "results are held": State(
        _results_held, {"en": "(in another window: the same command)", "ru": "(в другом окне: та же команда)"}
    ),
    "quiz is edited": State(
        _quiz_edited,
        {
            "en": "(meanwhile quizzes/returns.yml is saved in an editor)",
            "ru": "(тем временем quizzes/returns.yml сохраняют в редакторе)",
        },
    ),
    "no pyarrow": State(_without_pyarrow, {"en": "(pyarrow is not installed)", "ru": "(pyarrow не установлен)"}),
}


@cache
def cluster_address() -> str:
    """Start a cluster of one worker that goes with the process, and return where it is."""
    from distributed import LocalCluster  # noqa: PLC0415 - Dask is large

    cluster = LocalCluster(n_workers=1, threads_per_worker=1, processes=False, protocol="tcp", dashboard_address=None)
    return str(cluster.scheduler_address)
