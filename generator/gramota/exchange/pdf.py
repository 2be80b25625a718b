"""Letters from PDF, which knows where letters stand on paper and not what they are: a guess that says it is one."""

import datetime as dt
import io
import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from statistics import median
from typing import Any

from pypdf import PdfReader

from gramota.errors import ContentError, Problem, Where
from gramota.exchange.blocks import Block
from gramota.exchange.draft import Found
from gramota.exchange.outline import About, build_letter
from gramota.exchange.plain_markdown import escape_begin, escape_inside
from gramota.exchange.safe_markdown import without_control

MOST_PAGES = 500
MOST_CHARACTERS = 2_000_000
_BULLET = re.compile(r"^\s*(?:[•●▪◦‣·■○\uf0b7\uf0a7]|[-–—*](?=\s))\s*")
_NUMBER = re.compile(r"^\s*(\d{1,3})[.)]\s+")
_PAGE_NUMBER = re.compile(r"(?:стр(?:аница|\.)?|page)?\s*\d{1,4}(?:\s*(?:из|of|/)\s*\d{1,4})?", re.IGNORECASE)
_ENDS_LINE = (".", ":", ";", "!", "?", ",")


@dataclass(frozen=True)
class Line:
    """A line of a page: its text, the size of its letters, where it stands from below and from the left."""

    text: str
    size: float
    is_bold: bool
    y: float
    x: float
    page: int


