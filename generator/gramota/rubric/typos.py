"""Which form of the rubric a misspelt word was meant to be."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cache

SHORTEST_FOR_ONE = 5
SHORTEST_FOR_TWO = 9
LONGEST = 40

Slip = tuple[tuple[int, ...], int]
"""Keys, and slips of the pen; no keys and 0 where there is no form near."""

_NO_SLIP: Slip = ((), 0)
_SKELETON = str.maketrans({"о": "а", "и": "е", "э": "е", "ы": "е", "я": "а", "ь": None, "ъ": None})
_NO_LETTER = re.compile("[0-9\U00010000-\U0010ffff]")
"""Digits; and signs that JavaScript counts as two."""


class TypoTable:
    """Forms by first letter and length, so that a word is compared with few of them."""

    def __init__(self, forms: Mapping[str, tuple[int, ...]]) -> None:
        from rapidfuzz.process import extract  # noqa: PLC0415 - a site is built without it

        self._extract = extract
        self._forms = forms
        by_initial: defaultdict[str, list[str]] = defaultdict(list)
        for form in forms:
            if len(form) >= SHORTEST_FOR_ONE:
                by_initial[form[0]].append(form)
        self._by_initial = dict(by_initial)
        self._initials = sorted(by_initial)
        self._shelves: dict[tuple[str, int], list[str]] = {}

    def find(self, word: str) -> Slip:
        """(keys, slips) of the nearest forms: at most 1 from 5 letters, 2 from 9, by optimal string alignment."""
        if not _is_worth_it(word):
            return _NO_SLIP
        near = self._extract(
            word,
            self._candidates(word),
            scorer=_distance(),
            score_cutoff=2 if len(word) >= SHORTEST_FOR_TWO else 1,
            limit=None,
        )
        slips = {form: int(distance) for form, distance, _ in near if _is_forgiven(word, form, int(distance))}
        fewest = min(slips.values(), default=0)
        keys = {key for form, distance in slips.items() if distance == fewest for key in self._forms[form]}
        return tuple(sorted(keys)), fewest

    def _candidates(self, word: str) -> list[str]:
        others = (word[1:], word[1] + word[0] + word[2:], *self._with_another_start(word))
        return self._alike(word[0], len(word)) + [form for form in others if form in self._forms]

    def _alike(self, initial: str, length: int) -> list[str]:
        """The forms that begin so and are about as long, sorted out once for all such words."""
        forms = self._by_initial.get(initial)
        if not forms:
            return []
        if (initial, length) not in self._shelves:
            reach = 2 if length >= SHORTEST_FOR_TWO else 1
            self._shelves[initial, length] = [form for form in forms if abs(len(form) - length) <= reach]
        return self._shelves[initial, length]

    def _with_another_start(self, word: str) -> Iterator[str]:
        for initial in self._initials:
            yield initial + word
            yield initial + word[1:]


@cache
def _distance() -> Callable[..., int]:
    """Optimal string alignment."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - as above

    return OSA.distance


def _is_worth_it(word: str) -> bool:
    return SHORTEST_FOR_ONE <= len(word) <= LONGEST and not _NO_LETTER.search(word)


def _is_forgiven(word: str, form: str, distance: int) -> bool:
    if not _is_worth_it(form):
        return False
    shorter = min(len(word), len(form))
    if distance < 2:
        return distance == 1 and shorter >= SHORTEST_FOR_ONE
    return shorter >= SHORTEST_FOR_TWO and word[0] == form[0] and _sounds_alike(word, form)


def _sounds_alike(word: str, form: str) -> bool:
    """Two slips are forgiven only where one is a matter of spelling: повышение is no typo of понижение."""
    return _distance()(skeleton(word), skeleton(form), score_cutoff=1) <= 1


def skeleton(word: str) -> str:
    """The word without what the ear does not tell: doubled letters, unstressed vowels, soft and hard signs."""
    plain = word.translate(_SKELETON)
    return "".join(sign for at, sign in enumerate(plain) if at == 0 or sign != plain[at - 1])
