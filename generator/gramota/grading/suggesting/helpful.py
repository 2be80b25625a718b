"""Which additions are worth an author's eye: those of which trainers' marks do not say that any word would do."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from gramota.grading.suggesting.labelled_answers import MeaningKey
from gramota.grading.suggesting.shorter import LEAST_MENDED, Shorter
from gramota.grading.suggesting.suggest import Learnt
from gramota.grading.suggesting.what_if import Change, Trial

CLEARLY = 2
"""How many times as many answers a word must mend for one meaning as for any other."""


def choose_helpful(learnt: Learnt) -> list[Trial]:
    """Return the trials to show, in their order; where no trainer has decided nobody knows, and all are."""
    by_word = {word: [*trials] for word, trials in groupby(sorted(learnt.trials, key=_word_of), key=_word_of)}
    return [each for each in learnt.trials if _is_helpful(each, by_word[_word_of(each)], learnt.shorter)]


def _word_of(trial: Trial) -> str:
    return trial.addition.word


def _is_helpful(trial: Trial, of_word: Sequence[Trial], shorter: Sequence[Shorter]) -> bool:
    if all(change.is_right is None for change in trial.changes):
        return True
    is_enough = trial.mends >= LEAST_MENDED and trial.mends > trial.breaks
    return is_enough and not any(_is_rival(trial, each) for each in of_word) and not _does_without(trial, shorter)


def _is_rival(trial: Trial, other: Trial) -> bool:
    """Whether the word mends nearly as many answers where it means something else: it is a word of any answer."""
    return CLEARLY * other.mends > trial.mends and _mended(trial).isdisjoint(_mended(other)) and other.mends > 0


def _mended(trial: Trial) -> set[MeaningKey]:
    return {change.meaning for change in trial.changes if change.is_right}


def _does_without(trial: Trial, shorter: Sequence[Shorter]) -> bool:
    """Whether a phrase that is there does as well, shortened."""
    mended = _mended_answers(trial.changes)
    return any(mended <= _mended_answers(each.changes) and each.breaks <= trial.breaks for each in shorter)


def _mended_answers(changes: Iterable[Change]) -> set[tuple[MeaningKey, int]]:
    return {(change.meaning, id(change.answer)) for change in changes if change.is_right}
