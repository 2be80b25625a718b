"""Phrases that would bring a question's rubric nearer to its trainers: tried one by one, the best first.

They are learned from two thirds of the answers and tried on all; what they do to the third that is kept aside shows
whether they fit only what they were learned from. A phrase that would break an example of the author's is none, nor is
one by whose words another criterion is known.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from gramota.course import Example
from gramota.grading.calibration.candidates import (
    AnswerReader,
    Candidate,
    ListName,
    accept_candidates,
    reject_candidates,
)
from gramota.grading.calibration.figures import Graded
from gramota.grading.calibration.others_phrases import OthersPhrases
from gramota.grading.suggesting.chance import is_by_chance
from gramota.grading.suggesting.labelled_answers import LabelledAnswer, MeaningKey
from gramota.grading.suggesting.what_if import Change, NewPhrase, WhatIf
from gramota.rubric import find_phrase_errors
from gramota.rubric.compiling.whole_rubric import WholeRubric

HARM = 2
"""How many mended decisions a broken one outweighs: what is learned from few answers breaks more than they show."""
CLEARLY = 2
"""How many times as much a phrase must serve one meaning to be left to it and not to another."""
MOST_TRIED = 40
"""Phrases that are tried for each list of a meaning."""
_BATCH = 40


class Effect(NamedTuple):
    """How many decisions a phrase brings to the trainers', and how many away from them."""

    mends: int
    breaks: int


@dataclass(frozen=True)
class Proposal:
    """A phrase for a list, the changes among the answers that it was learned from, and what it does to the others."""

    new: NewPhrase
    changes: tuple[Change, ...]
    aside: Effect

    @property
    def learned(self) -> Effect:
        """What it does to the answers that it was learned from."""
        return effect_of(self.changes)


def effect_of(changes: Iterable[Change]) -> Effect:
    """Count the changes that a trainer would and would not make."""
    judged = [change.is_right for change in changes]
    return Effect(judged.count(True), judged.count(False))


def propose(
    rubric: WholeRubric,
    graded: Sequence[Graded],
    examples: Sequence[Example],
    least: int,
    watch: Callable[[Sequence[MeaningKey]], Iterable[MeaningKey]] = iter,
) -> list[Proposal]:
    """Return phrases that each mend so many answers more than those before them, and more than they break.

    Left out are those that gain nothing on the answers kept aside, and those that more than one meaning would take.
    """
    trials = _Trials(rubric, graded, examples, least)
    wrong = [key for key in trials.keys if trials.is_wrong_on(key)]
    found = [proposal for key in watch(wrong) for proposal in trials.choose(key)]
    return sorted((each for each in _of_one_meaning(found) if not _fails_aside(each)), key=_rank)


def _fails_aside(proposal: Proposal) -> bool:
    """Whether it changes answers that it was not learned from, and is no gain among them."""
    mends, breaks = proposal.aside
    return mends + breaks > 0 and mends <= breaks


def _of_one_meaning(found: Sequence[Proposal]) -> Iterator[Proposal]:
    """Leave a phrase of several meanings to the one that it serves clearly better than any other, or to none."""
    for proposal in found:
        rivals = [each for each in found if each.new.phrase == proposal.new.phrase and each is not proposal]
        if all(_net(proposal) >= CLEARLY * _net(rival) for rival in rivals):
            yield proposal


def _net(proposal: Proposal) -> int:
    mends, breaks = (sum(both) for both in zip(proposal.learned, proposal.aside, strict=True))
    return max(mends - HARM * breaks, 1)


