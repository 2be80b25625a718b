"""What a file of text is written in, told by its beginning, before anything of it is taken for a bad row."""

import codecs
from collections.abc import Sequence

from gramota.errors import Problem, Where
from gramota.grading.files.text_decoding import is_likely_cp1251

BEGINNING = 1 << 16
"""Bytes that are looked at."""

_MARKS_OF_OTHERS = {
    b"PK\x03\x04": "G335.workbook",
    b"\xd0\xcf\x11\xe0": "G335.workbook",
    b"PAR1": "G335.parquet",
    b"\x1f\x8b": "G335.twice",
    b"BZh": "G335.packed",
    b"\xfd7zXZ\x00": "G335.packed",
    b"\x28\xb5\x2f\xfd": "G335.packed",
    b"7z\xbc\xaf": "G335.packed",
    b"Rar!": "G335.packed",
    b"%PDF-": "G335",
}
_TAR_MARK = slice(257, 262), b"ustar"
# The mark of UTF-16 begins that of UTF-32, so the longer ones stand first.
_MARKS_OF_WIDE = {
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_UNMARKED = 64
"""Bytes by which wide characters without a mark are told: in a header or the first names of an object."""
_FEWEST_ZEROS = 6


def wide_encoding(beginning: bytes) -> str | None:
    """Return the encoding of a file whose characters have two or four bytes each; None of any other.

    Without a mark it is told by the places of zeros, of which UTF-8 has none and UTF-16 has one in each Latin letter.
    """
    marked = next((name for mark, name in _MARKS_OF_WIDE.items() if beginning.startswith(mark)), None)
    return marked or _unmarked(beginning[:_UNMARKED])


def _unmarked(beginning: bytes) -> str | None:
    zeros = [beginning[place::4].count(0) for place in range(4)]
    fours = len(beginning) // 4
    if sum(zeros) < _FEWEST_ZEROS:
        return None
    match [count > 0 for count in zeros]:
        case [False, _, True, True] if zeros[2:] == [fours, fours]:
            return "utf-32-le"
        case [True, True, _, False] if zeros[:2] == [fours, fours]:
            return "utf-32-be"
        case [False, _, False, _]:
            return "utf-16-le"
        case [_, False, _, False]:
            return "utf-16-be"
    return None


def find_other_kind(beginning: bytes, where: Where, *, has_header: bool) -> Problem | None:
    """Return why this is no text that can be read: another kind of file, or another encoding throughout.

    One line that is not UTF-8 is no reason, for a bad row costs only itself; a header is.
    """
    for mark, code in _MARKS_OF_OTHERS.items():
        if beginning.startswith(mark):
            return Problem.at(where, code)
    place, mark = _TAR_MARK
    if beginning[place] == mark:
        return Problem.at(where, "G335.archive")
    if wide_encoding(beginning) or not _is_foreign(beginning, has_header=has_header):
        return None
    return Problem.at(where, "G329.windows" if is_likely_cp1251(beginning) else "G329.file")


def _is_foreign(beginning: bytes, *, has_header: bool) -> bool:
    """Whether no line that has other letters than ASCII is UTF-8, or not even the header is."""
    lines = beginning.split(b"\n")
    if len(beginning) >= BEGINNING and len(lines) > 1:
        del lines[-1]  # it may be cut off in the midst of a letter
    bad = [not _is_utf_8(line) for line in lines if not line.isascii()]
    return (has_header and _is_bad_header(lines)) or (len(bad) > 1 and all(bad))


def _is_bad_header(lines: Sequence[bytes]) -> bool:
    return not _is_utf_8(next(filter(bytes.strip, lines), b""))


def _is_utf_8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True
