"""A question's rubric as its author wrote it, together with what it was compiled to."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from gramota.rubric.compiling.compiled import CompiledQuestion
from gramota.rubric.phrases.sources import QuestionSource


class WholeRubric(NamedTuple):
    """What is needed to explain a decision by the author's words, and to ask how the rubric would do with others."""

    question: QuestionSource
    synonyms: Mapping[str, Sequence[str]]
    compiled: CompiledQuestion

    @property
    def lang(self) -> str:
        """The language of the question's phrases."""
        return self.compiled.lang