class _Trials:
    """One question's answers, read once, on which phrases are tried."""

    def __init__(self, rubric: WholeRubric, graded: Sequence[Graded], examples: Sequence[Example], least: int) -> None:
        self._synonyms = rubric.synonyms
        self._least = least
        self._graded = [each for each in graded if not each.answer.is_aside]
        reader = AnswerReader(rubric.compiled)
        self._read = [reader.read(each.answer.text) for each in self._graded]
        self._learned = [each.answer.agreed for each in self._graded]
        aside = [each.answer.agreed for each in graded if each.answer.is_aside]
        self._part = {id(each): "learned" for each in self._learned} | {id(each): "aside" for each in aside}
        tests = [LabelledAnswer("", each.answer, {}) for each in examples]
        self._what_if = WhatIf(rubric, [*self._learned, *aside, *tests])
        self._others = OthersPhrases(rubric)
        self.keys: list[MeaningKey] = [*self._what_if.decided[0]] if self._what_if.decided else []

    def is_wrong_on(self, key: MeaningKey) -> bool:
        """Whether rubric and trainers part on the meaning in any answer that may be learned from."""
        return any(label != met for _, label, met in self._judged(key))

    def choose(self, key: MeaningKey) -> Iterator[Proposal]:
        """Yield the best phrase, then the best for what is still wrong, and so on."""
        candidates = [*self._accepting(key), *self._rejecting(key)]
        tried = [each for each in self._try(candidates) if each and not self._is_chance(key, each)]
        mended: set[int] = set()
        broken: set[int] = set()
        while tried:
            best = max(tried, key=lambda each: _gain(each, mended, broken))
            mends, breaks = _left(best, mended, broken)
            if len(mends) < self._least or len(mends) <= HARM * len(breaks):
                return
            mended |= mends
            broken |= breaks
            tried.remove(best)
            yield best

    def _is_chance(self, key: MeaningKey, proposal: Proposal) -> bool:
        """Whether as many of the answers that it changes could be wrong now if it were any phrase."""
        of_its_kind = [label != met for _, label, met in self._judged(key) if met == (proposal.new.where == "reject")]
        return is_by_chance(*proposal.learned, sum(of_its_kind), len(of_its_kind))

    def _judged(self, key: MeaningKey) -> Iterator[tuple[int, bool, bool]]:
        """Yield the number of each answer that is decided by both, the trainers' decision and the rubric's."""
        for number, each in enumerate(self._graded):
            label = self._learned[number].labels.get(key)
            if label is not None:
                yield number, label, each.decisions[key].met

    def _accepting(self, key: MeaningKey) -> Iterator[NewPhrase]:
        missed = [self._read[number] for number, label, met in self._judged(key) if label and not met]
        unmet = [self._read[number] for number, label, _ in self._judged(key) if not label]
        yield from self._phrases(key, "accept", accept_candidates(missed, unmet, self._least))

    def _rejecting(self, key: MeaningKey) -> Iterator[NewPhrase]:
        believed = [
            (self._read[number], self._graded[number].decisions[key].evidence)
            for number, label, met in self._judged(key)
            if met and not label
        ]
        right = [self._read[number] for number, label, met in self._judged(key) if label and met]
        yield from self._phrases(key, "reject", reject_candidates(believed, right, self._least))

    def _phrases(self, key: MeaningKey, where: ListName, candidates: Iterable[Candidate]) -> Iterator[NewPhrase]:
        texts = (" ".join(candidate) for candidate in candidates)
        usable = (text for text in texts if not find_phrase_errors(text, self._synonyms))
        new = (NewPhrase(key, where, text) for text in usable)
        yield from islice((each for each in new if not self._others.own(each)), MOST_TRIED)

    def _try(self, phrases: Sequence[NewPhrase]) -> Iterator[Proposal | None]:
        """Yield what each phrase would change; None for one that changes nothing or breaks an example."""
        for begin in range(0, len(phrases), _BATCH):
            batch = phrases[begin : begin + _BATCH]
            for new, changes in zip(batch, self._what_if.phrase_changes(batch), strict=True):
                yield self._proposal(new, changes)

    def _proposal(self, new: NewPhrase, changes: Sequence[Change]) -> Proposal | None:
        by_part: dict[str, list[Change]] = {"learned": [], "aside": [], "example": []}
        for change in changes:
            by_part[self._part.get(id(change.answer), "example")].append(change)
        if not by_part["learned"] or by_part["example"]:
            return None
        return Proposal(new, tuple(by_part["learned"]), effect_of(by_part["aside"]))


def _left(proposal: Proposal, mended: set[int], broken: set[int]) -> tuple[set[int], set[int]]:
    """The answers that a phrase mends and breaks beyond those that others do already."""
    mends = {id(each.answer) for each in proposal.changes if each.is_right is True}
    breaks = {id(each.answer) for each in proposal.changes if each.is_right is False}
    return mends - mended, breaks - broken


def _gain(proposal: Proposal, mended: set[int], broken: set[int]) -> tuple[int, int, int, str]:
    """More mended than broken, fewer broken; then the shorter phrase, and the alphabet backwards."""
    mends, breaks = _left(proposal, mended, broken)
    return len(mends) - HARM * len(breaks), -len(breaks), -len(proposal.new.phrase), proposal.new.phrase


def _rank(proposal: Proposal) -> tuple[int, int, MeaningKey, str]:
    learned = proposal.learned
    return learned.breaks - learned.mends, learned.breaks, proposal.new.meaning, proposal.new.phrase
