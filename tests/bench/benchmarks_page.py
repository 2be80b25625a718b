"""docs/benchmarks.md as sections under their headings: those measured now replace their elders, the others stay."""

import re
from collections.abc import Iterable

HEAD = """# Benchmarks

Written by `make bench` and `make bench-large` from what they measured; do not edit by hand.
"""
_SECTION = re.compile(r"^(?=## )", re.MULTILINE)


def with_sections(page: str, measured: Iterable[str]) -> str:
    """Return the page with these sections; new ones stand at its end, in their order."""
    kept = {_heading(section): section for section in _SECTION.split(page)[1:]}
    kept |= {_heading(section): section for section in measured}
    return "\n".join([HEAD, *(section.rstrip("\n") + "\n" for section in kept.values())])


def _heading(section: str) -> str:
    return section.partition("\n")[0]
