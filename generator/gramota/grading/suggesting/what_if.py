"""What if a word were added to a phrase, or a phrase to a list: which decisions would change, and for better or worse.

Nothing is changed: the rubric is compiled anew in memory, with each changed criterion beside the ones that there are.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from gramota.grading.suggesting.labelled_answers import LabelledAnswer, MeaningKey
from gramota.grading.suggesting.unknown_words import UnknownWord
from gramota.rubric import (
    CompiledQuestion,
    Decision,
    Score,
    compile_question,
    find_phrase_errors,
    parse_phrase,
    score_answer,
)
from gramota.rubric.compiling.whole_rubric import WholeRubric
from gramota.rubric.phrases.accepted import Kind, Place
from gramota.rubric.phrases.parts import Part, widened, with_wider_groups
from gramota.rubric.phrases.sources import (
    CriterionSource,
    MisconceptionSource,
    PlainCriterion,
    PlainMisconception,
    PlainQuestion,
)
from gramota.rubric.phrases.tree import Group

Source = CriterionSource | MisconceptionSource
Decisions = Mapping[MeaningKey, Decision]
_Phrases = tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Change:
    """An answer that would be decided otherwise on a criterion or misconception, and whether a trainer would agree."""

    answer: LabelledAnswer
    meaning: MeaningKey
    met: bool
    at: int
    """Where in the answer the words stand that decide; 0 where none do."""
    is_right: bool | None
    """None where no trainer has decided."""


@dataclass(frozen=True, slots=True)
class Addition:
    """A word added to a part: of one phrase, or to a synonym group wherever this question uses it."""

    word: str
    part: str
    place: Place | None
    """None for a group."""
    becomes: str
    """The phrase as it would be; for a group, the group."""


@dataclass(frozen=True, slots=True)
class NewPhrase:
    """A phrase added to one of the two lists of a criterion or misconception."""

    meaning: MeaningKey
    where: Literal["accept", "reject"]
    phrase: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """Something that was tried on the answers, and what it would change."""

    changes: tuple[Change, ...]

    @property
    def mends(self) -> int:
        """Decisions that would become the trainer's."""
        return sum(change.is_right is True for change in self.changes)

    @property
    def breaks(self) -> int:
        """Decisions that are the trainer's and would be no longer."""
        return sum(change.is_right is False for change in self.changes)


@dataclass(frozen=True, slots=True)
class Trial(Tried):
    """An addition."""

    addition: Addition
    similarity: float | None
    alike: int = 0
    """Other additions of the word that change the same."""


