"""What is not wrong, and would serve readers better otherwise."""

from collections.abc import Iterator

from gramota.course.model.lesson import Lesson
from gramota.course.names import shorten
from gramota.errors import Problem

TO_WRITE = "to-write"
"""The id of a criterion that stands where the author has to write one; `gramota import` puts it there."""


def advise(lesson: Lesson) -> Iterator[Problem]:
    """Yield a letter that does not say what was revised, or whose group may be two; unwritten criteria."""
    yield from _unwritten_criteria(lesson)
    yield from _groups_with_commas(lesson)
    if lesson.letter.revision > 1 and not lesson.letter.changes:
        # A copy reads the tree that loading has let go, and lets it go again.
        source = lesson.letter_source.without_tree()
        yield Problem.at(source.where_key("revision"), "G094", revision=lesson.letter.revision)


def _groups_with_commas(lesson: Lesson) -> Iterator[Problem]:
    """In quotes a comma belongs to the name; without them most people mean two groups."""
    places = [place for place, name in enumerate(lesson.letter.audience) if "," in name]
    if places:
        source = lesson.letter_source.without_tree()
        wheres = [source.where("audience", place) for place in places]
        for place, where in zip(places, wheres, strict=True):
            if not source.rest_of_line(where).startswith(("'", '"')):
                yield Problem.at(where, "G149", name=shorten(lesson.letter.audience[place]))


def _unwritten_criteria(lesson: Lesson) -> Iterator[Problem]:
    unwritten = [
        (place, question.id)
        for place, question in enumerate(lesson.control)
        if any(criterion.id == TO_WRITE for criterion in question.criteria)
    ]
    if unwritten and lesson.quiz_source:
        source = lesson.quiz_source.without_tree()
        for place, question_id in unwritten:
            yield Problem.at(source.where_key("control", place, "criteria"), "G460", id=question_id)
