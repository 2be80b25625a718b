"""What can be wrong with what people give us: problems with a place, and the exception tree that carries them."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, order=True)
class Where:
    """A place in a file; line and column count from 1, column in characters. A folder has the line 0."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}" if self.line else self.path


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: a stable code, a place, and the values that its message names.

    The message and the hint stand in the wording table under the code, once a language. `line` is the line of the file
    where it helps to see it, with the place marked; empty otherwise.
    """

    code: str
    where: Where
    values: tuple[tuple[str, str], ...] = field(default=())
    line: str = ""

    @classmethod
    def at(cls, where: Where, code: str, **values: object) -> "Problem":
        """Make a problem whose message names the given values."""
        return cls(code, where, tuple((name, str(value)) for name, value in values.items()))

    def showing(self, line: str) -> "Problem":
        """Return the same problem with the line of the file in which its place is to be shown."""
        return replace(self, line=line)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return each problem once, sorted by its place."""
    return tuple(sorted(set(problems), key=lambda found: (found.where, found.code, found.values)))


class GramotaError(Exception):
    """The root of all errors that are the input's fault and not ours."""


class ContentError(GramotaError):
    """The content cannot be used; carries every problem found, sorted by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__("; ".join(f"{found.where}: {found.code} {dict(found.values)}" for found in self.problems))
