"""Chunks graded in several processes, in their order, with few of them on the way at any time."""

import gc
from collections import deque
from collections.abc import Iterator
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING

from gramota.grading.bulk.chunk_grader import ChunkGrader, Work
from gramota.grading.bulk.chunks import Chunk
from gramota.grading.bulk.graded import Graded
from gramota.grading.worker_processes import worker_processes

if TYPE_CHECKING:
    from concurrent.futures import Future

_ON_THE_WAY = 3
"""Chunks for each process, those that wait to be written included."""

_GRADER: ChunkGrader | None = None


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
    waiting: deque[Future[Graded]] = deque()
    with worker_processes(processes, partial(_begin, work)) as workers:
        for chunk in chunks:
            waiting.append(workers.submit(_grade, chunk))
            if len(waiting) >= processes * _ON_THE_WAY:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _begin(work: Work) -> None:
    global _GRADER  # noqa: PLW0603 - one for the whole life of the process
    _GRADER = ChunkGrader(work)
    gc.freeze()


def _grade(chunk: Chunk) -> Graded:
    assert _GRADER  # noqa: S101 - _begin was called first
    return _GRADER.grade(chunk)
