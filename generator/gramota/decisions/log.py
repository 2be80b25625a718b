"""The log on disk, `decisions.jsonl`: only ever appended to, and on disk before anyone is told so."""

import datetime as dt
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from gramota.decisions.chain import Chain, read_chain
from gramota.decisions.durable import append_durably, replace_durably, sync, sync_folder
from gramota.decisions.line import Act, Line, Opened, hash_of, moment_text, write_line
from gramota.decisions.lock import hold
from gramota.decisions.standing import Decisions
from gramota.errors import Problem, Where

LOG = "decisions.jsonl"

Clock = Callable[[], dt.datetime]
"""Tells the moment, with its offset from UTC."""


def read_decisions(folder: Path) -> tuple[Decisions, list[Problem]]:
    """Return what stands by the folder's log, nothing where there is none, and what is to be told of it.

    Raises ContentError where the chain of its lines is broken, and OSError.
    """
    chain = load_chain(folder / LOG)
    return Decisions(chain.lines, chain.head if chain.lines else ""), tell_torn(chain, folder)


def tell_torn(chain: Chain, folder: Path) -> list[Problem]:
    """Return what is to be told of the last line of the folder's log."""
    return [Problem.at(Where(str(folder / LOG), len(chain.lines) + 1), "G383")] if chain.torn else []


def load_chain(path: Path) -> Chain:
    """Read the log, or an empty one where there is none; raise ContentError and OSError as read_decisions does."""
    return read_chain(path.read_bytes() if path.exists() else b"", str(path))


class LogMovedError(OSError):
    """The file that is open is not the one that lies in the folder any more, or somebody else has written to it."""


class DecisionsLog:
    """The log of a folder, open for writing; `mended` says what became of a torn last line."""

    def __init__(self, path: Path, chain: Chain, clock: Clock) -> None:
        self.path = path
        self.lines = [*chain.lines]
        self.mended = _mend(path, chain)
        self._head = chain.head
        self._clock = clock
        self._file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
        self._size = os.fstat(self._file).st_size
        sync_folder(path.parent)

    @classmethod
    @contextmanager
    def open(cls, folder: Path, clock: Clock) -> Iterator["DecisionsLog"]:
        """Open the folder's log while no other can; mend its last line where that is torn.

        Raises ContentError where another has it open or its chain is broken, and OSError.
        """
        with hold(folder):
            log = cls(folder / LOG, load_chain(folder / LOG), clock)
            try:
                yield log
            finally:
                log.close()

    def record(self, who: str, did: Act) -> Line:
        """Append what a trainer did, and return its line once it is on disk; raise OSError where it is not.

        It is a LogMovedError where nobody would find the line again.
        """
        self._refuse_moved()
        if not self.lines:
            self._append(who, Opened())
        return self._append(who, did)

    def close(self) -> None:
        """Let go of the file."""
        os.close(self._file)

    def _append(self, who: str, did: Act | Opened) -> Line:
        line = Line(n=len(self.lines) + 1, prev=self._head, when=moment_text(self._clock()), who=who, did=did)
        text = write_line(line)
        append_durably(self._file, text)
        self._size += len(text)
        self.lines.append(line)
        self._head = hash_of(text)
        return line

    def _refuse_moved(self) -> None:
        opened = os.fstat(self._file)
        try:
            is_there = os.path.samestat(opened, self.path.stat())
        except FileNotFoundError:
            is_there = False
        if not is_there or opened.st_size != self._size:
            raise LogMovedError


def _mend(path: Path, chain: Chain) -> tuple[Problem, ...]:
    """Move a torn last line to a file of its own, from which nothing is read, and tell which."""
    if not chain.torn:
        return ()
    aside = next(file for number in count(1) if not (file := path.with_name(f"{path.name}.torn-{number}")).exists())
    replace_durably(aside, chain.torn)
    with path.open("r+b") as stream:
        stream.truncate(path.stat().st_size - len(chain.torn))
        sync(stream.fileno())
    return (Problem.at(Where(str(path), len(chain.lines) + 1), "G383.mended", file=aside.name),)
