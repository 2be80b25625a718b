"""What an answer is as a whole, beyond its criteria, as only the whole letter and quiz can tell."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from gramota.grading.letter_sentences import LetterSentences
from gramota.grading.second_reader.reader import SecondReader
from gramota.grading.second_reader.second_thoughts import think_again
from gramota.notice_kinds import COPIED, EMPTY, OTHER_QUESTION, NoticeKind
from gramota.rubric import CompiledQuestion, Score, add_up, count_possible, score_answer

ENOUGH_OF_ANOTHER = 2
"""Criteria of another question that are met by no chance; of a question with few of them, half will do."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What kind of answer this seems to be; `question` is the other question, where it seems to answer another.

    `refused` says that the quiz gives no points to such an answer.
    """

    kind: NoticeKind
    question: str = ""
    refused: bool = False


class Judging(Protocol):
    """What answers are judged by: the compiled rubric of each question, by id, and the letter's sentences.

    `readers` are second readers of questions, by id, where answers to them were learned from.
    """

    @property
    def rubrics(self) -> Mapping[str, CompiledQuestion]: ...  # noqa: D102 - the class says it
    @property
    def sentences(self) -> LetterSentences: ...  # noqa: D102 - the class says it
    @property
    def readers(self) -> Mapping[str, SecondReader]: ...  # noqa: D102 - the class says it


class Judged(NamedTuple):
    """An answer's score, and what it is as a whole."""

    score: Score
    notices: tuple[Notice, ...]


def judge_answer(quiz: Judging, question: str, answer: str) -> Judged:
    """Score an answer to a question of the quiz, with an eye on the letter and on the other questions."""
    rubric = quiz.rubrics[question]
    score = score_answer(rubric, answer)
    is_copied = quiz.sentences.has_copied(answer)
    enough = 1 if is_copied else ENOUGH_OF_ANOTHER
    has_others = len(quiz.rubrics) > 1
    other = _find_other_question(quiz, question, answer, enough) if has_others and _meets_nothing(score) else ""
    if is_copied or other:
        found = (*score.notices, *_kinds_of(other, is_copied=is_copied))
        score = add_up(rubric, score.criteria, score.misconceptions, found)
    if question in quiz.readers and rubric.refuse.isdisjoint(score.notices):
        score = think_again(rubric, score, quiz.readers[question], answer)
    return Judged(score, tuple([_notice(rubric, kind, other) for kind in score.notices]))


def _kinds_of(other: str, *, is_copied: bool) -> Iterator[NoticeKind]:
    if is_copied:
        yield COPIED
    if other:
        yield OTHER_QUESTION


def _meets_nothing(score: Score) -> bool:
    """Whether the answer says something, and nothing that its question asks for."""
    return EMPTY not in score.notices and not _count_met(score)


def _find_other_question(quiz: Judging, asked: str, answer: str, enough: int) -> str:
    """The one other question that the answer answers; where it would answer several, none is likely to be meant."""
    found = [name for name, rubric in quiz.rubrics.items() if name != asked and _is_met(rubric, answer, enough)]
    return found[0] if len(found) == 1 else ""


def _is_met(rubric: CompiledQuestion, answer: str, enough: int) -> bool:
    """Whether the answer meets enough criteria, or half of them; most answers are ruled out by their single words."""
    needed = min(enough, (len(rubric.criteria) + 1) // 2)
    return count_possible(rubric, answer) >= needed and _count_met(score_answer(rubric, answer)) >= needed


def _count_met(score: Score) -> int:
    return sum(decision.met for decision in score.criteria.values())


def _notice(rubric: CompiledQuestion, kind: NoticeKind, other: str) -> Notice:
    return Notice(kind, other if kind == OTHER_QUESTION else "", refused=kind in rubric.refuse)
