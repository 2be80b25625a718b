"""The numbers that Word gives to the entries of lists, which go on counting after a remark in between.

Nothing of them is written in the text, and a converter that starts each list at one would change what people refer to.
"""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from xml.etree import ElementTree

from gramota.exchange.html.tree import Tag

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DOCUMENT, _NUMBERING = "word/document.xml", "word/numbering.xml"
_MARK = re.compile(r"gramota-number-(\d+)")


class _Numbering(NamedTuple):
    """A list as documents name it: the definition that it shares its counter with, and where it begins anew."""

    definition: str
    start: int
    begins_anew: bool


def with_numbers(data: bytes) -> bytes:
    """Return the file with each entry's number as a bookmark in it, which a converter keeps."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = set(archive.namelist())
        if _NUMBERING not in names:
            return data
        # The guard has refused entities, deep nesting and what is too large.
        numberings = dict(_read_numberings(ElementTree.fromstring(archive.read(_NUMBERING))))  # noqa: S314
        document = ElementTree.fromstring(archive.read(_DOCUMENT))  # noqa: S314
        _mark(document, numberings)
        return _replaced(archive, ElementTree.tostring(document, "utf-8"))


def number_of(item: Tag) -> int | None:
    """Return the number that Word shows before this entry of a list."""
    marks = (_MARK.fullmatch(anchor.attributes.get("id", "")) for anchor in item.find("a"))
    return next((int(mark[1]) for mark in marks if mark), None)


def _read_numberings(root: ElementTree.Element) -> Iterator[tuple[str, _Numbering]]:
    starts = {}
    for definition in root.iter(f"{_W}abstractNum"):
        first = definition.find(f"{_W}lvl[@{_W}ilvl='0']/{_W}start")
        starts[definition.get(f"{_W}abstractNumId", "")] = _value(first, 1)
    for number in root.iter(f"{_W}num"):
        named = number.find(f"{_W}abstractNumId")
        definition_id = named.get(f"{_W}val", "") if named is not None else ""
        override = number.find(f"{_W}lvlOverride[@{_W}ilvl='0']/{_W}startOverride")
        start = starts.get(definition_id, 1)
        yield (
            number.get(f"{_W}numId", ""),
            _Numbering(definition_id, _value(override, start), begins_anew=override is not None),
        )


def _mark(document: ElementTree.Element, numberings: Mapping[str, _Numbering]) -> None:
    counters: Counter[str] = Counter()
    seen: set[str] = set()
    for paragraph in document.iter(f"{_W}p"):
        named = paragraph.find(f"{_W}pPr/{_W}numPr/{_W}numId")
        level = paragraph.find(f"{_W}pPr/{_W}numPr/{_W}ilvl")
        name = named.get(f"{_W}val", "") if named is not None else ""
        numbering = numberings.get(name)
        if numbering is None or _value(level, 0):
            continue
        if numbering.definition not in counters or (numbering.begins_anew and name not in seen):
            counters[numbering.definition] = numbering.start - 1
        seen.add(name)
        counters[numbering.definition] += 1
        mark = {f"{_W}id": "0", f"{_W}name": f"gramota-number-{counters[numbering.definition]}"}
        paragraph.insert(1, ElementTree.Element(f"{_W}bookmarkStart", mark))


def _value(element: ElementTree.Element | None, otherwise: int) -> int:
    written = element.get(f"{_W}val", "") if element is not None else ""
    return int(written) if re.fullmatch(r"\d{1,4}", written) else otherwise


def _replaced(archive: zipfile.ZipFile, document: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_STORED) as copy:
        for name in dict.fromkeys(archive.namelist()):
            copy.writestr(name, document if name == _DOCUMENT else archive.read(name))
    return written.getvalue()
