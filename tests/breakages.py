"""The mistakes that authors make: a small course that is right, and a table of changes that make it wrong.

tests/sites/broken/ holds the course; its mistakes.yml says what each change replaces and which problems must be told.
"""

import shutil
from dataclasses import dataclass
from pathlib import Path

import yaml

COURSE = Path(__file__).parent / "sites" / "broken"
FILES = {"letter": "docs/letters/returns.yml", "quiz": "quizzes/returns.yml"}


@dataclass(frozen=True)
class Breakage:
    """One mistake in the letter or the quiz; `expected` is a list of `path:line:column code`."""

    name: str
    path: str
    replaced: str | None
    by: str
    expected: tuple[str, ...]

    def write_course(self, root: Path) -> None:
        """Write the course with this mistake into the empty folder `root`."""
        shutil.copytree(COURSE / "docs", root / "docs")
        shutil.copytree(COURSE / "quizzes", root / "quizzes")
        right = (COURSE / self.path).read_text(encoding="utf-8")
        assert self.replaced is None or self.replaced in right, f"{self.name}: the course has no {self.replaced!r}"
        wrong = self.by if self.replaced is None else right.replace(self.replaced, self.by, 1)
        (root / self.path).write_text(wrong, encoding="utf-8")


def load_breakages() -> list[Breakage]:
    """Return the table's mistakes in its order."""
    table = yaml.safe_load((COURSE / "mistakes.yml").read_text(encoding="utf-8"))
    return [_breakage(name, row) for name, row in table.items()]


def _breakage(name: str, row: dict[str, str]) -> Breakage:
    expected = tuple(_spelled_out(problem) for problem in row["problems"])
    path = FILES["letter" if "letter" in row else "quiz"]
    return Breakage(name, path, row.get("letter") or row.get("quiz"), row["becomes"], expected)


def _spelled_out(problem: str) -> str:
    name, place, code = problem.split()
    return f"{FILES[name]}:{place} {code}"
