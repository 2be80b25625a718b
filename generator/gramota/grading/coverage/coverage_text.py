"""Coverage as an author reads it: grouped by letter and question, long lists cut short, the counts at the end."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from gramota.grading.coverage.covered import CoveredLetter, CoveredMeaning, CoveredQuestion, OverlapAt
from gramota.grading.coverage.totals import count_lacks
from gramota.grading.files.plain_text import clean_line, fit_text
from gramota.wording import Wording

MOST_SHOWN = 3
"""Phrases of a meaning that are shown; the JSON has all."""
_WIDEST = 60


def report_coverage(letters: Sequence[CoveredLetter], t: Wording) -> Iterator[Text]:
    """Yield the report line by line."""
    for letter in letters:
        told = [*_letter(letter, t)]
        if told:
            yield Text(f"{letter.id}. {clean_line(letter.title)}", "bold")
            yield from told
            yield Text()
    lacks = {name: lack for name, lack in count_lacks(letters).items() if lack.count}
    counts = ", ".join(t(f"total.{name}", count=lack.count, all=lack.all) for name, lack in lacks.items())
    yield Text(t("total", counts=counts) if counts else t("total.none"), "bold")


def _letter(letter: CoveredLetter, t: Wording) -> Iterator[Text]:
    if len(letter.unasked) == len(letter.sections) and not letter.questions:
        yield Text(f"  {t('no_questions')}")
        return
    if letter.unasked:
        yield Text(f"  {t('unasked')}")
        for section in letter.unasked:
            yield _line(f"{section.where.path}:{section.where.line}", f"{section.id} — {clean_line(section.title)}", 4)
    for question in letter.questions:
        told = [*_question(question, t)]
        if told:
            place = f"{question.where.path}:{question.where.line}"
            yield _line(place, t("question", id=question.id, count=question.examples), 2)
            yield from told


def _question(question: CoveredQuestion, t: Wording) -> Iterator[Text]:
    for meaning in question.meanings:
        yield from _meaning(meaning, t)
    if question.overlaps:
        yield Text(f"    {t('overlaps')}")
        for overlap in question.overlaps:
            yield _line(f"{overlap.phrase.where.line:>5}", _overlap(overlap, t), 4)


def _meaning(meaning: CoveredMeaning, t: Wording) -> Iterator[Text]:
    lacks = [t(name) for name in ("lacks_met", "lacks_not_met") if getattr(meaning, name)]
    if meaning.unused:
        lacks.append(t("unused", count=len(meaning.unused), all=meaning.phrases))
    if lacks:
        yield Text(f"    {t(meaning.kind, id=meaning.id)}: {'; '.join(lacks)}")
    for phrase in meaning.unused[:MOST_SHOWN]:
        yield _line(f"{phrase.where.line:>5}", _shown(phrase.text), 4)
    if (hidden := len(meaning.unused) - MOST_SHOWN) > 0:
        yield Text(f"{'':>11}{t('more', count=hidden)}", "dim")


def _overlap(overlap: OverlapAt, t: Wording) -> str:
    return t(
        "overlaps.same" if overlap.is_same else "overlaps.inside",
        phrase=_shown(overlap.phrase.text),
        inner=_shown(overlap.other_phrase.text),
        meaning=overlap.meaning,
        other=overlap.other,
        line=overlap.other_phrase.where.line,
    )


def _shown(phrase: str) -> str:
    return fit_text(clean_line(phrase), _WIDEST)


def _line(place: str, said: str, indent: int) -> Text:
    return Text.assemble(" " * indent, (place, "cyan"), "  ", said)
