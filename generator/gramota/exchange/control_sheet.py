"""The control sheet at the end of a document: how it is known, and its questions."""

import re
from collections.abc import Iterable, Iterator

from gramota.exchange.blocks import Block

_TITLE = re.compile(
    r"(?:\d+[.)]\s*)?"
    r"(?:контрольный лист(?: \W.*)?|контрольные вопросы|вопросы (?:для|на) (?:само)?(?:контрол\w+|проверк\w+)|"
    r"проверочные вопросы|control (?:sheet|questions)|(?:check(?:ing)?|review|test) questions)\s*[.:]?",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"^(?:\*\*)?(?:(?:вопрос|question)\s*)?(?:№\s*)?\d{1,3}\\?[.):]?(?:\*\*)?(?:\s+|(?<=[.):])(?=\S))", re.I
)
_NOTHING = re.compile(r"[\s_.…\\*|:-]*(?:(?:&#95;|ответ|answer|подпись|signature)[\s_.…\\*|:-]*)*", re.IGNORECASE)
_HEAD = re.compile(r"(?:№|#|n|no\.?|п/п|№ ?п/п|вопросы?|questions?|ответы?|answers?)", re.IGNORECASE)


def is_control_title(plain: str) -> bool:
    """Whether this heading, or a line that stands alone, begins the control sheet."""
    return _TITLE.fullmatch(plain.strip()) is not None


def read_questions(blocks: Iterable[Block]) -> tuple[list[tuple[str, int]], list[Block]]:
    """Return the sheet's questions as Markdown with their lines, and the blocks that are none.

    Where some are numbered, only those are questions; else each paragraph that asks something.
    """
    inside = [block for block in blocks if not _NOTHING.fullmatch(block.markdown)]
    numbered = any(block.kind in {"list", "table"} or _NUMBER.match(block.markdown) for block in inside)
    questions: list[tuple[str, int]] = []
    others: list[Block] = []
    for block in inside:
        asked = [*_questions_of(block, has_numbers=numbered)]
        questions += [(text, block.line) for text in asked]
        others += [] if asked else [block]
    return questions, others


def _questions_of(block: Block, *, has_numbers: bool) -> Iterator[str]:
    if block.kind == "list":
        yield from (text for item in block.items if (text := _without_lines(item)))
    elif block.kind == "table":
        yield from _questions_of_table(block.items)
    elif number := _NUMBER.match(block.markdown):
        yield _without_lines(block.markdown[number.end() :])
    elif block.kind == "heading" or (not has_numbers and block.plain.rstrip("_ .…").endswith(("?", ":"))):
        yield _without_lines(block.markdown)


def _questions_of_table(rows: Iterable[str]) -> Iterator[str]:
    """Take of each row the cell that says the most; heads of columns ask nothing."""
    for row in rows:
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", row.strip().strip("|"))]
        longest = max((cell for cell in cells), key=len, default="")
        if (
            longest
            and not _NOTHING.fullmatch(longest)
            and not all(_HEAD.fullmatch(cell.strip("* ")) for cell in cells if cell)
        ):
            yield _NUMBER.sub("", longest)


def _without_lines(text: str) -> str:
    """Drop the ruled lines that a sheet has for its answers."""
    kept = [
        line
        for line in text.replace("<br>\n", "\n").split("\n")
        if not re.fullmatch(r"[\s_.…\\]*[_…]{3,}[\s_.…\\]*", line)
    ]
    return re.sub(r"\s*(?:\\?_){4,}\s*$", "", "\n".join(kept).strip())
