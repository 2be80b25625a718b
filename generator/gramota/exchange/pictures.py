"""Pictures of a document: which of them a browser can show, and under what names they stand beside the letter."""

import hashlib
import re
from collections.abc import Callable

from gramota.errors import Problem, Where
from gramota.exchange.draft import Picture

MAX_BYTES = 20_000_000
MOST = 500
_BEGINNINGS = ((b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpg"), (b"GIF87a", "gif"), (b"GIF89a", "gif"))
# Pictures that a browser cannot show, or that hold scripts.
_OTHER_KINDS = ((b"\xd7\xcd\xc6\x9a", "WMF"), (b"BM", "BMP"), (b"II*\0", "TIFF"), (b"MM\0*", "TIFF"))


def kind_of(data: bytes) -> str:
    """Return the ending that the picture's first bytes ask for; empty for what a letter cannot show."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    return next((ending for beginning, ending in _BEGINNINGS if data.startswith(beginning)), "")


def other_kind_of(data: bytes) -> str:
    """Return what to call a picture that cannot be shown."""
    if data[40:44] == b" EMF":
        return "EMF"
    if b"<svg" in data[:1000].lower():
        return "SVG"
    return next((name for beginning, name in _OTHER_KINDS if data.startswith(beginning)), "?")


def _file_named_by(error: Exception) -> str:
    """Readers of documents and archives name in quotes what they could not find."""
    named = re.search("'([^']+)'", str(error))
    return re.split(r"[/\\]", named[1])[-1] if named else "?"


class Pictures:
    """Collects the pictures of one document; the same picture is kept once."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.kept: list[Picture] = []
        self.problems: list[Problem] = []
        self.left_out = 0
        self._names: dict[str, str] = {}

    def add(self, read: Callable[[], bytes], line: int = 0, *, has_alt: bool = True) -> str:
        """Return the name under which the picture is kept, empty where it is left out, which is then told."""
        where = Where(self.path, line, 1 if line else 0)
        try:
            data = read()
        except (OSError, KeyError, ValueError, RuntimeError, EOFError, NotImplementedError) as error:
            self.problems.append(Problem.at(where, "G447.missing", found=_file_named_by(error)))
            return ""
        ending = kind_of(data)
        if not ending or len(data) > MAX_BYTES or len(self.kept) >= MOST:
            code = "G447.size" if ending else "G447.kind"
            self.problems.append(Problem.at(where, code, kind=other_kind_of(data), limit=MAX_BYTES // 1_000_000))
            return ""
        key = hashlib.sha256(data).hexdigest()
        if key not in self._names:
            self._names[key] = f"{self._name(key)}.{ending}"
            self.kept.append(Picture(self._names[key], data))
        if not has_alt:
            self.problems.append(Problem.at(where, "G428", name=self._names[key]))
        return self._names[key]

    def _name(self, _key: str) -> str:
        return f"picture-{len(self.kept) + 1}"


class BankPictures(Pictures):
    """Collects the pictures of a bank, whose names must differ from those of the letter and of other banks."""

    def _name(self, key: str) -> str:
        return f"question-picture-{key[:8]}"
