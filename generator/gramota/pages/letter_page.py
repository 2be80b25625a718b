"""The page of one letter: its facts, its contents, its sections, and the self-check at its end."""

import datetime as dt
import re
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from gramota.course import Lesson, Letter
from gramota.pages.environment import render_template
from gramota.pages.links import from_letter_page
from gramota.pages.markup import abbreviations, as_text
from gramota.pages.page import Blocks, Page, front_matter
from gramota.pages.reading import render_reading
from gramota.pages.self_check import render_self_check
from gramota.quiz.own_words import own_words_of
from gramota.wording import wording
from gramota.wording.written_day import written_day

# Silent reading, words a minute: Trauzettel-Klosinski & Dietz, IReST, IOVS 53 (2012), table 2.
WORDS_PER_MINUTE = {"de": 179, "en": 228, "ru": 184}

# Many authors write the sign themselves: no card says «№ № 12».
_NUMBER_SIGN = re.compile(r"^(?:№|No\.)\s*")


@dataclass(frozen=True)
class Facts:
    """What stands under a letter's title and on its card, in words; `revised` is empty for the first revision."""

    number: str
    date: str
    iso_date: str
    audience: str
    revision: str
    revised: str
    reading_time: str


class _Named(Protocol):
    """A letter, or its card."""

    @property
    def id(self) -> str: ...


def letter_path(letter: _Named) -> str:
    """Return the source path of the letter's page."""
    return f"letters/{letter.id}/index.md"


def control_path(letter: _Named) -> str:
    """Return the source path of the page of the letter's control sheet."""
    return f"letters/{letter.id}/control.md"


def letter_facts(letter: Letter) -> Facts:
    """Return the letter's facts in its own language."""
    say = wording("site", letter.lang)
    return Facts(
        number=say("number", number=_NUMBER_SIGN.sub("", letter.number)) if letter.number else "",
        date=written_day(letter.date, say),
        iso_date=letter.date.isoformat(),
        audience=(", " if "," not in "".join(letter.audience) else "; ").join(letter.audience),
        revision=say("revision", number=letter.revision),
        revised=written_day(letter.revised, say) if letter.revision > 1 else "",
        reading_time=say("reading_time", count=reading_minutes(letter)),
    )


def _short_date(letter: Letter, day: dt.date) -> str:
    return written_day(day, wording("blocks", letter.lang))


def reading_minutes(letter: Letter) -> int:
    """Return how many minutes it takes to read the letter, at least one."""
    words = re.findall(r"\w+", " ".join(section.body for section in letter.sections))
    return max(1, round(len(words) / WORDS_PER_MINUTE[letter.lang]))


def render_letter_page(lesson: Lesson, site: str) -> Page:
    """Return the letter's page with its self-check, if there is one."""
    letter = lesson.letter
    blocks = Blocks()
    markdown = render_template(
        "letter.md.j2",
        letter=letter,
        facts=letter_facts(letter),
        changes=sorted(letter.changes, key=lambda change: change.revision, reverse=True),
        reading=render_reading(letter, site),
        self_check=render_self_check(lesson, site),
        place=blocks.place,
        languages=blocks.languages,
        has_control=bool(lesson.control),
        say=wording("site", letter.lang),
        soon=wording("runtime", letter.lang),
        as_text=as_text,
        day=partial(_short_date, letter),
        from_letter_page=partial(from_letter_page, letter=letter),
        abbreviations=abbreviations(letter.terms),
    )
    head = front_matter(letter.title, letter.summary)
    return Page(
        path=letter_path(letter),
        lang=letter.lang,
        markdown=head + markdown,
        needs_rubric=any(own_words_of(lesson)),
        blocks=blocks.kept,
    )
