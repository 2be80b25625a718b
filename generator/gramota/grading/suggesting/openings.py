"""Where a word could be added to a phrase: the answers that have something for all its parts but one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gramota.grading.suggesting.labelled_answers import MeaningKey
from gramota.rubric.compiling.whole_rubric import WholeRubric
from gramota.rubric.forms.linguistics import word_forms
from gramota.rubric.languages.word_class import ANY_NEGATOR
from gramota.rubric.phrases.accepted import Place, accepted_phrases, content_words
from gramota.rubric.phrases.parse import parse_phrase
from gramota.rubric.phrases.parts import Part, leaves_of, parts_of
from gramota.rubric.phrases.tree import Group, Item, Prefix, Word
from gramota.rubric.spelling.fold import split_words


@dataclass(frozen=True, slots=True)
class Opening:
    """A part of an accepted phrase, its content words, and whether it is all that the phrase asks for."""

    place: Place
    part: Part
    words: tuple[str, ...]
    is_alone: bool

    @property
    def meaning(self) -> MeaningKey:
        """The criterion or misconception that the phrase belongs to."""
        return self.place.kind, self.place.meaning


class Openings:
    """The parts of all accepted phrases of a question, looked up by an answer's words without slips of the pen."""

    def __init__(self, rubric: WholeRubric) -> None:
        self._synonyms = rubric.synonyms
        self._lang = rubric.lang
        self._language = rubric.compiled.language
        self._openings: list[Opening] = []
        self._phrases: list[range] = []
        self._small: list[list[Opening]] = []
        self._by_form: dict[str, set[int]] = {}
        self._by_beginning: dict[str, set[int]] = {}
        for place in accepted_phrases(rubric.question):
            self._add(place)

    def find(self, answer: str) -> list[Opening]:
        """The parts that alone keep their phrases from standing in the answer, as far as words go and not order."""
        present = self._present(answer)
        missing = ([number for number in phrase if number not in present] for phrase in self._phrases)
        return [self._openings[numbers[0]] for numbers in missing if len(numbers) == 1]

    def find_small(self, answer: str) -> list[Opening]:
        """The function words of the phrases all of whose other parts stand in the answer; no negation is one."""
        present = self._present(answer)
        whole = (small for phrase, small in zip(self._phrases, self._small, strict=True) if present.issuperset(phrase))
        return [opening for small in whole for opening in small]

    def _present(self, answer: str) -> set[int]:
        present: set[int] = set()
        for word in {token.text for token in split_words(answer)}:
            present |= self._by_form.get(word, set()).union(
                *(numbers for text, numbers in self._by_beginning.items() if word.startswith(text))
            )
        return present

    def _add(self, place: Place) -> None:
        """Keep the parts that are more than function words: of these an answer may have any."""
        whole = parts_of(parse_phrase(place.phrase))
        parts = [part for part in whole if self._has_content(part.item)]
        begin = len(self._openings)
        for part in parts:
            leaves = [*self._leaves(part.item, frozenset())]
            words = content_words(leaves, self._language)
            self._index(leaves, len(self._openings))
            self._openings.append(Opening(place, part, words, is_alone=len(parts) == 1))
        self._phrases.append(range(begin, len(self._openings)))
        small = [part for part in whole if parts and part not in parts and not self._denies(part.item)]
        self._small.append([Opening(place, part, (), is_alone=False) for part in small])

    def _has_content(self, item: Item) -> bool:
        return not isinstance(item, Word) or bool(content_words([item], self._language))

    def _denies(self, item: Item) -> bool:
        words = ("".join(leaf.parts) for leaf in leaves_of(item) if isinstance(leaf, Word))
        return any(self._language.classes.get(word, 0) & ANY_NEGATOR for word in words)

    def _index(self, leaves: Iterable[Word | Prefix], number: int) -> None:
        for leaf in leaves:
            if isinstance(leaf, Prefix):
                self._by_beginning.setdefault(leaf.text, set()).add(number)
            else:
                for form in word_forms("".join(leaf.parts), self._lang):
                    self._by_form.setdefault(form, set()).add(number)

    def _leaves(self, item: Item, within: frozenset[str]) -> Iterator[Word | Prefix]:
        """The words and beginnings in an item and in the groups that it names."""
        for leaf in leaves_of(item):
            if not isinstance(leaf, Group):
                yield leaf
            elif leaf.name not in within:
                for text in self._synonyms[leaf.name]:
                    yield from self._leaves(parse_phrase(text).row, within | {leaf.name})
