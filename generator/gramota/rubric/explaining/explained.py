"""What can be told of how one answer was read and decided: plain frozen data, with spans in the answer as given."""

from dataclasses import dataclass
from typing import Literal

from gramota.rubric.scoring.score import Decision, Score, Span

Fate = Literal["matched", "hidden", "quoted", "denied", "affirmed", "apart", "lacking", "absent"]
"""What became of a phrase: it stands in the answer; all its words do, but they are covered by a phrase of reject, are
another's opinion or taken back, are denied, are not denied as the phrase wants, or stand too far apart; some of its
words are lacking; all are."""

Apart = Literal["near", "far", "split", "order", "shared"]
"""What parts the words of a phrase: more foreign words than it allows, though ~ could allow so many; more than any ~
allows; the end of a part of a sentence; their order, or a word between; one word that would have to serve twice."""


@dataclass(frozen=True, slots=True)
class WordRead:
    """One word of the answer."""

    span: Span
    text: str
    """The word folded, and read in the keyboard layout that was meant."""
    words: tuple[str, ...]
    """The words of the phrases that it is a form of, as their author wrote them."""
    slips: int
    other_layout: bool
    small: bool
    """A function word, which is never foreign between others."""
    negator: bool
    covers: tuple[int, ...]
    """The numbers of the words that it denies as a negator, or would if it had force."""
    covered_by: tuple[int, ...]
    """The numbers of the negators that cover it."""
    denied: bool
    """Whether it counts as denied; with two negators over it, or with a weak one, it does not."""
    quoted: bool
    """Another's opinion that the answer does not share, or taken back."""


@dataclass(frozen=True, slots=True)
class PartRead:
    """A part of a sentence; both are numbered from 1."""

    sentence: int
    number: int
    span: Span
    words: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PhrasePart:
    """A word or a choice that a phrase needs, and the first words of the answer that serve it."""

    text: str
    found: tuple[Span, ...]
    whole: bool
    """Whether they make all of it; a choice of two words may have but one."""


@dataclass(frozen=True, slots=True)
class PhraseRead:
    """One phrase of `accept` and what became of it; `evidence` is where its words stand."""

    text: str
    fate: Fate
    parts: tuple[PhrasePart, ...]
    evidence: tuple[Span, ...] = ()
    hidden_by: str | None = None
    """The phrase of `reject` that covers it."""
    denied_by: tuple[Span, ...] = ()
    apart: Apart | None = None
    """Where its fate is apart: what parts the words."""
    reach: int | None = None
    """With this number after ~ it would match; None where no number would help."""
    limit: int | None = None
    """Where its fate is apart: the distance that it allows."""


@dataclass(frozen=True, slots=True)
class MeaningRead:
    """A criterion or a misconception: its decision, its phrases, and why it does not count though a phrase matched."""

    id: str
    points: float
    decision: Decision
    phrases: tuple[PhraseRead, ...]
    refused_for: tuple[str, ...] = ()
    """The notices for which the question refuses the answer."""
    excluded_by: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    """Criteria that it requires and that are not met."""
    doubted: bool = False
    """A misconception that is rather mentioned than meant: in a long answer, or beside right ideas."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """How one answer was split, what each phrase found in it, and the score that came of it."""

    answer: str
    parts: tuple[PartRead, ...]
    words: tuple[WordRead, ...]
    implied: tuple[tuple[Span, ...], ...]
    """What a contrast says besides: the words of «плановая маржа» in «не фактическая маржа, а плановая»."""
    criteria: tuple[MeaningRead, ...]
    misconceptions: tuple[MeaningRead, ...]
    score: Score

    @property
    def evidence(self) -> tuple[Span, ...]:
        """Where the words stand that decided anything."""
        decisions = (meaning.decision for meaning in (*self.criteria, *self.misconceptions))
        return tuple(sorted({span for decision in decisions for span in decision.evidence}))
