"""The looks of the pages, in pieces; the desk shares the first of them."""

from functools import cache
from pathlib import Path

STYLE = Path(__file__).parent


@cache
def load_style(*names: str) -> str:
    """Return the pieces one after another, as they stand in a page."""
    return "".join((STYLE / f"{name}.css").read_text(encoding="utf-8") for name in names)
