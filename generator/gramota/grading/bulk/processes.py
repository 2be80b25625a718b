"""Chunks graded in several processes, in their order, with few of them on the way at any time."""

import gc
import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain, islice
from multiprocessing.connection import wait
from threading import Thread

from gramota.errors import GramotaError
from gramota.grading.bulk.chunk_grader import ChunkGrader, Work
from gramota.grading.bulk.chunks import Chunk
from gramota.grading.bulk.graded import Graded

_ON_THE_WAY = 3
"""Chunks for each process, those that wait to be written included."""

_MOST_ON_WINDOWS = 61
"""It waits for 64 things at a time, and the pool has three of its own among them."""

_GRADER: ChunkGrader | None = None


class LostProcessError(GramotaError):
    """The system has ended one of our processes, most likely for want of memory."""


def count_cores() -> int:
    """Return how many processors this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def most_processes(wanted: int, system: str = sys.platform) -> int:
    """Return as many processes as are wanted, or as many as the system can wait for at a time."""
    return min(wanted, _MOST_ON_WINDOWS) if system == "win32" else wanted


def grade_in_order(work: Work, chunks: Iterator[Chunk], processes: int) -> Iterator[Graded]:
    """Yield what comes of each chunk, in their order; the bytes do not depend on the number of processes.

    Raises LostProcessError.
    """
    first = [*islice(chunks, 2)]
    ordered = chain(first, chunks)
    # To start processes takes longer than to grade one chunk.
    if processes == 1 or len(first) < 2:
        grader = ChunkGrader(work)
        yield from (grader.grade(chunk) for chunk in ordered)
    else:
        yield from _grade_in_processes(work, ordered, processes)


def _grade_in_processes(work: Work, chunks: Iterator[Chunk], processes: int) -> Iterator[Graded]:
    # Started anew and not forked: a fork copies the locks of threads that it has not, and only some systems have it.
    processes = most_processes(processes)
    pool = ProcessPoolExecutor(processes, multiprocessing.get_context("spawn"), _begin, (work,))
    others = {child.pid for child in multiprocessing.active_children()}
    waiting: deque[Future[Graded]] = deque()
    try:
        for chunk in chunks:
            with _without_interrupts():
                waiting.append(pool.submit(_grade, chunk))
            if len(waiting) >= processes * _ON_THE_WAY:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
        pool.shutdown()
    except BrokenProcessPool:
        raise LostProcessError("a process was ended") from None
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        for child in multiprocessing.active_children():
            if child.pid not in others:
                child.terminate()


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Let processes that are started meanwhile never hear of Ctrl+C: it is for the one that they work for."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(work: Work) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    global _GRADER  # noqa: PLW0603 - one for the whole life of the process
    _GRADER = ChunkGrader(work)
    gc.freeze()


def _end_with_parent() -> None:
    """End when the process that we work for ends in whichever way: nobody else would end us."""
    parent = multiprocessing.parent_process()
    if parent:
        wait([parent.sentinel])
        os._exit(1)


def _grade(chunk: Chunk) -> Graded:
    assert _GRADER  # noqa: S101 - _begin was called first
    return _GRADER.grade(chunk)
