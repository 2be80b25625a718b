"""A calibration as an author reads it in the terminal.

Everything is plain `Text`, so nothing that a learner typed is taken for markup, and all of it is cleaned first.
"""

from collections.abc import Iterator, Sequence

from babel.numbers import format_decimal
from rich.console import RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from gramota.grading.calibration.agreement import Interval
from gramota.grading.calibration.calibrate import CalibratedQuestion, Calibration, Difference
from gramota.grading.calibration.figures import Figures, titles_of
from gramota.grading.calibration.patch import Patch
from gramota.grading.calibration.proposals import Proposal
from gramota.grading.files.plain_text import clean_line, fit_text, quote_evidence
from gramota.grading.suggesting.labelled_answers import MeaningKey
from gramota.grading.suggesting.suggestion_text import shorten_answer
from gramota.grading.suggesting.what_if import Change
from gramota.wording import Wording

MOST_DIFFERENCES = 3
"""Differences that are shown of one meaning."""
MOST_CHANGES = 3
_SHORTEST_ID = 8
_WIDEST_ANSWER = 200
_INDENT = (0, 0, 0, 3)

Titles = dict[MeaningKey, str]


def report_calibration(calibration: Calibration, t: Wording) -> Iterator[RenderableType]:
    """Yield the figures, where rubric and trainers part, the proposals, and what they do together."""
    yield Text(t("title", title=clean_line(calibration.compiled.letter.title)), "bold")
    yield Text(t("intervals"), "dim")
    for question in calibration.questions:
        yield Text()
        yield from _report_figures(question, t)
    if calibration.trainers:
        yield Text()
        yield from _report_trainers(calibration, t)
    yield Text()
    yield from _report_differences(calibration, t)
    yield Text()
    yield from _report_proposals(calibration, t)


def report_patch(patch: Patch, t: Wording) -> Iterator[Text]:
    """Yield the lines of the difference; they are to stay whole so that they can be copied."""
    yield Text(t("patch"), "bold")
    for line in patch.difference:
        style = {"+": "green", "-": "red", "@": "cyan"}.get(line[:1], "")
        yield Text(line, style)


def titles_in_words(question: CalibratedQuestion, t: Wording) -> Titles:
    """Return what each criterion and misconception is called in the report."""
    return {
        key: clean_line(title if key[0] == "criteria" else t("misconception", title=title))
        for key, title in titles_of(question.question).items()
    }


def _report_figures(question: CalibratedQuestion, t: Wording) -> Iterator[RenderableType]:
    answers = t("answers", count=question.figures.answers)
    yield Rule(Text(f"{question.question.id} · {answers}", "bold"), align="left")
    yield Text(clean_line(question.question.prompt), "dim")
    table = _table(t)
    titles = titles_in_words(question, t)
    for key, figures in question.figures.meanings.items():
        if figures.n:
            table.add_row(titles[key], *_cells(figures, t))
    table.add_section()
    for kind, figures in question.figures.kinds.items():
        if figures.n:
            table.add_row(t(kind), *_cells(figures, t), style="bold")
    if question.figures.counted:
        points = _interval(question.figures.points, t)
        table.add_row(t("points"), str(question.figures.counted), "", points, style="bold")
    yield table
    if question.disputed:
        yield Text(t("disputed", count=question.disputed), "dim")


def _report_trainers(calibration: Calibration, t: Wording) -> Iterator[RenderableType]:
    yield Rule(Text(t("trainers"), "bold"), align="left")
    table = _table(t)
    for pair in calibration.trainers:
        names = t("pair", one=clean_line(pair.one), other=clean_line(pair.other))
        table.add_row(names, *_cells(pair.figures, t))
    yield table


def _report_differences(calibration: Calibration, t: Wording) -> Iterator[RenderableType]:
    found = any(question.differences for question in calibration.questions)
    yield Rule(Text(t("differences"), "bold"), align="left")
    yield Text(t("differences.caution" if found else "differences.none"), "dim")
    for question in calibration.questions:
        titles = titles_in_words(question, t)
        for key, title in titles.items():
            of_meaning = [each for each in question.differences if each.meaning == key]
            if of_meaning:
                yield Text()
                yield Text(f"{question.question.id} · {title}")
                yield from _report_some(of_meaning, t)


def _report_some(differences: Sequence[Difference], t: Wording) -> Iterator[RenderableType]:
    for difference in differences[:MOST_DIFFERENCES]:
        yield Padding(_difference(difference, t), _INDENT, expand=False)
    if len(differences) > MOST_DIFFERENCES:
        yield Padding(Text(t("more", count=len(differences) - MOST_DIFFERENCES), "dim"), _INDENT, expand=False)


