"""Answers files: each one checked, a broken one set aside with its problem, a doubtful one marked."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from gramota.course import Course, Lesson
from gramota.course.identity import content_hash
from gramota.course.names import suggestion
from gramota.errors import ContentError, Problem, Where
from gramota.grading.answers import FORMAT, Answers, checksum
from gramota.grading.inbox_files import read_file
from gramota.grading.strict_json import Json, JsonError, find_fraction, parse_json
from gramota.grading.text_decoding import decode_text


@dataclass(frozen=True)
class HandedIn:
    """A file that can be graded, the lesson that it answers, and what its trainer should know about it."""

    file: str
    answers: Answers
    lesson: Lesson
    warnings: tuple[Problem, ...] = ()


def load_answer_file(path: Path, course: Course) -> HandedIn | Problem:
    """Read a file with one sheet; whatever keeps it from being graded is the problem returned."""
    try:
        piece = read_file(path)
    except ContentError as error:
        return error.problems[0]
    return parse_sheet(piece.name, piece.data, course)


def parse_sheet(name: str, data: bytes, course: Course) -> HandedIn | Problem:
    """Read the bytes of one answers file; whatever keeps it from being graded is the problem returned."""
    where = Where(name)
    try:
        return parse_answers_file(decode_text(data, where), course, where)
    except ContentError as error:
        return error.problems[0]


def parse_answers_file(text: str, course: Course, where: Where) -> HandedIn:
    """Read the text of one answers file; raise ContentError with what keeps it from being graded."""
    try:
        parsed = parse_json(text)
    except JsonError as error:
        place = Where(where.path, error.line, error.column)
        raise ContentError([Problem.at(place, error.code, said=error.said)]) from None
    answers = parse_answers(parsed, where)
    is_whole = isinstance(parsed, dict) and checksum(parsed) == answers.checksum
    return hand_in(answers, course, where, is_whole=is_whole)


def hand_in(answers: Answers, course: Course, where: Where, *, is_whole: bool) -> HandedIn:
    """Join the answers with their lesson and all that is doubtful; raise ContentError where there is no such lesson.

    `is_whole` says that the checksum is right.
    """
    lesson = _find_lesson(answers, course, where)
    altered = [] if is_whole else [Problem.at(where, "G350")]
    return HandedIn(where.path, answers, lesson, (*altered, *_find_warnings(answers, lesson, where)))


def parse_answers(parsed: Json, where: Where) -> Answers:
    """Return the typed content; raise ContentError with everything in it that cannot be."""
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
    field = ".".join(str(step + 1 if isinstance(step, int) else step) for step in detail["loc"])
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
    if answers.acknowledged != read.revision:
        yield Problem.at(where, "G355", revision=read.revision)
    asked = [question.id for question in lesson.control]
    answered = [answer.question for answer in answers.answers]
    yield from (Problem.at(where, "G353", question=gone) for gone in _without(answered, asked))
    yield from (Problem.at(where, "G354", question=added) for added in _without(asked, answered))


def _without(some: Iterable[str], others: Iterable[str]) -> list[str]:
    left_out = set(others)
    return [one for one in some if one not in left_out]
