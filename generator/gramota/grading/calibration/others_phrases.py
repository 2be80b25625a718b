"""Whether a phrase is made of words by which another criterion or misconception of its question is known already."""

from collections.abc import Iterator, Sequence

from gramota.grading.suggesting.labelled_answers import MeaningKey
from gramota.grading.suggesting.what_if import NewPhrase
from gramota.rubric import compile_question
from gramota.rubric.compiling.known_words import KnownWords
from gramota.rubric.compiling.whole_rubric import WholeRubric
from gramota.rubric.phrases.sources import PlainCriterion, PlainQuestion


class OthersPhrases:
    """The words of each meaning's accepted phrases, those of the groups that they name included."""

    def __init__(self, rubric: WholeRubric) -> None:
        self._known = dict(_known_words(rubric))

    def own(self, new: NewPhrase) -> bool:
        """Whether one other meaning has all words of a phrase to accept, and its own meaning has not.

        Who says that idea often says this one beside it; the words speak of the other all the same.
        """
        words = new.phrase.split()
        if new.where == "reject" or _knows_all(self._known[new.meaning], words):
            return False
        return any(_knows_all(known, words) for key, known in self._known.items() if key != new.meaning)


def _knows_all(known: KnownWords, words: list[str]) -> bool:
    return all(map(known.knows, words))


def _known_words(rubric: WholeRubric) -> Iterator[tuple[MeaningKey, KnownWords]]:
    for criterion in rubric.question.criteria:
        yield ("criteria", criterion.id), _words_of(criterion.accept, rubric)
    for misconception in rubric.question.misconceptions:
        yield ("misconceptions", misconception.id), _words_of(misconception.accept, rubric)


def _words_of(phrases: Sequence[str], rubric: WholeRubric) -> KnownWords:
    question = PlainQuestion([PlainCriterion("alone", phrases)], id=rubric.question.id)
    return KnownWords(compile_question(question, rubric.synonyms, rubric.lang))
