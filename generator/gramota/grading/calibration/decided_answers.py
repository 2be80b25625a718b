"""Answers with what each trainer decided of them, from tables of labelled answers or from the desk's log."""

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from gramota.decisions import Decisions
from gramota.decisions.line import Line, Undone
from gramota.grading.attempt_identity import attempt_id
from gramota.grading.inbox.answers import Answers
from gramota.grading.suggesting.labelled_answers import LabelledAnswer, Labels, MeaningKey
from gramota.grading.tables.rows_aside import same_id

ASIDE = 3
"""Every third answer is kept aside."""


@dataclass
class _Gathered:
    text: str
    by: dict[str, dict[MeaningKey, bool]] = field(default_factory=dict)


@dataclass(frozen=True)
class DecidedAnswer:
    """An answer to one question, and each trainer's decisions on it."""

    id: str
    question: str
    text: str
    by: Mapping[str, Labels]

    @cached_property
    def agreed(self) -> LabelledAnswer:
        """The answer with the decisions in which its trainers do not part."""
        labels = {key: met.copy().pop() for key, met in self._said.items() if len(met) == 1}
        return LabelledAnswer(self.id, self.text, labels)

    def disputed(self, keys: Iterable[MeaningKey]) -> int:
        """Return in how many of these decisions its trainers part."""
        return sum(len(self._said.get(key, ())) > 1 for key in keys)

    @cached_property
    def _said(self) -> dict[MeaningKey, set[bool]]:
        said: dict[MeaningKey, set[bool]] = {}
        for labels in self.by.values():
            for key, met in labels.items():
                said.setdefault(key, set()).add(met)
        return said

    @property
    def is_aside(self) -> bool:
        """Whether phrases are not learned from it: a third of all, by the hash of the id, the same every time."""
        return int(hashlib.sha256(self.id.encode()).hexdigest(), 16) % ASIDE == 0


AnswerKey = tuple[str, str, str]
"""An answer by its id, its question and its words: a person may answer again, and two tables may count alike."""


def answer_key(answer_id: str, question: str, text: str) -> AnswerKey:
    """Return what is the same for an answer wherever it stands, whatever a program has made of its spaces."""
    return same_id(answer_id), question, " ".join(unicodedata.normalize("NFC", text).split())


class AnswerCollector:
    """Puts together what is said of the same answer; what a trainer says later adds to what was said before."""

    def __init__(self) -> None:
        self._answers: dict[AnswerKey, _Gathered] = {}

    def add(self, answer_id: str, question: str, text: str, trainer: str, labels: Labels) -> None:
        """Take one trainer's decisions on one answer into account; none are no decision."""
        if labels and text.strip():
            gathered = self._answers.setdefault(answer_key(answer_id, question, text), _Gathered(text))
            gathered.by.setdefault(trainer, {}).update(labels)

    def answers(self) -> list[DecidedAnswer]:
        """Return the answers in the order in which they came."""
        return [DecidedAnswer(name, asked, each.text, each.by) for (name, asked, _), each in self._answers.items()]


def add_sheets(collector: AnswerCollector, sheets: Iterable[Answers], lines: Sequence[Line]) -> None:
    """Add what trainers decided of the sheets, each by the lines that are the trainer's own."""
    by_trainer = {who: Decisions(_lines_of(who, lines)) for who in dict.fromkeys(line.who for line in lines) if who}
    for sheet in sheets:
        known_as = attempt_id(sheet)
        for answer in sheet.answers:
            for who, decisions in by_trainer.items():
                marks = decisions.of(known_as, answer.question).marks
                labels = {key: mark.met for key, mark in marks.items()}
                collector.add(known_as, answer.question, answer.text, who, labels)


def _lines_of(who: str, lines: Iterable[Line]) -> Iterator[Line]:
    """A trainer may undo only what is the trainer's own; what undoes another's line finds nothing here."""
    return (line for line in lines if line.who == who or isinstance(line.did, Undone))