def read_pdf(data: bytes, path: str) -> Found:
    """Return the letter and its control questions; raise ContentError where the file cannot be read or has no text."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    where = Where(path, 0)
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise ContentError([Problem.at(where, "G416.locked")])
        if len(reader.pages) > MOST_PAGES:
            raise ContentError([Problem.at(where, "G416.long", limit=MOST_PAGES)])
        lines = [*_lines_of(reader)]
        about = About(path, PurePath(path).stem, date=_date(reader))
        has_pictures = any("/XObject" in (page.get("/Resources") or {}) for page in reader.pages)
    except ContentError:
        raise
    # A damaged file makes a reader fail in ways that cannot be told beforehand.
    except Exception as error:  # noqa: BLE001
        reason = f"{type(error).__name__}: {error}"
        raise ContentError([Problem.at(where, "G416", reason=reason)]) from None
    if not any(re.search(r"\w", line.text) for line in lines):
        raise ContentError([Problem.at(where, "G416.no_text")])
    found = build_letter([*_blocks(_without_margins(lines))], about, (), "G422.size")
    notes = [Problem.at(where, "G429"), *([Problem.at(where, "G447.pdf")] if has_pictures else [])]
    return Found(found.letter, found.questions, (*notes, *found.problems))


def _date(reader: PdfReader) -> dt.date | None:
    """Return the day on which the file was made, as D:20210315 stands in its properties."""
    said = reader.metadata or {}
    found = re.match(r"D:(\d{4})(\d{2})(\d{2})", str(said.get("/ModDate") or said.get("/CreationDate") or ""))
    try:
        return dt.date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def _lines_of(reader: PdfReader) -> Iterator[Line]:
    characters = 0
    for number, page in enumerate(reader.pages):
        pieces: list[tuple[str, float, bool, float, float]] = []

        def visit(text: str, user: Any, matrix: Any, font: Any, size: float, to: list[Any] = pieces) -> None:  # noqa: ANN401 - pypdf's signature
            name = str((font or {}).get("/BaseFont", ""))
            scale = abs(matrix[3] * user[3]) or 1
            x, y = matrix[4] * user[0] + user[4], matrix[5] * user[3] + user[5]
            to.append((text, round(size * scale, 1), "bold" in name.lower() or "black" in name.lower(), y, x))

        page.extract_text(visitor_text=visit)
        characters += sum(len(piece[0]) for piece in pieces)
        if characters > MOST_CHARACTERS:
            return
        yield from _joined(pieces, number)


def _joined(pieces: Sequence[tuple[str, float, bool, float, float]], page: int) -> Iterator[Line]:
    """Put pieces into lines: pypdf ends a piece where a line ends."""
    text, styles = "", Counter[tuple[float, bool]]()
    place: tuple[float, float] | None = None
    for piece, size, is_bold, y, x in pieces:
        for part in re.split(r"(\n)", piece):
            if part == "\n":
                if text.strip() and place:
                    (common, bold), _ = styles.most_common(1)[0]
                    yield Line(_tidy(text), common, bold, place[0], place[1], page)
                text, place = "", None
                styles.clear()
            elif part:
                text += part
                if part.strip():
                    styles[size, is_bold] += len(part.strip())
                    place = place or (y, x)
    if text.strip() and place:
        (common, bold), _ = styles.most_common(1)[0]
        yield Line(_tidy(text), common, bold, place[0], place[1], page)


def _tidy(text: str) -> str:
    return " ".join(without_control(text).replace("\N{SOFT HYPHEN}", "").split())


def _without_margins(lines: Sequence[Line]) -> list[Line]:
    """Leave out numbers of pages, and what stands at the same place of most pages."""
    pages = {line.page for line in lines}
    places = Counter({key: len({line.page for line in lines if _place(line) == key}) for key in map(_place, lines)})
    is_margin = {key for key, count in places.items() if len(pages) > 2 and count > len(pages) * 0.6}
    edges = {page: _edges([line for line in lines if line.page == page]) for page in pages}
    return [
        line
        for line in lines
        if _place(line) not in is_margin and not (line in edges[line.page] and _PAGE_NUMBER.fullmatch(line.text))
    ]


def _place(line: Line) -> tuple[int, str]:
    return round(line.y), re.sub(r"\d+", "0", line.text)


def _edges(lines: Sequence[Line]) -> tuple[Line, ...]:
    return (min(lines, key=lambda line: line.y), max(lines, key=lambda line: line.y))


def _blocks(lines: Sequence[Line]) -> Iterator[Block]:
    body = Counter[float]()
    for line in lines:
        body[line.size] += len(line.text)
    common = body.most_common(1)[0][0]
    levels = _levels(lines, common)
    gap = _usual_gap(lines)
    paragraphs = [*_paragraphs(lines, gap, levels)]
    yield from _with_lists(paragraphs, levels, common)


def _levels(lines: Sequence[Line], common: float) -> dict[float, int]:
    """Return the sizes of letters that headings have, by their level; four at most, for more are no headings."""
    larger = sorted({line.size for line in lines if line.size > common * 1.08 and len(line.text) < 200}, reverse=True)
    return {size: level for level, size in enumerate(larger, 1)} if len(larger) <= 5 else {}


def _usual_gap(lines: Sequence[Line]) -> float:
    gaps = [
        one.y - other.y
        for one, other in zip(lines, lines[1:], strict=False)
        if one.page == other.page and one.size == other.size and one.y > other.y
    ]
    return median(sorted(gaps)[: max(1, len(gaps) * 2 // 3)]) if gaps else 0


def _paragraphs(lines: Sequence[Line], gap: float, levels: dict[float, int]) -> Iterator[list[Line]]:
    right = max((len(line.text) for line in lines), default=0)
    current: list[Line] = []
    for line in lines:
        if current and not _continues(current[-1], line, gap, right, levels):
            yield current
            current = []
        current.append(line)
    if current:
        yield current


def _continues(before: Line, line: Line, gap: float, right: int, levels: dict[float, int]) -> bool:
    if before.size != line.size or _BULLET.match(line.text) or _NUMBER.match(line.text):
        return False
    if line.size in levels:
        return before.page == line.page and 0 < before.y - line.y < line.size * 1.6
    if before.is_bold != line.is_bold and len(before.text) < right * 0.6:
        return False
    if before.page != line.page or before.y <= line.y:
        return not before.text.endswith(_ENDS_LINE) and len(before.text) > right * 0.6
    return before.y - line.y <= gap * 1.25 + 0.5


def _with_lists(paragraphs: Sequence[list[Line]], levels: dict[float, int], common: float) -> Iterator[Block]:
    items: list[str] = []
    ordered = False
    for lines in paragraphs:
        text = _one_text(lines)
        bullet, number = _BULLET.match(text), _NUMBER.match(text)
        is_heading = lines[0].size in levels or (lines[0].is_bold and all(line.is_bold for line in lines) and bool(number))
        if (bullet or number) and not is_heading and not (items and ordered != bool(number)):
            ordered = bool(number)
            items.append(text)
            continue
        yield from _list_of(items, ordered=ordered)
        items = []
        if (bullet or number) and not is_heading:
            ordered = bool(number)
            items.append(text)
            continue
        yield _block(text, lines, levels)
    yield from _list_of(items, ordered=ordered)


def _block(text: str, lines: Sequence[Line], levels: dict[float, int]) -> Block:
    markdown = escape_begin(escape_inside(text))
    if lines[0].size in levels and len(text) <= 200:
        return Block("heading", markdown, text, level=levels[lines[0].size])
    is_bold = all(line.is_bold for line in lines)
    reads_so = len(text) <= 150 and not text.endswith((".", ";", ",", ":"))
    return Block("text", f"**{markdown}**" if is_bold else markdown, text, is_bold=is_bold and reads_so)


def _list_of(items: Sequence[str], *, ordered: bool) -> Iterator[Block]:
    if not items:
        return
    texts = [escape_inside((_NUMBER if ordered else _BULLET).sub("", item, count=1)) for item in items]
    first = int(_NUMBER.match(items[0])[1]) if ordered else 0  # type: ignore[index]
    marks = [f"{first + at}. " if ordered else "- " for at in range(len(items))]
    written = "\n".join(mark + text for mark, text in zip(marks, texts, strict=True))
    yield Block("list", written, " ".join(items), items=tuple(texts))


def _one_text(lines: Sequence[Line]) -> str:
    """Join a paragraph's lines; a word that a hyphen parts at a line's end is one word again."""
    text = ""
    for line in lines:
        if re.search(r"[а-яёa-z]-$", text) and re.match(r"[а-яёa-z]", line.text):
            text = text[:-1] + line.text
        else:
            text = f"{text} {line.text}" if text else line.text
    return text
