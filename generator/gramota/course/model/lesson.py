"""What a course is made of: lessons, each a letter with its quiz."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from gramota.course.model.control import ControlQuestion
from gramota.course.model.letter import Letter
from gramota.course.model.quiz import Quiz
from gramota.course.model.self_check import SelfCheckItem
from gramota.course.yaml_files.source import Source


@dataclass(frozen=True)
class Lesson:
    """A letter with its quiz, and the files that they were read from.

    `shared` has the files of those groups of synonyms that stand in files which the quiz includes.
    """

    letter: Letter
    quiz: Quiz | None
    letter_source: Source
    quiz_source: Source | None
    shared: Mapping[str, Source] = field(default_factory=dict)

    @property
    def self_check(self) -> tuple[SelfCheckItem, ...]:
        """The self-check's questions; none where there is no quiz."""
        return self.quiz.self_check if self.quiz else ()

    @property
    def control(self) -> tuple[ControlQuestion, ...]:
        """The control questions; none where there is no quiz."""
        return self.quiz.control if self.quiz else ()


@dataclass(frozen=True)
class Course:
    """All lessons, in the order of the letters' files."""

    lessons: tuple[Lesson, ...]

    def lesson(self, letter_id: str) -> Lesson:
        """Return the lesson of this letter; KeyError where there is none."""
        for lesson in self.lessons:
            if lesson.letter.id == letter_id:
                return lesson
        raise KeyError(letter_id)

    def with_control(self) -> Mapping[str, Lesson]:
        """Return the lessons that have control questions, by their letters' ids."""
        return {lesson.letter.id: lesson for lesson in self.lessons if lesson.control}
