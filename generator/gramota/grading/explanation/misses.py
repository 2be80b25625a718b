"""What became of one phrase, in words; and which phrases came the nearest."""

from collections.abc import Sequence

from gramota.grading.files.plain_text import clean_line, fit_text, quote_evidence
from gramota.rubric.explaining.explained import PhrasePart, PhraseRead
from gramota.rubric.scoring.score import Span
from gramota.wording import Wording

MOST_WORDS_NAMED = 3
"""Words of the answer that are named for one part of a phrase."""

_WIDEST_PART = 40


def nearest_misses(phrases: Sequence[PhraseRead]) -> list[PhraseRead]:
    """Return the phrases that have some of their words in the answer and did not match, the nearest first."""
    return sorted((each for each in phrases if each.fate not in {"matched", "absent"}), key=_distance)


def tell_phrase(phrase: PhraseRead, answer: str, t: Wording) -> str:
    """Return what a phrase found in the answer, and what keeps it from matching."""
    found = quote_evidence(answer, phrase.evidence)
    match phrase.fate:
        case "matched":
            return found
        case "hidden":
            return t("hidden", found=found, phrase=phrase.hidden_by)
        case "denied":
            return t("denied", found=found, by=_quoted(phrase.denied_by, answer))
        case "lacking" | "absent":
            return _tell_parts(phrase.parts, answer, t)
        case "apart":
            return t(f"apart.{phrase.apart}", found=found, reach=phrase.reach, limit=phrase.limit)
        case fate:
            return t(fate, found=found)


def _distance(phrase: PhraseRead) -> tuple[bool, int, int]:
    """First those with all their words, then those that lack few and have many."""
    lacking = sum(not part.whole for part in phrase.parts)
    return phrase.fate == "lacking", lacking, lacking - len(phrase.parts)


def _tell_parts(parts: Sequence[PhrasePart], answer: str, t: Wording) -> str:
    """Return what a phrase has in the answer, and what it lacks."""
    said = [_has(part, answer) for part in parts if part.whole]
    half = [_has(part, answer) for part in parts if part.found and not part.whole]
    missing = [fit_text(part.text, _WIDEST_PART) for part in parts if not part.found]
    facts = (("has", said), ("has.half", half), ("lacks", missing))
    return "; ".join(t(key, parts=", ".join(told)) for key, told in facts if told)


def _has(part: PhrasePart, answer: str) -> str:
    return f"{fit_text(part.text, _WIDEST_PART)} — {_quoted(part.found[:MOST_WORDS_NAMED], answer)}"


def _quoted(spans: Sequence[Span], answer: str) -> str:
    return ", ".join(dict.fromkeys(f"«{clean_line(answer[start:end])}»" for start, end in spans))
