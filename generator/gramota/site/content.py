"""What a site is made of, read as a whole: all that is wrong with it is told at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from gramota.course.checks.connections import find_connections
from gramota.course.files.shared_files import SharedFiles
from gramota.course.load import find_lessons
from gramota.errors import Problem, refuse
from gramota.grading.checking.private_files import find_private_files
from gramota.grading.checking.unusable_quizzes import find_phrase_problems_elsewhere
from gramota.pages import Card, Page
from gramota.pages.languages import with_languages
from gramota.rubric.forms.linguistics import forget_walks
from gramota.site.site_lesson import site_lesson_once


@dataclass(frozen=True)
class Content:
    """The letters' cards, their pages, both in the order of the files, and advice to their authors."""

    cards: Sequence[Card]
    pages: Sequence[Page]
    advice: Sequence[Problem]


@dataclass(frozen=True)
class SiteSettings:
    """What an owner sets for the whole site, and what is wrong with that: its name, and to whom sheets go otherwise."""

    site: str
    email: str = ""
    problems: Sequence[Problem] = ()


def load_content(docs: Path, quizzes: Path, settings: SiteSettings, shared: SharedFiles) -> Content:
    """Return the content of a site with these settings.

    Raise ContentError with what is wrong with them and all that `gramota check` would tell but for failing examples.
    `shared` knows afterwards, in any case, which files were included.
    """
    files, problems = find_lessons(docs, quizzes, shared)
    lessons = {each.letter_id: site_lesson_once(each.sources(), settings.site, settings.email) for each in files}
    forget_walks()
    found = [lesson.findings for lesson in lessons.values()]
    problems += [problem for each in found for problem in each.problems]
    connections = find_connections({letter_id: each.findings.linked for letter_id, each in lessons.items()}, docs)
    problems += connections.problems
    problems += find_phrase_problems_elsewhere(lessons.keys(), quizzes, shared)
    refuse([*settings.problems, *problems, *find_private_files(docs, quizzes)])
    cards = [lesson.card for lesson in lessons.values() if lesson.card]
    pages = (page for lesson in lessons.values() for page in lesson.pages)
    return Content(
        cards,
        [*with_languages(pages, cards)],
        [*(advice for each in found for advice in each.advice), *connections.advice],
    )
