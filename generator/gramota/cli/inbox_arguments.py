"""Sheets that a command is given: files, archives and folders of them, each of which must be there."""

from collections.abc import Sequence
from pathlib import Path

from gramota.course import Course
from gramota.errors import Problem, Where, reason_of, refuse
from gramota.grading.inbox.found_files import shown_name
from gramota.grading.inbox.inbox import Inbox, load_inbox


def load_given(paths: Sequence[Path], course: Course) -> Inbox:
    """Read everything; raise ContentError for what is not there."""
    refuse_missing(paths)
    return load_inbox(paths, course)


def refuse_missing(paths: Sequence[Path]) -> None:
    """Raise ContentError for every path that is not there."""
    refuse(problem for given in paths if (problem := find_missing(given)))


def find_missing(given: Path) -> Problem | None:
    """Return the problem of a path that cannot be asked about."""
    try:
        given.stat()
    except (OSError, ValueError) as error:
        return Problem.at(Where(shown_name(given)), "G001", reason=reason_of(error))
    return None
