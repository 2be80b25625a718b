"""Which words stand in which sections of the site, and how weightily."""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import IntEnum
from functools import lru_cache

from gramota.search.known_groups import Word, groups_once
from gramota.search.sections import SearchPage, Section
from gramota.search.words import Group, count_words, is_common, split_words


class Weight(IntEnum):
    """How much a section has of a word: once, a few times, many times, or in its heading."""

    ONCE = 0
    FEW = 1
    MANY = 2
    HEADING = 3


Places = Sequence[int]
"""Sections, numbered through the whole site, in their order: four times the number, and the weight."""

Index = Mapping[Group, Places]
"""For each word the sections that have it; none for words that say nothing."""


def build_index(pages: Iterable[SearchPage]) -> Index:
    """Return the index of the pages' sections; each page is gone through once."""
    found = _places_by_word(pages)
    index: dict[Group, Places] = {}
    for (lang, word), groups in groups_once(found):
        places = () if is_common(word, lang) else found[lang, word]
        for group in groups:
            index[group] = _merged(index.get(group, ()), places)
    return index


def _merged(some: Places, others: Places) -> Places:
    """Where both have a section, the greater weight counts."""
    if not some or not others:
        return some or others
    weights = {place // len(Weight): place for place in sorted((*some, *others))}
    return array("I", weights.values())


def _places_by_word(pages: Iterable[SearchPage]) -> Mapping[Word, Places]:
    """Words are looked up in the dictionaries once each, and sections have many words in common."""
    found: dict[Word, array[int]] = {}
    for number, (page, section, title) in enumerate(_numbered(pages)):
        for word, weight in _weights(section, title).items():
            found.setdefault((page.lang, word), array("I")).append(number * len(Weight) + weight)
    return found


def _numbered(pages: Iterable[SearchPage]) -> Iterator[tuple[SearchPage, Section, str]]:
    """The first section of a page has the page's title as well."""
    for page in pages:
        for place, section in enumerate(page.sections):
            yield page, section, f"{page.title} {section.title}" if place == 0 else section.title


@lru_cache(maxsize=1 << 9)
def _weights(section: Section, title: str) -> Mapping[str, Weight]:
    weights = {word: _weight_of(count) for word, count in count_words(section.text).items()}
    return weights | dict.fromkeys(split_words(title), Weight.HEADING)


def _weight_of(count: int) -> Weight:
    if count == 1:
        return Weight.ONCE
    return Weight.FEW if count < 4 else Weight.MANY
