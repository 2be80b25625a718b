"""The bytes of a file that somebody gives us, and their text; nothing is read that would fill the memory."""

import codecs
from pathlib import Path

from gramota.course.files.folder import shown_path
from gramota.errors import ContentError, Problem, Where, reason_of

MAX_BYTES = 100_000_000
MAX_TEXT_BYTES = 20_000_000
"""Of a Word or PDF file, and of one that is text throughout."""

_MARKED = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


def read_bytes(path: Path, limit: int = MAX_BYTES) -> bytes:
    """Return what the file holds; raise ContentError where it cannot be read or is larger than `limit` bytes."""
    where = Where(shown_path(path))
    try:
        with path.open("rb") as stream:
            data = stream.read(limit + 1)
    except (OSError, ValueError) as error:
        raise ContentError([Problem.at(where, "G001", reason=reason_of(error))]) from None
    if len(data) > limit:
        raise ContentError([Problem.at(where, "G411", limit=limit // 1_000_000)])
    return data


def decode_text(data: bytes, path: str) -> tuple[str, list[Problem]]:
    """Return the text and, where its encoding had to be guessed, that it was; raise ContentError where none fits.

    UTF-8 and marked UTF-16 are known; Windows-1251 is told by its Cyrillic letters.
    """
    encoding = next((name for mark, name in _MARKED.items() if data.startswith(mark)), "utf-8")
    try:
        return _usable(data.decode(encoding), path), []
    except UnicodeDecodeError as error:
        if encoding == "utf-8" and is_likely_cp1251(data):
            return _usable(data.decode("cp1251", "replace"), path), [Problem.at(Where(path), "G412.windows")]
        before = data[: error.start].decode(encoding, "replace")
        raise ContentError([Problem.at(place_after(before, path), "G412")]) from None


def is_likely_cp1251(data: bytes) -> bool:
    """Whether most bytes beyond ASCII are where Windows, and no other Cyrillic code page, has its small letters."""
    beyond = data.translate(None, bytes(range(0x80)))
    small = beyond.translate(None, bytes(range(0xE0)))
    return len(small) * 2 > len(beyond)


def place_after(before: str, path: str) -> Where:
    """Return the place of what follows this text at the beginning of the file."""
    lines = f"{before}.".split("\n")
    return Where(path, len(lines), len(lines[-1]))


def _usable(text: str, path: str) -> str:
    if "\0" in text:
        raise ContentError([Problem.at(place_after(text[: text.index("\0")], path), "G412.binary")])
    return text.replace("\r\n", "\n").replace("\r", "\n")
