"""Dictionary words that would pass for a typo of a rubric's word and are none: баржа is no misspelt маржа."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from gramota.rubric.forms.dictionary import LISTED, Nodes, is_listed, letters_after, readings_of
from gramota.rubric.forms.form_graph import FormGraph
from gramota.rubric.spelling.typos import SHORTEST_FOR_ONE


@cache
def is_russian_word(word: str) -> bool:
    """Whether the dictionary has the folded word."""
    return word.isalpha() and bool(readings_of(word))


def russian_strangers(keys: Iterable[Sequence[str]]) -> frozenset[str]:
    """The dictionary words one slip from a form of five letters or more; both are walked as graphs, side by side."""
    forms = {form for forms in keys for form in forms}
    long_enough = FormGraph(form for form in forms if len(form) >= SHORTEST_FOR_ONE and form.isalpha())
    slips = _Walk(long_enough).slips(long_enough.root, LISTED)
    return frozenset(word for word in slips) - forms


class _Walk:
    """What the dictionary has near the forms, found once for each pair of places from which both go on."""

    def __init__(self, forms: FormGraph) -> None:
        self._forms = forms
        self._slips: dict[tuple[int, Nodes], frozenset[str]] = {}
        self._common: dict[tuple[int, Nodes], tuple[str, ...]] = {}

    def slips(self, place: int, listed: Nodes) -> frozenset[str]:
        """Ends of dictionary words with a letter more, less or other than an end of a form, or two swapped."""
        found = self._slips.get((place, listed))
        if found is None:
            found = self._slips[place, listed] = frozenset(
                [*self._slips_here(place, listed), *self._later(place, listed)]
            )
        return found

    def _later(self, place: int, listed: Nodes) -> Iterator[str]:
        """The ends that begin as the form does."""
        follows = letters_after(listed)
        for letter, below in self._forms.below(place):
            if letter in follows:
                yield from (letter + end for end in self.slips(below, follows[letter]))

    def _slips_here(self, place: int, listed: Nodes) -> Iterator[str]:
        """The ends that differ from a form's at the start and nowhere else."""
        follows = letters_after(listed)
        for said, further in follows.items():
            yield from self._begun(said, place, further)
        for letter, below in self._forms.below(place):
            yield from self.common(below, listed)
            for said, further in follows.items():
                if said != letter:
                    yield from self._begun(said, below, further)
            yield from self._swapped(letter, below, follows)

    def _swapped(self, letter: str, below: int, follows: dict[str, Nodes]) -> Iterator[str]:
        for second, beyond in self._forms.below(below):
            further = letters_after(follows[second]).get(letter) if second in follows else None
            if further:
                yield from self._begun(second + letter, beyond, further)

    def _begun(self, start: str, place: int, listed: Nodes) -> Iterator[str]:
        return (start + end for end in self.common(place, listed))

    def common(self, place: int, listed: Nodes) -> tuple[str, ...]:
        """The ends that forms and dictionary words share."""
        found = self._common.get((place, listed))
        if found is None:
            found = self._common[place, listed] = tuple(self._shared(place, listed))
        return found

    def _shared(self, place: int, listed: Nodes) -> Iterator[str]:
        if self._forms.is_end(place) and is_listed(listed):
            yield ""
        follows = letters_after(listed)
        for letter, below in self._forms.below(place):
            if letter in follows:
                yield from self._begun(letter, below, follows[letter])
