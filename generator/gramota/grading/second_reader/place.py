"""Where second readers stand: beside their quiz. To know that takes no rubric engine."""

from collections.abc import Iterator
from pathlib import Path

ENDING = ".learned.json"


def learned_beside(quiz: str) -> Path:
    """Return where the second readers of the quiz's file stand, whether there are any or not."""
    path = Path(quiz)
    return path.with_name(path.name.partition(".")[0] + ENDING)


def find_learned(quizzes: Path) -> Iterator[Path]:
    """Yield every such file in the folder of quizzes, in order."""
    yield from sorted(quizzes.rglob(f"*{ENDING}"))
