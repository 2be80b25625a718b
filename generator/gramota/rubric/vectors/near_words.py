"""For each part of a question's phrases, words near in meaning that the rubric does not know yet."""

from dataclasses import dataclass
from itertools import islice

from gramota.rubric.compiling.known_words import KnownWords
from gramota.rubric.compiling.whole_rubric import WholeRubric
from gramota.rubric.phrases.accepted import Place, accepted_phrases, content_words
from gramota.rubric.phrases.parse import parse_phrase
from gramota.rubric.phrases.parts import leaves_of, parts_of, render_item
from gramota.rubric.phrases.tree import Group, Item
from gramota.rubric.vectors.word_vectors import Near, Vectors

MOST_FOR_A_PART = 6
MOST_FOR_A_GROUP = 12


@dataclass(frozen=True, slots=True)
class NearWords:
    """A part that stands in one or several phrases, or a synonym group, and words near to its own, best first."""

    part: str
    places: tuple[Place, ...]
    words: tuple[Near, ...]


def find_near_words(rubric: WholeRubric, vectors: Vectors) -> tuple[NearWords, ...]:
    """Near words for each part and each synonym group that the phrases use; a group's stand there once."""
    knows = KnownWords(rubric.compiled).knows
    found = []
    for text, (items, places) in _Parts(rubric).found.items():
        most = MOST_FOR_A_GROUP if text.startswith("<") else MOST_FOR_A_PART
        words = tuple(islice(vectors.near(content_words(items, rubric.compiled.language), knows), most))
        if words:
            found.append(NearWords(text, tuple(places), words))
    return tuple(found)


class _Parts:
    """Parts and groups by their text, each with its items and the phrases where it stands, in the order found."""

    def __init__(self, rubric: WholeRubric) -> None:
        self.found: dict[str, tuple[list[Item], dict[Place, None]]] = {}
        self._synonyms = rubric.synonyms
        for place in accepted_phrases(rubric.question):
            for part in parts_of(parse_phrase(place.phrase)):
                self._add(part.item, place)

    def _add(self, item: Item, place: Place) -> None:
        if not isinstance(item, Group):
            _, places = self.found.setdefault(render_item(item), ([item], {}))
            places[place] = None
        for leaf in leaves_of(item):
            if isinstance(leaf, Group):
                self._add_group(leaf.name, place)

    def _add_group(self, name: str, place: Place) -> None:
        members = [parse_phrase(text).row for text in self._synonyms[name]]
        _, places = self.found.setdefault(f"<{name}>", ([*members], {}))
        if place not in places:
            places[place] = None
            for leaf in (leaf for member in members for leaf in leaves_of(member) if isinstance(leaf, Group)):
                self._add_group(leaf.name, place)
