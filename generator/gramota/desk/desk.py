"""The desk: answers and the log of decisions; what a trainer does is in the log before anything changes here."""

from collections.abc import Sequence

from gramota.decisions import Decided, Decisions, DecisionsLog
from gramota.decisions.line import Act, Commented, Finished, Kept, Kind, Line, Marked, Subject, Undone
from gramota.decisions.standing import subject_of
from gramota.desk.case import Case
from gramota.grading.decided_by_trainer import decide_grade
from gramota.grading.grade import Grade


class StaleError(Exception):
    """The answer was decided on elsewhere since it was shown."""


class NobodyError(Exception):
    """No trainer has said a name yet."""


class UnknownError(Exception):
    """There is no such answer, meaning or line."""


class Desk:
    """What lies on the desk and what was decided; `who` decides."""

    def __init__(self, cases: Sequence[Case], log: DecisionsLog, who: str | None = None) -> None:
        self.cases = cases
        self.who = who
        self._log = log
        self._decisions = Decisions(log.lines)
        self.has_one_letter = len({case.subject.letter for case in cases}) <= 1
        self._places = {case.key: place for place, case in enumerate(cases)}
        self._by_subject = {_subject_key(case.subject): case for case in cases}
        self._finished = {case.key for case in cases if self.decided(case).finished}
        self.touched: list[int] = []
        """The places of the answers that anything was done to, in order."""

    def place(self, key: str) -> int:
        """Return where the answer lies; raise UnknownError."""
        if key not in self._places:
            raise UnknownError(key)
        return self._places[key]

    def case(self, key: str) -> Case:
        """Return the answer; raise UnknownError."""
        return self.cases[self.place(key)]

    def decided(self, case: Case) -> Decided:
        """Return what stands of the answer."""
        return self._decisions.of(case.subject.attempt, case.subject.question)

    def grade(self, case: Case) -> Grade:
        """Return the answer's grade, the trainer's word over the rubric's."""
        return decide_grade(case.attempt.compiled.rubrics.get(case.subject.question), case.grade, self.decided(case))

    def is_finished(self, case: Case) -> bool:
        """Whether the trainer has finished the answer."""
        return case.key in self._finished

    @property
    def finished(self) -> int:
        """How many answers are finished."""
        return len(self._finished)

    def has_changed(self, case: Case) -> bool:
        """Whether anything that stands was decided with another rubric than today's."""
        return not self.decided(case).rubrics <= {case.subject.rubric}

    @property
    def kept_comments(self) -> tuple[Line, ...]:
        """The comments to use again, the oldest first, so that each keeps its number."""
        return self._decisions.kept_comments

    def mark(self, case: Case, after: int, kind: Kind, name: str, met: bool) -> Line:  # noqa: FBT001 - it is a value
        """Set a criterion or misconception; `after` is the last line about the answer that the trainer has seen."""
        if name not in case.grade.decisions(kind):
            raise UnknownError(name)
        return self._decide(case, after, Marked(subject=case.subject, kind=kind, id=name, met=met))

    def comment(self, case: Case, after: int, text: str) -> Line:
        """Add a comment for the employee."""
        return self._decide(case, after, Commented(subject=case.subject, text=text))

    def finish(self, case: Case, after: int) -> Line:
        """Let all stand as it is now, what the trainer has not touched too."""
        grade = self.grade(case)
        criteria = {name: decision.met for name, decision in grade.criteria.items()}
        ideas = {name: decision.met for name, decision in grade.misconceptions.items()}
        return self._decide(case, after, Finished(subject=case.subject, criteria=criteria, misconceptions=ideas))

    def keep_comment(self, text: str) -> Line:
        """Keep a comment to use again; one that is kept already is not kept twice."""
        known = (line for line in self.kept_comments if isinstance(line.did, Kept) and line.did.text == text)
        return next(known, None) or self._record(Kept(text=text))

    def undo(self, number: int | None = None) -> Line:
        """Undo that line, or the trainer's last that still counts, and return it; raise UnknownError where none is."""
        line = self._decisions.last_of(self._name()) if number is None else self._decisions.line(number)
        if line is None:
            raise UnknownError(number)
        self._record(Undone(line=line.n))
        self._look_again(line)
        return line

    def case_of(self, line: Line) -> Case | None:
        """Return the answer that a line is about, where it lies on the desk."""
        about = subject_of(line)
        return self._by_subject.get(_subject_key(about)) if about else None

    def _decide(self, case: Case, after: int, did: Act) -> Line:
        if self.decided(case).last != after:
            raise StaleError
        return self._record(did)

    def _record(self, did: Act) -> Line:
        line = self._log.record(self._name(), did)
        self._decisions.add(line)
        self._look_again(line)
        return line

    def _look_again(self, line: Line) -> None:
        """Keep up to date what is asked for thousands of times a second."""
        case = self.case_of(line)
        if case:
            (self._finished.add if self.decided(case).finished else self._finished.discard)(case.key)
            self.touched.append(self._places[case.key])

    def _name(self) -> str:
        if self.who is None:
            raise NobodyError
        return self.who


def _subject_key(about: Subject) -> tuple[str, str]:
    return about.attempt, about.question
