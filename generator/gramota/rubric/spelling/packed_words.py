"""Lists of words in little room: endings that many words share are written once."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from os.path import commonprefix

END = ":"
"""Before the number of the row that a word goes on with; no word has this sign, nor a space."""


class Packer:
    """Packs lists of words into rows; what words end with stands in `endings`, each row after those it refers to."""

    def __init__(self) -> None:
        self._rows: dict[str, int] = {}

    @property
    def endings(self) -> list[str]:
        """The rows that the packed lists refer to."""
        return [*self._rows]

    def pack(self, words: Iterable[str]) -> str:
        """Return sorted words as "beginning:row beginning:row word …"; a row may begin with a word of no letters."""
        return " ".join(self._item(list(alike)) for _, alike in groupby(words, key=lambda word: word[:1]))

    def _item(self, words: list[str]) -> str:
        beginning = commonprefix(words)  # noqa: RUF071 - of words, not of paths
        if len(words) == 1:
            return beginning
        row = self.pack(word[len(beginning) :] for word in words)
        return f"{beginning}{END}{self._rows.setdefault(row, len(self._rows))}"


class Unpacker:
    """Reads what a Packer wrote."""

    def __init__(self, endings: Sequence[str]) -> None:
        self._rows: list[tuple[str, ...]] = []
        for row in endings:
            self._rows.append(self.unpack(row))

    def unpack(self, packed: str) -> tuple[str, ...]:
        """Return the words of one list, sorted."""
        if not packed:
            return ()
        items = (item.partition(END) for item in packed.split(" "))
        return tuple(word for begin, _, row in items for word in self._going_on(begin, row))

    def _going_on(self, beginning: str, row: str) -> list[str]:
        return [beginning + ending for ending in self._rows[int(row)]] if row else [beginning]
