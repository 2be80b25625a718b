"""The dictionary's words in the graph that pymorphy3 keeps them in, read for walks that it does not offer."""

from functools import cache
from mmap import ACCESS_READ, mmap
from pathlib import Path
from struct import Struct

_SIZE = Struct("=I")
_LABEL = 0x8000_00FF
_IS_FAR = 1 << 9
_FIRST_LEAD = 0xC2

_END_OF_WORD = 1
"""The byte that follows a whole word."""


@cache
def _letter(lead: int, last: int) -> str:
    return bytes((lead, last)).decode()


class WordGraph:
    """A words.dawg of pymorphy3: dawgdic's double array and guide. A node is a number; 0 is the root, and no node."""

    ROOT = 0

    def __init__(self, path: Path) -> None:
        # Of the file only those parts take memory that are walked through.
        with path.open("rb") as file, memoryview(mmap(file.fileno(), 0, access=ACCESS_READ)) as whole:
            (size,) = _SIZE.unpack_from(whole)
            end = _SIZE.size + size * 4
            self._units = whole[_SIZE.size : end].cast("I")
            self._guide = whole[end + _SIZE.size : end + _SIZE.size + size * 2]

    def is_end(self, node: int) -> bool:
        """Whether a word may end at a node."""
        unit = self._units[node]
        below = node ^ (unit >> 10 << ((unit & _IS_FAR) >> 6)) ^ _END_OF_WORD
        return self._units[below] & _LABEL == _END_OF_WORD

    def letters(self, node: int) -> list[tuple[str, int]]:
        """Each letter of two bytes that may follow a node, and where it leads."""
        return [
            (_letter(lead, last), below)
            for lead, middle in self._children(node)
            if lead >= _FIRST_LEAD
            for last, below in self._children(middle)
        ]

    def _children(self, node: int) -> list[tuple[int, int]]:
        unit = self._units[node]
        base = node ^ (unit >> 10 << ((unit & _IS_FAR) >> 6))
        children = []
        byte = self._guide[2 * node]
        while byte:
            children.append((byte, base ^ byte))
            byte = self._guide[2 * (base ^ byte) + 1]
        return children
