"""The dictionary's words in the graph that pymorphy3 keeps them in, read for walks that it does not offer."""

from array import array
from collections.abc import Iterable
from pathlib import Path
from struct import Struct

_SIZE = Struct("=I")
_LABEL = 0x8000_00FF
_IS_FAR = 1 << 9
_FIRST_LEAD = 0xC2

END_OF_WORD = b"\x01"
"""What follows a whole word."""

Start = tuple[str, int]
"""Letters read so far, and the node that they led to."""


class WordGraph:
    """A words.dawg of pymorphy3: dawgdic's double array and guide. A node is a number; 0 is the root, and no node."""

    ROOT = 0

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            (size,) = _SIZE.unpack(file.read(_SIZE.size))
            self._units = array("I", file.read(size * 4))
            file.seek(_SIZE.size, 1)
            self._guide = file.read(size * 2)

    def follow(self, starts: Iterable[Start], text: bytes) -> list[Start]:
        """Where a text leads from each start; those from which it leads nowhere are left out."""
        units = self._units
        reached = []
        for begun, start in starts:
            node = start
            for byte in text:
                unit = units[node]
                node ^= (unit >> 10 << ((unit & _IS_FAR) >> 6)) ^ byte
                if units[node] & _LABEL != byte:
                    break
            else:
                reached.append((begun, node))
        return reached

    def letters(self, node: int) -> list[Start]:
        """Each letter of two bytes that may follow a node, and where it leads."""
        return [
            (bytes((lead, last)).decode(), below)
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
