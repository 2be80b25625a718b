"""Files beside the results that grading wrote itself: only these are replaced or deleted, and nobody else's."""

from collections.abc import Iterator
from pathlib import Path

from gramota.course.files.folder import shown_path
from gramota.errors import Problem, Where
from gramota.grading.tables.rows_aside import is_line_of_set_aside

UNFINISHED = "gramota-unfinished/"
"""The format of what is done of a work, without its version."""

_UNFINISHED_BEGINS = f'{{"format": "{UNFINISHED}'

LONGEST_LINE = 100_000_000


def aside_path(output: Path) -> Path:
    """Return the path of the file for rows that could not be graded."""
    return output.with_name(f"{output.name}.set-aside.jsonl")


def unfinished_path(output: Path) -> Path:
    """Return the path of what is done of the work on these results."""
    return output.with_name(f"{output.name}.unfinished")


def lock_path(output: Path) -> Path:
    """Return the path of the file by which one process at a time works on these results."""
    return output.with_name(f".{output.name}.gramota-lock")


def find_foreign(output: Path) -> Iterator[Problem]:
    """Yield a problem for each file that stands where one of ours would, and is not ours; raise OSError."""
    is_own = {aside_path: _is_set_aside, unfinished_path: _is_unfinished, lock_path: _is_lock}
    for place, is_ours in is_own.items():
        path = place(output)
        if path.is_symlink() or (path.exists() and not (path.is_file() and is_ours(path))):
            yield Problem.at(Where(shown_path(path), 0), "G339.foreign")


def _is_set_aside(path: Path) -> bool:
    with path.open("rb") as stream:
        return is_line_of_set_aside(stream.readline(LONGEST_LINE))


def _is_unfinished(path: Path) -> bool:
    """Whether the file begins as ours do; the process may have been ended before it had written that much."""
    with path.open("rb") as stream:
        begun = stream.read(len(_UNFINISHED_BEGINS))
    return _UNFINISHED_BEGINS.encode().startswith(begun)


def _is_lock(path: Path) -> bool:
    return path.stat().st_size == 0
