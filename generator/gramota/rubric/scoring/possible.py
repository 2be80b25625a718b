"""What an answer could meet at the very most, told from its single words and in a fraction of the time of scoring."""

from gramota.rubric.compiling.compiled import CompiledQuestion
from gramota.rubric.reading.words import split_answer
from gramota.rubric.scoring.finding import count_missing
from gramota.rubric.scoring.score import index_of


def count_possible(compiled: CompiledQuestion, answer: str) -> int:
    """How many criteria have a phrase whose words all stand in the answer; no more of them can be met."""
    index = index_of(compiled)
    parts = split_answer(answer, index.lexicon).parts
    return sum(0 in count_missing(meaning, parts) for meaning in index.criteria)
