"""What a command costs with all the processes that it starts: time by the clock, time on processors, most memory."""

import os
import subprocess
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

import psutil

_MEGABYTE = 1_000_000
_STEP = 0.02


class Cost(NamedTuple):
    """Seconds by the clock, seconds of all processors, and the most megabytes at one time."""

    wall: float
    cpu: float
    memory: float


def cost_of(command: Sequence[str | Path], cwd: Path, env: Mapping[str, str] | None = None) -> Cost:
    """Run the command and return its cost; raise CalledProcessError, with what it said, where it fails."""
    began, before = perf_counter(), os.times()
    with subprocess.Popen(command, cwd=cwd, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        watch = _MemoryWatch(process.pid)
        said, _ = process.communicate()
        memory = watch.ended()
    wall, after = perf_counter() - began, os.times()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, said)
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Cost(wall, cpu, memory / _MEGABYTE)


class _MemoryWatch:
    """Looks at the memory of a process and of all below it, again and again until they have ended."""

    def __init__(self, pid: int) -> None:
        self._root = psutil.Process(pid)
        self._most = 0
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._look)
        self._thread.start()

    def ended(self) -> int:
        """Return the most bytes that were seen."""
        self._end.set()
        self._thread.join()
        return self._most

    def _look(self) -> None:
        while not self._end.wait(_STEP):
            self._most = max(self._most, self._bytes())

    def _bytes(self) -> int:
        try:
            return sum(_bytes_of(process) for process in (self._root, *self._root.children(recursive=True)))
        except psutil.NoSuchProcess:
            return 0


def _bytes_of(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.NoSuchProcess:
        return 0
