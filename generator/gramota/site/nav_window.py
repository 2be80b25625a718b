"""The navigation as one page shows it: of a long list of letters those around the page, and the way to all of them.

A list of three thousand, written into each of three thousand pages, is what makes large sites slow to build and to
open; and nobody finds a letter in it.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from copy import copy
from functools import cached_property

from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page

from gramota.wording import wording

LONG_LIST = 24
"""As many entries one looks through; a longer list of letters is shown in part."""


class NavWindow:
    """Shows long lists of letters in part; what holds none stays as it is."""

    def __init__(self, nav: Navigation, letters: Collection[str], lang: str) -> None:
        self._nav = nav
        self._letters = letters
        self._lang = lang
        self._places = {id(long): _places(long.children) for long in self._find_long(nav.items)}
        self._holding = {id(each) for each in _sections(nav.items) if self._holds_long(each)}
        self._elsewhere: dict[int, Section] = {}

    def around(self, page: Page) -> Navigation:
        """Return the navigation for this page."""
        if not self._places:
            return self._nav
        shown = copy(self._nav)
        shown.items = self._shown(self._nav.items, {id(page), *map(id, page.ancestors)})
        return shown

    def _shown(self, entries: Iterable[StructureItem], way: Collection[int]) -> list[StructureItem]:
        return [self._section(each, way) if isinstance(each, Section) else each for each in entries]

    def _section(self, section: Section, way: Collection[int]) -> Section:
        """Return the section with its long lists cut, as it is where it has none; `way` leads to the page."""
        if id(section) not in self._holding:
            return section
        if id(section) in way:
            return self._cut(section, way)
        if id(section) not in self._elsewhere:
            self._elsewhere[id(section)] = self._cut(section, ())
        return self._elsewhere[id(section)]

    def _cut(self, section: Section, way: Collection[int]) -> Section:
        shown = copy(section)
        if id(section) in self._places:
            shown.children = [*self._shown(self._near(section, way), way), *self._all_letters]
        else:
            shown.children = self._shown(section.children, way)
        return shown

    def _near(self, section: Section, way: Collection[int]) -> Sequence[StructureItem]:
        places, entries = self._places[id(section)], section.children
        place = next((places[step] for step in way if step in places), 0)
        first = max(0, min(place - LONG_LIST // 2, len(entries) - LONG_LIST))
        return entries[first : first + LONG_LIST]

    @cached_property
    def _all_letters(self) -> Sequence[Link]:
        home = self._nav.homepage
        return (Link(wording("site", self._lang)("all_letters"), home.url),) if home else ()

    def _find_long(self, entries: Iterable[StructureItem]) -> Iterator[Section]:
        for section in _sections(entries):
            if len(section.children) > LONG_LIST and any(map(self._is_letter, section.children)):
                yield section

    def _is_letter(self, entry: StructureItem) -> bool:
        first = next(iter(entry.children), entry) if isinstance(entry, Section) else entry
        return isinstance(first, Page) and first.file.src_uri in self._letters

    def _holds_long(self, section: Section) -> bool:
        return any(id(each) in self._places for each in (section, *_sections(section.children)))


def _sections(entries: Iterable[StructureItem]) -> Iterator[Section]:
    for entry in entries:
        if isinstance(entry, Section):
            yield entry
            yield from _sections(entry.children)


def _places(entries: Iterable[StructureItem]) -> dict[int, int]:
    return {id(entry): place for place, entry in enumerate(entries)}
