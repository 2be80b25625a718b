"""A Word file before it is read: that it is one, that it is not larger than it seems, and what in it cannot be kept."""

import io
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from xml.parsers import expat

from gramota.errors import ContentError, Problem, Where
from gramota.zip_directory import BYTES_OF_AN_ENTRY, LONGEST_END, directory_size

MAX_UNPACKED = 200_000_000
MAX_XML = 20_000_000
MOST_PARTS = 5_000
MAX_DEPTH = 150
MOST_ELEMENTS = 400_000
_XML = re.compile(r"\.(?:xml|rels)$", re.IGNORECASE)
_BEGINS_AS_XML = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*<")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Elements that say what a document has and a letter has not; the prefixes are those that all programs write.
_COUNTED = {
    "w:ins": "changes",
    "w:del": "changes",
    "w:moveFrom": "changes",
    "w:txbxContent": "boxes",
    "m:oMath": "formulas",
    "c:chart": "charts",
    "dgm:relIds": "charts",
    "o:OLEObject": "objects",
    "w:altChunk": "objects",
    "w:commentReference": "comments",
}
_MARGINS = re.compile(r"word/(?:header|footer)\d*\.xml")
_DOCUMENT = "word/document.xml"
_LONGEST_DIRECTORY = MOST_PARTS * BYTES_OF_AN_ENTRY


def check_docx(data: bytes, path: str) -> Counter[str]:
    """Return how often the document has what a letter has not; raise ContentError where it cannot be read safely."""
    where = Where(path)
    if data.startswith(_OLE):
        raise ContentError([Problem.at(where, "G413.old")])
    if directory_size(data[-LONGEST_END:]) > _LONGEST_DIRECTORY:
        raise ContentError([Problem.at(where, "G414", limit=MAX_UNPACKED // 1_000_000)])
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _check(archive, where)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError):
        raise ContentError([Problem.at(where, "G413")]) from None


def _check(archive: zipfile.ZipFile, where: Where) -> Counter[str]:
    entries = archive.infolist()
    xml = [entry for entry in entries if _is_xml(archive, entry)]
    largest = max((entry.file_size for entry in xml), default=0)
    if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > MAX_UNPACKED or largest > MAX_XML:
        raise ContentError([Problem.at(where, "G414", limit=MAX_UNPACKED // 1_000_000)])
    if _DOCUMENT not in {entry.filename for entry in entries}:
        raise ContentError([Problem.at(where, "G413.other")])
    found: Counter[str] = Counter()
    for entry in xml:
        counter = _Counter(where, is_text=entry.filename == _DOCUMENT)
        # zipfile stops at the size that the directory states, so no entry gives more than that.
        is_part = _XML.search(entry.filename) is not None
        counter.read(archive.read(entry), is_part=is_part)
        if entry.filename == _DOCUMENT:
            found.update(counter.found)
        elif _MARGINS.fullmatch(entry.filename) and counter.has_text:
            found["margins"] += 1
    return found


def _is_xml(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool:
    """Whether a reader of the document may come to read this part as XML, for parts are named by other parts."""
    if _XML.search(entry.filename):
        return True
    with archive.open(entry) as stream:
        return _BEGINS_AS_XML.match(stream.read(200)) is not None


class _Counter:
    """Reads one part of the document as a stream, without making anything of it."""

    def __init__(self, where: Where, *, is_text: bool) -> None:
        self.where = where
        self.is_text = is_text
        self.found: Counter[str] = Counter()
        self.has_text = False
        self.depth = self.elements = 0

    def read(self, data: bytes, *, is_part: bool) -> None:
        """Count the elements; raise ContentError for entities, for nesting and numbers beyond any document's.

        A part of the document has to be XML; a picture or a page within it may have a DOCTYPE, or be none.
        """
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.EntityDeclHandler = self._refuse
        if is_part:
            parser.StartDoctypeDeclHandler = self._refuse
        try:
            parser.Parse(data, True)  # noqa: FBT003 - expat's signature
        except expat.ExpatError:
            if is_part:
                raise ContentError([Problem.at(self.where, "G413")]) from None

    def _start(self, name: str, _: dict[str, str]) -> None:
        self.depth += 1
        self.elements += 1
        if self.depth > MAX_DEPTH or self.elements > MOST_ELEMENTS:
            raise ContentError([Problem.at(self.where, "G414.nested")])
        if self.is_text and name in _COUNTED:
            self.found[_COUNTED[name]] += 1

    def _end(self, _: str) -> None:
        self.depth -= 1

    def _text(self, data: str) -> None:
        self.has_text = self.has_text or bool(data.strip())

    def _refuse(self, *_: object) -> None:
        raise ContentError([Problem.at(self.where, "G414.entities")])


def core_properties(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield the title and the dates that the file's properties give; nothing where it has none."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        try:
            text = archive.read("docProps/core.xml").decode("utf-8", "replace")
        except (KeyError, zipfile.BadZipFile):
            return
    for name in ("dc:title", "dcterms:modified", "dcterms:created"):
        if found := re.search(rf"<{name}[^>]*>([^<]*)</{name}>", text):
            yield name.partition(":")[2], found[1].strip()
