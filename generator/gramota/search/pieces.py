"""The index as classic scripts: pages opened from a folder can load these, and neither JSON nor WebAssembly.

`start` lists the pieces; `words-N` holds the words that begin alike, so that a word asks for one piece; `page-N` holds
the texts of one page, from which its results are shown. Each calls `gramotaSearch(name, content)`.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, takewhile
from sys import intern

from gramota.search.index import Index, Places, Weight, build_index
from gramota.search.sections import SearchPage
from gramota.search.words import Group
from gramota.uncollected import uncollected

BEGINNING = 3
"""Letters of a word that decide which piece has it."""

_PIECE_SIZE = 24_000
"""Characters of a piece, about; several times less on the wire."""

Endings = str | int
"""What may follow a beginning: one of these, with commas between them, or so many letters at most."""


@dataclass(frozen=True)
class SearchFiles:
    """The index's files by path, and the folder that all of them lie in, with a slash at its end."""

    folder: str
    files: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class _Row:
    """A word's forms that begin alike, and the word's sections as numbers."""

    beginning: str
    stem: str
    endings: Endings
    group: int
    size: int


def search_files(folder: str, pages: Iterable[SearchPage]) -> SearchFiles:
    """Return the index of the pages, below a folder whose name changes with the content.

    Each page is gone through once, and no more than one at a time is needed.
    """
    scripts: dict[str, bytes] = {}
    sizes: list[int] = []
    with uncollected():
        index = build_index(_noted(pages, scripts, sizes))
    scripts |= {name: _script(name, content) for name, content in _word_contents(index, sizes)}
    digest = hashlib.sha256()
    for script in scripts.values():
        digest.update(script)
    below = f"{folder}/{digest.hexdigest()[:8]}/"
    return SearchFiles(below, {f"{below}{name}.js": script for name, script in scripts.items()})


def _noted(pages: Iterable[SearchPage], scripts: dict[str, bytes], sizes: list[int]) -> Iterator[SearchPage]:
    """Yield the pages, each with its piece made and the number of its sections noted."""
    for number, page in enumerate(pages):
        scripts[f"page-{number}"] = _script(f"page-{number}", _page_content(page))
        sizes.append(len(page.sections))
        yield page


def _script(name: str, content: object) -> bytes:
    """Return the piece as it is written: most texts are shorter so than as Python keeps them."""
    return f"gramotaSearch({_as_json(name)},{_as_json(content)});\n".encode()


def _page_content(page: SearchPage) -> dict[str, object]:
    sections = [[section.id, section.title, section.text] for section in page.sections]
    return {"url": page.url, "title": page.title, "lang": page.lang, "sections": sections}


def _word_contents(index: Index, sizes: Sequence[int]) -> Iterator[tuple[str, object]]:
    found = [*index.values()]
    rows = sorted((row for n, group in enumerate(index) for row in _rows(n, group, len(found[n]))), key=_order)
    pieces = [*_cut(rows)]
    firsts = [piece[0].beginning for piece in pieces]
    yield "start", {"pieces": firsts, "sections": sizes}
    for number, piece in enumerate(pieces):
        yield f"words-{number}", _piece(piece, found)


def _rows(number: int, group: Group, found: int) -> Iterator[_Row]:
    for beginning, stem, endings in _beginnings(group):
        yield _Row(beginning, stem, endings, number, len(stem) + 8 + 3 * found)


@lru_cache(maxsize=1 << 14)
def _beginnings(group: Group) -> tuple[tuple[str, str, Endings], ...]:
    """Return each beginning that a word's forms have, with their stem and their endings: «день» and «дня» part early.

    Kept for `mkdocs serve`: an edit leaves most words of a site as they are.
    """
    alike: dict[str, list[str]] = defaultdict(list)
    for form in group.forms.split():
        alike[form[:BEGINNING]].append(form)
    return tuple((beginning, *_parted(forms, group.tail)) for beginning, forms in alike.items())


def _parted(forms: Sequence[str], tail: int) -> tuple[str, Endings]:
    stem = _shared_beginning(forms[0], forms[-1])
    # Many words have the same endings.
    return stem, tail or intern(",".join(form.removeprefix(stem) for form in forms))


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
        size += row.size + (0 if row.endings in listed else len(str(row.endings)))
        listed.add(row.endings)
    if piece:
        yield piece


def _piece(rows: Sequence[_Row], found: Sequence[Places]) -> dict[str, object]:
    """The endings are many words' own, so each list of them stands once."""
    endings = [*dict.fromkeys(row.endings for row in rows)]
    places = {listed: place for place, listed in enumerate(endings)}
    words: dict[int, list[object]] = {}
    for row in rows:
        if row.group not in words:
            words[row.group] = [_packed(found[row.group])]
        words[row.group] += [row.stem, places[row.endings]]
    return {"endings": endings, "words": [*words.values()]}


def _packed(places: Places) -> list[int]:
    """Each number is four times the distance from the section before, and the weight."""
    weights = len(Weight)
    steps = pairwise([-1 * weights, *places])
    return [(place // weights - before // weights - 1) * weights + place % weights for before, place in steps]


def _as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
