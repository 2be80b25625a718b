"""`make bench`: measure what can be measured on this machine and write it to docs/benchmarks.md."""

import os
import sys
from pathlib import Path

from tests.bench.agreement import agreement_section
from tests.bench.desk import desk_section
from tests.bench.inbox import inbox_section
from tests.bench.machine import machine_section
from tests.bench.page import page_section
from tests.bench.rubric import rubric_section
from tests.bench.speed import speed_section

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "docs/benchmarks.md"
HEAD = """# Benchmarks

Written by `make bench` from what it measured; do not edit by hand.
"""


def main() -> int:
    # As on a user's machine, where Python keeps what it has compiled; containers often forbid it.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sections = (
        machine_section(),
        agreement_section(ROOT),
        rubric_section(ROOT),
        page_section(ROOT),
        speed_section(ROOT),
        inbox_section(ROOT),
        desk_section(ROOT),
    )
    TARGET.write_text("\n".join((HEAD, *sections)), encoding="utf-8")
    print(TARGET.read_text(encoding="utf-8"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
