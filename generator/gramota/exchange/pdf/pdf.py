"""Letters from PDF, which knows where letters stand on paper and not what they are: a guess that says it is one."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from pathlib import PurePath
from statistics import median

from gramota.errors import ContentError, Problem, Where
from gramota.exchange.blocks import Block
from gramota.exchange.draft import Found
from gramota.exchange.markdown.plain_markdown import escape_begin, escape_inside
from gramota.exchange.outline import About, build_letter
from gramota.exchange.pdf.lines import Line, read_lines

_BULLET = re.compile(r"^\s*(?:[•●▪◦‣·■○\uf0b7\uf0a7]|[-–—*](?=\s))\s*")
_NUMBER = re.compile(r"^\s*(\d{1,3})[.)]\s+")
_PAGE_NUMBER = re.compile(r"(?:стр(?:аница|\.)?|page)?\s*\d{1,4}(?:\s*(?:из|of|/)\s*\d{1,4})?", re.IGNORECASE)
_ENDS_LINE = (".", ":", ";", "!", "?", ",")


def read_pdf(data: bytes, path: str) -> Found:
    """Return the letter and its control questions; raise ContentError where the file cannot be read or has no text."""
    where = Where(path, 0)
    text = read_lines(data, where)
    if not any(re.search(r"\w", line.text) for line in text.lines):
        raise ContentError([Problem.at(where, "G416.no_text")])
    about = About(path, PurePath(path).stem, date=text.date)
    found = build_letter([*_blocks(_without_margins(text.lines))], about, (), "G422.size")
    notes = [Problem.at(where, "G429"), *([Problem.at(where, "G447.pdf")] if text.has_pictures else [])]
    return Found(found.letter, found.questions, (*notes, *found.problems))


def _without_margins(lines: Sequence[Line]) -> list[Line]:
    """Leave out numbers of pages, and what stands at the same place of most pages."""
    pages_of: defaultdict[tuple[int, str], set[int]] = defaultdict(set)
    for line in lines:
        pages_of[_place(line)].add(line.page)
    page_count = len({line.page for line in lines})
    kept: list[Line] = []
    for _, group in groupby(lines, key=lambda line: line.page):
        on_page = [*group]
        edges = {min(on_page, key=lambda line: line.y), max(on_page, key=lambda line: line.y)}
        kept += [
            line
            for line in on_page
            if not (page_count > 2 and len(pages_of[_place(line)]) > page_count * 0.6)
            and not (line in edges and _PAGE_NUMBER.fullmatch(line.text))
        ]
    return kept


def _place(line: Line) -> tuple[int, str]:
    return round(line.y), re.sub(r"\d+", "0", line.text)


def _blocks(lines: Sequence[Line]) -> Iterator[Block]:
    body = Counter[float]()
    for line in lines:
        body[line.size] += len(line.text)
    common = body.most_common(1)[0][0]
    levels = _levels(lines, common)
    gap = _usual_gap(lines)
    paragraphs = [*_paragraphs(lines, gap, levels)]
    yield from _with_lists(paragraphs, levels)


def _levels(lines: Sequence[Line], common: float) -> dict[float, int]:
    """Return the sizes of letters that headings have, by their level; four at most, for more are no headings."""
    larger = sorted({line.size for line in lines if line.size > common * 1.08 and len(line.text) < 200}, reverse=True)
    return {size: level for level, size in enumerate(larger, 1)} if len(larger) <= 5 else {}


def _usual_gap(lines: Sequence[Line]) -> float:
    gaps = [
        one.y - other.y
        for one, other in pairwise(lines)
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


def _with_lists(paragraphs: Sequence[list[Line]], levels: dict[float, int]) -> Iterator[Block]:
    items: list[str] = []
    ordered = False
    for lines in paragraphs:
        text = _one_text(lines)
        bullet, number = _BULLET.match(text), _NUMBER.match(text)
        is_heading = lines[0].size in levels or (
            lines[0].is_bold and all(line.is_bold for line in lines) and bool(number)
        )
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
    # What made the entries an ordered list is that each begins with a number.
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
