"""Graded chunks on disk, one after another: what is whole stays whole, however the work is interrupted.

A frame is a line of JSON (the sizes of the parts, their checksum, what is to be known without reading them), then the
parts. The first says what work this is. A frame that is torn, and all after it, is dropped when the spool is opened.
"""

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO
from zlib import crc32

from gramota.grading.bulk.graded import Graded

PARTS = ("results", "prints", "places", "aside")
_LONGEST_HEAD = 10_000_000


@dataclass(frozen=True)
class Frame:
    """One graded chunk on disk; its parts are read when they are asked for."""

    stream: BinaryIO
    number: int
    behind: int
    counts: Mapping[str, int]
    names: tuple[str, ...]
    places: Mapping[str, tuple[int, int]]
    """Where each part begins, and its size."""

    def read(self, part: str) -> bytes:
        """Return the bytes of a part."""
        begin, size = self.places[part]
        self.stream.seek(begin)
        return self.stream.read(size)


class Spool:
    """The file, written at its end only, and read as often as need be."""

    def __init__(self, stream: BinaryIO, begin: int, chunks: int) -> None:
        self._stream = stream
        self._begin = begin
        self.chunks = chunks
        """How many chunks are whole; the next one has this number."""

    def append(self, graded: Graded) -> None:
        """Add a chunk at the end; raise OSError."""
        parts = [graded.results, graded.prints, graded.places, graded.aside]
        about = {
            "chunk": graded.number,
            "behind": graded.behind,
            "counts": graded.counts,
            "names": graded.names,
            "sizes": [*map(len, parts)],
        }
        self._stream.seek(0, os.SEEK_END)
        self._stream.writelines([_line({**about, "crc": _checksum(about, parts)}), *parts])
        self._stream.flush()
        self.chunks += 1

    def frames(self) -> Iterator[Frame]:
        """Yield all chunks in their order."""
        at = self._begin
        for _ in range(self.chunks):
            frame, at = _read_frame(self._stream, at)
            yield frame


def begin_spool(stream: BinaryIO, plan: Mapping[str, object]) -> Spool:
    """Make a spool of an empty file; raise OSError."""
    stream.write(_line(plan))
    stream.flush()
    return Spool(stream, stream.tell(), 0)


def open_spool(stream: BinaryIO) -> tuple[dict[str, object], Spool] | None:
    """Return the plan and what is whole of a spool, and drop the rest; None where not even the plan is."""
    stream.seek(0)
    plan = _parse(stream.readline(_LONGEST_HEAD))
    if plan is None:
        return None
    begin = at = stream.tell()
    chunks = 0
    while whole := _find_whole(stream, at, chunks):
        at, chunks = whole, chunks + 1
    stream.truncate(at)
    return plan, Spool(stream, begin, chunks)


def _find_whole(stream: BinaryIO, at: int, number: int) -> int | None:
    """Return where the frame that begins here ends; None where it is torn."""
    stream.seek(at)
    about = _parse(stream.readline(_LONGEST_HEAD))
    if about is None or about.get("chunk") != number or not isinstance(sizes := about.get("sizes"), list):
        return None
    checksum = about.pop("crc", None)
    parts = [stream.read(size) if isinstance(size, int) else b"" for size in sizes]
    is_whole = [*map(len, parts)] == sizes and _checksum(about, parts) == checksum
    return stream.tell() if is_whole else None


def _read_frame(stream: BinaryIO, at: int) -> tuple[Frame, int]:
    stream.seek(at)
    about = json.loads(stream.readline(_LONGEST_HEAD))
    end = stream.tell()
    places = {}
    for part, size in zip(PARTS, about["sizes"], strict=True):
        places[part] = (end, size)
        end += size
    names = tuple(about["names"])
    return Frame(stream, about["chunk"], about["behind"], about["counts"], names, places), end


def _parse(line: bytes) -> dict[str, object] | None:
    try:
        found = json.load(BytesIO(line)) if line.endswith(b"\n") else None
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def _line(content: Mapping[str, object]) -> bytes:
    return json.dumps(content, ensure_ascii=False).encode() + b"\n"


def _checksum(about: Mapping[str, object], parts: list[bytes]) -> int:
    found = crc32(_line(about))
    for part in parts:
        found = crc32(part, found)
    return found
