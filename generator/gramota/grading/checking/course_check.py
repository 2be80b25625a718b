"""All that `gramota check` finds in a course; lessons that have not changed since it looked last are not looked at."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from gramota.cache import store
from gramota.cache.makers import checkers
from gramota.course.checks.connections import find_connections
from gramota.course.files.shared_files import SharedFiles
from gramota.course.load import LessonFiles, LessonSources, find_lessons
from gramota.errors import Problem, in_order
from gramota.grading.checking.lesson_findings import LessonFindings, findings_from_json
from gramota.grading.checking.private_files import find_private_files
from gramota.grading.second_reader.place import learned_beside
from gramota.uncollected import uncollected


@dataclass(frozen=True)
class CourseFindings:
    """Problems, sorted by place; advice; how many letters could be read, with how many questions and examples."""

    problems: Sequence[Problem]
    advice: Sequence[Problem]
    letters: int
    questions: int
    examples: int


def check_course(docs: Path, quizzes: Path) -> CourseFindings:
    """Check the files in docs/letters and quizzes, each with what it says, and the rubrics with their own examples."""
    with uncollected():
        files, problems = find_lessons(docs, quizzes, SharedFiles(docs, quizzes))
        found = _check_each(files)
        problems += [problem for each in found.values() for problem in each.problems]
        connections = find_connections({letter_id: each.linked for letter_id, each in found.items()}, docs)
        problems += connections.problems
        problems += find_private_files(docs, quizzes)
    return CourseFindings(
        in_order(problems),
        [*(problem for each in found.values() for problem in each.advice), *connections.advice],
        sum(each.is_read for each in found.values()),
        sum(each.questions for each in found.values()),
        sum(each.examples for each in found.values()),
    )


def _check_each(files: Sequence[LessonFiles]) -> dict[str, LessonFindings]:
    """Look up the lessons that were checked before, and check the others."""
    lessons = [_Lesson(each.sources()) for each in files]
    found = {lesson.letter_id: lesson.kept() for lesson in lessons}
    rest = [lesson for lesson in lessons if found[lesson.letter_id] is None]
    if rest:
        # Loaded when there is a lesson to check: to read about those checked before takes no rubric engine.
        from gramota.grading.checking.lessons_at_once import check_at_once  # noqa: PLC0415

        with closing(check_at_once([lesson.sources for lesson in rest])) as texts:
            for lesson, text in zip(rest, texts, strict=True):
                found[lesson.letter_id] = lesson.keep(text)
    return {letter_id: each for letter_id, each in found.items() if each}


class _Lesson(NamedTuple):
    sources: LessonSources

    @property
    def letter_id(self) -> str:
        return self.sources.letter_id

    def address(self) -> str | None:
        """Return where the findings are kept; None for a file that could not be read this time."""
        made_of = self.sources.as_bytes()
        return None if made_of is None else store.address_of(b"lesson", checkers(), *made_of, *self._learned())

    def _learned(self) -> tuple[bytes, ...]:
        quiz = self.sources.quiz
        try:
            return (learned_beside(quiz.path).read_bytes(),) if quiz else ()
        except FileNotFoundError:
            return ()
        except OSError as error:  # what is said of it holds as long as this is so
            return (f"{error.errno}".encode(),)

    def kept(self) -> LessonFindings | None:
        address = self.address()
        text = store.read(address) if address else None
        found = self._read(text.decode()) if text is not None else None
        return found if found and self.sources.shared.has_digests(found.included, self.sources.letter) else None

    def keep(self, text: str) -> LessonFindings:
        if address := self.address():
            store.write(address, text.encode())
        return self._read(text)

    def _read(self, text: str) -> LessonFindings:
        return findings_from_json(text, self.sources.letter, self.sources.quiz)
