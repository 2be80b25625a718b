"""The self-check's HTML: whole without a script, untouched by Markdown and by the sanitiser."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import markdown
import pytest

from gramota.course import Lesson, load_course
from gramota.pages.control_sheet import render_control_sheet
from gramota.pages.letter_page import letter_facts
from gramota.pages.markup import EXTENSIONS, sanitize
from gramota.pages.self_check import around_gap, render_self_check
from gramota.quiz.bundle import RUNTIME

ROOT = Path(__file__).parents[3]
SHIPPED = load_course(ROOT / "docs", ROOT / "quizzes").lesson("closer-product")
EVERY_TYPE = load_course(ROOT / "tests/browser/course/docs", ROOT / "tests/browser/course/quizzes").lessons[0]
VOID = {"input", "br", "img", "hr"}


class _Tags(HTMLParser):
    """Fails where a tag is closed that is not the last one open; gathers ids, tags and attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def blocks() -> list:
    lessons = {"shipped": SHIPPED, "every-type": EVERY_TYPE}
    check = [pytest.param(render_self_check(one, "Грамота"), id=f"check-{name}") for name, one in lessons.items()]
    return check + [
        pytest.param(render_control_sheet(one, "Грамота"), id=f"sheet-{name}") for name, one in lessons.items()
    ]


@pytest.mark.parametrize("html", blocks())
def test_markdown_leaves_the_block_as_it_is(html: str):
    page = f"## Heading\n\n{html}\n\nA paragraph after it."
    assert html in markdown.markdown(page, extensions=list(EXTENSIONS))


@pytest.mark.parametrize("html", blocks())
def test_the_sanitiser_takes_nothing_away(html: str):
    before, after = _Tags(html), _Tags(sanitize(html))
    assert [(tag, set(attributes)) for tag, attributes in after.found] == [
        (tag, set(attributes)) for tag, attributes in before.found
    ]


@pytest.mark.parametrize("html", blocks())
def test_tags_are_balanced_and_ids_stand_once(html: str):
    tags = _Tags(html)
    assert tags.open == []
    ids = [attributes["id"] for _, attributes in tags.found if "id" in attributes]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("html", blocks())
def test_what_is_pointed_at_is_there(html: str):
    tags = _Tags(html)
    ids = {attributes["id"] for _, attributes in tags.found if "id" in attributes}
    for _, attributes in tags.found:
        for pointer in ("aria-describedby", "aria-labelledby", "for"):
            assert set((attributes.get(pointer) or "").split()) <= ids


@pytest.mark.parametrize("html", blocks())
def test_nothing_inline_that_a_strict_policy_refuses(html: str):
    for _, attributes in _Tags(html).found:
        assert not [name for name in attributes if name == "style" or name.startswith("on")]


@pytest.mark.parametrize("html", blocks())
def test_no_blank_line_ends_the_block_early(html: str):
    assert "\n\n" not in html


def test_a_letter_without_self_check_has_no_block():
    empty = replace(SHIPPED, quiz=SHIPPED.quiz.model_copy(update={"self_check": ()}))
    assert render_self_check(empty, "Грамота") == ""
    assert render_self_check(replace(SHIPPED, quiz=None), "Грамота") == ""


def test_feedback_is_hidden_until_it_is_asked_for():
    for _, attributes in _Tags(render_self_check(SHIPPED, "Грамота")).found:
        if "data-feedback" in attributes or "data-why" in attributes:
            assert "hidden" in attributes


def test_links_lead_to_the_section_on_the_letters_page():
    html = render_self_check(SHIPPED, "Грамота")
    assert '<a href="#margin">1. Маржа по заключенным сделкам</a>' in html


def test_quotes_and_tags_in_names_stay_text():
    lesson: Lesson = replace(SHIPPED, letter=SHIPPED.letter.model_copy(update={"title": '"><script>alert(1)</script>'}))
    for html in (render_self_check(lesson, '"><script>'), render_control_sheet(lesson, '"><script>')):
        assert "<script" not in html


@pytest.mark.parametrize(
    ("prompt", "before", "after"),
    [
        ("для ее ___.", "для ее ", "."),
        ("______ в начале", "", " в начале"),
        ("**жирный ___ пропуск**", "<strong>жирный ", " пропуск</strong>"),
        ("a_b ___ c_d", "a_b ", " c_d"),
        ("_курсив_ и ___", "<em>курсив</em> и ", ""),
    ],
)
def test_the_gap_is_found_whatever_stands_around_it(prompt: str, before: str, after: str):
    assert around_gap(prompt, SHIPPED.letter) == (before, after)


def test_the_block_says_that_keys_are_public():
    html = render_self_check(SHIPPED, "Грамота")
    assert "Ответы самопроверки не секретны: они есть в коде этой страницы" in html


def test_nobody_is_told_of_a_control_sheet_that_is_not_there():
    told = "только если вы сдадите контрольный лист"
    assert told in render_self_check(SHIPPED, "Грамота")
    assert SHIPPED.quiz
    alone = replace(SHIPPED, quiz=SHIPPED.quiz.model_copy(update={"control": ()}))
    assert told not in render_self_check(alone, "Грамота")


@pytest.mark.parametrize("number", ["12/3", "№ 12/3", "№12/3", "No. 12/3"])
def test_no_card_says_the_sign_of_a_number_twice(number: str):
    assert letter_facts(SHIPPED.letter.model_copy(update={"number": number})).number == "№ 12/3"


def test_the_page_lets_nobody_type_more_than_the_script_accepts_when_it_is_stored():
    areas = [found for tag, found in _Tags(render_self_check(EVERY_TYPE, "Грамота")).found if tag == "textarea"]
    script = (RUNTIME / "items/text.js").read_text(encoding="utf-8")
    assert {area["maxlength"] for area in areas} == set(re.findall(r"const MOST_TYPED = (\d+);", script))
