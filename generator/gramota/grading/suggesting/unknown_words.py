"""The words that answers use and that no phrase of their question knows."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from gramota.grading.suggesting.labelled_answers import LabelledAnswer
from gramota.rubric.forms.linguistics import base_forms, has_content, word_forms
from gramota.rubric.spelling.fold import split_words

SHORTEST = 3
"""Letters of the shortest word that is looked at."""


@dataclass(frozen=True, slots=True)
class UnknownWord:
    """A word, in its dictionary form where there is a dictionary, and which answers use it, by their numbers."""

    word: str
    answers: tuple[int, ...]


def find_unknown_words(
    answers: Sequence[LabelledAnswer], knows: Callable[[str], bool], lang: str
) -> tuple[UnknownWord, ...]:
    """The unknown words by how many answers use them; words that share a form count as one."""
    written: dict[str, dict[int, None]] = {}
    for number, answer in enumerate(answers):
        for word in dict.fromkeys(token.text for token in split_words(answer.text)):
            if len(word) >= SHORTEST and word.isalpha() and not knows(word):
                written.setdefault(word, {})[number] = None
    unknown = {
        base: numbers
        for base, numbers in _by_base(written, lang).items()
        if has_content(base, lang) and not any(map(knows, word_forms(base, lang)))
    }
    joined = [UnknownWord(word, tuple(sorted(numbers))) for word, numbers in _join_forms(unknown, lang).items()]
    return tuple(sorted(joined, key=_rank))


def _by_base(written: Mapping[str, Iterable[int]], lang: str) -> dict[str, set[int]]:
    """Put each word under one of its base forms: «сбегу» under «сбежать», where other answers speak for that."""
    bases = {word: base_forms(word, lang) for word in written}
    speaking: dict[str, set[int]] = {}
    for word, numbers in written.items():
        for base in bases[word]:
            speaking.setdefault(base, set()).update(numbers)
    used: dict[str, set[int]] = {}
    for word, numbers in written.items():
        used.setdefault(max(bases[word], key=lambda base: len(speaking[base])), set()).update(numbers)
    return used


def _join_forms(used: Mapping[str, set[int]], lang: str) -> dict[str, set[int]]:
    """Put words together that share a form, under the one that most answers use."""
    head_of: dict[str, str] = {}
    joined: dict[str, set[int]] = {}
    for word, numbers in sorted(used.items(), key=lambda item: (-len(item[1]), item[0])):
        head = head_of.get(word, word)
        joined.setdefault(head, set()).update(numbers)
        head_of.update((form, head) for form in word_forms(word, lang) if form not in head_of)
    return joined


def _rank(unknown: UnknownWord) -> tuple[int, str]:
    return -len(unknown.answers), unknown.word
