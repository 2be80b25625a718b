"""Which form of the rubric a misspelt word was meant to be."""

from collections.abc import Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORTEST_FOR_ONE = 5
SHORTEST_FOR_TWO = 9
LONGEST = 40

Slip = tuple[tuple[int, ...], int]

_SKELETON = str.maketrans({"о": "а", "и": "е", "э": "е", "ы": "е", "я": "а", "ь": None, "ъ": None})


class TypoTable:
    """Forms by first letter and length, so that a word is compared with few of them."""

    def __init__(self, forms: Mapping[str, tuple[int, ...]]) -> None:
        self.forms = forms
        self._shelves: dict[tuple[str, int], list[str]] = {}
        self._tails: dict[str, list[str]] = {}
        for form in sorted(forms):
            if len(form) >= SHORTEST_FOR_ONE and form.isalpha():
                self._shelves.setdefault((form[0], len(form)), []).append(form)
                self._tails.setdefault(form[1:], []).append(form)

    def find(self, word: str) -> Slip | None:
        """(keys, slips) of the nearest forms: at most 1 from 5 letters, 2 from 9, by optimal string alignment."""
        if not SHORTEST_FOR_ONE <= len(word) <= LONGEST or not word.isalpha():
            return None
        best: dict[int, set[int]] = {}
        near = process.extract(word, self._candidates(word), scorer=OSA.distance, score_cutoff=2, limit=None)
        for form, distance, _ in near:
            if distance > 0 and _is_forgiven(word, form, distance):
                best.setdefault(distance, set()).update(self.forms[form])
        return (tuple(sorted(best[min(best)])), min(best)) if best else None

    def _candidates(self, word: str) -> list[str]:
        size = len(word)
        reach = 2 if size >= SHORTEST_FOR_TWO else 1
        near = [
            form
            for length in range(size - reach, size + reach + 1)
            for form in self._shelves.get((word[0], length), ())
        ]
        swapped = word[1] + word[0] + word[2:]
        return [
            *near,
            *self._tails.get(word, ()),
            *self._tails.get(word[1:], ()),
            *(form for form in (word[1:], swapped) if form in self.forms),
        ]


def _is_forgiven(word: str, form: str, distance: int) -> bool:
    shorter = min(len(word), len(form))
    if distance == 1:
        return shorter >= SHORTEST_FOR_ONE
    return shorter >= SHORTEST_FOR_TWO and word[0] == form[0] and _sounds_alike(word, form)


def _sounds_alike(word: str, form: str) -> bool:
    """Two slips are forgiven only where one is a matter of spelling: повышение is no typo of понижение."""
    return OSA.distance(skeleton(word), skeleton(form), score_cutoff=1) <= 1


def skeleton(word: str) -> str:
    """The word without what the ear does not tell: doubled letters, unstressed vowels, soft and hard signs."""
    plain = word.translate(_SKELETON)
    return "".join(sign for at, sign in enumerate(plain) if at == 0 or sign != plain[at - 1])
