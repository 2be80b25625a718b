"""What checking found in one lesson, and its JSON, so that a lesson that has not changed need not be checked again."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from gramota.course.checks.group_names import PlacedGroup
from gramota.course.checks.linked import LinkedLetter, PlacedLink
from gramota.course.checks.translations import Spoken
from gramota.course.markdown.links import Link
from gramota.course.yaml_files.source import Source
from gramota.errors import Problem, Where


class LessonFindings(NamedTuple):
    """Problems and advice; what other letters may link to; and how much there was, if the lesson could be read.

    `included` has the digests of the shared files that were read for it, by their paths from the letter's folder.
    """

    problems: tuple[Problem, ...]
    advice: tuple[Problem, ...]
    linked: LinkedLetter
    included: Mapping[str, str]
    is_read: bool
    questions: int
    examples: int

    def to_json(self) -> str:
        """Return JSON for findings_from_json, which has the sources."""
        linked = self.linked
        plain = {
            "problems": [_row(problem) for problem in self.problems],
            "advice": [_row(problem) for problem in self.advice],
            "sections": linked.sections,
            "anchors": sorted(linked.anchors),
            "links": linked.links,
            "asked": linked.asked,
            "spoken": linked.spoken,
            "groups": linked.groups,
            "included": dict(self.included),
            "counts": [self.is_read, self.questions, self.examples],
        }
        return json.dumps(plain, ensure_ascii=False)


def findings_from_json(text: str, letter: Source, quiz: Source | None) -> LessonFindings:
    """Return what to_json wrote of a lesson with this letter and this quiz."""
    plain = json.loads(text)
    sections = None if plain["sections"] is None else tuple(plain["sections"])
    links = _links(plain["links"]), _links(plain["asked"])
    linked = LinkedLetter(
        letter.without_tree(),
        quiz and quiz.without_tree(),
        sections,
        frozenset(plain["anchors"]),
        *links,
        _spoken(*plain["spoken"]),
        tuple(PlacedGroup(*group) for group in plain["groups"]),
    )
    found = _problems(plain["problems"]), _problems(plain["advice"])
    return LessonFindings(*found, linked, plain["included"], *plain["counts"])


def _links(rows: Iterable[Any]) -> tuple[PlacedLink, ...]:
    return tuple(PlacedLink(tuple(path), Link(*link)) for path, link in rows)


def _spoken(lang: str, revision: int, original: str, sections: list[str] | None) -> Spoken:
    return Spoken(lang, revision, original, None if sections is None else tuple(sections))


def _row(problem: Problem) -> Sequence[object]:
    where = problem.where
    return problem.code, [where.path, where.line, where.column], problem.values, problem.line, problem.end


def _problems(rows: Iterable[Any]) -> tuple[Problem, ...]:
    return tuple(
        Problem(code, Where(*where), tuple((name, value) for name, value in values), line, end)
        for code, where, values, line, end in rows
    )
