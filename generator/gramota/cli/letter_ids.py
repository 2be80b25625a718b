"""The names of letters on the command line."""

import re
from typing import Literal

from gramota.course.files.folder import WINDOWS_NAMES
from gramota.course.model.base import ID_PATTERN

_LONGEST_PART = 60


def find_bad_id(letter_id: str) -> Literal["bad_id", "windows_id"] | None:
    """Return why a letter cannot have this id, and its folders and its file these names: the text that says so."""
    parts = letter_id.split("/")
    if not all(re.fullmatch(ID_PATTERN, part) and len(part) <= _LONGEST_PART for part in parts):
        return "bad_id"
    return None if WINDOWS_NAMES.isdisjoint(parts) else "windows_id"
