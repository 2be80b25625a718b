"""The report for the trainer: the group at a glance, each question, what to teach again, and every answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gramota.errors import Problem
from gramota.grading.files.plain_text import clean_line
from gramota.grading.grade import Attempt
from gramota.grading.item_statistics import WEAK_DISCRIMINATION, analyse_items
from gramota.grading.report.charts import HEIGHT, STEPS, WIDTH
from gramota.grading.report.figures import tell_day, tell_points, tell_share
from gramota.grading.report.group import Group, sum_up
from gramota.grading.report.page import render_page
from gramota.grading.report.people import ShownAttempt, choose_shown, show_attempts
from gramota.grading.report.questions import (
    QuestionResult,
    Rate,
    WeakSection,
    collect_results,
    common_misconceptions,
    find_weak_sections,
)
from gramota.wording import Wording
from gramota.wording.problems import describe


@dataclass(frozen=True)
class LetterReport:
    """Everything about the attempts at one letter; `passes` is the share of the points that passes."""

    title: str
    revision: int
    passes: float
    group: Group
    weak: Sequence[WeakSection]
    common: Sequence[Rate]
    questions: Sequence[QuestionResult]
    people: Sequence[ShownAttempt]
    without_answers: int


def render_report(
    attempts: Sequence[Attempt], set_aside: Sequence[Problem], sheets: Mapping[str, str], t: Wording
) -> bytes:
    """Return the page, the same for the same attempts; `sheets` are where the feedback lies, by attempts' ids."""
    shown = choose_shown(attempts)
    last = max(attempt.handed_in.answers.finished_at for attempt in attempts)
    return render_page(
        "report",
        t,
        letters=[_report_letter(same, shown, sheets, t) for same in _by_letter(attempts)],
        sheets=len(attempts),
        last=tell_day(last, t.locale),
        set_aside=[(clean_line(found.where.path), *describe(found, t.lang)) for found in set_aside],
        weak_discrimination=WEAK_DISCRIMINATION,
        chart={"width": WIDTH, "height": HEIGHT, "steps": STEPS},
        share=lambda value: tell_share(value, t.locale),
        points=lambda score, most: tell_points(score, most, t),
    )


def _by_letter(attempts: Sequence[Attempt]) -> list[list[Attempt]]:
    found: dict[str, list[Attempt]] = {}
    for attempt in attempts:
        found.setdefault(attempt.compiled.letter.id, []).append(attempt)
    return [same for _, same in sorted(found.items())]


def _report_letter(attempts: Sequence[Attempt], shown: set[int], sheets: Mapping[str, str], t: Wording) -> LetterReport:
    compiled = attempts[0].compiled
    counting = [attempt for attempt in attempts if attempt.standing == "counts"]
    questions = collect_results(compiled.quiz, analyse_items(counting))
    return LetterReport(
        title=clean_line(compiled.letter.title),
        revision=compiled.letter.revision,
        passes=compiled.quiz.pass_share,
        group=sum_up(attempts),
        weak=find_weak_sections(compiled.letter, questions),
        common=common_misconceptions(questions),
        questions=questions,
        people=show_attempts(attempts, shown, sheets, t),
        without_answers=sum(id(attempt) not in shown for attempt in attempts),
    )
