"""Makes a screenshot's PNG small: at most 256 colours, which is what a page of text needs.

The format is that of PNG, third edition (W3C, 2025).
"""

import struct
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence

SIGNATURE = b"\x89PNG\r\n\x1a\n"
MOST_COLOURS = 256
_RGB, _PALETTE = 2, 3

Colour = bytes


def shrink_png(data: bytes) -> bytes:
    """Return the picture with the 256 most frequent colours, each other one replaced by the nearest of these.

    Takes what Chromium writes: 8 bits a channel, no transparency, not interlaced.
    """
    width, height, colours = _pixels(data)
    palette, place = _palette(colours)
    rows = (b"\0" + bytes(place[colour] for colour in colours[at : at + width]) for at in range(0, len(colours), width))
    return SIGNATURE + b"".join((
        _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, _PALETTE, 0, 0, 0)),
        _chunk(b"PLTE", b"".join(palette)),
        _chunk(b"IDAT", zlib.compress(b"".join(rows), 9)),
        _chunk(b"IEND", b""),
    ))  # fmt: skip


def _pixels(data: bytes) -> tuple[int, int, list[Colour]]:
    chunks = list(_chunks(data))
    width, height, depth, kind, _, _, interlaced = struct.unpack(">IIBBBBB", chunks[0][1])
    if (depth, kind, interlaced) != (8, _RGB, 0):
        raise ValueError(f"no plain RGB picture: {depth} bits, kind {kind}, interlaced {interlaced}")
    packed = b"".join(content for name, content in chunks if name == b"IDAT")
    flat = b"".join(_rows(zlib.decompress(packed), width * 3))
    return width, height, [flat[at : at + 3] for at in range(0, len(flat), 3)]


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(SIGNATURE)
    while at < len(data):
        (size,) = struct.unpack(">I", data[at : at + 4])
        yield data[at + 4 : at + 8], data[at + 8 : at + 8 + size]
        at += size + 12


def _rows(data: bytes, size: int) -> Iterator[bytes]:
    """Undo the filter of each row."""
    above = bytearray(size)
    for at in range(0, len(data), size + 1):
        above = _unfiltered(data[at], bytearray(data[at + 1 : at + 1 + size]), above)
        yield bytes(above)


def _unfiltered(kind: int, row: bytearray, above: Sequence[int]) -> bytearray:
    for at in range(len(row)) if kind else ():
        left, corner = (row[at - 3], above[at - 3]) if at >= 3 else (0, 0)
        row[at] = (row[at] + _predicted(kind, left, above[at], corner)) & 255
    return row


def _predicted(kind: int, left: int, up: int, corner: int) -> int:
    if kind == 4:
        guess = left + up - corner
        return min((left, up, corner), key=lambda near: abs(guess - near))
    return (0, left, up, (left + up) // 2)[kind]


def _palette(colours: list[Colour]) -> tuple[list[Colour], dict[Colour, int]]:
    counted = Counter(colours)
    ranked = sorted(counted, key=lambda colour: (-counted[colour], colour))
    palette = ranked[:MOST_COLOURS]
    place = {colour: index for index, colour in enumerate(palette)}
    return palette, place | {colour: _nearest(colour, palette) for colour in ranked[MOST_COLOURS:]}


def _nearest(colour: Colour, palette: list[Colour]) -> int:
    def distance(index: int) -> int:
        return sum((one - other) ** 2 for one, other in zip(colour, palette[index], strict=True))

    return min(range(len(palette)), key=distance)


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
