"""Letters from Markdown: the front matter's fields, headings as sections, and no HTML and links that lead nowhere."""

import re
from collections.abc import Collection, Iterator
from os.path import realpath
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from gramota.course.markdown.code_in_markdown import find_fences, without_code
from gramota.course.markdown.links import Link, find_links
from gramota.course.names import shorten
from gramota.errors import ContentError, Problem, Where
from gramota.exchange.blocks import Block, Kind
from gramota.exchange.draft import Found
from gramota.exchange.input_file import decode_text, read_bytes
from gramota.exchange.letter_links import kept_link
from gramota.exchange.markdown.safe_markdown import make_safe, without_control
from gramota.exchange.markdown_letter.front_matter import read_about
from gramota.exchange.markdown_letter.list_indents import nest_by_four
from gramota.exchange.outline import build_letter
from gramota.exchange.pictures import MAX_BYTES, Pictures

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(.+?)[ \t]*#*[ \t]*$|^(?=\S)(.+)\n {0,3}(=+|-+)[ \t]*$", re.MULTILINE)
_ITEM = re.compile(r"^ {0,3}(?:[-*+]|\d{1,3}[.)])[ \t]+", re.MULTILINE)
_NESTED = re.compile(r"(?<=\S)\n(?=(?:[-*+]|\d+\.) )")
_BLOCK = re.compile(r"\S[^\n]*(?:\n(?!\s*\n)[^\n]*)*")
_ATTRIBUTES = re.compile(r"\s*\{[:#.][^{}]*\}\s*$")
_BOLD_LINE = re.compile(r"(\*\*|__)(?=\S)([^\n*_]{1,150}?)\1")
# A picture by its path from the root of a site, or of somebody's disk.
_ROOTED = re.compile(r"!\[([^\[\]]*)\]\(\s{0,9}<?(/[^)\n]*)\)")
_LINK_TEXT = re.compile(r"(!?)\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\($")


def read_markdown(data: bytes, path: str, file: Path, together: Collection[str] = ()) -> Found:
    """Return the letter, with pictures from the file's folder and below; raise ContentError where it is no text.

    Links to itself and to the files that are imported `together` with it, by their full paths, are kept for with_links.
    """
    text, problems = decode_text(data, path)
    front = _FRONT.match(text)
    about = read_about(without_control(front[1]) if front else "", path, problems)
    begin = front.end() if front else 0
    pictures = Pictures(path)
    lines_before = text.count("\n", 0, begin)
    body = _mended(without_control(text[begin:]), lines_before, path, problems)
    linked = _Linked(body, lines_before, file, pictures, together)
    blocks = [*_blocks(linked.text(), lines_before)]
    problems += linked.problems
    found = build_letter(blocks, about, tuple(pictures.kept), "G422.bold")
    told = (*problems, *pictures.problems, *found.problems)
    return Found(found.letter, found.questions, told, used=frozenset(linked.used))


def _mended(body: str, lines_before: int, path: str, problems: list[Problem]) -> str:
    safe, mended = make_safe(body)
    for each in mended:
        where = Where(path, lines_before + body.count("\n", 0, each.offset) + 1, _column(body, each.offset))
        problems.append(Problem.at(where, each.code, found=shorten(each.found)))
    return safe


class _Linked:
    """The text with its pictures in their new place, and without links that would lead nowhere."""

    def __init__(self, body: str, lines_before: int, file: Path, pictures: Pictures, together: Collection[str]) -> None:
        self.body, self.lines_before = body, lines_before
        self.file, self.folder, self.pictures = file, file.parent, pictures
        self.together = together
        self.problems: list[Problem] = []
        self.used: set[Path] = set()

    def text(self) -> str:
        """Return the text, the links from the last to the first so that their places stay."""
        self.body = _ROOTED.sub(self._without_rooted, self.body)
        text = self.body
        for link in reversed([*find_links(text)]):
            before, after = text[: link.start], text[link.end :]
            opening = _LINK_TEXT.search(before.rstrip(" <"))
            is_picture = bool(opening and opening[1])
            if is_picture and (
                name := self._picture(link.target, link.start, has_alt=bool(opening and opening[2].strip()))
            ):
                text = f"{before}{name}{after}"
            elif not is_picture and opening and (kept := self._kept(link)):
                text = f"{before}{kept}{after}"
            else:
                self._tell(link.target, link.start, is_picture=is_picture)
                text = _unlinked(before, after, opening)
        return text

    def _kept(self, link: Link) -> str:
        """Return the address under which a link to a document is kept, empty where it leads to none."""
        path, _, anchor = link.target.partition("#")
        file = realpath(self.folder / unquote(path)) if path else realpath(self.file)
        where = Where(self.pictures.path, self._line(link.start), _column(self.body, link.start))
        return kept_link(file, anchor, where) if not path or file in self.together else ""

    def _without_rooted(self, found: re.Match[str]) -> str:
        self._tell(found[2], found.start(), is_picture=True)
        return found[1]

    def _picture(self, target: str, offset: int, *, has_alt: bool) -> str:
        try:
            file = (self.folder / target.partition("?")[0]).resolve()
            is_inside = file.is_relative_to(self.folder.resolve()) and file.is_file()
        except (OSError, ValueError):
            is_inside = False
        if not is_inside:
            return ""
        self.used.add(file)
        return self.pictures.add(lambda: _bytes_of(file), self._line(offset), has_alt=has_alt)

    def _tell(self, target: str, offset: int, *, is_picture: bool) -> None:
        where = Where(self.pictures.path, self._line(offset), _column(self.body, offset))
        is_told = any(problem.where.line == where.line for problem in self.pictures.problems) and is_picture
        if not is_told:
            code = "G447.nowhere" if is_picture else "G448.nowhere"
            self.problems.append(Problem.at(where, code, found=shorten(target)))

    def _line(self, offset: int) -> int:
        return self.lines_before + self.body.count("\n", 0, offset) + 1


