"""Where results go and in which form: the terminal, a pipe, or a file that is whole or not there."""

import errno
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO, TypeVar

from rich.console import Console
from rich.progress import track

from gramota.grading.bulk.forms import TableForm
from gramota.grading.files.atomic_file import write_atomically
from gramota.grading.grade import Attempt
from gramota.grading.gradebook.columns import Column
from gramota.grading.gradebook.gradebook import write_gradebook
from gramota.grading.report_text import report_attempt, summarise_attempts
from gramota.grading.results import attempt_lines
from gramota.wording import wording

Item = TypeVar("Item")

WIDTH_OF_FILES = 100


@dataclass(frozen=True)
class Output:
    """A form (text, jsonl or csv), a file or None for stdout, and the language of reports."""

    form: TableForm
    path: Path | None
    lang: str

    def write_attempts(self, attempts: Sequence[Attempt], columns: Sequence[Column]) -> None:
        """Write graded attempts, as a table with these columns or the usual; raise OSError where it cannot be done."""
        t = wording("grading", self.lang)
        with self._open() as stream:
            if self.form == "jsonl":
                stream.writelines(line for attempt in attempts for line in attempt_lines(attempt))
            elif self.form == "csv":
                stream.writelines(write_gradebook(attempts, t, columns))
            else:
                console = console_on(stream)
                for attempt in attempts:
                    console.print(*report_attempt(attempt, t), sep="\n")
                console.print(summarise_attempts(attempts, t), style="bold")

    @contextmanager
    def _open(self) -> Iterator[TextIO]:
        if self.path:
            with write_atomically(self.path) as stream:
                yield stream
        else:
            yield open_stdout()


def open_stdout() -> TextIO:
    """Return stdout; raise OSError where it was closed before the program began."""
    if sys.stdout is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    return sys.stdout


def watch(items: Iterable[Item], out: Output) -> Iterable[Item]:
    """Show on a terminal how far the work is, unless the results appear there at the same time."""
    label = wording("cli", out.lang)("grading")
    return items if out.path is None and is_terminal(sys.stdout) else show_progress(items, label)


def show_progress(items: Iterable[Item], label: str) -> Iterable[Item]:
    """Show on a terminal how far the work is."""
    console = Console(stderr=True)
    return track(items, label, console=console, transient=True, disable=not is_terminal(sys.stderr))


def is_terminal(stream: TextIO | None) -> bool:
    """Whether the stream is a terminal; one that was closed before the program began is none."""
    return stream is not None and stream.isatty()


def console_on(stream: TextIO) -> Console:
    """Make a console that prints only what it is given: as wide as the terminal, and without colours in a pipe."""
    width = None if stream.isatty() else WIDTH_OF_FILES
    return Console(file=stream, width=width, highlight=False, markup=False, emoji=False)
