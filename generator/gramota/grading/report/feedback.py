"""What an employee is told of the attempt that counts: what was met, what to read again, what the trainer says.

Never how the rubric recognises anything: no phrase, no example, no confidence, and no criterion that was not met.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gramota.course import ControlQuestion
from gramota.grading.decision_facts import trainers_of
from gramota.grading.files.plain_text import clean_line, clean_text, fit_text
from gramota.grading.grade import Attempt, Grade
from gramota.grading.report.figures import tell_day, tell_points, tell_share
from gramota.grading.report.page import render_page
from gramota.grading.report.shown_answer import ShownComment, show_comments
from gramota.grading.shown.notices_in_words import tell_notice_of
from gramota.grading.shown.points import points_text
from gramota.wording import Wording, wording

MOST_CHARACTERS = 1_500
"""What the sheet repeats of an answer; its writer has it whole."""
_LONGEST_NAME = 120
# Points are sums of fractions, which are not exact.
_NOTHING = 1e-9


@dataclass(frozen=True)
class TaughtAgain:
    """A section to read again, and the numbers of the questions that it is for."""

    title: str
    numbers: tuple[int, ...]


@dataclass(frozen=True)
class ToldAnswer:
    """A question with what came of its answer; `missing` is how many ideas more it wants."""

    number: int
    prompt: str
    text: str
    state: str
    points: str
    is_whole: bool
    met: tuple[str, ...]
    missing: int
    held: tuple[str, ...]
    refused: tuple[str, ...]
    comments: tuple[ShownComment, ...]


def render_feedback(attempt: Attempt) -> bytes:
    """Return the sheet as a page in the language of the letter."""
    letter, quiz = attempt.compiled.letter, attempt.compiled.quiz
    t = wording("grading", letter.lang)
    answers = attempt.handed_in.answers
    told = [*_tell_answers(attempt, t)]
    return render_page(
        "feedback",
        t,
        letter=clean_line(letter.title),
        who=fit_text(answers.learner.in_full, _LONGEST_NAME),
        day=tell_day(answers.finished_at, t.locale),
        revision=answers.letter.revision,
        number=answers.attempt,
        judged=_tell_judge(attempt, t),
        outcome=attempt.outcome,
        points=tell_points(attempt.score, attempt.max, t),
        share=tell_share(attempt.share, t.locale),
        bar_width=round(100 * (attempt.share or 0), 1),
        passes=tell_share(quiz.pass_share, t.locale),
        passes_at=round(100 * quiz.pass_share, 1),
        again=[*_read_again(attempt, told)],
        answers=told,
    )


def _tell_judge(attempt: Attempt, t: Wording) -> str:
    """Say whether a trainer has looked at all answers, at some, or at none."""
    trainers = clean_line(trainers_of(attempt))
    if not trainers:
        return t("feedback.judge.program")
    answered = [grade for grade in attempt.grades if grade.answer.strip()]
    is_all = all(grade.decided.finished for grade in answered)
    return trainers if is_all else t("feedback.judge.both", who=trainers)


def _tell_answers(attempt: Attempt, t: Wording) -> Iterator[ToldAnswer]:
    asked = {question.id: question for question in attempt.compiled.quiz.control}
    for number, grade in enumerate(attempt.grades, start=1):
        question = asked.get(grade.question)
        yield ToldAnswer(
            number=number,
            prompt=clean_line(question.prompt) if question else t("feedback.question_gone"),
            text=fit_text(clean_text(grade.answer.strip()), MOST_CHARACTERS),
            state=grade.state,
            points=tell_points(grade.score, grade.max, t) if grade.state == "graded" else "",
            is_whole=_is_whole(grade),
            met=tuple(_tell_met(question, grade)),
            missing=0 if _is_whole(grade) else sum(not decision.met for decision in grade.criteria.values()),
            held=tuple(_tell_held(question, grade, t)),
            refused=tuple(_refusals(grade, attempt, t)),
            comments=show_comments(grade, t),
        )


def _is_whole(grade: Grade) -> bool:
    """Whether nothing is left to be said; all the points can be had without every idea, where several will do."""
    return grade.score is not None and grade.max is not None and grade.score >= grade.max - _NOTHING


def _tell_met(question: ControlQuestion | None, grade: Grade) -> Iterator[str]:
    """Yield the titles of what is in the answer, by the trainer's word or the rubric's."""
    if question and grade.state == "graded":
        yield from (clean_line(entry.title) for entry in question.criteria if grade.criteria[entry.id].met)


def _tell_held(question: ControlQuestion | None, grade: Grade, t: Wording) -> Iterator[str]:
    """Yield the titles of misconceptions in the answer, with the points that they cost, or the sum would not add up."""
    if question and grade.state == "graded":
        for entry in question.misconceptions:
            if grade.misconceptions[entry.id].met:
                key = "feedback.held.costs" if entry.costs else "feedback.held"
                yield t(key, title=clean_line(entry.title), points=points_text(entry.costs, t.locale))


def _refusals(grade: Grade, attempt: Attempt, t: Wording) -> Iterator[str]:
    """Yield why an answer got no points as a whole, unless a trainer has given it some."""
    for notice in grade.notices if not grade.score else ():
        if notice.refused:
            yield tell_notice_of(attempt.compiled.quiz, notice, t)


def _read_again(attempt: Attempt, told: Sequence[ToldAnswer]) -> Iterator[TaughtAgain]:
    """Yield the letter's sections, in its order, that the questions ask about in which something was not right."""
    asked = {question.id: question for question in attempt.compiled.quiz.control}
    weak: dict[int, ControlQuestion] = {}
    for answer, grade in zip(told, attempt.grades, strict=True):
        question = asked.get(grade.question)
        if question and _is_weak(answer, question):
            weak[answer.number] = question
    for section in attempt.compiled.letter.sections:
        asking = tuple(number for number, question in weak.items() if section.id in question.section)
        if asking:
            yield TaughtAgain(clean_line(section.title), asking)


def _is_weak(answer: ToldAnswer, question: ControlQuestion) -> bool:
    """A question that may be left out is no weakness when it is."""
    if answer.state == "not_answered":
        return question.required
    return not answer.is_whole or bool(answer.held)
