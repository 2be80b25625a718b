"""Which words of the answers would help a rubric: each is tried where it could be all that a phrase lacks."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from gramota.grading.suggesting.chance import is_by_chance
from gramota.grading.suggesting.labelled_answers import LabelledAnswer, MeaningKey
from gramota.grading.suggesting.openings import Opening, Openings
from gramota.grading.suggesting.shorter import Shorter, count_wrong, find_shorter
from gramota.grading.suggesting.unknown_words import UnknownWord, find_unknown_words
from gramota.grading.suggesting.what_if import Addition, Trial, WhatIf
from gramota.rubric.compiling.known_words import KnownWords
from gramota.rubric.compiling.whole_rubric import WholeRubric
from gramota.rubric.vectors.word_vectors import LEAST_SIMILAR, Vectors

MOST_ANSWERS = 2_000
MOST_WORDS = 200
MANY_ANSWERS = 10
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
    shorter: tuple[Shorter, ...]
    limits: tuple[Limit, ...]
    marked: int
    """Answers with a trainer's decision."""


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
    tried = _Tried(rubric, looked_at, vectors, sum(len(word.answers) > 1 for word in unknown))
    told_apart = [word for word in unknown[:MOST_WORDS] if not _is_common(word, len(looked_at))]
    trials = [trial for word in watch(told_apart) for trial in tried.trials(word)]
    reached: dict[Limit, bool] = {
        "answers": len(answers) > MOST_ANSWERS,
        "words": len(unknown) > MOST_WORDS,
        "additions": tried.is_cut,
    }
    limits = tuple(limit for limit, is_reached in reached.items() if is_reached)
    marked = sum(bool(answer.labels) for answer in looked_at)
    return Learnt(len(looked_at), unknown, tuple(sorted(trials, key=_rank)), tried.shorter(), limits, marked)


def _is_common(word: UnknownWord, answers: int) -> bool:
    """Whether most answers use the word, so that it tells none from another."""
    return answers >= MANY_ANSWERS and 2 * len(word.answers) > answers


class _Tried:
    """One question with its answers, on which words are tried one after the other."""

    def __init__(
        self, rubric: WholeRubric, answers: Sequence[LabelledAnswer], vectors: Vectors | None, words: int
    ) -> None:
        self.is_cut = False
        self._words = words
        self._answers = answers
        self._vectors = vectors
        self._what_if = WhatIf(rubric, answers)
        openings = Openings(rubric)
        self._openings = [self._unmet(number, openings.find(answer.text)) for number, answer in enumerate(answers)]
        self._lacking = [
            [*found, *self._unmet(number, openings.find_small(answers[number].text))]
            for number, found in enumerate(self._openings)
        ]

    def trials(self, unknown: UnknownWord) -> list[Trial]:
        """The word's additions that change a decision; of several that change the same, the nearest in meaning."""
        openings = self._additions(unknown)
        if not openings:
            return []
        additions = [*openings]
        changes = self._what_if.changes(unknown, additions)
        found = [
            Trial(each, self._similarity(unknown.word, openings[each]), changes=its_changes)
            for each, its_changes in zip(additions, changes, strict=True)
            if its_changes
        ]
        likely = [trial for trial in found if not self._is_chance(trial, openings[trial.addition])]
        return _one_of_alike(sorted(likely, key=_rank))

    def _unmet(self, number: int, openings: Iterable[Opening]) -> list[Opening]:
        decided = self._what_if.decided[number]
        return [found for found in openings if not decided[found.meaning].met]

    def shorter(self) -> tuple[Shorter, ...]:
        """The phrases that would do better with a part left out."""
        return find_shorter(self._what_if, self._answers, self._lacking)

    def _is_chance(self, trial: Trial, opening: Opening) -> bool:
        """Whether a word that would be a whole phrase mends no more than one of so many would by chance."""
        if not opening.is_alone or not trial.mends:
            return False
        wrong, of = count_wrong(self._what_if, self._answers, opening.meaning)
        return is_by_chance(trial.mends, trial.breaks, wrong, of, self._words)

    def _additions(self, unknown: UnknownWord) -> dict[Addition, Opening]:
        """What to try, with the first opening that it is for, at most MOST_ADDITIONS."""
        counts = Counter(self._promising(unknown))
        ranked = sorted(counts, key=lambda opening: -counts[opening])
        additions: dict[Addition, Opening] = {}
        for opening in ranked:
            addition = self._what_if.addition(unknown.word, opening.place, opening.part)
            if addition and addition not in additions:
                additions[addition] = opening
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
