"""All phrases that stand in an answer, not only the one that decides."""

from collections.abc import Iterator

from gramota.rubric.compiling.compiled import CompiledQuestion
from gramota.rubric.matching.match import Text
from gramota.rubric.matching.phrase_index import Sought
from gramota.rubric.reading.words import split_answer
from gramota.rubric.scoring.score import index_of


def find_phrases(compiled: CompiledQuestion, answer: str) -> frozenset[tuple[str, str]]:
    """Return the phrases of accept and reject that the answer has, each after the id of its meaning."""
    index = index_of(compiled)
    text = Text(index, split_answer(answer, index.lexicon))
    sought = ((meaning.id, meaning.accept + meaning.reject) for meaning in index.meanings)
    return frozenset((meaning, phrase) for meaning, phrases in sought for phrase in _standing_in(text, phrases))


def _standing_in(text: Text, phrases: tuple[Sought, ...]) -> Iterator[str]:
    yield from (option.text for needs, option in phrases if needs <= text.parts and text.find(option.node))
