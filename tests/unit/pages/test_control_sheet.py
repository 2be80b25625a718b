"""The control sheet's HTML holds the prompts and nothing else of the control questions."""

from dataclasses import replace
from pathlib import Path

import pytest

from gramota.course import load_course
from gramota.course.model.identity import content_hash
from gramota.pages.control_sheet import render_control_sheet

ROOT = Path(__file__).parents[3]
SHIPPED = load_course(ROOT / "docs", ROOT / "quizzes").lesson("closer-product")
CANARY = load_course(ROOT / "tests/sites/canary/docs", ROOT / "tests/sites/canary/quizzes").lessons[0]


def test_no_canary_is_in_the_block():
    html = render_control_sheet(CANARY, "site").lower()
    assert "publicpromptone" in html
    assert "kanari" not in html


def test_every_prompt_of_the_shipped_letter_is_there():
    html = render_control_sheet(SHIPPED, "Грамота").replace('<abbr title="Ценный конечный продукт">ЦКП</abbr>', "ЦКП")
    for question in SHIPPED.quiz.control:
        assert question.prompt in html


def test_no_section_is_named_for_that_would_be_a_hint():
    html = render_control_sheet(SHIPPED, "Грамота")
    for section in SHIPPED.letter.sections:
        assert section.title not in html
        assert f"#{section.id}" not in html


@pytest.mark.parametrize(
    ("lang", "said"), [("ru", "» от 15.03.2021, редакция 1<"), ("en", "” of 15 March 2021, revision 1<")]
)
def test_the_acknowledgement_does_not_date_the_revision_by_the_letter(lang: str, said: str):
    lesson = replace(SHIPPED, letter=SHIPPED.letter.model_copy(update={"lang": lang}))
    assert said in render_control_sheet(lesson, "Грамота")


def test_the_sheet_knows_which_text_was_read():
    html = render_control_sheet(SHIPPED, "Грамота")
    assert f'data-hash="{content_hash(SHIPPED.letter)}"' in html
    assert 'data-revision="1"' in html


def test_only_required_questions_are_required():
    html = render_control_sheet(CANARY, "site")
    assert html.count("data-required") == 1
    assert "optional" in html


def test_a_quiz_without_control_questions_has_no_sheet():
    empty = replace(SHIPPED, quiz=SHIPPED.quiz.model_copy(update={"control": ()}))
    assert render_control_sheet(empty, "Грамота") == ""
    assert render_control_sheet(replace(SHIPPED, quiz=None), "Грамота") == ""
