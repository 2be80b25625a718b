"""Processes that work for this one: as many as there is room for, deaf to Ctrl+C, and none that lives on without it."""

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing.connection import wait
from threading import Thread

_MOST_ON_WINDOWS = 61
"""Processes that Windows can wait for at a time."""


def count_cores() -> int:
    """Return how many processors this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def count_possible(wanted: int, system: str = sys.platform) -> int:
    """Return how many of the wanted processes can work at a time on the system."""
    return min(wanted, _MOST_ON_WINDOWS) if system == "win32" else wanted


@contextmanager
def worker_processes(number: int, begin: Callable[[], None] | None = None) -> Iterator[ProcessPoolExecutor]:
    """Lend processes that have called `begin`, at most `number` of them; hand work out to them `without_interrupts`.

    Work that is unfinished when the block is left by an error is given up, and the processes are ended.
    """
    # Started anew and not forked: a fork copies the locks of threads that it has not, and only some systems have it.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(count_possible(number), context, _begin, (begin,))
    others = {child.pid for child in multiprocessing.active_children()}
    try:
        yield pool
        pool.shutdown()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        for child in multiprocessing.active_children():
            if child.pid not in others:
                child.terminate()


@contextmanager
def without_interrupts() -> Iterator[None]:
    """Let processes that are started meanwhile never hear of Ctrl+C: it is for the one that they work for."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(begin: Callable[[], None] | None) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    if begin:
        begin()


def _end_with_parent() -> None:
    """End when the process that we work for ends in whichever way: nobody else would end us."""
    parent = multiprocessing.parent_process()
    if parent:
        wait([parent.sentinel])
        os._exit(1)
