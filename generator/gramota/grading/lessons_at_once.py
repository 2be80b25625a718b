"""Lessons checked by as many processes as there are processors, where there are enough of them to be worth it."""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from gramota.course.load import LessonFiles
from gramota.grading.lesson_check import check_lesson
from gramota.uncollected import uncollected

ENOUGH = 60
"""Lessons that take as long as it takes to begin a process."""

_AT_A_TIME = 8


def check_at_once(files: Sequence[LessonFiles]) -> Iterator[str]:
    """Yield what is found in each lesson, as JSON, in their order."""
    workers = min(os.cpu_count() or 1, len(files) // ENOUGH)
    if workers < 2:
        yield from map(check_files, files)
        return
    done = 0
    try:
        # Begun anew and not copied, as other systems do it anyhow: nothing that the parent holds open is shared.
        with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
            for found in pool.map(check_files, files, chunksize=_AT_A_TIME):
                done += 1
                yield found
    except (BrokenProcessPool, OSError):  # a machine that forbids processes, or has no memory for them
        yield from map(check_files, files[done:])


def check_files(files: LessonFiles) -> str:
    """Return what is found in one lesson, as JSON."""
    with uncollected():
        return check_lesson(files.sources()).to_json()