def _bytes_of(file: Path) -> bytes:
    try:
        return read_bytes(file, MAX_BYTES)
    except ContentError as error:
        raise ValueError(str(error)) from None


def _unlinked(before: str, after: str, opening: re.Match[str] | None) -> str:
    """Keep a link's text; a reference's definition goes with its whole line."""
    if opening is None:
        return before[: before.rfind("\n") + 1] + after[after.find("\n") + 1 if "\n" in after else len(after) :]
    closing = re.match(r"[^)\n]*\)", after)
    return before[: opening.start()] + opening[2] + after[closing.end() if closing else 0 :]


def _column(text: str, offset: int) -> int:
    return offset - text.rfind("\n", 0, offset)


def _blocks(body: str, lines_before: int) -> Iterator[Block]:
    bare = without_code(body)
    position = 0
    for heading in _HEADING.finditer(bare):
        if heading[3] is not None and (
            _ITEM.match(heading[3]) or "|" in heading[3] or heading[3].startswith(("#", ">"))
        ):
            continue
        yield from _texts(body[position : heading.start()], lines_before + body.count("\n", 0, position))
        position = heading.end()
        group = 2 if heading[2] is not None else 3
        title = _ATTRIBUTES.sub("", body[heading.start(group) : heading.end(group)]).strip()
        level = len(heading[1]) if heading[1] else 1 if heading[4].startswith("=") else 2
        line = lines_before + body.count("\n", 0, heading.start()) + 1
        yield Block("heading", title, _plain(title), line, level=level)
    yield from _texts(body[position:], lines_before + body.count("\n", 0, position))


def _texts(text: str, lines_before: int) -> Iterator[Block]:
    """Yield the text between two headings: a list or a table alone by itself, else all that stands together."""
    fences = [*find_fences(text)]
    for start, end in _paragraphs(text, fences):
        part = text[start:end].strip("\n")
        line = lines_before + text.count("\n", 0, start) + 1
        part = nest_by_four(part) if _ITEM.match(part) else part
        items = _items(part) if _ITEM.match(part) else ()
        bold = _BOLD_LINE.fullmatch(part.strip())
        kind: Kind = "list" if items else "table" if re.match(r"\s*\|.*\n\s*\|[ :|-]+$", part, re.MULTILINE) else "text"
        rows = tuple(row for n, row in enumerate(part.strip().split("\n")) if n != 1) if kind == "table" else items
        is_bold = bool(bold) and not part.rstrip("*_ ").endswith((".", ";", ",", ":"))
        yield Block(kind, part.rstrip(), _plain(part), line, items=rows, is_bold=is_bold)


def _paragraphs(text: str, fences: list[Any]) -> Iterator[tuple[int, int]]:
    """Yield where blocks stand; what is indented, or in a fence, belongs to the block above."""
    start = end = None
    for found in _BLOCK.finditer(text):
        inside = any(fence.start <= found.start() < fence.end for fence in fences)
        line_start = text.rfind("\n", 0, found.start()) + 1
        goes_on = (
            inside or found.start() - line_start >= 2 or (start is not None and _same_list(text, start, line_start))
        )
        if start is not None and end is not None and not goes_on:
            yield start, end
            start = None
        start = line_start if start is None else start
        end = found.end()
    if start is not None and end is not None:
        yield start, end


def _same_list(text: str, one: int, other: int) -> bool:
    """Whether entries of lists begin at both places, and both have numbers or neither."""
    first, second = _ITEM.match(text, one), _ITEM.match(text, other)
    return first is not None and second is not None and first[0].strip()[0].isdigit() == second[0].strip()[0].isdigit()


def _items(part: str) -> tuple[str, ...]:
    """Return each entry of a list whose levels are indented by four, what is nested in it as a list of its own."""
    starts = [found for found in _ITEM.finditer(part) if not found[0].startswith(" ")]
    ends = [*(found.start() for found in starts[1:]), len(part)]
    entries = (part[found.end() : end].strip("\n") for found, end in zip(starts, ends, strict=True))
    return tuple(
        _NESTED.sub("\n\n", re.sub("^ {4}", "", entry, flags=re.MULTILINE), count=1).strip() for entry in entries
    )


def _plain(markdown: str) -> str:
    text = re.sub(r"!?\[([^\[\]]*)\]\([^()]*\)", r"\1", markdown)
    text = re.sub(r"<[^<>]*>|\\(?=[^\w\s])", "", text)
    return " ".join(re.sub(r"\*\*|__|`|(?<!\w)[*_]|[*_](?!\w)", "", text).split())
