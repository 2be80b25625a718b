"""Every labelled answer that the shipped quiz has learned from, for `gramota learn`: python -m tests.answers.decided.

Ids stand once in a set and again in others, and so are told apart by the set.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent


def decided_lines() -> Iterator[str]:
    """Yield one line for each answer and each trainer who labelled it."""
    for file in sorted((HERE / "practice").glob("*.jsonl")) + sorted((HERE / "fresh").glob("*/trainer-*.jsonl")):
        a_set = file.stem if file.parent.name == "practice" else file.parent.name
        for row in map(json.loads, file.read_text(encoding="utf-8").splitlines()):
            row |= {"id": f"{a_set}/{row['id']}", "trainer": file.stem}
            yield json.dumps(row, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.writelines(decided_lines())
