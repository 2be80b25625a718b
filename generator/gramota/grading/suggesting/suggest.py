"""Which words of the answers would help a rubric: each is tried where it could be all that a phrase lacks."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from gramota.grading.suggesting.labelled_answers import LabelledAnswer, MeaningKey
from gramota.grading.suggesting.openings import Opening, Openings
from gramota.grading.suggesting.unknown_words import UnknownWord, find_unknown_words
from gramota.grading.suggesting.what_if import Addition, Trial, WhatIf
from gramota.rubric.compiling.known_words import KnownWords
from gramota.rubric.compiling.whole_rubric import WholeRubric
from gramota.rubric.vectors.word_vectors import LEAST_SIMILAR, Vectors

MOST_ANSWERS = 2_000
MOST_WORDS = 200
MOST_ADDITIONS = 40
"""Places that one word is tried in: those that the most answers speak for."""

Limit = Literal["answers", "words", "additions"]
LIMITS: Mapping[Limit, int] = {"answers": MOST_ANSWERS, "words": MOST_WORDS, "additions": MOST_ADDITIONS}


@dataclass(frozen=True, slots=True)
class Learnt:
    """What answers tell about a rubric: words it does not know, what adding them would change, limits reached."""

    answers: int
    unknown: tuple[UnknownWord, ...]
    trials: tuple[Trial, ...]
    limits: tuple[Limit, ...]


def learn_from_answers(
    rubric: WholeRubric,
    answers: Sequence[LabelledAnswer],
    vectors: Vectors | None,
    *,
    watch: Callable[[Iterable[UnknownWord]], Iterable[UnknownWord]] = iter,
) -> Learnt:
    """Try the answers' unknown words out, within the limits; `watch` may show how far the work is."""
    looked_at = answers[:MOST_ANSWERS]
    unknown = find_unknown_words(looked_at, KnownWords(rubric.compiled).knows, rubric.lang)
    tried = _Tried(rubric, looked_at, vectors)
    trials = [trial for word in watch(unknown[:MOST_WORDS]) for trial in tried.trials(word)]
    reached: dict[Limit, bool] = {
        "answers": len(answers) > MOST_ANSWERS,
        "words": len(unknown) > MOST_WORDS,
        "additions": tried.is_cut,
    }
    limits = tuple(limit for limit, is_reached in reached.items() if is_reached)
    return Learnt(len(looked_at), unknown, tuple(sorted(trials, key=_rank)), limits)


class _Tried:
    """One question with its answers, on which words are tried one after the other."""

    def __init__(self, rubric: WholeRubric, answers: Sequence[LabelledAnswer], vectors: Vectors | None) -> None:
        self.is_cut = False
        self._answers = answers
        self._vectors = vectors
        self._what_if = WhatIf(rubric, answers)
        openings = Openings(rubric)
        self._openings = [
            [found for found in openings.find(answer.text) if not decided[found.meaning].met]
            for answer, decided in zip(answers, self._what_if.decided, strict=True)
        ]

    def trials(self, unknown: UnknownWord) -> list[Trial]:
        """The word's additions that change a decision; of several that change the same, the nearest in meaning."""
        similarities = self._additions(unknown)
        if not similarities:
            return []
        additions = [*similarities]
        changes = self._what_if.changes(unknown, additions)
        found = [
            Trial(each, similarities[each], its_changes)
            for each, its_changes in zip(additions, changes, strict=True)
            if its_changes
        ]
        return _one_of_alike(sorted(found, key=_rank))

    def _additions(self, unknown: UnknownWord) -> dict[Addition, float | None]:
        """What to try, with the similarity of the word to its part, at most MOST_ADDITIONS."""
        counts = Counter(self._promising(unknown))
        ranked = sorted(counts, key=lambda opening: -counts[opening])
        additions: dict[Addition, float | None] = {}
        for opening in ranked:
            addition = self._what_if.addition(unknown.word, opening.place, opening.part)
            if addition and addition not in additions:
                additions[addition] = self._similarity(unknown.word, opening)
        self.is_cut = self.is_cut or len(additions) > MOST_ADDITIONS
        return dict([*additions.items()][:MOST_ADDITIONS])

    def _promising(self, unknown: UnknownWord) -> Iterator[Opening]:
        """Yield an opening once for each answer that the word might mend; the matcher has the last word."""
        for number in unknown.answers:
            labels = self._answers[number].labels
            for opening in self._openings[number]:
                if self._is_near(unknown.word, opening) or self._is_supported(unknown, opening, labels):
                    yield opening

    def _is_near(self, word: str, opening: Opening) -> bool:
        similarity = self._similarity(word, opening)
        return similarity is not None and similarity >= LEAST_SIMILAR

    def _is_supported(self, unknown: UnknownWord, opening: Opening, labels: Mapping[MeaningKey, bool]) -> bool:
        """Whether answers speak for a word that is not near: with a trainer's label, or, for jargon, without one.

        A word that would be a whole phrase needs several answers, or any word of one answer would do.
        """
        is_jargon = not self._vectors or not self._vectors.has(unknown.word)
        is_frequent = len(unknown.answers) > 1
        if labels.get(opening.meaning):
            return is_jargon or is_frequent or not opening.is_alone
        return opening.meaning not in labels and is_jargon and is_frequent and not opening.is_alone

    def _similarity(self, word: str, opening: Opening) -> float | None:
        return self._vectors.similarity(word, opening.words) if self._vectors else None


def _rank(trial: Trial) -> tuple[int, int, float, int, str, str]:
    """More mended than broken, more answers changed, nearer in meaning; then the shorter phrase, and the alphabet."""
    addition = trial.addition
    nearness = -1.0 if trial.similarity is None else trial.similarity
    size = len(addition.becomes)
    return trial.breaks - trial.mends, -len(trial.changes), -nearness, size, addition.word, addition.becomes


def _one_of_alike(trials: Iterable[Trial]) -> list[Trial]:
    """The first of the trials that change the same decisions, with the number of the others."""
    alike: dict[tuple[object, ...], list[Trial]] = {}
    for trial in trials:
        same = tuple((id(change.answer), change.meaning, change.met) for change in trial.changes)
        alike.setdefault(same, []).append(trial)
    return [replace(first, alike=len(rest)) for first, *rest in alike.values()]
