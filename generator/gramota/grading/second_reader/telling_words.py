"""The words for which a second reader thinks a criterion met: the evidence where there is no phrase to show."""

from collections.abc import Container, Sequence

from gramota.grading.second_reader.beginnings import places_of
from gramota.grading.second_reader.reader import SecondReader
from gramota.rubric import Span

MOST_WORDS = 3
LEAST = 100
"""Thousandths of a criterion that is met; what adds less is no reason."""
OF_THE_FIRST = 3
"""Who adds less than a third of what the most telling word adds is not worth showing beside it."""


def find_telling_words(reader: SecondReader, answer: str, criterion: str, small: Container[str]) -> tuple[Span, ...]:
    """Return where the words stand that speak most for the criterion; neighbours are one span.

    None where none speaks for it; `small` words, such as “with” and “and”, are no reason.
    """
    places = [*places_of(answer)]
    first_at = {word: at for at, (word, _) in reversed([*enumerate(places)]) if word not in small}
    said = sorted(((reader.weight_of(word, criterion), -at) for word, at in first_at.items()), reverse=True)
    least = max(LEAST, said[0][0] / OF_THE_FIRST) if said else LEAST
    telling = sorted(-at for weight, at in said[:MOST_WORDS] if weight >= least)
    return _joined([(at, places[at][1]) for at in telling])


def _joined(words: Sequence[tuple[int, Span]]) -> tuple[Span, ...]:
    spans: list[Span] = []
    last = -2
    for at, (start, end) in words:
        spans.append((spans.pop()[0] if at == last + 1 else start, end))
        last = at
    return tuple(spans)
