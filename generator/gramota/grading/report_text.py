"""The report that a trainer reads in the terminal: each mark with the words of the answer that earned it.

Everything is plain `Text`, so nothing that a learner typed is taken for markup; colours only repeat what the marks say.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence

from babel.dates import format_date
from babel.numbers import format_percent
from rich.console import RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from gramota.course import ControlQuestion, Quiz
from gramota.grading.files.plain_text import clean_line, clean_text, quote_evidence
from gramota.grading.grade import Attempt, Grade
from gramota.grading.notices import Notice
from gramota.grading.shown.notices_in_words import tell_notice_of
from gramota.grading.shown.percent import confidence_percent
from gramota.grading.shown.points import points_text
from gramota.grading.tables.rows import BulkRow
from gramota.rubric import Decision
from gramota.wording import Wording
from gramota.wording.problems import describe

_INDENT = (0, 0, 0, 3)


def report_attempt(attempt: Attempt, t: Wording) -> Iterator[RenderableType]:
    """Yield an attempt from its learner's name to the proposed result."""
    answers = attempt.handed_in.answers
    yield Rule(Text(answers.learner.in_full, "bold"), align="left")
    letter = t("about", title=attempt.compiled.letter.title, revision=answers.letter.revision)
    if answers.attempt > 1:
        letter = f"{letter} · {t('attempt', number=answers.attempt)}"
    if answers.acknowledged_at:
        read = dt.datetime.fromisoformat(answers.acknowledged_at)
        letter = f"{letter} · {t('read_on', date=format_date(read, 'medium', locale=t.locale))}"
    yield Text(f"{letter} · {clean_line(attempt.handed_in.file)}", "dim")
    yield from (
        Text(f"! {found.code.partition('.')[0]} {clean_line(describe(found, t.lang)[0])}", "yellow")
        for found in attempt.handed_in.warnings
    )
    for number, grade in enumerate(attempt.grades, start=1):
        yield from _report_grade(f"{number}. ", attempt.compiled.quiz, grade, t)
    yield Text()
    yield Text(f"{t('total')}: {_points(attempt.score, attempt.max, t)}{_share(attempt, t)} · ", "bold").append(
        t(f"outcome.{attempt.outcome}")
    )
    yield Text()


def report_row(row: BulkRow, quiz: Quiz, grade: Grade, t: Wording) -> Iterator[RenderableType]:
    """Yield one answer of the bulk form."""
    yield Rule(Text(clean_line(str(row.id)), "bold"), align="left")
    yield from _report_grade("", quiz, grade, t)
    yield Text()


def summarise_attempts(attempts: Sequence[Attempt], t: Wording) -> str:
    """Return the one line that ends a report of attempts: what came of those that count, and how many do not."""
    counts = Counter(attempt.outcome for attempt in attempts if attempt.standing == "counts")
    outcomes = {name: counts[name] for name in ("passed", "not_passed", "review")}
    others = len(attempts) - counts.total()
    said = f"{t('summary.attempts', count=len(attempts))}: {t('summary.outcomes', **outcomes)}"
    return f"{said}, {t('summary.others', others=others)}" if others else said


def summarise_rows(states: Counter[str], t: Wording) -> str:
    """Return the one line that ends the bulk form; `states` counts graded, not_answered and review."""
    total = states["graded"] + states["not_answered"]
    rest = t("summary.rows", not_answered=states["not_answered"], review=states["review"])
    return f"{t('summary.answers', count=total)}: {rest}"


def _report_grade(number: str, quiz: Quiz, grade: Grade, t: Wording) -> Iterator[RenderableType]:
    question = {each.id: each for each in quiz.control}.get(grade.question)
    yield Text()
    prompt = question.prompt if question else t("unknown_question", question=grade.question)
    yield Text(number + clean_line(prompt), "bold")
    if grade.state == "not_answered":
        yield Padding(Text(t("state.not_answered")), _INDENT, expand=False)
        return
    yield Padding(_answer(grade), _INDENT, expand=False)
    if question:
        yield Padding(_decisions(question, grade, t), _INDENT, expand=False)
    for notice in grade.notices:
        yield Padding(_notice(notice, quiz, t), _INDENT, expand=False)
    yield Padding(_verdict(grade, t), _INDENT, expand=False)


def _notice(notice: Notice, quiz: Quiz, t: Wording) -> Text:
    return Text(f"— {tell_notice_of(quiz, notice, t)}", "yellow")


def _verdict(grade: Grade, t: Wording) -> Text:
    state = t("state.not_graded") if grade.score is None else _points(grade.score, grade.max, t)
    verdict = Text(state, "bold")
    return verdict.append(f"   ? {t('needs_review')}", "yellow") if grade.review else verdict


def _answer(grade: Grade) -> Text:
    """Return the whole answer with the words that decided underlined."""
    decisions = (*grade.criteria.values(), *grade.misconceptions.values())
    text, at = Text(), 0
    for start, end in sorted(span for decision in decisions for span in decision.evidence):
        text.append(clean_text(grade.answer[at:start]))
        text.append(clean_text(grade.answer[max(at, start) : end]), "underline")
        at = max(at, end)
    return text.append(clean_text(grade.answer[at:]))


def _decisions(question: ControlQuestion, grade: Grade, t: Wording) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    table.add_column(no_wrap=True, justify="right")
    for criterion in question.criteria:
        decision = grade.criteria[criterion.id]
        mark = Text("✓", "green") if decision.met else Text("✗", "red")
        table.add_row(*_decision(mark, criterion.title, decision, grade.answer, t))
    for idea in question.misconceptions:
        decision = grade.misconceptions[idea.id]
        if decision.met or decision.is_unsure:
            title = t("misconception" if decision.met else "misconception.perhaps", title=idea.title)
            table.add_row(*_decision(Text("!", "red"), title, decision, grade.answer, t))
    return table


def _decision(mark: Text, title: str, decision: Decision, answer: str, t: Wording) -> tuple[Text, Text, Text]:
    if decision.is_unsure:
        mark = mark + Text("?", "yellow")
    said = Text(clean_line(title))
    if decision.evidence:
        said.append(f"  {quote_evidence(answer, decision.evidence)}", "italic")
    if decision.is_learned:
        said.append(f"  {t('learned')}", "dim")
    return mark, said, Text(confidence_percent(decision.confidence, t.locale), "dim")


def _points(score: float | None, most: float | None, t: Wording) -> str:
    shown = "—" if score is None else points_text(score, t.locale)
    return t("points", score=shown, max=points_text(most or 0, t.locale))


def _share(attempt: Attempt, t: Wording) -> str:
    return "" if attempt.share is None else f" ({format_percent(attempt.share, locale=t.locale)})"
