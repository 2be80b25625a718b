"""A file of text as bytes in UTF-8: unpacked where it was packed by gzip, and decoded where it is UTF-16 or UTF-32."""

import codecs
import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BufferedReader, IncrementalNewlineDecoder, RawIOBase
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

from gramota.errors import Problem, Where, reason_of
from gramota.grading.tables.text_encoding import BEGINNING, wide_encoding

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

BROKEN = (OSError, EOFError, zlib.error)
"""What is raised where a file cannot be opened, or not be read to its end."""

_GZIP = b"\x1f\x8b"
_BAD_BYTE = "\udcff"
"""What becomes a byte that is not UTF-8, for the row to be told."""
_AS_BAD_BYTE = "gramota.as_bad_byte"


def _as_bad_byte(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return _BAD_BYTE, error.end


codecs.register_error(_AS_BAD_BYTE, _as_bad_byte)


@dataclass(frozen=True)
class Text:
    """A file that is open, and what stands at its beginning; nothing of it is read yet."""

    raw: RawIOBase
    stream: IO[bytes]
    beginning: bytes

    def in_utf_8(self) -> IO[bytes]:
        """Return what the file holds in UTF-8, each line ended by a newline."""
        encoding = wide_encoding(self.beginning)
        is_old = _has_old_lines(self.beginning.decode(encoding or "latin-1", "ignore"))
        if not encoding and not is_old:
            return self.stream
        decoder = codecs.getincrementaldecoder(encoding or "utf-8")(_AS_BAD_BYTE if encoding else "surrogateescape")
        return _Converted(
            self.stream, IncrementalNewlineDecoder(decoder, translate=True) if is_old else decoder
        ).buffered()

    def position(self) -> int:
        """Return how many bytes of the file are read; 0 of what has no beginning to go back to."""
        return self.raw.tell() if self.raw.seekable() else 0


@contextmanager
def open_text(path: Path) -> Iterator[Text]:
    """Hold the file open; raises what BROKEN names."""
    with path.open("rb", 0) as raw, BufferedReader(raw, BEGINNING) as stream:
        beginning = stream.peek(BEGINNING)
        if not beginning.startswith(_GZIP):
            yield Text(raw, stream, beginning)
            return
        # It has a buffer of its own; in another one what stands before a break would be lost.
        with gzip.GzipFile(fileobj=stream) as packed:
            yield Text(raw, cast("IO[bytes]", packed), packed.peek(BEGINNING))


def _has_old_lines(beginning: str) -> bool:
    """Whether its lines end as those of an old Macintosh do, which is how Excel still writes one kind of text."""
    return "\r" in beginning and "\n" not in beginning


def tell_broken(error: Exception, where: Where) -> Problem:
    """Return why the file could not be read on from here: the system's reason, or that what is packed is damaged."""
    if isinstance(error, OSError) and error.errno is not None:
        return Problem.at(where, "G001", reason=reason_of(error))
    return Problem.at(where, "G336.packed")


class _Converted(RawIOBase):
    """What a decoder makes of a stream, in UTF-8."""

    def __init__(self, stream: IO[bytes], decoder: codecs.IncrementalDecoder | IncrementalNewlineDecoder) -> None:
        self._stream = stream
        self._decoder = decoder
        self._ready = b""

    def buffered(self) -> IO[bytes]:
        return BufferedReader(self, BEGINNING)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        while not self._ready:
            data = self._stream.read(BEGINNING)
            self._ready = self._decoder.decode(data, final=not data).encode("utf-8", "surrogateescape")
            if not data:
                break
        room = memoryview(buffer).cast("B")
        size = min(len(room), len(self._ready))
        room[:size], self._ready = self._ready[:size], self._ready[size:]
        return size
