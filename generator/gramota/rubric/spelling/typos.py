"""Which form of the rubric a misspelt word was meant to be."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import chain

SHORTEST_FOR_ONE = 5
"""Letters of a form of which one slip is forgiven."""

SHORTEST_MISSPELT = SHORTEST_FOR_ONE - 1
"""Letters of what was typed: one may have been left out, though not the first (райс is no прайс)."""

SHORTEST_FOR_TWO = 9
"""Letters of both, the form and what was typed, where two slips are forgiven."""


LONGEST = 40
BEGINNING = 8
"""Letters that are compared before a whole form is; fewer let too many forms pass, more are as many as the forms."""

Slip = tuple[tuple[int, ...], int]
"""Keys, and slips of the pen; no keys and 0 where there is no form near."""

_NO_SLIP: Slip = ((), 0)
_SKELETON = str.maketrans({"о": "а", "и": "е", "э": "е", "ы": "е", "я": "а", "ь": None, "ъ": None})
_NO_LETTER = re.compile("[0-9\U00010000-\U0010ffff]")
"""Digits; and signs that JavaScript counts as two."""


class TypoTable:
    """Forms by first letter, length and beginning, so that a word is compared with few of them."""

    def __init__(self, forms: Mapping[str, tuple[int, ...]], rows: Iterable[Sequence[str]]) -> None:
        """Rows are the same forms, some of them several times; those that begin alike mostly stand in one row."""
        self.forms = forms
        by_initial: defaultdict[str, list[Sequence[str]]] = defaultdict(list)
        for row in rows:
            for initial in {form[0] for form in (row if row[0][0] != row[-1][0] else row[:1])}:
                by_initial[initial].append(row)
        self._by_initial = dict(by_initial)
        self._initials = sorted(by_initial)
        self._shelves: dict[str, dict[int, _Shelf]] = {}

    def find(self, word: str) -> Slip:
        """(keys, slips) of the nearest forms, by optimal string alignment: 1 slip from 5 letters, 2 from 9."""
        if not _is_worth_it(word, SHORTEST_MISSPELT):
            return _NO_SLIP
        most = 2 if len(word) >= SHORTEST_FOR_TWO else 1
        near = _extract(word, self._candidates(word, most), most)
        slips = {form: distance for form, distance in near if _is_forgiven(word, form, distance)}
        fewest = min(slips.values(), default=0)
        keys = {key for form, distance in slips.items() if distance == fewest for key in self.forms[form]}
        return tuple(sorted(keys)), fewest

    def _candidates(self, word: str, most: int) -> list[str]:
        others = (word[1:], word[1] + word[0] + word[2:], *self._with_another_start(word))
        return self._alike(word, most) + [form for form in others if form in self.forms]

    def _alike(self, word: str, most: int) -> list[str]:
        """The forms with the same first letter that may be so near, as far as lengths and beginnings tell.

        Cut as many letters before their ends, a form and a word are no further from each other than they are as wholes.
        """
        shelves = self._shelves_of(word[0])
        found: list[str] = []
        for length in range(len(word) - most, len(word) + most + 1):
            if length in shelves:
                found += shelves[length].near(word[: BEGINNING + len(word) - length], most)
        return found

    def _shelves_of(self, initial: str) -> dict[int, "_Shelf"]:
        """The forms that begin so by their lengths, sorted out once for all such words."""
        if initial not in self._shelves:
            shelves = self._shelves[initial] = {}
            for form in dict.fromkeys(chain.from_iterable(self._by_initial.get(initial, ()))):
                if form[0] == initial and len(form) >= SHORTEST_FOR_ONE:
                    shelves.setdefault(len(form), _Shelf()).forms.append(form)
        return self._shelves[initial]

    def _with_another_start(self, word: str) -> Iterator[str]:
        for initial in self._initials:
            yield initial + word
            yield initial + word[1:]


class _Shelf:
    """Forms of one length with the same first letter; hundreds share some hundred beginnings."""

    def __init__(self) -> None:
        self.forms: list[str] = []

    def near(self, begun: str, most: int) -> list[str]:
        """The forms whose beginnings are at most so many slips from a word's."""
        beginnings = _extract(begun, self._beginnings, most)
        return [form for beginning, _ in beginnings for form in self._by_beginning[beginning]]

    @cached_property
    def _by_beginning(self) -> dict[str, list[str]]:
        forms: dict[str, list[str]] = {}
        for form in self.forms:
            forms.setdefault(form[:BEGINNING], []).append(form)
        return forms

    @cached_property
    def _beginnings(self) -> list[str]:
        return [*self._by_beginning]


def _extract(word: str, choices: Sequence[str], most: int) -> list[tuple[str, int]]:
    """Those of the choices that are at most so many slips from the word, each with how many."""
    from rapidfuzz.process import extract  # noqa: PLC0415 - a site is built without it

    near = extract(word, choices, scorer=_distance(), score_cutoff=most, limit=None)
    return [(choice, int(distance)) for choice, distance, _ in near]


@cache
def _distance() -> Callable[..., int]:
    """Optimal string alignment."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - as above

    return OSA.distance


def _is_worth_it(word: str, shortest: int) -> bool:
    return shortest <= len(word) <= LONGEST and not _NO_LETTER.search(word)


def _is_forgiven(word: str, form: str, distance: int) -> bool:
    if not _is_worth_it(form, SHORTEST_FOR_ONE):
        return False
    if distance < 2:
        return distance == 1 and (len(word) >= SHORTEST_FOR_ONE or word[0] == form[0])
    return min(len(word), len(form)) >= SHORTEST_FOR_TWO and word[0] == form[0] and _sounds_alike(word, form)


def _sounds_alike(word: str, form: str) -> bool:
    """Two slips are forgiven only where one is a matter of spelling: повышение is no typo of понижение."""
    return _distance()(skeleton(word), skeleton(form), score_cutoff=1) <= 1


def skeleton(word: str) -> str:
    """The word without what the ear does not tell: doubled letters, unstressed vowels, soft and hard signs."""
    plain = word.translate(_SKELETON)
    return "".join(sign for at, sign in enumerate(plain) if at == 0 or sign != plain[at - 1])
