"""What stands by the log's lines: of every answer, what its trainer decided, commented and finished."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from gramota.decisions.line import Commented, Finished, Kept, Kind, Line, Marked, Subject, Undone

MeaningKey = tuple[Kind, str]
"""A criterion or a misconception of a question, by its id."""
AnswerKey = tuple[str, str]
"""An attempt's checksum and a question's id."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What was decided of one meaning; `line` says by whom, when and with which rubric.

    `is_own` says that the trainer set it, and did not merely let the proposal stand when finishing the question.
    """

    met: bool
    line: Line
    is_own: bool


@dataclass(frozen=True, slots=True)
class Decided:
    """What stands of one answer; `last` is the number of the last line about it, undone or not."""

    last: int = 0
    marks: Mapping[MeaningKey, Mark] = field(default_factory=lambda: MappingProxyType({}))
    comments: tuple[Line, ...] = ()
    finished: Line | None = None

    @property
    def newest(self) -> Line | None:
        """The last line that counts; None where nothing does."""
        lines = [*(mark.line for mark in self.marks.values()), *self.comments, *filter(None, [self.finished])]
        return max(lines, key=lambda line: line.n, default=None)

    @property
    def rubrics(self) -> frozenset[str]:
        """The hashes of the rubrics that what stands was decided with; finishing looks through all that was marked."""
        lines = [*(mark.line for mark in self.marks.values()), *filter(None, [self.finished])]
        since = self.finished.n if self.finished else 0
        return frozenset(about.rubric for line in lines if line.n >= since and (about := subject_of(line)))


NOTHING = Decided()
"""What stands of an answer that nobody has decided on."""


class Decisions:
    """What stands by the lines read so far; `head` is the hash of the last line of the log that was read."""

    def __init__(self, lines: Iterable[Line] = (), head: str = "") -> None:
        self.head = head
        self._by_number: dict[int, Line] = {}
        self._by_answer: dict[AnswerKey, list[Line]] = {}
        self._undone: set[int] = set()
        self._last: dict[AnswerKey, int] = {}
        self._kept: dict[AnswerKey, Decided] = {}
        for line in lines:
            self.add(line)

    def add(self, line: Line) -> None:
        """Take the log's next line into account."""
        self._by_number[line.n] = line
        about = subject_of(line)
        if about:
            self._by_answer.setdefault(_key(about), []).append(line)
        if isinstance(line.did, Undone):
            self._undone.add(line.did.line)
            undone = self._by_number.get(line.did.line)
            about = subject_of(undone) if undone else None
        if about:
            self._last[_key(about)] = line.n
            self._kept.pop(_key(about), None)

    def of(self, attempt: str, question: str) -> Decided:
        """Return what stands of one answer."""
        key = attempt, question
        if key not in self._by_answer:
            return NOTHING
        if key not in self._kept:
            lines = [line for line in self._by_answer[key] if line.n not in self._undone]
            self._kept[key] = _settle(lines, self._last[key])
        return self._kept[key]

    @property
    def decided(self) -> Iterator[AnswerKey]:
        """Every answer of which anything stands, in the order in which they were first decided on."""
        return (key for key in self._by_answer if self.of(*key).newest)

    def line(self, number: int) -> Line | None:
        """Return a line that counts and that could be undone; None where there is none of that number."""
        line = self._by_number.get(number)
        return line if line and number not in self._undone and isinstance(line.did, Kept | _ON_ANSWER) else None

    def last_of(self, who: str) -> Line | None:
        """Return the last line of this trainer that could be undone."""
        for number in reversed(self._by_number):
            line = self.line(number)
            if line and line.who == who:
                return line
        return None

    @property
    def kept_comments(self) -> tuple[Line, ...]:
        """The comments that are kept to be used again, in the order in which they were."""
        kept = (line for line in self._by_number.values() if isinstance(line.did, Kept))
        return tuple(line for line in kept if line.n not in self._undone)


_ON_ANSWER = Marked | Commented | Finished


def subject_of(line: Line) -> Subject | None:
    """Return the answer that the line is about; None where it is about none."""
    return line.did.subject if isinstance(line.did, _ON_ANSWER) else None


def _key(about: Subject) -> AnswerKey:
    return about.attempt, about.question


def _settle(lines: Iterable[Line], last: int) -> Decided:
    marks: dict[MeaningKey, Mark] = {}
    comments: list[Line] = []
    finished: Line | None = None
    for line in lines:
        match line.did:
            case Marked(kind=kind, id=name, met=met):
                marks[kind, name] = Mark(met, line, is_own=True)
            case Commented():
                comments.append(line)
            case Finished():
                finished = line
                marks |= _confirmed(line, line.did, marks)
    return Decided(last, MappingProxyType(marks), tuple(comments), finished)


def _confirmed(line: Line, did: Finished, marks: Mapping[MeaningKey, Mark]) -> dict[MeaningKey, Mark]:
    """The proposals that were let stand; what the trainer set before stays set by that line."""
    lists: tuple[tuple[Kind, Mapping[str, bool]], ...] = (
        ("criteria", did.criteria),
        ("misconceptions", did.misconceptions),
    )
    return {
        (kind, name): Mark(met, line, is_own=False)
        for kind, entries in lists
        for name, met in entries.items()
        if (kind, name) not in marks or marks[kind, name].met != met
    }
