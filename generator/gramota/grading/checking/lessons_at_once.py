"""Lessons checked by as many processes as there are processors, where there are enough of them to be worth it."""

from collections.abc import Generator, Iterator, Sequence

from gramota.course.load import LessonSources
from gramota.grading.checking.lesson_check import check_lesson
from gramota.grading.worker_processes import LostProcessError, count_cores, worker_processes
from gramota.uncollected import uncollected

ENOUGH = 60
"""Lessons that take as long as it takes to begin a process."""


def check_at_once(lessons: Sequence[LessonSources]) -> Generator[str]:
    """Yield what is found in each lesson, as JSON, in their order; close it to end the processes before the last."""
    workers = min(count_cores(), len(lessons) // ENOUGH)
    if workers < 2:
        yield from map(check_one, lessons)
        return
    done = 0
    try:
        for found in _check_in_processes(lessons, workers):
            done += 1
            yield found
    except (LostProcessError, OSError):  # a machine that forbids processes, or has no memory for them
        yield from map(check_one, lessons[done:])


def check_one(lesson: LessonSources) -> str:
    """Return what is found in one lesson, as JSON: in these very texts, whatever the files say by now."""
    with uncollected():
        return check_lesson(lesson.without_trees()).to_json()


def _check_in_processes(lessons: Sequence[LessonSources], workers: int) -> Iterator[str]:
    with worker_processes(workers) as processes:
        asked = [processes.submit(check_one, lesson.without_trees()) for lesson in lessons]
        yield from (found.result() for found in asked)
