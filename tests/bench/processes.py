"""What a command costs with all the processes that it starts: time by the clock, time on processors, most memory."""

import os
import subprocess
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import perf_counter
from typing import NamedTuple, Self

import psutil

_MEGABYTE = 1_000_000
_STEP = 0.1
"""Seconds between two looks at the memory; to ask for it costs the system something."""


class Cost(NamedTuple):
    """Seconds by the clock, seconds of all processors, and the most megabytes at one time."""

    wall: float
    cpu: float
    memory: float


def cost_of(command: Sequence[str | Path], cwd: Path, env: Mapping[str, str] | None = None) -> Cost:
    """Run the command and return its cost; raise CalledProcessError, with what it said, where it fails."""
    began, before = perf_counter(), os.times()
    started = subprocess.Popen(command, cwd=cwd, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    with started as process, _MemoryWatch(process.pid) as watch:
        said, _ = process.communicate()
    wall, after = perf_counter() - began, os.times()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, said)
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Cost(wall, cpu, watch.most / _MEGABYTE)


class _MemoryWatch:
    """Looks at the memory of a process and of all below it, again and again until it is left."""

    def __init__(self, pid: int) -> None:
        self.most = 0
        """The most bytes that were seen."""
        self._root = psutil.Process(pid)
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._end.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._end.wait(_STEP):
            self.most = max(self.most, bytes_of(self._root))


def bytes_of(root: psutil.Process) -> int:
    """Return what a process and all below it hold; what some share is parted among them (PSS) where a system tells."""
    try:
        return sum(_own_bytes(process) for process in (root, *root.children(recursive=True)))
    except psutil.Error:
        return 0


def _own_bytes(process: psutil.Process) -> int:
    try:
        info = process.memory_full_info()
        return int(getattr(info, "pss", info.rss))
    except psutil.NoSuchProcess:
        return 0
