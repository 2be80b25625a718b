"""Tables of labelled answers, read into what each trainer decided; rows whose marks cannot be used are set aside."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from gramota.course.files.folder import shown_path
from gramota.course.names import listed
from gramota.errors import Problem, Where
from gramota.grading.calibration.decided_answers import AnswerCollector, AnswerKey, DecidedAnswer, answer_key
from gramota.grading.suggesting.labelled_answers import (
    LabelledAnswer,
    Labels,
    MeaningKey,
    find_likely_columns,
    label_answer,
)
from gramota.grading.tables.rows import BulkRow, read_bulk
from gramota.rubric import CompiledQuestion

Said = tuple[bool, Where]
"""A mark, and where it stands."""


def name_trainers(files: Sequence[Path]) -> list[str]:
    """Return the trainer of each file: its name without its ending, or its path where another is called the same."""
    paths = {shown_path(file): file.stem for file in files}
    stems = [*paths.values()]
    return [file.stem if stems.count(file.stem) == 1 else shown_path(file) for file in files]


class LabelledTables:
    """Gathers the rows of all tables; `set_aside` tells of what cannot be used, `told` of what is of no use.

    `unmarked` are files without a mark.
    """

    def __init__(self, rubrics: Mapping[str, CompiledQuestion]) -> None:
        self.set_aside: list[Problem] = []
        self.told: list[Problem] = []
        self.unmarked: list[Path] = []
        self._rubrics = rubrics
        self._collector = AnswerCollector()
        self._said: dict[tuple[AnswerKey, str], dict[MeaningKey, Said]] = {}
        self._zeros_of_nothing: list[Where] = []

    def answers(self) -> list[DecidedAnswer]:
        """Return the answers of all tables in the order in which they came."""
        return self._collector.answers()

    def read(self, file: Path, trainer: str) -> None:
        """Add the rows of a table; a trainer may be named in its column `trainer`, too."""
        before = len(self.set_aside)
        marks = 0
        told: set[str] = set()
        self._zeros_of_nothing.clear()
        for row in read_bulk(file, tuple(self._rubrics)):
            if isinstance(row, Problem):
                self.set_aside.append(row)
            else:
                self._tell_likely(row, told)
                marks += self.add(row, trainer)
        if not marks and len(self.set_aside) == before:
            self.unmarked.append(file)
        if zeros := self._zeros_of_nothing:
            self.told.append(Problem.at(zeros[0], "G408.empties", count=len(zeros)))

    def _tell_likely(self, row: BulkRow, told: set[str]) -> None:
        """Tell once a file of each column that may have been meant to hold marks."""
        likely = dict(find_likely_columns(row))
        self.set_aside.extend(problem for name, problem in likely.items() if name not in told)
        told.update(likely)

    def add(self, row: BulkRow, trainer: str) -> int:
        """Add a row, or set it aside; return how many marks were added."""
        named = row.others.get("trainer")
        trainer = (str(named).strip() if named else "") or trainer
        answer = label_answer(row, self._rubrics[row.question])
        if not isinstance(answer, LabelledAnswer):
            self.set_aside.extend(answer)
        elif otherwise := self._find_said_otherwise(row, trainer, answer.labels):
            self.set_aside.append(otherwise)
        elif answer.labels and not row.answer.strip():
            return self._pass_over(row, answer.labels)
        else:
            self._collector.add(str(row.id), row.question, row.answer, trainer, answer.labels)
            return len(answer.labels)
        return 0

    def _pass_over(self, row: BulkRow, labels: Labels) -> int:
        """Tell of marks on an empty answer; return how many are right, and yet say nothing of other answers."""
        found = [name for (_, name), is_found in labels.items() if is_found]
        if found:
            self.set_aside.append(Problem.at(row.where, "G408.empty", ids=listed(found)))
            return 0
        self._zeros_of_nothing.append(row.where)
        return len(labels)

    def _find_said_otherwise(self, row: BulkRow, trainer: str, labels: Labels) -> Problem | None:
        """Return the problem of a row whose trainer has said otherwise of the same answer before."""
        said = self._said.setdefault((answer_key(str(row.id), row.question, row.answer), trainer), {})
        parted = [key for key, met in labels.items() if key in said and said[key][0] != met]
        if not parted:
            said.update({key: (met, row.where) for key, met in labels.items() if key not in said})
            return None
        first = said[parted[0]][1]
        values = {"id": row.id, "trainer": trainer, "ids": listed(name for _, name in parted)}
        return Problem.at(row.where, "G405", first=f"{first.path}:{first.line}", **values)
