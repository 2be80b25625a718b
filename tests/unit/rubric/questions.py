"""Small questions for the tests of the rubric: plain objects, as the course would hand them over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from gramota.rubric import CompiledQuestion, Decision, compile_question, score_answer
from gramota.rubric.phrases.sources import PlainCriterion as Criterion
from gramota.rubric.phrases.sources import PlainMisconception as Misconception
from gramota.rubric.phrases.sources import PlainQuestion

__all__ = ["Criterion", "Misconception", "Question", "cases", "compiled", "decide"]


@dataclass(frozen=True)
class Question(PlainQuestion):
    id: str = field(default="q", kw_only=True)
    synonyms: Mapping[str, Sequence[str]] = field(default_factory=dict)


def compiled(question: Question, lang: str = "ru") -> CompiledQuestion:
    return compile_question(question, question.synonyms, lang)


def decide(
    phrases: str | Sequence[str],
    answer: str,
    *,
    reject: Sequence[str] = (),
    synonyms: Mapping[str, Sequence[str]] | None = None,
    lang: str = "ru",
) -> Decision:
    accept = [phrases] if isinstance(phrases, str) else phrases
    question = Question([Criterion("c", accept, reject)], synonyms=synonyms or {})
    return score_answer(compiled(question, lang), answer).criteria["c"]


def cases(table: str) -> list[tuple[str, str, bool]]:
    """Lines "+ phrase // answer" (must match) and "- phrase // answer" (must not); ⏎ is a new line, ¬ a soft hyphen."""
    return [_case(line.strip()) for line in table.strip().splitlines()]


def _case(line: str) -> tuple[str, str, bool]:
    phrase, answer = line[1:].split(" // ")
    return phrase.strip(), _plain(answer), line[0] == "+"


def _plain(answer: str) -> str:
    return answer.strip().replace("⏎", "\n").replace("¬", "\u00ad")
