"""The folder of feedback sheets: what each is called, without anybody's name, and which of its files are ours."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from gramota.course.model.base import fold
from gramota.grading.files.atomic_file import remove_empty
from gramota.grading.grade import Attempt
from gramota.grading.report.marks import BEGINNING, MARK_OF_FEEDBACK

FEEDBACK = "feedback"

_LONGEST_PART = 60
_NAME = re.compile(r".+--[0-9a-f]{8,64}\.html")
_NUMBER = re.compile(r"(?=.*\d)(?!.*[^\W\d_]{4})[\w.-]{1,32}")


def choose_for_feedback(attempts: Iterable[Attempt]) -> list[Attempt]:
    """Return the attempts that get a sheet: those that count and of which nothing waits for a trainer."""
    return [attempt for attempt in attempts if attempt.standing == "counts" and attempt.outcome != "review"]


def name_sheets(attempts: Iterable[Attempt]) -> dict[str, str]:
    """Return the sheets' addresses from the results' folder, by attempts' ids; no two are the same in any case."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for attempt in attempts:
        digits = attempt.id.rpartition(":")[2]
        about = "--".join(_parts(attempt))
        name = next(name for length in (8, 16, 64) if fold(name := f"{about}--{digits[:length]}.html") not in taken)
        taken.add(fold(name))
        names[attempt.id] = f"{FEEDBACK}/{name}"
    return names


def number_in_names(said: str) -> str:
    """Return a personnel number that may stand in a file's name: digits, and no run of letters like a name's; or "".

    The browser names answers files by the same rule (`answers_file.js`; `tests/vectors/number_in_names.json`).
    """
    number = unicodedata.normalize("NFC", said).strip()
    return number if _NUMBER.fullmatch(number) else ""


def find_sheets(folder: Path) -> Iterator[Path]:
    """Yield the feedback sheets below a folder of results; a file that is not ours is none, and no link is followed."""
    place = folder / FEEDBACK
    if place.is_symlink() or not place.is_dir():
        return
    for path in sorted(place.iterdir()):
        if _NAME.fullmatch(path.name) and not path.is_symlink() and path.is_file() and _is_ours(path):
            yield path


def remove_sheets(sheets: Iterable[Path]) -> None:
    """Delete sheets, and their folder once it is empty."""
    for path in sheets:
        path.unlink(missing_ok=True)
        remove_empty(path.parent)


def _is_ours(path: Path) -> bool:
    with path.open("rb") as stream:
        return MARK_OF_FEEDBACK in stream.read(BEGINNING)


def _parts(attempt: Attempt) -> Iterator[str]:
    """Yield the letter, and the learner's number where it looks like one."""
    yield _fit(attempt.compiled.letter.id)
    if number := number_in_names(attempt.handed_in.answers.learner.id or ""):
        yield _fit(number)


def _fit(said: str) -> str:
    """Return what was said as part of a name that every file system takes."""
    return re.sub(r"[^\w]+", "-", said).strip("-_")[:_LONGEST_PART] or "-"
