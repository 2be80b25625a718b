"""The suggestions that an author reads in the terminal.

Everything is plain `Text`, so nothing that a learner typed is taken for markup, and all of it is cleaned first.
"""

from collections.abc import Iterator, Sequence

from babel.numbers import format_decimal
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from gramota.course import ControlQuestion
from gramota.grading.files.plain_text import clean_line, fit_text
from gramota.grading.suggesting.helpful import choose_helpful
from gramota.grading.suggesting.labelled_answers import MeaningKey
from gramota.grading.suggesting.shorter import Shorter
from gramota.grading.suggesting.suggest import Learnt
from gramota.grading.suggesting.unknown_words import UnknownWord
from gramota.grading.suggesting.what_if import Change, Trial
from gramota.rubric.vectors.near_words import NearWords
from gramota.wording import Wording

MOST_WORDS_SHOWN = 60
MOST_TRIALS_SHOWN = 15
MOST_CHANGES_SHOWN = 3
MANY_MARKED = 100
"""Marked answers that say more than chance."""
_WIDEST_PART = 44
_BEFORE, _AFTER = 30, 60
"""Characters of an answer that are shown around what decides."""

_INDENT = (0, 0, 0, 3)


def report_near(question: ControlQuestion, near: Sequence[NearWords], t: Wording) -> Iterator[RenderableType]:
    """Yield the words near in meaning, each once for a criterion, below the phrases' parts."""
    yield Text(t("near" if near else "near.none"), "bold")
    if near:
        yield Text(t("near.caution"), "dim")
    for key, title in _titles(question, t).items():
        rows = [*_near_rows([each for each in near if _first_meaning(each) == key], t)]
        if rows:
            yield Text()
            yield Text(clean_line(title))
            yield Padding(_grid(rows), _INDENT, expand=False)
    yield Text()


def report_learnt(question: ControlQuestion, learnt: Learnt, t: Wording) -> Iterator[RenderableType]:
    """Yield what the answers tell: the words that no phrase knows, and what adding them would change."""
    yield Text(t("unknown" if learnt.unknown else "unknown.none", count=learnt.answers), "bold")
    if learnt.unknown:
        yield Padding(_unknown(learnt.unknown, t), _INDENT, expand=False)
    yield Text()
    helpful = choose_helpful(learnt)
    yield Text(t("trials" if helpful else "trials.none"), "bold")
    if helpful:
        yield Text(t("trials.caution" if learnt.marked else "trials.unmarked"), "dim")
    if 0 < learnt.marked < MANY_MARKED:
        yield Text(t("trials.few", count=learnt.marked), "dim")
    titles = _titles(question, t)
    for trial in helpful[:MOST_TRIALS_SHOWN]:
        yield Text()
        yield from _report_trial(trial, titles, t)
    yield from _left_out(len(helpful) - MOST_TRIALS_SHOWN, len(learnt.trials) - len(helpful), t)
    if learnt.shorter:
        yield from _report_shorter(learnt.shorter, titles, t)


def _report_shorter(found: Sequence[Shorter], titles: dict[MeaningKey, str], t: Wording) -> Iterator[RenderableType]:
    yield Text()
    yield Text(t("shorter"), "bold")
    for each in found[:MOST_TRIALS_SHOWN]:
        yield Text()
        shortened = f"{fit_text(each.place.phrase, _WIDEST_PART)} → {fit_text(each.becomes, _WIDEST_PART)}"
        yield Text(shortened, "bold").append(f"  ·  {t('balance', mends=each.mends, breaks=each.breaks)}", "not bold")
        yield Padding(Text(t("shorter.without", part=clean_line(each.left_out))), _INDENT, expand=False)
        yield from _report_changes(each.changes, titles, t)


def shorten_answer(change: Change) -> str:
    """Return the clean words of the answer around what decides."""
    text, at = change.answer.text, change.at
    start = max(0, at - _BEFORE) if at > _BEFORE + len("…") else 0
    end = start + _BEFORE + _AFTER
    head, tail = "…" if start else "", "…" if end < len(text) else ""
    return head + clean_line(text[start:end]) + tail


