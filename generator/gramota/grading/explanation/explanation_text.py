"""An explanation as an author reads it in the terminal: how the answer was read, then why each meaning counts or not.

What people typed is plain `Text` and cleaned first; colours only repeat what the marks and the words say.
"""

from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from gramota.course import ControlQuestion, Quiz
from gramota.grading.explanation.misses import nearest_misses, tell_phrase
from gramota.grading.explanation.word_text import tell_words
from gramota.grading.files.plain_text import clean_line, quote_evidence
from gramota.grading.notices import Notice
from gramota.grading.shown.marked_text import mark_evidence
from gramota.grading.shown.notices_in_words import tell_notice_of
from gramota.grading.shown.percent import confidence_percent
from gramota.grading.shown.points import points_text
from gramota.rubric.explaining.explained import Explanation, MeaningRead, PartRead, PhraseRead
from gramota.wording import Wording, wording

MOST_PARTS_SHOWN = 30
MOST_MATCHES_SHOWN = 3
MOST_MISSES_SHOWN = 3
_INDENT = (0, 0, 0, 3)
_DEEPER = (0, 0, 0, 7)


def report_explanation(question: ControlQuestion, explained: Explanation, t: Wording) -> Iterator[RenderableType]:
    """Yield the whole, from the answer's words to its points."""
    yield Text(clean_line(question.prompt), "bold")
    yield Text()
    yield Text(t("read" if explained.parts else "read.nothing"), "bold")
    for part in explained.parts[:MOST_PARTS_SHOWN]:
        yield from _part(part, explained, t)
    if len(explained.parts) > MOST_PARTS_SHOWN:
        yield Text(t("parts.more", count=len(explained.parts) - MOST_PARTS_SHOWN), "dim")
    for spans in explained.implied:
        yield Text(t("implied", words=quote_evidence(explained.answer, spans).replace(" … ", " ")))
    titles = {each.id: each.title for each in (*question.criteria, *question.misconceptions)}
    for kind, meanings in (("criterion", explained.criteria), ("misconception", explained.misconceptions)):
        for meaning in meanings:
            yield Text()
            yield from _meaning(kind, meaning, titles, explained, t)
    yield Text()
    yield from _score(explained, t)


def report_notices(quiz: Quiz, notices: Iterable[Notice], lang: str) -> Iterator[Text]:
    """Yield what the answer is as a whole, in the words of the trainer's report."""
    for notice in notices:
        yield Text(f"— {tell_notice_of(quiz, notice, wording('grading', lang))}", "yellow")


def _part(part: PartRead, explained: Explanation, t: Wording) -> Iterator[RenderableType]:
    number = Text(f"{part.sentence}.{part.number}  ", "bold")
    said = mark_evidence(explained.answer, part.span, explained.evidence)
    yield Text.assemble(number, said)
    yield from (Padding(line, (0, 0, 0, 5), expand=False) for line in tell_words(part, explained, t))


def _meaning(
    kind: str, meaning: MeaningRead, titles: dict[str, str], explained: Explanation, t: Wording
) -> Iterator[RenderableType]:
    yield _verdict(kind, meaning, titles, t)
    if meaning.decision.is_learned:
        yield Padding(_learned(meaning, explained, t), _INDENT, expand=False)
    yield from (Padding(line, _INDENT, expand=False) for line in _against(meaning, titles, t))
    yield from _phrases(meaning, explained, t)
    rest = sum(phrase.fate == "absent" for phrase in meaning.phrases)
    if rest:
        key = "absent" if rest < len(meaning.phrases) else "absent.all"
        yield Padding(Text(t(key, count=rest), "dim"), _INDENT, expand=False)


def _verdict(kind: str, meaning: MeaningRead, titles: dict[str, str], t: Wording) -> Text:
    met = meaning.decision.met
    mark, style = {
        ("criterion", True): ("✓", "green"),
        ("criterion", False): ("✗", "red"),
        ("misconception", True): ("!", "red"),
    }.get((kind, met), ("–", "dim"))
    said = t(
        f"{kind}.{'met' if met else 'unmet'}", confidence=confidence_percent(meaning.decision.confidence, t.locale)
    )
    text = Text.assemble((f"{mark} ", style), (clean_line(titles[meaning.id]), "bold"), f" ({meaning.id}): {said}")
    return text.append(f"  ? {t('unsure')}", "yellow") if meaning.decision.is_unsure else text


def _learned(meaning: MeaningRead, explained: Explanation, t: Wording) -> Text:
    """Return that the decision follows trainers' earlier ones, and for met the words that weigh most for it."""
    if not meaning.decision.met:
        return Text(t("learned.unmet"))
    return Text(t("learned.met", words=quote_evidence(explained.answer, meaning.decision.evidence)))


def _against(meaning: MeaningRead, titles: dict[str, str], t: Wording) -> Iterator[Text]:
    """Yield why a meaning that a phrase matched does not count."""
    if meaning.refused_for:
        yield Text(t("refused"))
    if meaning.doubted:
        yield Text(t("doubted"))
    for key, ids in (("excluded", meaning.excluded_by), ("requires", meaning.requires)):
        yield from (Text(t(key, title=clean_line(titles[name]))) for name in ids)


def _phrases(meaning: MeaningRead, explained: Explanation, t: Wording) -> Iterator[RenderableType]:
    """Yield the matches, the one that decided first, and the nearest misses."""
    matched = [phrase for phrase in meaning.phrases if phrase.fate == "matched"]
    matched.sort(key=lambda phrase: not _decides(phrase, meaning))
    for phrase in matched[:MOST_MATCHES_SHOWN]:
        found = f"  {tell_phrase(phrase, explained.answer, t)}"
        shown = Text.assemble(("✓ ", "green"), (phrase.text, "cyan"), (found, "italic"))
        yield Padding(shown, _INDENT, expand=False)
    yield from _more(len(matched) - MOST_MATCHES_SHOWN, "matched.more", t)
    misses = nearest_misses(meaning.phrases)
    for phrase in misses[:MOST_MISSES_SHOWN]:
        yield Padding(Text.assemble(("≈ ", "yellow"), (phrase.text, "cyan")), _INDENT, expand=False)
        yield Padding(Text(tell_phrase(phrase, explained.answer, t)), _DEEPER, expand=False)
    yield from _more(len(misses) - MOST_MISSES_SHOWN, "misses.more", t)


def _decides(phrase: PhraseRead, meaning: MeaningRead) -> bool:
    decision = meaning.decision
    return (phrase.text, phrase.evidence) == (decision.phrase, decision.evidence)


def _more(count: int, key: str, t: Wording) -> Iterator[RenderableType]:
    if count > 0:
        yield Padding(Text(f"… {t(key, count=count)}", "dim"), _INDENT, expand=False)


def _score(explained: Explanation, t: Wording) -> Iterator[Text]:
    score = explained.score
    yield Text(t("score", score=points_text(score.score, t.locale), max=points_text(score.max, t.locale)), "bold")
    if score.review:
        yield Text(f"? {t('review')}", "yellow")
