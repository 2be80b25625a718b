"""The inbox: everything handed in, as files, as texts and in archives; what cannot be graded is set aside by name."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from gramota.course import Course
from gramota.errors import ContentError, Problem
from gramota.grading.inbox.answer_files import HandedIn, parse_piece
from gramota.grading.inbox.archives import read_archive
from gramota.grading.inbox.found_files import (
    ARCHIVE,
    SHEETS,
    Piece,
    find_in_folder,
    kind_of,
    read_file,
    shown_name,
    tell_other_kind,
)

# These say that a file of another kind, or a link, lies among the sheets; it may well not be a sheet at all.
PASSED_OVER = frozenset({"G313", "G317", "G317.archive", "G315"})


@dataclass(frozen=True)
class Inbox:
    """What was found: sheets to grade, why others are set aside, and what else lies there and was passed over."""

    handed_in: tuple[HandedIn, ...]
    set_aside: tuple[Problem, ...]
    passed_over: tuple[Problem, ...]


def load_inbox(paths: Iterable[Path], course: Course) -> Inbox:
    """Read files, archives and folders of these, each once and in a fixed order; nothing in them stops the others."""
    found = [*_read_all(paths, course)]
    problems = [each for each in found if isinstance(each, Problem)]
    return Inbox(
        handed_in=tuple(each for each in found if isinstance(each, HandedIn)),
        set_aside=tuple(each for each in problems if each.code not in PASSED_OVER),
        passed_over=tuple(each for each in problems if each.code in PASSED_OVER),
    )


def _read_all(paths: Iterable[Path], course: Course) -> Iterator[HandedIn | Problem]:
    for found in _find_files(paths):
        if isinstance(found, Problem):
            yield found
            continue
        for piece in _read_pieces(found):
            yield from [piece] if isinstance(piece, Problem) else parse_piece(piece, course)


def _find_files(paths: Iterable[Path]) -> Iterator[Path | Problem]:
    """Yield each file once: a folder may be named together with a file in it, which is no second attempt."""
    seen: set[str | Problem] = set()
    for given in paths:
        for found in find_in_folder(given) if given.is_dir() else [given]:
            place = found if isinstance(found, Problem) else os.path.realpath(found)
            if place not in seen:
                yield found
            seen.add(place)


def _read_pieces(path: Path) -> Iterator[Piece | Problem]:
    kind = kind_of(path.name)
    if kind == ARCHIVE:
        yield from read_archive(path)
    elif kind not in SHEETS:
        yield tell_other_kind(shown_name(path))
    else:
        try:
            yield read_file(path)
        except ContentError as error:
            yield from error.problems
