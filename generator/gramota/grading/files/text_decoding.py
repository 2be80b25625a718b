"""Bytes as text: UTF-8, or UTF-16 where the file says so at its beginning; of others only the name is guessed."""

import codecs

from gramota.errors import ContentError, Problem, Where

_MARKED = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


def decode_text(data: bytes, where: Where) -> str:
    """Return the text; raise ContentError where it is in another encoding, with the name of the likely one."""
    encoding = next((name for mark, name in _MARKED.items() if data.startswith(mark)), "utf-8")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        code = "G312.windows" if encoding == "utf-8" and is_likely_cp1251(data) else "G312"
        raise ContentError([Problem.at(where, code)]) from None


def is_likely_cp1251(data: bytes) -> bool:
    """Whether most bytes beyond ASCII are where Windows, and no other Cyrillic code page, has its small letters."""
    beyond = data.translate(None, bytes(range(0x80)))
    small = beyond.translate(None, bytes(range(0xE0)))
    return len(small) * 2 > len(beyond)
