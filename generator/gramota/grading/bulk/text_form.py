"""Results as a report to read, one answer after another, as wide as the terminal or the page that it is for."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import BinaryIO, Literal

from rich.console import Console

from gramota.course import Quiz
from gramota.grading.bulk.spool import Spool
from gramota.grading.grade import Grade
from gramota.grading.report_text import report_row, summarise_rows
from gramota.grading.tables.rows import BulkRow
from gramota.wording import Wording

Colours = Literal["auto", "standard", "256", "truecolor", "windows"]


@dataclass(frozen=True)
class Page:
    """What the report says of the questions, its width, and the colours that its terminal has; None on paper."""

    quiz: Quiz
    width: int
    colours: Colours | None = None


class Report:
    """The answers with the words that decided, and a line that counts them at the end."""

    def __init__(self, page: Page, t: Wording) -> None:
        self._page = page
        self._t = t

    def pack(self, rows: Sequence[tuple[BulkRow, Grade]], names: Sequence[str]) -> bytes:  # noqa: ARG002 - it shows none
        """Return what there is to read about the rows."""
        console = self._console()
        for row, grade in rows:
            console.print(*report_row(row, self._page.quiz, grade, self._t), sep="\n")
        return _printed(console)

    def write(self, spool: Spool, stream: BinaryIO) -> None:
        """Write all chunks and the line at the end."""
        counts: Counter[str] = Counter()
        for frame in spool.frames():
            counts.update(frame.counts)
            stream.write(frame.read("results"))
        stream.write(self.end(counts))

    def end(self, counts: Mapping[str, int]) -> bytes:
        """Return the line that counts the answers."""
        console = self._console()
        console.print(summarise_rows(Counter(counts), self._t), style="bold")
        return _printed(console)

    def _console(self) -> Console:
        colours = self._page.colours
        return Console(
            file=StringIO(),
            width=self._page.width,
            force_terminal=colours is not None,
            color_system=colours,
            legacy_windows=False,
            highlight=False,
            markup=False,
            emoji=False,
        )


def _printed(console: Console) -> bytes:
    assert isinstance(console.file, StringIO)  # noqa: S101 - made above
    return console.file.getvalue().encode()
