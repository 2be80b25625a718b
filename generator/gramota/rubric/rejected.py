"""What an author has said no to in so many words."""

from gramota.rubric.compiled import CompiledQuestion
from gramota.rubric.finding import has_covered_hit
from gramota.rubric.match import Text
from gramota.rubric.score import index_of
from gramota.rubric.words import split_answer


def is_rejected(compiled: CompiledQuestion, answer: str, criterion: str) -> bool:
    """Return whether a phrase of the criterion stands in the answer at a place that one of its `reject` covers."""
    index = index_of(compiled)
    text = Text(index, split_answer(answer, index.lexicon))
    return any(has_covered_hit(text, meaning) for meaning in index.criteria if meaning.id == criterion)
