"""The course model: YAML becomes typed, checked letters and quizzes. Knows nothing of any output."""

from gramota.course.checks.advice import advise
from gramota.course.load import load_course, read_course
from gramota.course.model.base import Markdown
from gramota.course.model.control import ControlQuestion, Criterion, Example, Misconception
from gramota.course.model.lesson import Course, Lesson
from gramota.course.model.letter import Letter, Section
from gramota.course.model.own_words import KeyPoint, OwnWords, WrongIdea
from gramota.course.model.quiz import Quiz
from gramota.course.model.self_check import (
    Blank,
    Match,
    Multiple,
    Number,
    Option,
    Order,
    Pair,
    SelfCheckItem,
    Single,
    Step,
    TickOption,
)
from gramota.course.model.self_check_rules import SelfCheckRules
from gramota.course.yaml_files.source import Source

__all__ = [
    "Blank",
    "ControlQuestion",
    "Course",
    "Criterion",
    "Example",
    "KeyPoint",
    "Lesson",
    "Letter",
    "Markdown",
    "Match",
    "Misconception",
    "Multiple",
    "Number",
    "Option",
    "Order",
    "OwnWords",
    "Pair",
    "Quiz",
    "Section",
    "SelfCheckItem",
    "SelfCheckRules",
    "Single",
    "Source",
    "Step",
    "TickOption",
    "WrongIdea",
    "advise",
    "load_course",
    "read_course",
]
