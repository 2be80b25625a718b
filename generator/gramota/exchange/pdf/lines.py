"""The lines of a PDF with what they look like, read by a library that hostile files cannot make talk."""

import datetime as dt
import io
import logging
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from pypdf import PdfReader

from gramota.errors import ContentError, Problem, Where
from gramota.exchange.markdown.safe_markdown import without_control

MOST_PAGES = 500
MOST_CHARACTERS = 2_000_000


@dataclass(frozen=True)
class Line:
    """A line of a page: its text, the size of its letters, where it stands from below and from the left."""

    text: str
    size: float
    is_bold: bool
    y: float
    x: float
    page: int


class Text(NamedTuple):
    """A file's lines, the day on which it was made where it says so, and whether it has pictures."""

    lines: tuple[Line, ...]
    date: dt.date | None
    has_pictures: bool


class _Piece(NamedTuple):
    text: str
    size: float
    is_bold: bool
    y: float
    x: float


def read_lines(data: bytes, where: Where) -> Text:
    """Return the file's text; raise ContentError where it cannot be read or is longer than 500 pages."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        return _read(data, where)
    except ContentError:
        raise
    # A damaged file makes a reader fail in ways that cannot be told beforehand.
    except Exception:  # noqa: BLE001
        raise ContentError([Problem.at(where, "G416")]) from None


def _read(data: bytes, where: Where) -> Text:
    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise ContentError([Problem.at(where, "G416.locked")])
    if len(reader.pages) > MOST_PAGES:
        raise ContentError([Problem.at(where, "G416.long", limit=MOST_PAGES)])
    has_pictures = any("/XObject" in (page.get("/Resources") or {}) for page in reader.pages)
    return Text(tuple(_lines_of(reader)), _date(reader), has_pictures)


def _date(reader: PdfReader) -> dt.date | None:
    """Return the day on which the file was made, as D:20210315 stands in its properties."""
    said: Mapping[str, Any] = reader.metadata or {}
    found = re.match(r"D:(\d{4})(\d{2})(\d{2})", str(said.get("/ModDate") or said.get("/CreationDate") or ""))
    try:
        return dt.date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def _lines_of(reader: PdfReader) -> Iterator[Line]:
    characters = 0
    for number, page in enumerate(reader.pages):
        pieces: list[_Piece] = []
        page.extract_text(visitor_text=_collector(pieces))
        characters += sum(len(piece.text) for piece in pieces)
        if characters > MOST_CHARACTERS:
            return
        yield from _joined(pieces, number)


def _collector(pieces: list[_Piece]) -> Callable[..., None]:
    """Return what pypdf is to call with each piece of text, the two matrices that place it, its font and its size."""

    def collect(*given: Any) -> None:  # noqa: ANN401 - pypdf's signature
        text, user, matrix, font, size = given
        name = str((font or {}).get("/BaseFont", "")).lower()
        scale = abs(matrix[3] * user[3]) or 1
        x, y = matrix[4] * user[0] + user[4], matrix[5] * user[3] + user[5]
        pieces.append(_Piece(text, round(size * scale, 1), "bold" in name or "black" in name, y, x))

    return collect


def _joined(pieces: Sequence[_Piece], page: int) -> Iterator[Line]:
    """Put pieces into lines: pypdf ends a piece where a line ends."""
    line: list[_Piece] = []
    for piece in pieces:
        for part in re.split(r"(\n)", piece.text):
            if part != "\n":
                line.append(piece._replace(text=part))
                continue
            yield from _line_of(line, page)
            line = []
    yield from _line_of(line, page)


def _line_of(pieces: Sequence[_Piece], page: int) -> Iterator[Line]:
    written = [piece for piece in pieces if piece.text.strip()]
    if written:
        styles = Counter[tuple[float, bool]]()
        for piece in written:
            styles[piece.size, piece.is_bold] += len(piece.text.strip())
        (size, is_bold), _ = styles.most_common(1)[0]
        text = _tidy("".join(piece.text for piece in pieces))
        yield Line(text, size, is_bold, written[0].y, written[0].x, page)


def _tidy(text: str) -> str:
    return " ".join(without_control(text).replace("\N{SOFT HYPHEN}", "").split())
