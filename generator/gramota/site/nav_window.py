"""The navigation as one page shows it: of a long list of letters those around the page, and the way to all of them.

A list of three thousand, written into each of three thousand pages, is what makes large sites slow to build and to
open; and nobody finds a letter in it. Where no page lists all letters, the menu does.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from copy import copy
from posixpath import dirname
from typing import NamedTuple

from mkdocs.structure import StructureItem
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page

from gramota.pages import MARKER
from gramota.pages.groups import LONG_LIST
from gramota.site.files import is_home
from gramota.wording import wording


def link_to_all(files: Files, lang: str) -> Link | None:
    """Return the link to the page that lists all letters; None where the author's home page does without the list."""
    for file in files.documentation_pages():
        if is_home(file) and file.page and MARKER.encode() in file.content_bytes:
            return Link(wording("site", lang)("all_letters"), file.page.url)
    return None


class _LongList(NamedTuple):
    """The entries of a menu's level: its letters, and what else stands there, before and after the first of them."""

    before: Sequence[StructureItem]
    letters: Sequence[StructureItem]
    after: Sequence[StructureItem]
    places: dict[int, int]

    def around(self, way: Iterable[int]) -> Sequence[StructureItem]:
        """Return the letters around that on the way; none where no letter is, for any would be as good."""
        place = next((self.places[step] for step in way if step in self.places), None)
        if place is None:
            return ()
        first = max(0, min(place - LONG_LIST // 2, len(self.letters) - LONG_LIST))
        return self.letters[first : first + LONG_LIST]


class NavWindow:
    """Shows long lists of letters in part, where a link leads to all; what holds none stays as it is."""

    def __init__(self, nav: Navigation, letters: Collection[str], to_all: Link | None) -> None:
        self._nav = nav
        self._letters = letters
        self._to_all = to_all
        levels = [nav.items, *(section.children for section in _sections(nav.items))] if to_all else []
        # By the level's identity: as many pages as letters ask for each.
        self._long = {id(level): long for level in levels if len((long := self._split(level)).letters) > LONG_LIST}
        self._holding = {id(each) for each in _sections(nav.items) if self._holds_long(each)}
        self._elsewhere: dict[int, Section] = {}

    def around(self, page: Page) -> Navigation:
        """Return the navigation for this page."""
        if not self._long:
            return self._nav
        shown = copy(self._nav)
        shown.items = self._level(self._nav.items, {id(page), *map(id, page.ancestors)})
        return shown

    def _level(self, entries: Sequence[StructureItem], way: Collection[int]) -> list[StructureItem]:
        """Return a level of the menu with its long lists cut; `way` leads to the page."""
        long = self._long.get(id(entries))
        if not (long and self._to_all):
            return self._shown(entries, way)
        return [*self._shown(long.before, way), *long.around(way), self._to_all, *self._shown(long.after, way)]

    def _shown(self, entries: Iterable[StructureItem], way: Collection[int]) -> list[StructureItem]:
        return [self._section(each, way) if isinstance(each, Section) else each for each in entries]

    def _section(self, section: Section, way: Collection[int]) -> Section:
        if id(section) not in self._holding:
            return section
        if id(section) in way:
            return self._cut(section, way)
        if id(section) not in self._elsewhere:
            self._elsewhere[id(section)] = self._cut(section, ())
        return self._elsewhere[id(section)]

    def _cut(self, section: Section, way: Collection[int]) -> Section:
        shown = copy(section)
        shown.children = self._level(section.children, way)
        return shown

    def _split(self, entries: Sequence[StructureItem]) -> _LongList:
        letters = [each for each in entries if self._is_letter(each)]
        first = next((place for place, each in enumerate(entries) if letters and each is letters[0]), len(entries))
        places = {id(letter): place for place, letter in enumerate(letters)}
        others = [each for each in entries[first:] if id(each) not in places]
        return _LongList(entries[:first], letters, others, places)

    def _is_letter(self, entry: StructureItem) -> bool:
        """Whether it is a letter's page, or a section of that and its control sheet."""
        pages = entry.children if isinstance(entry, Section) else [entry]
        sources = [each.file.src_uri for each in pages if isinstance(each, Page)]
        ours = len(sources) == len(pages) and all(source in self._letters for source in sources)
        return ours and len({*map(dirname, sources)}) == 1

    def _holds_long(self, section: Section) -> bool:
        return any(id(each.children) in self._long for each in (section, *_sections(section.children)))


def _sections(entries: Iterable[StructureItem]) -> Iterator[Section]:
    for entry in entries:
        if isinstance(entry, Section):
            yield entry
            yield from _sections(entry.children)
