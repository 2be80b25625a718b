"""Processes that work for this one: as many as there is room for, deaf to Ctrl+C, and none that lives on without it."""

import multiprocessing
import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from queue import SimpleQueue
from threading import Thread
from typing import TypeVar

from gramota.errors import GramotaError

_MOST_ON_WINDOWS = 61
"""Processes that Windows can wait for at a time."""

_ENDING = {getattr(signal, name) for name in ("SIGTERM", "SIGHUP")} if hasattr(signal, "pthread_sigmask") else set()
"""Signals by which the system asks a process to end, where they can be held back."""

Item = TypeVar("Item")
Result = TypeVar("Result")


class LostProcessError(GramotaError):
    """The system has ended one of our processes, most likely for want of memory."""


class Workers:
    """Processes, each served by a thread of ours over a pipe of which nobody else holds an end.

    So a process that is ended in the middle of a message ends the message, too. In the one pipe that the processes of
    a ProcessPoolExecutor share, whoever reads would wait for the rest of it for ever.
    """

    def __init__(self, number: int) -> None:
        self._number = number
        self._threads = ThreadPoolExecutor(number)
        self._idle: SimpleQueue[_Worker] = SimpleQueue()
        self._all: list[_Worker] = []

    def start(self, begin: Callable[[], None] | None) -> None:
        """Start the processes; what interrupts this one waits until they have all that they need to end in silence."""
        with _without_interrupts():
            for _ in range(self._number):
                worker = _Worker(begin)
                self._all.append(worker)
                self._idle.put(worker)

    def submit(self, function: Callable[[Item], Result], item: Item) -> Future[Result]:
        """Have one of the processes do it; the result raises LostProcessError where that process was ended."""
        return self._threads.submit(self._do, function, item)

    def _do(self, function: Callable[[Item], Result], item: Item) -> Result:
        worker = self._idle.get()
        try:
            return worker.do(function, item)
        finally:
            self._idle.put(worker)

    def finish(self) -> None:
        """Wait until all is done, and let the processes end."""
        self._threads.shutdown()
        for worker in self._all:
            worker.let_end()

    def give_up(self) -> None:
        """End the processes, whatever they do."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._all:
            worker.end()


class _Worker:
    def __init__(self, begin: Callable[[], None] | None) -> None:
        # Started anew and not forked: a fork copies locks of threads that it has not, and only some systems have it.
        context = multiprocessing.get_context("spawn")
        self._pipe, its = context.Pipe()
        self._process = context.Process(target=_work, args=(its, begin), daemon=True)
        self._process.start()
        its.close()

    def do(self, function: Callable[[Item], Result], item: Item) -> Result:
        try:
            self._pipe.send((function, item))
            result: Result
            result, error = self._pipe.recv()
        except (EOFError, OSError):
            raise LostProcessError("a process was ended") from None
        if error:
            raise error
        return result

    def let_end(self) -> None:
        self._pipe.close()
        self._process.join()

    def end(self) -> None:
        # It has nothing to clean up, and one that has only begun does not hear of gentler signals yet.
        self._process.kill()
        self._process.join()


def count_cores() -> int:
    """Return how many processors this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def count_possible(wanted: int, system: str = sys.platform) -> int:
    """Return how many of the wanted processes can work at a time on the system."""
    return min(wanted, _MOST_ON_WINDOWS) if system == "win32" else wanted


@contextmanager
def worker_processes(number: int, begin: Callable[[], None] | None = None) -> Iterator[Workers]:
    """Lend processes that have called `begin`, at most `number` of them.

    Work that is unfinished when the block is left by an error is given up, and the processes are ended.
    """
    workers = Workers(count_possible(number))
    try:
        workers.start(begin)
        yield workers
        workers.finish()
    except BaseException:
        workers.give_up()
        raise


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Hold back what would end this process, or one that is started meanwhile, before that has read what it is to do.

    Ctrl+C is for the process that the others work for, and they never hear of it.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    # To start it lets interrupts in again, which all that are started after it would inherit.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, *_ENDING})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(pipe: Connection, begin: Callable[[], None] | None) -> None:
    """Do what comes through the pipe until its other end is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if _ENDING:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)
    Thread(target=_end_with_parent, daemon=True).start()
    if begin:
        begin()
    while True:
        try:
            function, item = pipe.recv()
        except EOFError:
            return
        pipe.send(_answer(function, item))


def _answer(function: Callable[[Item], Result], item: Item) -> tuple[Result | None, Exception | None]:
    try:
        return function(item), None
    except Exception as error:  # noqa: BLE001 - whatever it is, it is raised where the work was asked for
        error.add_note("".join(traceback.format_exception(error)))
        return None, error


def _end_with_parent() -> None:
    """End when the process that we work for ends in whichever way: nobody else would end us."""
    parent = multiprocessing.parent_process()
    if parent:
        wait([parent.sentinel])
        os._exit(1)
