"""Where a row of a table ends that is too long to be parsed: told by its quotes, a piece at a time."""

from collections.abc import Callable
from typing import Literal

_QUOTE = b'"'

State = Literal["cell begins", "cell", "quoted", "quote in quoted", "malformed"]
Step = Callable[[bytes, int], int]


class Quotes:
    """The quotes of a row, as csv.reader understands them where it is strict.

    A quote opens at the beginning of a cell only. In what is quoted a quote stands twice; behind a single one the cell
    ends.
    """

    def __init__(self, delimiter: str, *, is_open: bool) -> None:
        self._delimiter = delimiter.encode()
        self._opening = self._delimiter + _QUOTE
        self._behind: dict[bytes, State] = {
            _QUOTE: "quoted",
            self._delimiter: "cell begins",
            b"\r": "cell",
            b"\n": "cell",
        }
        self._state: State = "quoted" if is_open else "cell begins"

    @property
    def is_open(self) -> bool:
        """Whether the row goes on in the next line."""
        return self._state == "quoted"

    @property
    def is_malformed(self) -> bool:
        """Whether something else than a cell's end stands behind a closing quote."""
        return self._state == "malformed"

    def read(self, piece: bytes) -> None:
        """Go on with the next piece of the row."""
        steps: dict[State, Step] = {
            "cell begins": self._begin_cell,
            "cell": self._find_opening,
            "quoted": self._find_quote,
            "quote in quoted": self._look_behind_quote,
        }
        at = 0
        while at < len(piece) and not self.is_malformed:
            at = steps[self._state](piece, at)

    def _begin_cell(self, piece: bytes, at: int) -> int:
        is_quoted = piece.startswith(_QUOTE, at)
        self._state = "quoted" if is_quoted else "cell"
        return at + is_quoted

    def _find_opening(self, piece: bytes, at: int) -> int:
        found = piece.find(self._opening, at)
        if found < 0:
            self._state = "cell begins" if piece.endswith(self._delimiter) else "cell"
            return len(piece)
        self._state = "quoted"
        return found + len(self._opening)

    def _find_quote(self, piece: bytes, at: int) -> int:
        found = piece.find(_QUOTE, at)
        if found < 0:
            return len(piece)
        self._state = "quote in quoted"
        return found + 1

    def _look_behind_quote(self, piece: bytes, at: int) -> int:
        self._state = self._behind.get(piece[at : at + 1], "malformed")
        return at + 1
