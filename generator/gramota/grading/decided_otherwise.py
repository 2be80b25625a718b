"""What the engine decides of an example, against what its author says."""

from collections.abc import Iterator, Mapping, Sequence

from gramota.course.recognised import Recognised
from gramota.errors import Problem, Where
from gramota.rubric import Decision


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


def example_problem(code: str, entry: Recognised, decision: Decision, answer: str, where: Where) -> Problem:
    """Return the problem of an example that is decided otherwise, with the words that made the difference."""
    quoted = " … ".join(answer[start:end] for start, end in decision.evidence)
    values = {"id": entry.id, "title": entry.title, "phrase": decision.phrase or "", "evidence": quoted}
    # What was found and does not count is another matter than what was not found.
    return Problem.at(where, "G201.uncounted" if code == "G201" and quoted else code, **values)
