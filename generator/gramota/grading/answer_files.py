"""Answer files from their folder: each one checked, a broken one set aside with its problem, a doubtful one marked."""

import datetime as dt
import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from gramota.course import Course, Lesson
from gramota.course.folder import shown_path
from gramota.course.identity import content_hash
from gramota.course.names import suggestion
from gramota.errors import ContentError, Problem, Where
from gramota.grading.answers import FORMAT, Answers, checksum
from gramota.grading.answers_text import is_answers_text, parse_answers_text
from gramota.grading.strict_json import Json, JsonError, find_fraction, parse_json

MAX_BYTES = 5_000_000
# A .txt holds either what a telephone shares, which is the same JSON, or the answers as text.
SHEET_SUFFIXES = (".json", ".txt")


@dataclass(frozen=True)
class HandedIn:
    """A file that can be graded, the lesson that it answers, and what its trainer should know about it."""

    file: str
    answers: Answers
    lesson: Lesson
    warnings: tuple[Problem, ...] = ()


def find_answer_files(path: Path) -> Iterator[Path]:
    """Yield the file itself, or every sheet below the folder in the order of their names."""
    if path.is_dir():
        yield from find_files_ending(path, SHEET_SUFFIXES)
    else:
        yield path


def find_files_ending(folder: Path, suffixes: Collection[str]) -> Iterator[Path]:
    """Yield the folder's files, at any depth, with such an ending in any case, in the order of their names."""
    for found in sorted(folder.rglob("*")):
        if found.suffix.lower() in suffixes and found.is_file() and not found.name.startswith("."):
            yield found


def load_answer_file(path: Path, course: Course) -> HandedIn | Problem:
    """Read one file; whatever keeps it from being graded is the problem returned."""
    where = Where(shown_path(path))
    try:
        parsed, is_whole = _parse_content(read_text(path), where)
        answers = _parse_answers(parsed, where)
        lesson = _find_lesson(answers, course, where)
    except ContentError as error:
        return error.problems[0]
    except JsonError as error:
        place = Where(where.path, error.line, error.column)
        return Problem.at(place, error.code, said=error.said)
    altered = [] if is_whole else [Problem.at(where, "G350")]
    return HandedIn(where.path, answers, lesson, (*altered, *_find_warnings(answers, lesson, where)))


def read_text(path: Path) -> str:
    """Return the file's text; raise ContentError where it is too large, not there, or not UTF-8."""
    where = Where(shown_path(path))
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise ContentError([Problem.at(where, "G300", size=size, limit=MAX_BYTES)])
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ContentError([Problem.at(where, "G001", reason=error.strerror or error)]) from None
    except UnicodeDecodeError:
        raise ContentError([Problem.at(where, "G312")]) from None


def _parse_content(text: str, where: Where) -> tuple[Json, bool]:
    """Return what the sheet says, a file or a text, and whether its checksum is right; raise JsonError."""
    if not text.lstrip().startswith("{"):
        if is_answers_text(text):
            return parse_answers_text(text)
        if where.path.lower().endswith(".txt"):
            raise ContentError([Problem.at(where, "G314")])
    parsed = parse_json(text)
    return parsed, isinstance(parsed, dict) and checksum(parsed) == parsed.get("checksum")


def _parse_answers(parsed: Json, where: Where) -> Answers:
    said = parsed.get("format") if isinstance(parsed, dict) else None
    if said != FORMAT:
        code = "G305.none" if said is None else "G305"
        raise ContentError([Problem.at(where, code, value=str(said)[:60], expected=FORMAT)])
    if (fraction := find_fraction(parsed)) is not None:
        raise ContentError([Problem.at(where, "G304", said=fraction)])
    try:
        # JSON mode reads lists as tuples and is otherwise as strict as can be.
        answers = Answers.model_validate_json(json.dumps(parsed))
    except ValidationError as error:
        raise ContentError([_field_problem(detail, where) for detail in error.errors()]) from None
    _refuse_repeated(answers, where)
    return answers


def _field_problem(detail: ErrorDetails, where: Where) -> Problem:
    # What stands in brackets says which kind of `acknowledged` it is, and is no field.
    steps = (step for step in detail["loc"] if not str(step).startswith("("))
    field = ".".join(str(step + 1 if isinstance(step, int) else step) for step in steps)
    code = {"missing": "G306.missing", "extra_forbidden": "G306.unknown"}.get(detail["type"], "G306.wrong")
    return Problem.at(where, code, field=field)


def _refuse_repeated(answers: Answers, where: Where) -> None:
    asked = [answer.question for answer in answers.answers]
    repeated = [question for question in dict.fromkeys(asked) if asked.count(question) > 1]
    if repeated:
        raise ContentError([Problem.at(where, "G307", question=repeated[0])])


def _find_lesson(answers: Answers, course: Course, where: Where) -> Lesson:
    asking = course.with_control()
    if answers.letter.id not in asking:
        values = {"id": answers.letter.id, "suggestion": suggestion(answers.letter.id, list(asking))}
        raise ContentError([Problem.at(where, "G308", **values)])
    return asking[answers.letter.id]


def _find_warnings(answers: Answers, lesson: Lesson, where: Where) -> Iterator[Problem]:
    read, now = answers.letter, lesson.letter
    if read.revision != now.revision:
        yield Problem.at(where, "G351", read=read.revision, now=now.revision)
    elif read.hash != content_hash(now):
        yield Problem.at(where, "G352", revision=now.revision)
    yield from _find_reading_warnings(answers, lesson, where)
    asked = [question.id for question in lesson.control]
    answered = [answer.question for answer in answers.answers]
    yield from (Problem.at(where, "G353", question=gone) for gone in _without(answered, asked))
    yield from (Problem.at(where, "G354", question=added) for added in _without(asked, answered))


def _find_reading_warnings(answers: Answers, lesson: Lesson, where: Where) -> Iterator[Problem]:
    """Yield that this revision was not confirmed as read, or too long before the sheet was handed in."""
    if answers.acknowledged_revision != answers.letter.revision:
        yield Problem.at(where, "G355", revision=answers.letter.revision)
    elif answers.acknowledged_at and lesson.letter.valid_for:
        moments = (answers.acknowledged_at, answers.finished)
        read, finished = (dt.datetime.fromisoformat(moment).astimezone(dt.UTC) for moment in moments)
        if lesson.letter.valid_for.after(read) < finished:
            yield Problem.at(where, "G358", read=read.date().isoformat(), span=lesson.letter.valid_for)


def _without(some: Iterable[str], others: Iterable[str]) -> list[str]:
    left_out = set(others)
    return [one for one in some if one not in left_out]
