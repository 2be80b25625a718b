"""A lesson as a site needs it: what is wrong with it, its card and its pages; kept until one of its files changes."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any, NamedTuple

from gramota.cache import store
from gramota.cache.makers import builders
from gramota.course import advise
from gramota.course.checks.linked import LinkedLetter
from gramota.course.load import LessonSources, read_lesson
from gramota.course.yaml_files.source import Source
from gramota.errors import ContentError, Problem
from gramota.grading.checking.lesson_findings import LessonFindings, findings_from_json
from gramota.grading.checking.unusable_quizzes import find_phrase_problems_in
from gramota.grading.compiled_self_check import compile_self_check
from gramota.pages import Card, Page, card_of, render_pages
from gramota.pages.letter_page import Facts
from gramota.quiz import PageKind
from gramota.uncollected import uncollected


class SiteLesson(NamedTuple):
    """What was found in a lesson; its card and pages where nothing was."""

    findings: LessonFindings
    card: Card | None = None
    pages: tuple[Page, ...] = ()

    def to_json(self) -> str:
        """Return JSON for site_lesson_from_json."""
        plain = {
            "findings": self.findings.to_json(),
            "card": asdict(self.card) if self.card else None,
            "pages": [{**asdict(page), "blocks": dict(page.blocks)} for page in self.pages],
        }
        return json.dumps(plain, ensure_ascii=False)


def site_lesson_from_json(text: str, letter: Source, quiz: Source | None) -> SiteLesson:
    """Return what to_json wrote of a lesson with this letter and this quiz."""
    plain = json.loads(text)
    card, pages = plain["card"] and _card(plain["card"]), tuple(map(_page, plain["pages"]))
    return SiteLesson(findings_from_json(plain["findings"], letter, quiz), card, pages)


def site_lesson_once(sources: LessonSources, site: str, email: str) -> SiteLesson:
    """Return the lesson for a site of this name, whose sheets go to this address; made anew where it has changed."""
    made_of = sources.as_bytes()
    if made_of is None:
        return _make(sources, site, email)
    address = store.address_of(b"site", builders(), site.encode(), email.encode(), *made_of)
    kept = store.read(address)
    known = site_lesson_from_json(kept.decode(), sources.letter, sources.quiz) if kept is not None else None
    if known and sources.shared.has_digests(known.findings.included, sources.letter):
        return known
    made = _make(sources, site, email)
    store.write(address, made.to_json().encode())
    return made


@uncollected()
def _make(sources: LessonSources, site: str, email: str) -> SiteLesson:
    read = read_lesson(sources)
    about = read.linked, sources.shared.digests(read.included, sources.letter)
    if read.lesson is None:
        phrases = find_phrase_problems_in(sources.quiz, sources.shared) if sources.quiz else ()
        return SiteLesson(_found((*read.problems, *phrases), (), *about))
    lesson = read.lesson
    try:
        compile_self_check(lesson)
    except ContentError as error:
        return SiteLesson(_found(error.problems, (), *about))
    found = _found((), advise(lesson), *about)
    pages = tuple(page.sanitized() for page in render_pages(lesson, site, email))
    return SiteLesson(found, card_of(lesson), pages)


def _found(
    problems: Iterable[Problem], advice: Iterable[Problem], linked: LinkedLetter, included: Mapping[str, str]
) -> LessonFindings:
    """How much there was to check is left at nothing: no build asks for it."""
    return LessonFindings(tuple(problems), tuple(advice), linked, included, is_read=True, questions=0, examples=0)


def _card(plain: dict[str, Any]) -> Card:
    return Card(**{**plain, "audience": tuple(plain["audience"]), "facts": Facts(**plain["facts"])})


def _page(plain: dict[str, Any]) -> Page:
    return Page(**{**plain, "kind": PageKind(plain["kind"])})
