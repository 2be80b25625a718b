"""What in a Markdown text is code, and therefore text for readers: fenced blocks, indented ones, and backquotes."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_FENCE = re.compile(
    r"^[ \t>]*(?P<marks>`{3,}|~{3,})[ ]*(?:\{[^\n]*\}|[\w#.+-]*(?:[ ]+\w+=[^`\n]*)?)[ ]*$", re.MULTILINE
)
_LINE = re.compile(r"^.*$", re.MULTILINE)
_PARAGRAPH = re.compile(r"^[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*", re.MULTILINE)
_BACKQUOTES = re.compile(r"`+")
# What gives the paragraphs below it an indentation: items of lists, definitions, notes and footnotes.
_HOLDER = re.compile(r"[-*+][ ]|\d+\.[ ]|:[ ]|!!!|\?\?\?|===|\[\^[^\]\n]+\]:")
_NOT_BLANK = re.compile(r"\S")
# A tag at a line's beginning is HTML to Markdown even between backquotes that stand on different lines.
_NOT_BLANK_NOR_TAG = re.compile(r"(?<!\n)(?<!\n )(?<!\n  )(?<!\n   )<|[^\s<]")


class Fence(NamedTuple):
    """A fenced block of code: where it begins, where it ends, and its marks if nothing closes it."""

    start: int
    end: int
    open_marks: str = ""


def find_fences(text: str) -> Iterator[Fence]:
    """Yield each fenced block; one that is not closed goes to the end of the text."""
    position = 0
    while opening := _FENCE.search(text, position):
        marks = opening["marks"]
        closing = re.compile(rf"^[ \t>]*{marks}[ ]*$", re.MULTILINE).search(text, opening.end())
        if closing is None:
            yield Fence(opening.start("marks"), len(text), marks)
            return
        position = closing.end()
        yield Fence(opening.start("marks"), position)


def blank_fences(text: str, fences: Iterable[Fence]) -> str:
    """Return the text with spaces in place of what the fenced blocks say; nothing changes its place."""
    return _replace(text, [(fence.start, fence.end) for fence in fences], _NOT_BLANK)


def blank_code(text: str) -> str:
    """Return a text without fenced blocks with spaces in place of the rest of its code."""
    without_indented = _replace(text, _indented_lines(text), _NOT_BLANK)
    return _replace(without_indented, _between_backquotes(without_indented), _NOT_BLANK_NOR_TAG)


def without_code(text: str) -> str:
    """Return the text with spaces in place of all its code, every offset as it was."""
    return blank_code(blank_fences(text, find_fences(text)))


def _replace(text: str, spans: Iterable[tuple[int, int]], what: re.Pattern[str]) -> str:
    pieces, position = [], 0
    for start, end in spans:
        pieces += [text[position:start], what.sub(" ", text[start:end])]
        position = end
    return "".join([*pieces, text[position:]])


def _indented_lines(text: str) -> Iterator[tuple[int, int]]:
    paragraphs_at, is_after_blank = 0, False
    for line in _LINE.finditer(text):
        written = line[0].expandtabs(4)
        bare = written.lstrip()
        indent = len(written) - len(bare)
        if not bare:
            is_after_blank = True
        elif is_after_blank and indent >= paragraphs_at + 4:
            yield line.span()
        else:
            if is_after_blank:
                paragraphs_at = min(paragraphs_at, indent // 4 * 4)
            if _HOLDER.match(bare):
                paragraphs_at = indent // 4 * 4 + 4
            is_after_blank = False


def _between_backquotes(text: str) -> Iterator[tuple[int, int]]:
    if "`" not in text:
        return
    for paragraph in _PARAGRAPH.finditer(text):
        yield from _between_backquotes_of(text, *paragraph.span())


def _between_backquotes_of(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    runs = [run.span() for run in _BACKQUOTES.finditer(text, start, end)]
    closing = defaultdict(list)
    for run in reversed(runs):
        closing[run[1] - run[0]].append(run)
    position = start
    for begin, after in runs:
        same = closing[after - begin]
        while same and same[-1][0] <= begin:
            same.pop()
        if begin >= position and text[begin - 1 : begin] != "\\" and same:
            position = same[-1][1]
            yield begin, position
