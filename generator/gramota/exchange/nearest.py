"""Which section of a letter a question is most likely about: the one that shares its rarest words."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence

# Enough of a Russian or English word to know it in most of its forms: without its end, and no more than this.
_SHORTEST, _LONGEST = 4, 6


class Nearest:
    """Compares questions with the sections of one letter, given as (id, text)."""

    def __init__(self, sections: Sequence[tuple[str, str]]) -> None:
        self._sections = [(name, _stems(text)) for name, text in sections]
        holding = Counter(stem for _, stems in self._sections for stem in set(stems))
        self._weights = {stem: math.log(1 + len(sections) / count) for stem, count in holding.items()}

    def section_for(self, question: str) -> str:
        """Return the id of the section; the first where none shares a word."""
        asked = set(_stems(question))
        return max(self._sections, key=lambda section: self._likeness(asked, section[1]))[0]

    def _likeness(self, asked: set[str], stems: Counter[str]) -> float:
        # Rounded, so that the order of a set decides nothing.
        shared = math.fsum(self._weights[stem] for stem in asked & stems.keys())
        return round(shared / math.sqrt(1 + 0.02 * stems.total()), 9)


def _stems(text: str) -> Counter[str]:
    return Counter(_long_words(re.findall(r"[^\W\d_]+|\d+", text.lower().replace("ё", "е"))))


def _long_words(words: Iterable[str]) -> Iterable[str]:
    return (word[: max(_SHORTEST, min(_LONGEST, len(word) - 2))] for word in words if len(word) > 3 or word.isdigit())
