"""The phrases that a question accepts, by where they stand, and the words in them that say something."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from gramota.rubric.languages.language import Language
from gramota.rubric.phrases.parts import leaves_of
from gramota.rubric.phrases.sources import QuestionSource
from gramota.rubric.phrases.tree import Item, Word

Kind = Literal["criteria", "misconceptions"]


class Place(NamedTuple):
    """A phrase that a criterion or misconception accepts."""

    kind: Kind
    meaning: str
    phrase: str


def accepted_phrases(question: QuestionSource) -> Iterator[Place]:
    """The phrases that the question's criteria and misconceptions accept, in the rubric's order."""
    for criterion in question.criteria:
        yield from (Place("criteria", criterion.id, text) for text in criterion.accept)
    for misconception in question.misconceptions:
        yield from (Place("misconceptions", misconception.id, text) for text in misconception.accept)


def content_words(items: Iterable[Item], language: Language) -> tuple[str, ...]:
    """The folded words in the items, without function words; words of groups are the groups' own."""
    leaves = (leaf for item in items for leaf in leaves_of(item) if isinstance(leaf, Word))
    return tuple(dict.fromkeys(word for leaf in leaves if (word := "".join(leaf.parts)) not in language.classes))
