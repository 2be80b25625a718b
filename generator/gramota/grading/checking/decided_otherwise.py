"""What the engine decides of an example, against what its author says."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gramota.course.model.recognised import Recognised
from gramota.course.yaml_files.source import Source
from gramota.errors import Problem, Where
from gramota.rubric import Decision

Path = tuple[str | int, ...]


def compare(
    decisions: Mapping[str, Decision],
    expected: Sequence[str],
    entries: Sequence[Recognised],
    codes: tuple[str, str],
) -> Iterator[tuple[str, Recognised, Decision]]:
    """Yield what was decided otherwise than expected; `codes` are for what is missing and for what is too much."""
    for entry in entries:
        decision = decisions[entry.id]
        if decision.met != (entry.id in expected):
            yield codes[decision.met], entry, decision


_FOUND_ALL_THE_SAME = {"G201": "G201.uncounted", "G203": "G203.doubted", "G203.idea": "G203.idea_doubted"}


@dataclass(frozen=True)
class PlacedAnswer:
    """An example's answer, or a model one, and where it stands in the quiz's file."""

    text: str
    source: Source
    path: Path

    def problem(self, code: str, entry: Recognised, decision: Decision) -> Problem:
        """Return the problem of an answer that is decided otherwise, at the words that made the difference."""
        quoted = " … ".join(self.text[start:end] for start, end in decision.evidence)
        values = {"id": entry.id, "title": entry.title, "phrase": decision.phrase or "", "evidence": quoted}
        # What was found and does not count is another matter than what was not found.
        told = _FOUND_ALL_THE_SAME.get(code, code) if quoted else code
        if not decision.evidence:
            return Problem.at(self.where, told, **values)
        start, end = decision.evidence[0][0], decision.evidence[-1][1]
        place = self.source.where_inside(start, *self.path)
        return Problem.at(place, told, **values).until(self.source.end_inside(start, end, *self.path))

    @property
    def where(self) -> Where:
        """Where the answer begins."""
        return self.source.where(*self.path)
