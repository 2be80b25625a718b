"""What a question must have to be compiled: its rubric, as the author wrote it."""

from collections.abc import Sequence
from typing import Protocol


class CriterionSource(Protocol):
    """What earns points."""

    @property
    def id(self) -> str: ...  # noqa: D102 - named for what it is, here and below
    @property
    def points(self) -> float: ...  # noqa: D102 - the class says it
    @property
    def accept(self) -> Sequence[str]: ...  # noqa: D102 - the class says it
    @property
    def reject(self) -> Sequence[str]: ...  # noqa: D102 - the class says it
    @property
    def requires(self) -> Sequence[str]: ...  # noqa: D102 - criteria without which it does not count
    @property
    def excludes(self) -> Sequence[str]: ...  # noqa: D102 - criteria and misconceptions with which it does not count


class MisconceptionSource(Protocol):
    """What costs points."""

    @property
    def id(self) -> str: ...  # noqa: D102 - the class says it
    @property
    def costs(self) -> float: ...  # noqa: D102 - the class says it
    @property
    def accept(self) -> Sequence[str]: ...  # noqa: D102 - the class says it
    @property
    def reject(self) -> Sequence[str]: ...  # noqa: D102 - the class says it


class QuestionSource(Protocol):
    """A question with its rubric."""

    @property
    def id(self) -> str: ...  # noqa: D102 - the class says it
    @property
    def criteria(self) -> Sequence[CriterionSource]: ...  # noqa: D102 - the class says it
    @property
    def misconceptions(self) -> Sequence[MisconceptionSource]: ...  # noqa: D102 - the class says it
    @property
    def min_points(self) -> float: ...  # noqa: D102 - the least that an answer gets
    @property
    def max_points(self) -> float | None: ...  # noqa: D102 - the most; None for all that the criteria give
    @property
    def refuse(self) -> Sequence[str]: ...  # noqa: D102 - notices with which an answer meets nothing
