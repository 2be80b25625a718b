"""What an author has said no to in so many words."""

from gramota.rubric.compiling.compiled import CompiledQuestion
from gramota.rubric.matching.match import Text
from gramota.rubric.reading.words import split_answer
from gramota.rubric.scoring.finding import has_covered_hit
from gramota.rubric.scoring.score import index_of


def is_rejected(compiled: CompiledQuestion, answer: str, criterion: str) -> bool:
    """Return whether a phrase of the criterion stands in the answer at a place that one of its `reject` covers."""
    index = index_of(compiled)
    text = Text(index, split_answer(answer, index.lexicon))
    return any(has_covered_hit(text, meaning) for meaning in index.criteria if meaning.id == criterion)
