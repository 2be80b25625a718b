"""What checking found in one lesson, and its JSON, so that a lesson that has not changed need not be checked again."""

import json
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from gramota.course.link_check import LinkedLetter
from gramota.course.links import Link
from gramota.course.source import Source
from gramota.errors import Problem, Where


class LessonFindings(NamedTuple):
    """Problems and advice; what other letters may link to; and how much there was, if the lesson could be read."""

    problems: tuple[Problem, ...]
    advice: tuple[Problem, ...]
    linked: LinkedLetter
    is_read: bool
    questions: int
    examples: int

    def to_json(self) -> str:
        """Return JSON for findings_from_json, which has the letter's source."""
        linked = self.linked
        plain = {
            "problems": [_row(problem) for problem in self.problems],
            "advice": [_row(problem) for problem in self.advice],
            "sections": linked.sections,
            "anchors": sorted(linked.anchors),
            "links": linked.links,
            "counts": [self.is_read, self.questions, self.examples],
        }
        return json.dumps(plain, ensure_ascii=False)


def findings_from_json(text: str, letter: Source) -> LessonFindings:
    """Return what to_json wrote of a lesson with this letter."""
    plain = json.loads(text)
    sections = None if plain["sections"] is None else tuple(plain["sections"])
    links = tuple((section, Link(*link)) for section, link in plain["links"])
    linked = LinkedLetter(letter, sections, frozenset(plain["anchors"]), links)
    return LessonFindings(_problems(plain["problems"]), _problems(plain["advice"]), linked, *plain["counts"])


def _row(problem: Problem) -> Sequence[object]:
    where = problem.where
    return problem.code, [where.path, where.line, where.column], problem.values, problem.line, problem.end


def _problems(rows: Iterable[Any]) -> tuple[Problem, ...]:
    return tuple(
        Problem(code, Where(*where), tuple((name, value) for name, value in values), line, end)
        for code, where, values, line, end in rows
    )
