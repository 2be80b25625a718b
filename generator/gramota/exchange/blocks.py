"""A document as a row of blocks, whatever format it comes from: titles, headings, and text with what it looks like."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["title", "heading", "text", "list", "table"]


@dataclass(frozen=True)
class Block:
    """One block: `markdown` is what a letter shows, `plain` the same in one line without marks.

    `level` is a heading's, 1 the highest. `items` are the entries of a list or the rows of a table, as Markdown.
    `is_bold` is whether all of a short paragraph stands out, as headings do in documents without styles.
    """

    kind: Kind
    markdown: str
    plain: str
    line: int = 0
    level: int = 0
    items: tuple[str, ...] = ()
    is_bold: bool = False
