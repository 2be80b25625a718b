"""All that judging an answer needs of a quiz, as a text that any process reads back without compiling anything."""

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import Any

from gramota.grading.compiled_quiz import CompiledQuiz
from gramota.grading.letter_sentences import SHORTEST, LetterSentences, Words
from gramota.grading.second_reader.learned_file import plain_readers, readers_of
from gramota.grading.second_reader.reader import SecondReader
from gramota.rubric import CompiledQuestion
from gramota.rubric.compiling.whole_json import read_whole, write_whole

FORMAT = "gramota-rubrics/3"


@dataclass(frozen=True)
class Rubrics:
    """The compiled rubric of each control question, by id, the letter's sentences, and the second readers.

    Sent to another process it goes as its JSON, and is read there once, however often it is sent.
    """

    rubrics: Mapping[str, CompiledQuestion]
    sentences: LetterSentences
    readers: Mapping[str, SecondReader]

    def to_json(self) -> str:
        """Return JSON for from_json; always the same bytes."""
        return self._json

    @classmethod
    def from_json(cls, text: str) -> "Rubrics":
        """Read what to_json wrote. Raises ValueError on another format."""
        return _read(text)

    def __reduce__(self) -> tuple[object, ...]:
        return Rubrics.from_json, (self._json,)

    @cached_property
    def _json(self) -> str:
        sentences = [list(each) for sentences in self.sentences.by_beginning.values() for each in sentences]
        rubrics = [write_whole(rubric) for rubric in self.rubrics.values()]
        whole = {
            "format": FORMAT,
            "rubrics": rubrics,
            "sentences": sentences,
            "readers": plain_readers(self.readers),
        }
        return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


def rubrics_of(quiz: CompiledQuiz) -> Rubrics:
    """Return what judging needs of a compiled quiz."""
    return Rubrics(quiz.rubrics, quiz.sentences, quiz.readers)


@lru_cache(maxsize=4)
def _read(text: str) -> Rubrics:
    whole: Any = json.loads(text)
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise ValueError(f"this is no {FORMAT}")
    rubrics = [read_whole(each) for each in whole["rubrics"]]
    sentences, readers = _sentences(whole["sentences"]), readers_of(whole["readers"])
    return Rubrics(MappingProxyType({rubric.id: rubric for rubric in rubrics}), sentences, readers)


def _sentences(plain: list[list[str]]) -> LetterSentences:
    found: defaultdict[Words, list[Words]] = defaultdict(list)
    for words in map(tuple, plain):
        found[words[:SHORTEST]].append(words)
    return LetterSentences({beginning: tuple(each) for beginning, each in found.items()})