def _difference(difference: Difference, t: Wording) -> Text:
    answer = difference.graded.answer
    text = Text(short_id(answer.id), "bold").append(f"  {why_they_part(difference, t)}", "not bold")
    return text.append(f"\n{fit_text(clean_line(answer.text), _WIDEST_ANSWER)}", "not bold italic")


def why_they_part(difference: Difference, t: Wording) -> str:
    """Return what the rubric and the trainer say, with the phrase and the words that decided."""
    decision = difference.graded.decisions[difference.meaning]
    suffix = "" if difference.meaning[0] == "criteria" else ".misconception"
    evidence = quote_evidence(difference.graded.answer.text, decision.evidence)
    if decision.met:
        return t(f"believed{suffix}", phrase=decision.phrase or "", evidence=evidence)
    if not evidence:
        return t(f"missed{suffix}")
    # What was found and does not count is another matter than what was not found.
    return t("uncounted", phrase=decision.phrase or "", evidence=evidence)


def _report_proposals(calibration: Calibration, t: Wording) -> Iterator[RenderableType]:
    yield Rule(Text(t("proposals"), "bold"), align="left")
    yield Text(t("proposals.caution" if calibration.phrases else "proposals.none"), "dim")
    for question in calibration.questions:
        titles = titles_in_words(question, t)
        for proposal in question.proposals:
            yield Text()
            yield from _report_proposal(proposal, f"{question.question.id} · {titles[proposal.new.meaning]}", t)
    if calibration.phrases:
        yield Text()
        yield from _report_parts(calibration, t)


def _report_proposal(proposal: Proposal, title: str, t: Wording) -> Iterator[RenderableType]:
    yield Text(f"{proposal.new.where}: {proposal.new.phrase}", "bold").append(f"  ·  {title}", "not bold")
    mends, breaks = proposal.learned
    effect = t(
        "effect", mends=mends, breaks=breaks, aside_mends=proposal.aside.mends, aside_breaks=proposal.aside.breaks
    )
    yield Padding(Text(effect), _INDENT, expand=False)
    shown = sorted(proposal.changes, key=lambda change: change.is_right is not False)[:MOST_CHANGES]
    for change in shown:
        yield Padding(_change(change, t), _INDENT, expand=False)
    if len(proposal.changes) > len(shown):
        more = t("more", count=len(proposal.changes) - len(shown))
        yield Padding(Text(more, "dim"), _INDENT, expand=False)


def _change(change: Change, t: Wording) -> Text:
    marks = {True: ("✓ ", "green"), False: ("✗ ", "red"), None: ("• ", "dim")}
    text = Text().append(*marks[change.is_right]).append(short_id(str(change.answer.id)), "bold")
    if change.is_right is not None:
        text.append(f"  {t('right' if change.is_right else 'wrong')}")
    return text.append(f"\n  {shorten_answer(change)}", "italic")


def _report_parts(calibration: Calibration, t: Wording) -> Iterator[RenderableType]:
    yield Rule(Text(t("parts"), "bold"), align="left")
    yield Text(t("parts.caution"), "dim")
    table = _table(t)
    for part in ("learned", "aside"):
        for stage in ("now", "then"):
            figures = calibration.part(part, stage)
            table.add_row(f"{t(f'part.{part}')}, {t(f'stage.{stage}')}", *_cells(figures, t))
        table.add_section()
    yield table


def _table(t: Wording) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    table.add_column(overflow="fold")
    for name in ("decisions", "accuracy", "kappa"):
        table.add_column(t(f"head.{name}"), justify="right", no_wrap=True)
    return table


def _cells(figures: Figures, t: Wording) -> tuple[str, str, str]:
    return str(figures.n), _percent(figures.accuracy), _interval(figures.kappa, t)


def _percent(share: Interval | None) -> str:
    if share is None:
        return "—"
    value, low, high = (round(100 * each) for each in share)
    return f"{value} ({low}–{high})"


def _interval(figure: Interval | None, t: Wording) -> str:
    if figure is None:
        return "—"
    value, low, high = (format_decimal(each, format="0.00", locale=t.locale) for each in figure)
    return f"{value} ({low}–{high})"


def short_id(answer_id: str) -> str:
    """Return what tells the answer from others; an attempt is known by the beginning of its checksum."""
    return clean_line(
        answer_id.removeprefix("sha256:")[:_SHORTEST_ID] if answer_id.startswith("sha256:") else answer_id
    )
