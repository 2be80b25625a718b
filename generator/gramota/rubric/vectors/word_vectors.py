"""Words near in meaning, by vectors of Russian words (navec, in an extra of its own); grading never comes here."""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from gramota.errors import GramotaError
from gramota.rubric.forms.opencorpora import plain
from gramota.rubric.forms.russian import base_forms, russian_forms
from gramota.rubric.forms.word_kinds import dictionary_form, is_common_base, kinds_of
from gramota.rubric.languages.language_code import primary_language

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    _Matrix = NDArray[np.float32]

LEAST_SIMILAR = 0.4
"""Cosine of two words' vectors below which they have little to do with each other."""

_NEAREST = 3

_FEWEST_USES = 200
"""Uses of a word in the corpus that the vectors were learnt from, below which they are mostly noise."""

_LOOKED_AT = 80
"""The nearest words that are looked at; most of them are of another kind, or known."""


class NoVectorsError(GramotaError):
    """The word vectors are not installed."""


class Near(NamedTuple):
    """A word in its dictionary form, how near it is to some words (-1 to 1), and the nearest of these."""

    word: str
    similarity: float
    to: str


class Vectors:
    """Unit vectors of dictionary forms.

    A word is as near to several as to the nearest three of them on average, so that one of them with a second meaning
    does not count for all.
    """

    def __init__(self, rows: Mapping[str, int], matrix: "_Matrix") -> None:
        self._rows = rows
        self._words = tuple(rows)
        self._matrix = matrix

    def has(self, word: str) -> bool:
        """Whether a folded word has a vector."""
        return bool(self._rows_of(word))

    def similarity(self, word: str, to: Sequence[str]) -> float | None:
        """How near a folded word is to some; None where it has no vector, or none of them has."""
        own = self._rows_of(word)
        compared = self._compare(to, self._matrix[own]) if own else None
        return None if compared is None else round(float(_mean_of_nearest(compared[1]).max()), 2)

    def near(self, to: Sequence[str], is_known: Callable[[str], bool]) -> Iterator[Near]:
        """Yield dictionary forms near to some words and of the same part of speech, best first.

        Those with a known form are left out; so are these words themselves and their aspect partners.
        """
        compared = self._compare(to, self._matrix)
        if compared is None:
            return
        words, similar = compared
        means = _mean_of_nearest(similar)
        own = {form for word in to for form in russian_forms(word).spelt()}
        for row in (-means).argsort(kind="stable")[:_LOOKED_AT]:
            found = Near(self._words[row], round(float(means[row]), 2), words[int(similar[:, row].argmax())])
            if means[row] >= LEAST_SIMILAR and _is_alike(found) and not _is_any(found.word, is_known, own):
                yield found

    def _compare(self, words: Sequence[str], others: "_Matrix") -> "tuple[list[str], _Matrix] | None":
        """The words that have vectors, and a row of similarities to the others for each of their readings."""
        rows = [(word, row) for word in words for row in self._rows_of(word)]
        return ([word for word, _ in rows], self._matrix[[row for _, row in rows]] @ others.T) if rows else None

    def _rows_of(self, word: str) -> list[int]:
        bases = {dictionary_form(word): None, **dict.fromkeys(base_forms(word))}
        return [self._rows[base] for base in bases if base in self._rows]


def _mean_of_nearest(similar: "_Matrix") -> "_Matrix":
    nearest = similar.copy()
    nearest.sort(axis=0)
    return cast("_Matrix", nearest[-_NEAREST:].mean(axis=0))


def _is_alike(near: Near) -> bool:
    return not kinds_of(near.word).isdisjoint(kinds_of(near.to))


def _is_any(word: str, is_known: Callable[[str], bool], own: Container[str]) -> bool:
    return any(is_known(form) or form in own for form in russian_forms(word).spelt())


def vectors_of(lang: str) -> Vectors | None:
    """The vectors of a language; None where there are none. Raises NoVectorsError where they are not installed."""
    return _load_vectors() if primary_language(lang) == "ru" else None


@cache
def _load_vectors() -> Vectors:
    path = _find_model()
    try:
        from navec import Navec  # noqa: PLC0415 - an extra, and only this command waits for it
    except ImportError as error:
        raise NoVectorsError(str(error)) from None
    model = Navec.load(path)
    chosen = _choose(model.vocab.words, model.vocab.counts)
    quantised = model.pq.indexes[[*chosen.values()]]
    matrix = model.pq.codes[model.pq.qdims, quantised].reshape(len(chosen), model.pq.dim)
    lengths = (matrix**2).sum(axis=1, keepdims=True) ** 0.5
    return Vectors({word: row for row, word in enumerate(chosen)}, matrix / lengths)


def _find_model() -> Path:
    """The file of vectors in natasha's folder; the package itself is not imported, for it is not needed."""
    package = find_spec("natasha")
    folders = package.submodule_search_locations if package else None
    found = sorted(path for folder in folders or () for path in Path(folder, "data/emb").glob("navec_*.tar"))
    if not found:
        raise NoVectorsError("natasha")
    return found[0]


def _choose(words: list[str], counts: list[int]) -> dict[str, int]:
    """Dictionary forms of common words, folded, with their places in the model; of ё and е the more usual spelling."""
    chosen: dict[str, int] = {}
    for place, (word, count) in enumerate(zip(words, counts, strict=True)):
        if count >= _FEWEST_USES and word.isalpha() and "а" <= word[0] <= "я":
            folded = plain(word)
            if folded not in chosen or counts[chosen[folded]] < count:
                chosen[folded] = place
    return {word: place for word, place in chosen.items() if is_common_base(word)}
