"""The dictionary's words in the graph that pymorphy3 keeps them in, read for walks that it does not offer."""

from array import array
from binascii import a2b_base64
from collections.abc import Iterator
from pathlib import Path
from struct import Struct

_SIZE = Struct("=I")
_RECORD = Struct(">HH")
_LABEL = 0x8000_00FF
_HAS_LEAF = 1 << 8
_IS_FAR = 1 << 9
_END_OF_WORD = b"\x01"

Record = tuple[int, int]
"""(paradigm, number of the form within it)."""


class WordGraph:
    """A words.dawg of pymorphy3: dawgdic's double array and guide. A node is a number; 0 is the root, and no node."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            (size,) = _SIZE.unpack(file.read(_SIZE.size))
            self._units = array("I", file.read(size * 4))
            file.seek(_SIZE.size, 1)
            self._guide = file.read(size * 2)

    def follow(self, node: int, text: bytes) -> int:
        """Where a text leads from a node; 0 for nowhere."""
        units = self._units
        for byte in text:
            unit = units[node]
            node ^= (unit >> 10 << ((unit & _IS_FAR) >> 6)) ^ byte
            if units[node] & _LABEL != byte:
                return 0
        return node

    def letters(self, node: int) -> dict[str, int]:
        """Each letter of two bytes that may follow a node, and where it leads."""
        return {
            bytes((lead, rest)).decode(): end
            for lead, middle in self._children(node)
            if lead >= 0xC2
            for rest, end in self._children(middle)
        }

    def records(self, node: int) -> list[Record]:
        """The records of the word that ends at a node; none where no word does."""
        payload = self.follow(node, _END_OF_WORD)
        return [_RECORD.unpack(a2b_base64(text)) for text in self._texts(payload)] if payload else []

    def _texts(self, node: int) -> Iterator[bytes]:
        if self._units[node] & _HAS_LEAF:
            yield b""
        for byte, child in self._children(node):
            yield from (bytes((byte,)) + text for text in self._texts(child))

    def _children(self, node: int) -> Iterator[tuple[int, int]]:
        byte = self._guide[2 * node]
        while byte:
            child = self.follow(node, bytes((byte,)))
            yield byte, child
            byte = self._guide[2 * child + 1]
