"""Headings of documents that mark none as such: lines in bold, or lines that are numbered and stand alone."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from gramota.exchange.blocks import Block
from gramota.exchange.control_sheet import is_control_title

_NUMBERED = re.compile(r"(\d{1,2})[.)]?\s+[^\W\d]")
_LONGEST = 150
_ENDS_OF_SENTENCES = (".", ";", ",", ":", "?", "!")


def guess_headings(blocks: Sequence[Block]) -> tuple[list[Block], str, int]:
    """Return the blocks, by what headings were guessed (empty where they were not), and how many.

    Where more than one heading is marked as such, nothing is guessed; a single one is the title.
    """
    known = [_as_control_heading(block) for block in blocks]
    real = [block for block in known if block.kind == "heading" and not is_control_title(block.plain)]
    if len(real) > 1:
        return known, "", 0
    level = max((block.level for block in real), default=0) + 1
    bold = [block for block in known if block.is_bold]
    chosen, how = (bold, "bold") if bold else (_numbered_lines(known), "numbers")
    marked = {id(block) for block in chosen}
    guessed = [replace(block, kind="heading", level=level) if id(block) in marked else block for block in known]
    return guessed, how if chosen else "", len(chosen)


def _as_control_heading(block: Block) -> Block:
    """A line that says no more than «Контрольный лист» is a heading, whatever it looks like."""
    is_one = block.kind == "text" and is_control_title(block.plain)
    return replace(block, kind="heading", level=1, is_bold=False) if is_one else block


def _numbered_lines(blocks: Sequence[Block]) -> list[Block]:
    """Return the lines 1., 2., 3. that stand alone with text below each; none where there is but one."""
    found: list[Block] = []
    for block, below in pairwise(blocks):
        if block.kind == "heading" and is_control_title(block.plain):
            break
        number = _NUMBERED.match(block.plain)
        is_next = number is not None and int(number[1]) == len(found) + 1
        if is_next and _stands_alone(block) and not _NUMBERED.match(below.plain):
            found.append(block)
    return found if len(found) > 1 else []


def _stands_alone(block: Block) -> bool:
    is_line = block.kind == "text" or (block.kind == "list" and len(block.items) == 1)
    return is_line and len(block.plain) <= _LONGEST and not block.plain.endswith(_ENDS_OF_SENTENCES)
