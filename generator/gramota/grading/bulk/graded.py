"""What comes of a chunk: its results in the form that is asked for, and what else is to be known of its rows."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b

from gramota.grading.tables.row_ids import same_id

PRINT_BYTES = 8


@dataclass(frozen=True)
class Graded:
    """The results of one chunk, as bytes that can be kept on disk.

    `behind` is how many bytes of all files are read with it; `counts` how many rows there are of each state, and to be
    reviewed; `names` the other columns of the input; `prints` says for each graded row by a number whom and what it
    answers, `places` where each stands; `aside` what could not be graded.
    """

    number: int
    behind: int
    counts: dict[str, int]
    names: tuple[str, ...]
    results: bytes
    prints: bytes
    places: bytes
    aside: bytes

    def without_results(self) -> "Graded":
        """Return the same where the results have gone their way already."""
        return replace(self, results=b"")


@dataclass(frozen=True)
class Places:
    """Where each graded row of a chunk stands, and whose answer to what it is."""

    path: str
    lines: Sequence[int]
    ids: Sequence[str | int]
    questions: Sequence[str]

    def to_json(self) -> bytes:
        """Return JSON for read_places."""
        return json.dumps([self.path, [*self.lines], self.ids, self.questions], ensure_ascii=False).encode()

    def prints(self) -> bytes:
        """Return a number for each row; rows with the same id and question have the same."""
        keys = zip(self.ids, self.questions, strict=True)
        return b"".join(
            [
                blake2b(f"{same_id(row_id)}\0{asked}".encode(), digest_size=PRINT_BYTES).digest()
                for row_id, asked in keys
            ]
        )


def read_places(content: bytes) -> Places:
    """Return what to_json wrote."""
    return Places(*json.loads(content))


def count_states(states: Iterable[str]) -> dict[str, int]:
    """Return how many there are of each, by name."""
    return dict(sorted(Counter(states).items()))
