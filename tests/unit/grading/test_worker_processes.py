"""However processes end, whoever waits for them is told."""

import multiprocessing
import os
import signal

import pytest

from gramota.grading.worker_processes import LostProcessError, worker_processes

# More than a pipe holds: a process that is ended now and then is ended in the middle of it.
LARGE = 3_000_000


def large(number: int) -> bytes:
    if number == 20:
        os.kill(os.getpid(), signal.SIGTERM)
    return bytes(LARGE)


def refuse(number: int) -> bytes:
    raise ValueError(number)


def asked(count: int) -> list[int]:
    done: list[int] = []
    with worker_processes(2) as workers:
        waiting = [workers.submit(large, number) for number in range(count)]
        done.extend(len(each.result()) for each in waiting)
    return done


def test_what_is_larger_than_a_pipe_comes_whole():
    assert asked(10) == [LARGE] * 10


def test_a_process_that_is_ended_leaves_nobody_waiting():
    with pytest.raises(LostProcessError):
        asked(60)


def give_up() -> None:
    with worker_processes(2) as workers:
        waiting = [workers.submit(large, number) for number in range(10)]
        waiting[0].result()
        raise KeyboardInterrupt


def test_whoever_gives_up_in_the_middle_of_messages_does_not_wait_for_their_ends():
    with pytest.raises(KeyboardInterrupt):
        give_up()
    assert multiprocessing.active_children() == []


def test_an_error_is_raised_where_the_work_was_asked_for():
    with worker_processes(1) as workers, pytest.raises(ValueError, match="7") as raised:
        workers.submit(refuse, 7).result()
    assert "in refuse" in "".join(raised.value.__notes__)
