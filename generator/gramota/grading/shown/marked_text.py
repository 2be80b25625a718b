"""A stretch of an answer as `Text`, clean, with the words that decided underlined; what is very long is cut."""

from collections.abc import Iterable

from rich.text import Text

from gramota.grading.files.plain_text import clean_text
from gramota.rubric.scoring.score import Span

MOST_CHARACTERS_SHOWN = 600


def mark_evidence(answer: str, stretch: Span, evidence: Iterable[Span]) -> Text:
    """Return the stretch with an ellipsis where its end is cut off."""
    start, end = stretch
    shown = min(end, start + MOST_CHARACTERS_SHOWN)
    text, at = Text(), start
    for first, last in sorted(span for span in evidence if start <= span[0] < shown):
        text.append(clean_text(answer[at : max(at, first)]))
        text.append(clean_text(answer[max(at, first) : min(last, shown)]), "underline")
        at = max(at, min(last, shown))
    return text.append(clean_text(answer[at:shown])).append("…" if shown < end else "")
