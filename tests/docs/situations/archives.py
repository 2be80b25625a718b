"""Archives made of their listing: a line an entry, and in brackets what is wrong with it."""

import io
import json
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from tests.answers.texts import sheet_text
from tests.docs.situations.place import Place
from tests.docs.situations.sheets import sheet_content

_ENTRY = re.compile(r"(?P<name>.+?)(?: -> (?P<link>.+?))?(?: \((?P<said>.+)\))?")
_FIVE_MB = 5_000_000


class _Entry(NamedTuple):
    name: str
    link: str
    said: str


def pack(place: Place, lines: Sequence[str], changed: Mapping[str, Any]) -> bytes:
    """Return the archive that has this listing; `changed` is what stands otherwise in its sheets."""
    entries = [_entry(line) for line in lines]
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry in entries:
            _add(archive, entry, _content(entry, place, changed))
    data = made.getvalue()
    for entry in entries:
        data = _DAMAGES.get(entry.said, lambda same, _: same)(data, _content(entry, place, changed))
    return data


def _entry(line: str) -> _Entry:
    found = _ENTRY.fullmatch(line)
    assert found, line
    return _Entry(found["name"], found["link"] or "", found["said"] or "")


def _add(archive: zipfile.ZipFile, entry: _Entry, content: bytes) -> None:
    if entry.said.endswith(" × 5 МБ"):
        for number in range(int(entry.said.split()[0])):
            archive.writestr(f"{number:03}-{entry.name}", b" " * _FIVE_MB, compresslevel=1)
        return
    about = zipfile.ZipInfo(entry.name, (2026, 11, 25, 12, 0, 0))
    about.compress_type = zipfile.ZIP_BZIP2 if entry.said == "bzip2" else zipfile.ZIP_DEFLATED
    if entry.link:
        about.external_attr = (stat.S_IFLNK | 0o777) << 16
    archive.writestr(about, entry.link or content)


def _content(entry: _Entry, place: Place, changed: Mapping[str, Any]) -> bytes:
    if entry.name.endswith(".zip"):
        return pack(place, ["anna.json"], changed)
    content = sheet_content(place, changed)
    text = place.text(sheet_text(content)) if entry.name.endswith(".txt") else json.dumps(content, ensure_ascii=False)
    return text.encode()


def _lock(data: bytes, _: bytes) -> bytes:
    """Set the sign of a password in the entry and in the directory."""
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.index(mark) + at
        data = data[:place] + bytes([data[place] | 1]) + data[place + 1 :]
    return data


def _spoil(data: bytes, content: bytes) -> bytes:
    return data.replace(struct.pack("<I", zlib.crc32(content)), b"\0\0\0\0")


_DAMAGES: dict[str, Callable[[bytes, bytes], bytes]] = {"пароль": _lock, "поврежден": _spoil}
