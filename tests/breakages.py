"""The mistakes that authors make: a small course that is right, and a table of changes that make it wrong.

tests/sites/broken/ holds the course; its mistakes.yml says what each change replaces and which problems must be told.
"""

import shutil
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

COURSE = Path(__file__).parent / "sites" / "broken"
FILES = {
    "letter": "docs/letters/returns.yml",
    "quiz": "quizzes/returns.yml",
    "shared": "shared/terms.yml",
    "page": "docs/about.md",
}


@dataclass(frozen=True)
class Breakage:
    """One mistake in the letter, the quiz, or a file beside them; `expected` is a list of `path:line:column code`.

    `files` are those that the course has only for this mistake.
    """

    name: str
    path: str
    replaced: str | None
    by: str
    expected: tuple[str, ...]
    files: tuple[tuple[str, str], ...] = ()

    def write_course(self, root: Path) -> None:
        """Write the course with this mistake into the empty folder `root`."""
        shutil.copytree(COURSE / "docs", root / "docs")
        shutil.copytree(COURSE / "quizzes", root / "quizzes")
        for path, text in self.files:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
        right = (root / self.path).read_text(encoding="utf-8")
        assert self.replaced is None or self.replaced in right, f"{self.name}: the course has no {self.replaced!r}"
        wrong = self.by if self.replaced is None else right.replace(self.replaced, self.by, 1)
        (root / self.path).write_text(wrong, encoding="utf-8")


@cache
def load_breakages() -> tuple[Breakage, ...]:
    """Return the table's mistakes in its order; read once, for each of some hundred codes looks for its own."""
    table = yaml.safe_load((COURSE / "mistakes.yml").read_text(encoding="utf-8"))
    return tuple(_breakage(name, row) for name, row in table.items())


def _breakage(name: str, row: dict[str, Any]) -> Breakage:
    expected = tuple(_spelled_out(problem) for problem in row["problems"])
    kind = next(kind for kind in FILES if kind in row)
    return Breakage(name, FILES[kind], row[kind], row["becomes"], expected, tuple(row.get("files", {}).items()))


def _spelled_out(problem: str) -> str:
    name, place, code = problem.split()
    return f"{FILES.get(name, name)}:{place} {code}"
