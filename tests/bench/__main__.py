"""`make bench`: measure what can be measured on this machine in minutes and write it to docs/benchmarks.md.

`make bench-large`, which is `--large`: measure the large sizes of those benchmarks that have any, and write these.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from tests.bench.agreement import agreement_section
from tests.bench.benchmarks_page import with_sections
from tests.bench.bulk import bulk_section, large_bulk_section
from tests.bench.desk import desk_section
from tests.bench.inbox import inbox_section
from tests.bench.large_site.section import large_site_section, larger_site_section
from tests.bench.live_reload import live_reload_section
from tests.bench.machine import machine_section
from tests.bench.page import page_section
from tests.bench.rubric import rubric_section
from tests.bench.speed import speed_section

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "docs/benchmarks.md"
SMALL: tuple[Callable[[Path], str], ...] = (
    lambda _: machine_section(),
    agreement_section,
    rubric_section,
    page_section,
    speed_section,
    live_reload_section,
    inbox_section,
    bulk_section,
    desk_section,
    large_site_section,
)
"""Each measures and returns its section, which begins with its heading, `## …`."""

LARGE: tuple[Callable[[Path], str], ...] = (large_bulk_section, larger_site_section)
"""The same sections with their large sizes; what `make bench` measured of them stands in docs/benchmarks/*.json."""


def main(arguments: list[str]) -> int:
    # As on a user's machine, where Python keeps what it has compiled; containers often forbid it.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    for measure in LARGE if "--large" in arguments else SMALL:
        section = measure(ROOT)
        # After each, for large sizes take long and what was measured shall not be lost.
        TARGET.write_text(with_sections(TARGET.read_text(encoding="utf-8"), [section]), encoding="utf-8")
        print(section)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
