"""The inbox: everything handed in, as files, as texts and in archives; what cannot be graded is set aside by name."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from gramota.course import Course
from gramota.errors import ContentError, Problem, Where
from gramota.grading.answer_files import HandedIn, hand_in, parse_answers, parse_answers_file
from gramota.grading.answers_text import TEXT_FORMAT, Cut, Written, by_letters, content_of, find_sheets
from gramota.grading.inbox_files import (
    ARCHIVE,
    SHEETS,
    Piece,
    find_in_folder,
    kind_of,
    read_file,
    shown_name,
    tell_other_kind,
)
from gramota.grading.inbox_zip import read_archive
from gramota.grading.text_decoding import decode_text

# These say that a file of another kind, or a link, lies among the sheets; it may well not be a sheet at all.
PASSED_OVER = frozenset({"G313", "G314", "G314.archive", "G315"})


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
    seen: set[Path] = set()
    for given in paths:
        for found in find_in_folder(given) if given.is_dir() else [given]:
            if isinstance(found, Path) and found in seen:
                continue
            if isinstance(found, Path):
                seen.add(found)
            yield found


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


def parse_piece(piece: Piece, course: Course) -> Iterator[HandedIn | Problem]:
    """Yield the sheets in the bytes of a file, whatever its ending: JSON has one, a text may have several."""
    where = Where(piece.name)
    try:
        text = decode_text(piece.data, where)
        if text.lstrip().startswith("{") or (TEXT_FORMAT not in text and kind_of(Path(piece.name).name) == ".json"):
            yield parse_answers_file(text, course, where)
        else:
            yield from _parse_text(text, course, where)
    except ContentError as error:
        yield error.problems[0]


def _parse_text(text: str, course: Course, whole: Where) -> Iterator[HandedIn | Problem]:
    sheets = [*find_sheets(text)]
    if not sheets:
        yield Problem.at(whole, "G317")
    for number, sheet in enumerate(sheets, start=1):
        where = whole if len(sheets) == 1 else Where(f"{whole.path}#{number}")
        if isinstance(sheet, Cut):
            code = "G318" if sheet.has_end else "G318.end"
            yield Problem.at(where, code, found=sheet.found, total=sheet.total)
        else:
            yield _parse_sheet(sheet, course, where)


def _parse_sheet(sheet: Written, course: Course, where: Where) -> HandedIn | Problem:
    asking = course.with_control()
    letters = by_letters(asking)
    try:
        answers = parse_answers(content_of(sheet, letters), where)
        known = asking.get(answers.letter.id)
        if known:
            questions = by_letters(question.id for question in known.control)
            answers = parse_answers(content_of(sheet, {**letters, **questions}), where)
        return hand_in(answers, course, where, is_whole=sheet.is_sealed)
    except ContentError as error:
        return error.problems[0]
