"""Every labelled answer that the shipped quiz has learned from, for `gramota learn`: python -m tests.answers.decided.

Ids stand once in a set and again in others, and so are told apart by the set.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
LEARNED_FROM = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
)
"""The fresh sets that have been graded unseen and learned from since."""


def decided_lines() -> Iterator[str]:
    """Yield one line for each answer and each trainer who labelled it."""
    fresh = [file for name in LEARNED_FROM for file in sorted((HERE / "fresh" / name).glob("trainer-*.jsonl"))]
    for file in [*sorted((HERE / "practice").glob("*.jsonl")), *fresh]:
        a_set = file.stem if file.parent.name == "practice" else file.parent.name
        for row in map(json.loads, file.read_text(encoding="utf-8").splitlines()):
            row |= {"id": f"{a_set}/{row['id']}", "trainer": file.stem}
            yield json.dumps(row, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.writelines(decided_lines())
