"""What a file holds: sheets as JSON or as text, each checked; a broken one is set aside, a doubtful one marked."""

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from gramota.course import Course, Lesson
from gramota.course.model.identity import content_hash
from gramota.course.names import suggestion
from gramota.errors import ContentError, Problem, Where
from gramota.grading.files.strict_json import Json, JsonError, find_fraction, parse_json
from gramota.grading.files.text_decoding import decode_text
from gramota.grading.inbox.answers import FORMAT, Answers, checksum
from gramota.grading.inbox.answers_text import Cut, Written, by_letters, content_of, find_sheets, is_answers_text
from gramota.grading.inbox.found_files import Piece, kind_of, read_file

MOST_SHEETS = 1_000
"""In one text; each that is broken is told, and nobody would read more."""


@dataclass(frozen=True)
class HandedIn:
    """A file that can be graded, the lesson that it answers, and what its trainer should know about it."""

    file: str
    answers: Answers
    lesson: Lesson
    warnings: tuple[Problem, ...] = ()


def load_answer_file(path: Path, course: Course) -> HandedIn | Problem:
    """Read the first sheet in a file; whatever keeps it from being graded is the problem returned."""
    try:
        return next(parse_piece(read_file(path), course))
    except ContentError as error:
        return error.problems[0]


def parse_piece(piece: Piece, course: Course) -> Iterator[HandedIn | Problem]:
    """Yield the sheets in the bytes of a file, whatever its ending: JSON has one, a text may have several."""
    where = Where(piece.name)
    try:
        text = decode_text(piece.data, where)
        if text.lstrip().startswith("{") or (not is_answers_text(text) and kind_of(Path(piece.name).name) == ".json"):
            yield _parse_file(text, course, where)
        else:
            yield from _parse_text(text, course, where)
    except ContentError as error:
        yield error.problems[0]


def _parse_text(text: str, course: Course, whole: Where) -> Iterator[HandedIn | Problem]:
    sheets = [*islice(find_sheets(text), MOST_SHEETS + 1)]
    if not sheets:
        yield Problem.at(whole, "G314")
    if len(sheets) > MOST_SHEETS:
        yield Problem.at(whole, "G319.text", limit=MOST_SHEETS)
        return
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
        answers = _parse_answers(content_of(sheet, letters), where)
        known = asking.get(answers.letter.id)
        if known:
            questions = by_letters(question.id for question in known.control)
            answers = _parse_answers(content_of(sheet, {**letters, **questions}), where)
        return _hand_in(answers, course, where, is_whole=sheet.is_sealed)
    except ContentError as error:
        return error.problems[0]


def _parse_file(text: str, course: Course, where: Where) -> HandedIn:
    try:
        parsed = parse_json(text)
    except JsonError as error:
        place = Where(where.path, error.line, error.column)
        raise ContentError([Problem.at(place, error.code, said=error.said)]) from None
    answers = _parse_answers(parsed, where)
    is_whole = isinstance(parsed, dict) and checksum(parsed) == answers.checksum
    return _hand_in(answers, course, where, is_whole=is_whole)


def _hand_in(answers: Answers, course: Course, where: Where, *, is_whole: bool) -> HandedIn:
    """Join the answers with their lesson and all that is doubtful; raise ContentError where there is no such lesson."""
    lesson = _find_lesson(answers, course, where)
    altered = [] if is_whole else [Problem.at(where, "G350")]
    return HandedIn(where.path, answers, lesson, (*altered, *_find_warnings(answers, lesson, where)))


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
