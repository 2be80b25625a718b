"""The index as classic scripts: pages opened from a folder can load these, and neither JSON nor WebAssembly.

`start` lists the pieces; `words-N` holds the words that begin alike, so that a word asks for one piece; `page-N` holds
the texts of one page, from which its results are shown. Each calls `gramotaSearch(name, content)`.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from gramota.search.index import Index, Places, Weight, build_index
from gramota.search.sections import SearchPage
from gramota.search.words import Group

BEGINNING = 3
"""Letters of a word that decide which piece has it."""

_PIECE_SIZE = 24_000
"""Characters of a piece, about; several times less on the wire."""

Endings = tuple[str, ...] | int
"""What may follow a beginning: one of these, or so many letters at most."""


@dataclass(frozen=True)
class SearchFiles:
    """The index's files by path, and the folder that all of them lie in, with a slash at its end."""

    folder: str
    files: Mapping[str, str]


@dataclass(frozen=True)
class _Row:
    """A word's forms that begin alike, and the word's sections as numbers."""

    beginning: str
    stem: str
    endings: Endings
    group: int
    size: int


def search_files(folder: str, pages: Sequence[SearchPage]) -> SearchFiles:
    """Return the index of the pages, below a folder whose name changes with the content."""
    contents = dict([*_word_contents(build_index(pages), pages), *_page_contents(pages)])
    scripts = {name: f"gramotaSearch({_as_json(name)},{_as_json(content)});\n" for name, content in contents.items()}
    below = f"{folder}/{hashlib.sha256(''.join(scripts.values()).encode()).hexdigest()[:8]}/"
    return SearchFiles(below, {f"{below}{name}.js": script for name, script in scripts.items()})


def _page_contents(pages: Sequence[SearchPage]) -> Iterator[tuple[str, object]]:
    for number, page in enumerate(pages):
        sections = [[section.id, section.title, section.text] for section in page.sections]
        yield f"page-{number}", {"url": page.url, "title": page.title, "lang": page.lang, "sections": sections}


def _word_contents(index: Index, pages: Sequence[SearchPage]) -> Iterator[tuple[str, object]]:
    found = [_packed(places) for places in index.values()]
    rows = sorted((row for n, group in enumerate(index) for row in _rows(n, group, len(found[n]))), key=_order)
    pieces = [*_cut(rows)]
    firsts = [piece[0].beginning for piece in pieces]
    yield "start", {"pieces": firsts, "sections": [len(page.sections) for page in pages]}
    for number, piece in enumerate(pieces):
        yield f"words-{number}", _piece(piece, found)


def _rows(number: int, group: Group, found: int) -> Iterator[_Row]:
    """A row for each of the beginnings that a word's forms have: «день» and «дня» part early."""
    alike: dict[str, list[str]] = defaultdict(list)
    for form in sorted(group.forms):
        alike[form[:BEGINNING]].append(form)
    for beginning, forms in alike.items():
        stem = _shared_beginning(forms[0], forms[-1])
        endings = group.tail or tuple(form.removeprefix(stem) for form in forms)
        yield _Row(beginning, stem, endings, number, len(stem) + 8 + 3 * found)


def _shared_beginning(first: str, last: str) -> str:
    """Of the first and the last of sorted words, and so of all of them."""
    return "".join(a for a, _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False)))


def _order(row: _Row) -> tuple[str, str, str, int]:
    return row.beginning, row.stem, str(row.endings), row.group


def _cut(rows: Iterable[_Row]) -> Iterator[list[_Row]]:
    """Cut the rows into pieces, never between words that begin alike."""
    piece: list[_Row] = []
    listed: set[Endings] = set()
    size = 0
    for row in rows:
        if size > _PIECE_SIZE and row.beginning != piece[-1].beginning:
            yield piece
            piece, listed, size = [], set(), 0
        piece.append(row)
        size += row.size + (0 if row.endings in listed else len(str(_listed(row.endings))))
        listed.add(row.endings)
    if piece:
        yield piece


def _piece(rows: Sequence[_Row], found: Sequence[list[int]]) -> dict[str, object]:
    """The endings are many words' own, so each list of them stands once."""
    endings = [*dict.fromkeys(row.endings for row in rows)]
    places = {listed: place for place, listed in enumerate(endings)}
    words: dict[int, list[object]] = {}
    for row in rows:
        words.setdefault(row.group, [found[row.group]]).extend([row.stem, places[row.endings]])
    return {"endings": [_listed(each) for each in endings], "words": [*words.values()]}


def _listed(endings: Endings) -> str | int:
    return endings if isinstance(endings, int) else ",".join(endings)


def _packed(places: Places) -> list[int]:
    """Each number is four times the distance from the section before, and the weight."""
    weights = len(Weight)
    steps = pairwise([-1 * weights, *places])
    return [(place // weights - before // weights - 1) * weights + place % weights for before, place in steps]


def _as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
