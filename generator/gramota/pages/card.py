"""What the list of letters and the navigation need of a letter: little, so that it is kept and read in no time."""

from dataclasses import dataclass

from gramota.course import Lesson
from gramota.course.model.identity import question_hash
from gramota.pages.letter_page import Facts, letter_facts

# Enough of a question's hash to see that it has changed.
_HASH_DIGITS = 6


@dataclass(frozen=True)
class Card:
    """A letter in the list; `questions` are the beginnings of the self-check's hashes, `asked` how many a run asks."""

    id: str
    lang: str
    title: str
    summary: str
    audience: tuple[str, ...]
    revision: int
    valid_for: str
    facts: Facts
    questions: str
    asked: int
    has_control: bool
    original: str
    """The letter that it is, in whatever language: its own id, or that of the letter which it translates."""


def card_of(lesson: Lesson) -> Card:
    """Return the lesson's card."""
    letter = lesson.letter
    return Card(
        id=letter.id,
        lang=letter.lang,
        title=letter.title,
        summary=letter.summary,
        audience=tuple(letter.audience),
        revision=letter.revision,
        valid_for=str(letter.valid_for) if letter.valid_for else "",
        facts=letter_facts(letter),
        questions=" ".join(question_hash(item)[:_HASH_DIGITS] for item in lesson.self_check),
        asked=lesson.quiz.asked_count if lesson.quiz and lesson.self_check else 0,
        has_control=bool(lesson.control),
        original=letter.translation_of or letter.id,
    )