def _titles(question: ControlQuestion, t: Wording) -> dict[MeaningKey, str]:
    titles: dict[MeaningKey, str] = {("criteria", each.id): each.title for each in question.criteria}
    for each in question.misconceptions:
        titles["misconceptions", each.id] = t("misconception", title=each.title)
    return titles


def _first_meaning(near: NearWords) -> MeaningKey:
    return near.places[0].kind, near.places[0].meaning


def _near_rows(near: Sequence[NearWords], t: Wording) -> Iterator[tuple[Text, Text]]:
    shown: set[str] = set()
    for each in near:
        new = [found for found in each.words if found.word not in shown]
        shown.update(found.word for found in new)
        if new:
            words = ", ".join(f"{found.word} {_number(found.similarity, t)}" for found in new)
            yield Text(fit_text(each.part, _WIDEST_PART), "cyan"), Text(words)


def _grid(rows: Sequence[tuple[Text, Text]]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for row in rows:
        table.add_row(*row)
    return table


def _unknown(unknown: Sequence[UnknownWord], t: Wording) -> Text:
    shown = [f"{clean_line(each.word)} {len(each.answers)}" for each in unknown[:MOST_WORDS_SHOWN]]
    if len(unknown) > MOST_WORDS_SHOWN:
        shown.append(t("unknown.more", count=len(unknown) - MOST_WORDS_SHOWN))
    return Text(", ".join(shown))


def _report_trial(trial: Trial, titles: dict[MeaningKey, str], t: Wording) -> Iterator[RenderableType]:
    addition = trial.addition
    added = f"{clean_line(addition.word)} → {fit_text(addition.part, _WIDEST_PART)}"
    yield Text(added, "bold").append(_facts(trial, t), "not bold")
    key = "phrase" if addition.place else "group"
    yield Padding(Text(t(key, phrase=addition.becomes, group=addition.part)), _INDENT, expand=False)
    yield from _report_changes(trial.changes, titles, t)


def _report_changes(changes: Sequence[Change], titles: dict[MeaningKey, str], t: Wording) -> Iterator[RenderableType]:
    for change in changes[:MOST_CHANGES_SHOWN]:
        yield Padding(_change(change, titles, t), _INDENT, expand=False)
    if len(changes) > MOST_CHANGES_SHOWN:
        more = t("changes.more", count=len(changes) - MOST_CHANGES_SHOWN)
        yield Padding(Text(more, "dim"), _INDENT, expand=False)


def _facts(trial: Trial, t: Wording) -> str:
    facts = []
    if any(change.is_right is not None for change in trial.changes):
        facts.append(t("balance", mends=trial.mends, breaks=trial.breaks))
    if trial.similarity is not None:
        facts.append(t("similarity", value=_number(trial.similarity, t)))
    if trial.alike:
        facts.append(t("alike", count=trial.alike))
    return "".join(f"  ·  {fact}" for fact in facts)


def _change(change: Change, titles: dict[MeaningKey, str], t: Wording) -> Text:
    ways = ("unmet", "met") if change.meaning[0] == "criteria" else ("unheld", "held")
    mark = {True: Text("✓ ", "green"), False: Text("✗ ", "red"), None: Text("• ", "dim")}[change.is_right]
    verdict = "" if change.is_right is None else f" ({t('right' if change.is_right else 'wrong')})"
    text = mark.append(clean_line(str(change.answer.id)), "bold")
    text.append(f"  {clean_line(titles[change.meaning])}: {t(ways[change.met])}{verdict}", "not bold default")
    return text.append(f"\n  {shorten_answer(change)}", "italic default")


def _left_out(more: int, harmful: int, t: Wording) -> Iterator[Text]:
    if more > 0 or harmful:
        yield Text()
    if more > 0:
        yield Text(t("trials.more", count=more), "dim")
    if harmful:
        yield Text(t("trials.harmful", count=harmful), "dim")


def _number(value: float, t: Wording) -> str:
    return format_decimal(value, format="0.00", locale=t.locale)