class WhatIf:
    """Tries words out on a question and its answers."""

    def __init__(self, rubric: WholeRubric, answers: Sequence[LabelledAnswer]) -> None:
        self._question, self._synonyms, _ = rubric
        self._lang = rubric.lang
        self._answers = answers
        self._criteria = {each.id: each for each in rubric.question.criteria}
        self._sources: dict[MeaningKey, Source] = {
            **{("criteria", name): each for name, each in self._criteria.items()},
            **{("misconceptions", each.id): each for each in rubric.question.misconceptions},
        }
        self.decided = [decisions_of(score_answer(rubric.compiled, answer.text)) for answer in answers]
        """For each answer, what the rubric decides as it is."""

    def addition(self, word: str, place: Place, part: Part) -> Addition | None:
        """The addition of a word to a part; None where the phrase would grow past what phrases may be."""
        if isinstance(part.item, Group):
            return Addition(word, part.text, None, part.text)
        becomes = widened(parse_phrase(place.phrase), part, word)
        return None if find_phrase_errors(becomes, self._synonyms) else Addition(word, part.text, place, becomes)

    def changes(self, unknown: UnknownWord, additions: Sequence[Addition]) -> list[tuple[Change, ...]]:
        """For each of a word's additions, the changes among the answers that use the word."""
        variants = [(number, key, one) for number, each in enumerate(additions) for key, one in self._variants(each)]
        return self._try(variants, len(additions), unknown.answers)

    def phrase_changes(self, phrases: Sequence[NewPhrase]) -> list[tuple[Change, ...]]:
        """For each phrase, each as if it alone were added, the changes among all answers."""
        variants = [(number, each.meaning, self._with_phrase(each)) for number, each in enumerate(phrases)]
        return self._try(variants, len(phrases), range(len(self._answers)))

    def _try(
        self, variants: Sequence[tuple[int, MeaningKey, _Phrases]], additions: int, numbers: Iterable[int]
    ) -> list[tuple[Change, ...]]:
        """The changes that each addition's variants make among the answers of these numbers."""
        compiled = self._compile([(f"{number} {key[1]}", key, one) for number, key, one in variants])
        changes: list[list[Change]] = [[] for _ in range(additions)]
        for at in numbers:
            would = decisions_of(score_answer(compiled, self._answers[at].text))
            for number, key, _ in variants:
                decision = would[key[0], f"{number} {key[1]}"]
                if decision.met != self.decided[at][key].met:
                    changes[number].append(_change(self._answers[at], key, decision))
        return [tuple(each) for each in changes]

    def _variants(self, addition: Addition) -> Iterator[tuple[MeaningKey, _Phrases]]:
        """The criteria and misconceptions that an addition touches, with their phrases as they would be."""
        if addition.place:
            key = (addition.place.kind, addition.place.meaning)
            source = self._sources[key]
            # The old phrase finds nothing that the wider one does not.
            wider = tuple(addition.becomes if each == addition.place.phrase else each for each in source.accept)
            yield key, (wider, tuple(source.reject))
            return
        names = _groups_with(addition.part.strip("<>"), self._synonyms)
        for key, source in self._sources.items():
            accept, reject = (self._widen(each, names, addition.word) for each in (source.accept, source.reject))
            if (accept, reject) != (tuple(source.accept), tuple(source.reject)):
                yield key, (accept, reject)

    def _with_phrase(self, new: NewPhrase) -> _Phrases:
        source = self._sources[new.meaning]
        accept, reject = tuple(source.accept), tuple(source.reject)
        return ((*accept, new.phrase), reject) if new.where == "accept" else (accept, (*reject, new.phrase))

    def _widen(self, phrases: Iterable[str], names: frozenset[str], word: str) -> tuple[str, ...]:
        """The phrases with the groups one word wider, save those that would grow past what phrases may be."""
        return tuple(self._widen_one(text, names, word) for text in phrases)

    def _widen_one(self, text: str, names: frozenset[str], word: str) -> str:
        phrase = parse_phrase(text)
        if names.isdisjoint(group.name for group in phrase.groups):
            return text
        wider = with_wider_groups(phrase, names, word)
        return text if find_phrase_errors(wider, self._synonyms) else wider

    def _compile(self, variants: Sequence[tuple[str, MeaningKey, _Phrases]]) -> CompiledQuestion:
        criteria = [self._criterion(name, key[1], phrases) for name, key, phrases in variants if key[0] == "criteria"]
        misconceptions = [
            PlainMisconception(name, *phrases, costs=0) for name, key, phrases in variants if key[0] == "misconceptions"
        ]
        question = PlainQuestion(
            [*self._question.criteria, *criteria],
            [*self._question.misconceptions, *misconceptions],
            id=self._question.id,
            refuse=self._question.refuse,
        )
        return compile_question(question, self._synonyms, self._lang)

    def _criterion(self, name: str, original: str, phrases: _Phrases) -> PlainCriterion:
        """A criterion with other phrases, beside the original; never scored for its points."""
        source = self._criteria[original]
        return PlainCriterion(name, *phrases, points=0, requires=source.requires, excludes=source.excludes)


def decisions_of(score: Score) -> Decisions:
    """Return the decisions by the meanings that they are about."""
    kinds: dict[Kind, Mapping[str, Decision]] = {"criteria": score.criteria, "misconceptions": score.misconceptions}
    return {(kind, name): decision for kind, found in kinds.items() for name, decision in found.items()}


def _change(answer: LabelledAnswer, key: MeaningKey, decision: Decision) -> Change:
    label = answer.labels.get(key)
    at = min((start for start, _ in decision.evidence), default=0)
    return Change(answer, key, decision.met, at, None if label is None else label == decision.met)


def _groups_with(name: str, synonyms: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """A group, and every group that has it as a member."""
    members_of = {other: _whole_groups(members) for other, members in synonyms.items()}
    found = {name}
    while more := {other for other, members in members_of.items() if other not in found and found & members}:
        found |= more
    return frozenset(found)


def _whole_groups(members: Iterable[str]) -> set[str]:
    """The groups that are members by themselves, and not parts of longer phrases."""
    rows = (parse_phrase(text).row.items for text in members)
    return {row[0].name for row in rows if len(row) == 1 and isinstance(row[0], Group)}
