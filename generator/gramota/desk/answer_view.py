"""One answer as the page shows it: everything in words and in order, so that the page only has to lay it out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict

from gramota.course import ControlQuestion
from gramota.decisions import Decided
from gramota.decisions.line import Commented, Kept, Kind, Line
from gramota.desk.case import Case
from gramota.desk.desk import Desk
from gramota.desk.moments import tell_line
from gramota.desk.toggle_keys import toggle_key
from gramota.grading.files.plain_text import clean_line
from gramota.grading.grade import Grade
from gramota.grading.shown.notices_in_words import tell_notice_of
from gramota.grading.shown.percent import confidence_percent
from gramota.grading.shown.points import points_text
from gramota.grading.shown.stretches import Stretch, cut_answer
from gramota.rubric import Decision
from gramota.wording import Wording, wording
from gramota.wording.problems import describe


class Shown(BaseModel):
    """The base of what goes to the page."""

    model_config = ConfigDict(frozen=True)


class MeaningView(Shown):
    """A criterion or misconception: how it stands, what the rubric proposes and how surely, and who set it.

    With `is_learned` its evidence is words that weigh, and not a phrase's.
    """

    number: int
    key: str
    kind: Kind
    id: str
    title: str
    points: str
    met: bool
    state: str
    proposal: str
    is_unsure: bool
    is_learned: bool
    is_own: bool
    by: str


class CommentView(Shown):
    """A comment with the number of its line, by which it can be undone or used."""

    line: int
    text: str
    by: str


class TwinView(Shown):
    """A nearly equal answer of another employee."""

    key: str
    text: str


class AnswerView(Shown):
    """The whole; `last` is the number of the last line about the answer, to be sent back with every decision."""

    key: str
    last: int
    learner: str
    letter: str
    place: str
    prompt: str
    stretches: list[Stretch]
    meanings: list[MeaningView]
    notices: list[str]
    warnings: list[str]
    twins: list[TwinView]
    comments: list[CommentView]
    finished: CommentView | None
    changed: str
    points: str


def view_answer(desk: Desk, case: Case, lang: str) -> AnswerView:
    """Return the answer as it stands now."""
    t, grade, decided = wording("desk", lang), desk.grade(case), desk.decided(case)
    answers, letter = case.attempt.handed_in.answers, case.attempt.compiled.letter
    question = {each.id: each for each in case.attempt.compiled.quiz.control}.get(case.subject.question)
    meanings = [*_meanings(question, case.grade, grade, t)] if question else []
    about = t("letter", title=clean_line(letter.title), revision=answers.letter.revision)
    return AnswerView(
        key=case.key,
        last=decided.last,
        learner=case.learner,
        letter=about,
        place=t("place", number=case.number, total=len(case.attempt.grades)),
        prompt=clean_line(question.prompt) if question else t("prompt.gone", question=clean_line(grade.question)),
        stretches=cut_answer(grade.answer, _evidence(meanings, case.grade)),
        meanings=meanings,
        notices=[*_notices(case, lang)],
        warnings=[" ".join(describe(found, lang)[:1]) for found in case.attempt.handed_in.warnings],
        twins=[TwinView(key=twin.key, text=_twin(twin.learner, twin.likeness, t)) for twin in case.twins],
        comments=[_comment(line, t) for line in decided.comments],
        finished=_comment(decided.finished, t) if decided.finished else None,
        changed=_tell_change(desk, case, decided, t),
        points=_points(grade, t),
    )


def view_kept(desk: Desk) -> list[CommentView]:
    """Return the comments that are kept to be used again."""
    return [_comment(line, None) for line in desk.kept_comments]


@dataclass(frozen=True)
class _Asked:
    """A criterion or a misconception of the question, and the points that it brings or takes."""

    kind: Kind
    id: str
    title: str
    points: float


def _asked(question: ControlQuestion) -> Iterator[_Asked]:
    yield from (_Asked("criteria", each.id, each.title, each.points) for each in question.criteria)
    yield from (_Asked("misconceptions", each.id, each.title, -each.costs) for each in question.misconceptions)


def _meanings(question: ControlQuestion, proposed: Grade, grade: Grade, t: Wording) -> Iterator[MeaningView]:
    for place, asked in enumerate(_asked(question)):
        before = proposed.decisions(asked.kind)[asked.id]
        is_met = grade.decisions(asked.kind)[asked.id].met
        mark = grade.decided.marks.get((asked.kind, asked.id))
        yield MeaningView(
            number=place + 1,
            key=toggle_key(place),
            kind=asked.kind,
            id=asked.id,
            title=clean_line(asked.title),
            points=_gain(asked.points, t),
            met=is_met,
            state=t(f"state.{asked.kind}.{'met' if is_met else 'unmet'}"),
            proposal=_tell_proposal(asked.kind, before, is_met, t),
            is_unsure=before.is_unsure,
            is_learned=before.is_learned,
            is_own=bool(mark and mark.is_own),
            by=tell_line(mark.line, t) if mark else "",
        )


def _gain(points: float, t: Wording) -> str:
    sign = "+" if points > 0 else "−" if points < 0 else ""
    return sign + points_text(abs(points), t.locale)


def _tell_proposal(kind: Kind, proposed: Decision, is_met: bool, t: Wording) -> str:  # noqa: FBT001 - it is a value
    """Return how sure the rubric is, and what of, where the trainer has decided otherwise."""
    percent = confidence_percent(proposed.confidence, t.locale)
    of_what = "same" if proposed.met == is_met else f"{kind}.{'met' if proposed.met else 'unmet'}"
    told = t(f"proposal.{of_what}", confidence=percent)
    return t("proposal.learned", proposal=told) if proposed.is_learned else told


def _evidence(meanings: Sequence[MeaningView], grade: Grade) -> Iterator[tuple[int, Sequence[tuple[int, int]]]]:
    for meaning in meanings:
        yield meaning.number, grade.decisions(meaning.kind)[meaning.id].evidence


def _notices(case: Case, lang: str) -> Iterator[str]:
    for notice in case.grade.notices:
        yield tell_notice_of(case.attempt.compiled.quiz, notice, wording("grading", lang))


def _twin(learner: str, likeness: float, t: Wording) -> str:
    return t("twin.same" if likeness == 1 else "twin", learner=learner, likeness=confidence_percent(likeness, t.locale))


def _comment(line: Line, t: Wording | None) -> CommentView:
    text = line.did.text if isinstance(line.did, Commented | Kept) else ""
    return CommentView(line=line.n, text=text, by=tell_line(line, t) if t else "")


def _tell_change(desk: Desk, case: Case, decided: Decided, t: Wording) -> str:
    newest = decided.newest
    return t("changed", by=tell_line(newest, t)) if newest and desk.has_changed(case) else ""


def _points(grade: Grade, t: Wording) -> str:
    if grade.score is None or grade.max is None:
        return t("points.none")
    return t("points", score=points_text(grade.score, t.locale), max=points_text(grade.max, t.locale))
