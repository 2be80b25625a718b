"""An answer cut where its evidence begins and ends, so that a page can mark each stretch with the numbers it shows."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from pydantic import BaseModel, ConfigDict

from gramota.grading.files.plain_text import clean_text
from gramota.rubric.scoring.score import Span

MOST_CHARACTERS = 60_000
"""What a page shows of one answer; twenty closely written sheets."""


class Stretch(BaseModel):
    """A piece of the answer, fit to show, and the numbers of the criteria and misconceptions that it is evidence of."""

    model_config = ConfigDict(frozen=True)

    text: str
    numbers: tuple[int, ...]


def cut_answer(answer: str, evidence: Iterable[tuple[int, Sequence[Span]]]) -> list[Stretch]:
    """Return the whole answer in stretches; `evidence` is the spans of each number."""
    shown = answer[:MOST_CHARACTERS]
    marked = [(start, min(end, len(shown)), number) for number, spans in evidence for start, end in spans]
    cuts = sorted({0, len(shown), *(at for start, end, _ in marked if start < end for at in (start, end))})
    pieces = [*_pieces(shown, cuts, marked)]
    return [*pieces, Stretch(text="…", numbers=())] if len(shown) < len(answer) else pieces


def _pieces(shown: str, cuts: Sequence[int], marked: Sequence[tuple[int, int, int]]) -> Iterator[Stretch]:
    for start, end in pairwise(cuts):
        numbers = tuple(sorted({number for first, last, number in marked if first <= start and end <= last}))
        yield Stretch(text=clean_text(shown[start:end]), numbers=numbers)
