"""One answer as the report shows it: its text with the evidence marked, what is met and held, and who said so."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gramota.course import ControlQuestion, Criterion, Misconception
from gramota.decisions.line import Commented, Kind, Line
from gramota.grading.files.plain_text import clean_line, clean_text, fit_text
from gramota.grading.grade import Attempt, Grade
from gramota.grading.report.figures import tell_points, tell_who
from gramota.grading.shown.notices_in_words import tell_notice_of
from gramota.grading.shown.percent import confidence_percent
from gramota.grading.shown.points import points_text
from gramota.grading.shown.stretches import cut_answer
from gramota.rubric import Decision
from gramota.wording import Wording

MOST_CHARACTERS = 6_000
"""What the report shows of one answer: two closely written sheets."""
_HUES = 8


@dataclass(frozen=True)
class ShownMeaning:
    """A criterion or misconception: its number in the text's marks, how it stands, and the doubt about it in words.

    With `is_learned` its evidence is words that weigh, and not a phrase's. `worth` is what it adds to the points or
    takes from them, where it is there.
    """

    number: int
    kind: Kind
    title: str
    met: bool
    has_evidence: bool
    doubt: str
    is_learned: bool
    is_own: bool
    worth: str

    @property
    def hue(self) -> int:
        """Which of the colours marks it, from 1."""
        return (self.number - 1) % _HUES + 1


@dataclass(frozen=True)
class Piece:
    """A stretch of the text; without a hue it is not marked."""

    text: str
    hue: int = 0
    kind: str = ""
    numbers: str = ""


@dataclass(frozen=True)
class ShownComment:
    """What a trainer has written, and who and when."""

    text: str
    by: str


@dataclass(frozen=True)
class ShownAnswer:
    """The whole; `state` is the grade's, `decided` who finished it."""

    number: int
    prompt: str
    state: str
    points: str
    review: bool
    pieces: tuple[Piece, ...]
    meanings: tuple[ShownMeaning, ...]
    notices: tuple[str, ...]
    comments: tuple[ShownComment, ...]
    decided: str


def show_answers(attempt: Attempt, t: Wording) -> Iterator[ShownAnswer]:
    """Yield the attempt's answers in the order of their questions."""
    asked = {question.id: question for question in attempt.compiled.quiz.control}
    for number, grade in enumerate(attempt.grades, start=1):
        yield _show(number, grade, asked.get(grade.question), attempt, t)


def show_comments(grade: Grade, t: Wording) -> tuple[ShownComment, ...]:
    """Return what trainers have written to the employee about the answer."""
    return tuple(
        ShownComment(clean_text(line.did.text), tell_who(line, t.locale))
        for line in grade.decided.comments
        if isinstance(line.did, Commented)
    )


def _show(number: int, grade: Grade, question: ControlQuestion | None, attempt: Attempt, t: Wording) -> ShownAnswer:
    is_graded = question is not None and grade.state == "graded"
    meanings = tuple(_meanings(question, grade, t)) if question and is_graded else ()
    finished: Line | None = grade.decided.finished
    return ShownAnswer(
        number=number,
        prompt=clean_line(question.prompt) if question else t("unknown_question", question=clean_line(grade.question)),
        state=grade.state,
        points=tell_points(grade.score, grade.max, t) if is_graded else "",
        review=grade.review,
        pieces=_pieces(grade, meanings, question),
        meanings=tuple(meaning for meaning in meanings if _is_told(meaning)),
        notices=tuple(_notices(grade, attempt, t)),
        comments=show_comments(grade, t),
        decided=t("report.decided", by=tell_who(finished, t.locale)) if finished else "",
    )


def _is_told(meaning: ShownMeaning) -> bool:
    """A misconception that is surely not held is not worth a line."""
    return meaning.kind == "criteria" or meaning.met or bool(meaning.doubt) or meaning.is_own


def _meanings(question: ControlQuestion, grade: Grade, t: Wording) -> Iterator[ShownMeaning]:
    number = 0
    lists: tuple[Kind, Kind] = ("criteria", "misconceptions")
    for kind in lists:
        for entry in getattr(question, kind):
            number += 1
            decision = grade.decisions(kind)[entry.id]
            mark = grade.decided.marks.get((kind, entry.id))
            yield ShownMeaning(
                number=number,
                kind=kind,
                title=clean_line(entry.title),
                met=decision.met,
                has_evidence=bool(decision.evidence),
                doubt=_doubt(decision, t),
                is_learned=decision.is_learned,
                is_own=bool(mark and mark.is_own),
                worth=_worth(entry, t) if decision.met else "",
            )


def _worth(entry: Criterion | Misconception, t: Wording) -> str:
    if isinstance(entry, Criterion):
        return f"+{points_text(entry.points, t.locale)}"
    return f"−{points_text(entry.costs, t.locale)}" if entry.costs else ""


def _doubt(decision: Decision, t: Wording) -> str:
    if not decision.is_unsure:
        return ""
    key = "report.learned" if decision.is_learned else "report.unsure"
    return t(key, confidence=confidence_percent(decision.confidence, t.locale))


def _pieces(grade: Grade, meanings: Sequence[ShownMeaning], question: ControlQuestion | None) -> tuple[Piece, ...]:
    text = fit_text(grade.answer, MOST_CHARACTERS)
    ids = [entry.id for entry in (*question.criteria, *question.misconceptions)] if question else []
    spans = [
        (meaning.number, grade.decisions(meaning.kind)[name].evidence)
        for name, meaning in zip(ids, meanings, strict=False)
    ]
    return tuple(
        _piece(stretch.text, [meanings[number - 1] for number in stretch.numbers])
        for stretch in cut_answer(text, spans)
    )


def _piece(text: str, marking: Sequence[ShownMeaning]) -> Piece:
    if not marking:
        return Piece(text)
    wrong = "wrong" if all(meaning.kind == "misconceptions" for meaning in marking) else ""
    refused = "" if any(meaning.met for meaning in marking) else "refused"
    learned = "learned" if all(meaning.is_learned for meaning in marking) else ""
    numbers = " ".join(str(meaning.number) for meaning in marking)
    return Piece(text, marking[0].hue, " ".join(filter(None, (wrong, refused, learned))), numbers)


def _notices(grade: Grade, attempt: Attempt, t: Wording) -> Iterator[str]:
    for notice in grade.notices:
        yield tell_notice_of(attempt.compiled.quiz, notice, t)
