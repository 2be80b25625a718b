"""The kinds of pages that have scripts and styles of ours."""

from enum import StrEnum


class PageKind(StrEnum):
    """What a page is for; its value is the name of its script and its style."""

    HOME = "home"
    LETTER = "letter"
    SHEET = "sheet"
