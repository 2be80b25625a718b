"""The names of letters on the command line."""

import re

from gramota.course.model import ID_PATTERN

_LONGEST_PART = 60


def can_be_letter_id(letter_id: str) -> bool:
    """Whether a letter can have this id, and its folders and its file these names."""
    parts = letter_id.split("/")
    return all(re.fullmatch(ID_PATTERN, part) and len(part) <= _LONGEST_PART for part in parts)
