"""What a file of text is written in, told by its beginning, before anything of it is taken for a bad row."""

import codecs
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BufferedReader, IncrementalNewlineDecoder, RawIOBase
from pathlib import Path
from typing import IO, TYPE_CHECKING

from gramota.errors import Problem, Where
from gramota.grading.text_decoding import is_likely_cp1251

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

BEGINNING = 1 << 16
"""Bytes that are looked at."""

_MARKS_OF_OTHERS = {
    b"PK\x03\x04": "G335.workbook",
    b"\xd0\xcf\x11\xe0": "G335.workbook",
    b"PAR1": "G335.parquet",
}
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def find_other_kind(beginning: bytes, where: Where, *, has_header: bool) -> Problem | None:
    """Return why this is no text that can be read: another kind of file, or another encoding throughout.

    One line that is not UTF-8 is no reason, for a bad row costs only itself; a header is.
    """
    for mark, code in _MARKS_OF_OTHERS.items():
        if beginning.startswith(mark):
            return Problem.at(where, code)
    if beginning.startswith(_UTF_16) or not _is_foreign(beginning, has_header=has_header):
        return None
    return Problem.at(where, "G329.windows" if is_likely_cp1251(beginning) else "G329.file")


def _is_foreign(beginning: bytes, *, has_header: bool) -> bool:
    """Whether this is UTF-16 without its mark, or no line that has other letters than ASCII is UTF-8."""
    if beginning[:2].count(0) == 1:
        return True
    lines = beginning.split(b"\n")
    if len(beginning) >= BEGINNING and len(lines) > 1:
        del lines[-1]  # it may be cut off in the midst of a letter
    bad = [not _is_utf_8(line) for line in lines if not line.isascii()]
    return (has_header and not _is_utf_8(lines[0])) or (len(bad) > 1 and all(bad))


def _is_utf_8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


@dataclass(frozen=True)
class Text:
    """A file that is open, and what stands at its beginning; nothing of it is read yet."""

    stream: IO[bytes]
    beginning: bytes

    def in_utf_8(self) -> IO[bytes]:
        """Return what the file holds in UTF-8, each line ended by a newline."""
        if self.beginning.startswith(_UTF_16):
            # Half a character, as one that is cut off, becomes bytes that are not UTF-8, for its row to be told.
            return _Converted(self.stream, codecs.getincrementaldecoder("utf-16")("surrogatepass")).buffered()
        if b"\r" in self.beginning and b"\n" not in self.beginning:
            decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
            translating = IncrementalNewlineDecoder(decoder, translate=True)
            return _Converted(self.stream, translating, "surrogateescape").buffered()
        return self.stream

    def position(self) -> int:
        """Return how many bytes are read; 0 of what has no beginning to go back to."""
        return self.stream.tell() if self.stream.seekable() else 0


@contextmanager
def open_text(path: Path) -> Iterator[Text]:
    """Hold the file open; raise OSError."""
    with path.open("rb", 0) as raw, BufferedReader(raw, BEGINNING) as stream:
        yield Text(stream, stream.peek(BEGINNING))


class _Converted(RawIOBase):
    """What a decoder makes of a stream, in UTF-8."""

    def __init__(
        self,
        stream: IO[bytes],
        decoder: codecs.IncrementalDecoder | IncrementalNewlineDecoder,
        errors: str = "surrogatepass",
    ) -> None:
        self._stream = stream
        self._decoder = decoder
        self._errors = errors
        self._ready = b""

    def buffered(self) -> IO[bytes]:
        return BufferedReader(self, BEGINNING)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        while not self._ready:
            data = self._stream.read(BEGINNING)
            self._ready = self._convert(data)
            if not data:
                break
        room = memoryview(buffer).cast("B")
        size = min(len(room), len(self._ready))
        room[:size], self._ready = self._ready[:size], self._ready[size:]
        return size

    def _convert(self, data: bytes) -> bytes:
        try:
            return self._decoder.decode(data, final=not data).encode("utf-8", self._errors)
        except UnicodeDecodeError:
            self._decoder.reset()
            return b"\xff"
