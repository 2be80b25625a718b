"""What coverage tells, as plain data: sections and their questions, meanings and their examples, phrases."""

from dataclasses import dataclass
from typing import Literal

from gramota.errors import Where

Kind = Literal["criterion", "misconception", "point", "idea"]


@dataclass(frozen=True)
class PhraseAt:
    """A phrase and its place."""

    text: str
    where: Where


@dataclass(frozen=True)
class CoveredMeaning:
    """A criterion, key point, misconception or wrong idea: the examples that have it and that lack it, its phrases."""

    kind: Kind
    id: str
    title: str
    where: Where
    met: int
    not_met: int
    phrases: int
    unused: tuple[PhraseAt, ...]
    """Phrases that no example has."""

    @property
    def lacks_met(self) -> bool:
        """Whether no example has it."""
        return not self.met

    @property
    def lacks_not_met(self) -> bool:
        """Whether no example lacks it; of misconceptions none needs to."""
        return not self.not_met and self.kind in {"criterion", "point"}


@dataclass(frozen=True)
class OverlapAt:
    """A phrase that is the same as one of another meaning, or has all of it."""

    meaning: str
    phrase: PhraseAt
    other: str
    other_phrase: PhraseAt
    is_same: bool


@dataclass(frozen=True)
class CoveredQuestion:
    """A question with a rubric."""

    id: str
    where: Where
    examples: int
    meanings: tuple[CoveredMeaning, ...]
    overlaps: tuple[OverlapAt, ...]


@dataclass(frozen=True)
class CoveredSection:
    """A section of the letter and the ids of the questions that cite it."""

    id: str
    title: str
    where: Where
    questions: tuple[str, ...]


@dataclass(frozen=True)
class CoveredLetter:
    """A letter with all that asks about it."""

    id: str
    title: str
    sections: tuple[CoveredSection, ...]
    questions: tuple[CoveredQuestion, ...]

    @property
    def unasked(self) -> tuple[CoveredSection, ...]:
        """The sections that no question cites."""
        return tuple(section for section in self.sections if not section.questions)
