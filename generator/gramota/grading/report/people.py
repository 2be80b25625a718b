"""The attempts as the report lists them, and whose answers there is room for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from gramota.grading.files.plain_text import clean_line, fit_text
from gramota.grading.grade import Attempt
from gramota.grading.report.figures import tell_day, tell_points, tell_share
from gramota.grading.report.shown_answer import MOST_CHARACTERS, ShownAnswer, show_answers
from gramota.wording import Wording
from gramota.wording.problems import describe

ROOM_FOR_ANSWERS = 1_500_000
"""Characters of answers with what belongs to them that one report shows; a page of some megabytes, soon open."""
_ROOM_OF_AN_ANSWER = 1_500
"""Characters of marks, titles and notices that come with an answer, about."""
_LONGEST_NAME = 120
_URGENCY = {"review": 0, "not_passed": 1, "passed": 2}


@dataclass(frozen=True)
class ShownAttempt:
    """One attempt in words; `answers` are None where there is no room for them. `sheet` is where its feedback lies."""

    who: str
    about: tuple[str, ...]
    outcome: str
    counts: bool
    standing: str
    points: str
    share: str
    bar: float
    warnings: tuple[tuple[str, str], ...]
    answers: tuple[ShownAnswer, ...] | None
    sheet: str


def choose_shown(attempts: Iterable[Attempt]) -> set[int]:
    """Return the ids (of objects) of the attempts whose answers are shown: doubtful ones first, as many as have room.

    An attempt that does not count comes after those that do.
    """
    room, chosen = ROOM_FOR_ANSWERS, set[int]()
    for attempt in sorted(attempts, key=lambda each: (each.standing != "counts", _URGENCY[each.outcome])):
        wanted = sum(min(len(grade.answer), MOST_CHARACTERS) + _ROOM_OF_AN_ANSWER for grade in attempt.grades)
        # A sheet that is too large on its own does not take the room from all others.
        if wanted <= room:
            room -= wanted
            chosen.add(id(attempt))
    return chosen


def show_attempts(
    attempts: Sequence[Attempt], shown: set[int], sheets: Mapping[str, str], t: Wording
) -> list[ShownAttempt]:
    """Return the attempts in their order; `sheets` are the feedback's addresses by attempts' ids."""
    return [_show(attempt, id(attempt) in shown, sheets, t) for attempt in attempts]


def _show(attempt: Attempt, with_answers: bool, sheets: Mapping[str, str], t: Wording) -> ShownAttempt:  # noqa: FBT001 - it is a value
    answers = attempt.handed_in.answers
    about = [
        t("report.handed_in", day=tell_day(answers.finished_at, t.locale)),
        t("report.revision", revision=answers.letter.revision),
        *([t("attempt", number=answers.attempt)] if answers.attempt > 1 else []),
        clean_line(attempt.handed_in.file.rpartition("/")[2]),
    ]
    counts = attempt.standing == "counts"
    return ShownAttempt(
        who=fit_text(answers.learner.in_full, _LONGEST_NAME),
        about=tuple(about),
        outcome=attempt.outcome,
        counts=counts,
        standing="" if counts else t(f"report.standing.{attempt.standing}"),
        points=tell_points(attempt.score, attempt.max, t),
        share=tell_share(attempt.share, t.locale),
        bar=round(100 * (attempt.share or 0), 1),
        warnings=tuple(
            (found.code.partition(".")[0], clean_line(describe(found, t.lang)[0]))
            for found in attempt.handed_in.warnings
        ),
        answers=tuple(show_answers(attempt, t)) if with_answers else None,
        sheet=sheets.get(attempt.id, "") if counts else "",
    )
