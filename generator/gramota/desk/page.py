"""The desk's page in one language: all that stands on it but for the answers."""

from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import Environment, PackageLoader, StrictUndefined

from gramota.desk.desk import Desk
from gramota.desk.queue import SHOWS
from gramota.desk.toggle_keys import KEYS
from gramota.grading.files.plain_text import clean_line, fit_text
from gramota.wording import wording

_LONGEST_CHOICE = 60


@dataclass(frozen=True)
class LetterChoice:
    """A letter in the filter, with its questions that answers lie on the desk of."""

    id: str
    title: str
    questions: tuple[tuple[str, str], ...]


def render_page(desk: Desk, lang: str) -> str:
    """Return the page as HTML."""
    t = wording("desk", lang)
    letters = [*_choices(desk)]
    return _environment().get_template("desk.html.j2").render(t=t, lang=lang, letters=letters, shows=SHOWS, keys=KEYS)


def render_entry(lang: str) -> str:
    """Return the page on which the browser gets its cookie; it leads to the desk at once."""
    return _environment().get_template("entry.html.j2").render(t=wording("desk", lang), lang=lang)


def _environment() -> Environment:
    loader = PackageLoader("gramota.desk")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def _choices(desk: Desk) -> Iterator[LetterChoice]:
    compiled = {case.subject.letter: case.attempt.compiled for case in desk.cases}
    asked = {(case.subject.letter, case.subject.question) for case in desk.cases}
    for letter, quiz in sorted(compiled.items()):
        prompts = [(each.id, fit_text(clean_line(each.prompt), _LONGEST_CHOICE)) for each in quiz.quiz.control]
        own = {name for name, _ in prompts}
        gone = [(name, name) for of, name in sorted(asked) if of == letter and name not in own]
        questions = tuple((name, text) for name, text in (*prompts, *gone) if (letter, name) in asked)
        yield LetterChoice(letter, clean_line(quiz.letter.title), questions)
