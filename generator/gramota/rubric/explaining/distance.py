"""Why words that an answer has do not make a phrase together: too far apart, parted by a boundary, in another order."""

from typing import NamedTuple

from gramota.rubric.explaining.explained import Apart
from gramota.rubric.matching.match import Text
from gramota.rubric.matching.windows import Hit, find_chains
from gramota.rubric.phrases.parse import MAX_GAP
from gramota.rubric.reading.reading import CONTRAST, FAR

ANY_REACH = 1 << 60
"""A reach that passes every boundary of an answer."""


class Distance(NamedTuple):
    """What parts the words of a row; the reach that would do where an author can write it; the words nearest then."""

    apart: Apart
    reach: int | None = None
    hit: Hit | None = None


def find_distance(text: Text, row: int) -> Distance:
    """Ask the matcher with ever longer reaches for a row that has a word for each part and does not stand anywhere."""
    node = text.index.nodes[row]
    if node.kind == "exact":
        return Distance("order")
    parts = [text.find_at_all(part) for part in node.parts]

    def nearest(reach: int) -> Hit | None:
        return next(iter(find_chains(parts, reach, text.reading.gap)), None)

    for reach in range(node.gap + 1, MAX_GAP + 1 if node.gap < CONTRAST else 0):
        if hit := nearest(reach):
            return Distance("near", reach, hit)
    if hit := nearest(FAR - 1):
        return Distance("far", None, hit)
    hit = nearest(ANY_REACH)
    return Distance("split" if hit else "shared", None, hit)
