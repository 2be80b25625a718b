"""What can be wrong with what people give us: problems with a place, and the exception tree that carries them."""

import errno
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Literal

Severity = Literal["error", "advice"]

# What people had better know, and may leave as it is; everything else ends a command with another code than 0.
_ADVICE = re.compile(r"G(094|14[5-9]|349|35\d|404|6\d\d)\b")


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
    where it helps to see it, with the place marked; empty otherwise. `end` is the column after the last character that
    the problem is about, 0 where only its beginning is known.
    """

    code: str
    where: Where
    values: tuple[tuple[str, str], ...] = field(default=())
    line: str = ""
    end: int = 0

    @property
    def severity(self) -> Severity:
        """Whether it must be mended, or is advice."""
        return "advice" if _ADVICE.match(self.code) else "error"

    @classmethod
    def at(cls, where: Where, code: str, **values: object) -> "Problem":
        """Make a problem whose message names the given values."""
        return cls(code, where, tuple((name, str(value)) for name, value in values.items()))

    def showing(self, line: str) -> "Problem":
        """Return the same problem with the line of the file in which its place is to be shown."""
        return replace(self, line=line)

    def until(self, end: int) -> "Problem":
        """Return the same problem with the column after the last character that it is about."""
        return replace(self, end=end)


def reason_of(error: OSError | ValueError) -> str:
    """Return why the system refused a file, by the name that the error has everywhere; a Problem's message words it.

    A ValueError is raised for what cannot be the name of a file.
    """
    if isinstance(error, ValueError):
        return errno.errorcode[errno.EINVAL]
    # Windows has sockets' errors under names of their own.
    name = errno.errorcode.get(error.errno or 0, "").removeprefix("WSA")
    return name or error.strerror or str(error)


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


def refuse(found: Iterable[Problem]) -> None:
    """Raise ContentError with all problems where there are any."""
    if problems := [*found]:
        raise ContentError(problems)
