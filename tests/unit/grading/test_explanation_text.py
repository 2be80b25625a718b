"""What an author reads of an explanation: marks that need no colour, each miss in words, and never too much."""

import pytest
from rich.console import Console
from rich.segment import Segment
from tests.unit.rubric.questions import Criterion as Source
from tests.unit.rubric.questions import Misconception as Idea
from tests.unit.rubric.questions import Question, compiled

from gramota.course import ControlQuestion
from gramota.grading.explanation.explanation_text import MOST_PARTS_SHOWN, report_explanation
from gramota.rubric.compiling.whole_rubric import WholeRubric
from gramota.rubric.explaining.explain import explain_answer
from gramota.wording import wording

SHOWN = ControlQuestion.model_validate_json(
    """{
        "id": "q",
        "prompt": "Что важно?",
        "section": "s",
        "criteria": [
            {"id": "margin", "title": "Маржа", "accept": ["плановая маржа"]},
            {"id": "clients", "title": "Клиенты", "accept": ["новый клиент"]}
        ],
        "misconceptions": [{"id": "old", "title": "Старые клиенты", "accept": ["старый клиент"]}]
    }"""
)


def report(answer: str, *phrases: str, reject: tuple[str, ...] = (), lang: str = "en", **conditions: list[str]) -> str:
    return "".join(part.text for part in shown_parts(answer, *phrases, reject=reject, lang=lang, **conditions))


def shown_parts(
    answer: str, *phrases: str, reject: tuple[str, ...] = (), lang: str = "en", **conditions: list[str]
) -> list[Segment]:
    """The report piece by piece, each with its style."""
    question = Question(
        [Source("margin", phrases or ("плановая маржа",), reject, **conditions), Source("clients", ["новый клиент"])],
        [Idea("old", ["старый клиент"])],
        refuse=["keyword_list"],
    )
    explained = explain_answer(WholeRubric(question, {}, compiled(question)), answer)
    console = Console(width=100, highlight=False, markup=False, emoji=False)
    shown = report_explanation(SHOWN, explained, wording("explain", lang))
    lines = (console.render_lines(each, pad=False) for each in shown)
    return [part for each in lines for line in each for part in (*line, Segment.line())]


@pytest.mark.parametrize(
    ("answer", "phrases", "reject", "told"),
    [
        ("плановая маржа", (), (), "✓ Маржа (margin): met"),
        ("плановая маржа", (), (), "✓ плановая маржа  «плановая маржа»"),
        ("погода", (), (), "✗ Маржа (margin): not met"),
        ("погода", (), (), "Its only phrase has no word in the answer."),
        ("маржа", ("плановая маржа", "погода", "чай"), (), "2 other phrases have no word in the answer."),
        ("маржа", (), (), "has маржа — «маржа»; lacks плановая"),
        ("нет плановой маржи", (), (), "but denied by «нет»"),
        ("плановая маржа", (), ("маржа плановая",), "but covered by the phrase of reject: маржа плановая"),
        ("плановая. маржа", (), (), "in different sentences or parts of one"),
        ("маржа плановая", ('"плановая маржа"',), (), "but not side by side in this order"),
        ("плановая большая зелёная хорошая серая маржа", (), (), "they need ~4, and the phrase allows ~3"),
        ("маржа", ("не маржа",), (), "but the phrase wants a negation"),
        ("старый клиент", (), (), "! Старые клиенты (old): misconception held"),
        ("погода", (), (), "– Старые клиенты (old): misconception not held"),
        ("vfh;f", (), (), "typed in another keyboard layout: маржа"),
        ("плоновая маржа", (), (), "→ плановая · 1 slip of the pen"),
        ("нельзя не плановая маржа", (), (), "asserted in spite of: "),
        ("неплановая маржа", (), (), "a negation within the word"),
        ("не фактическая маржа, а плановая", (), (), "A contrast says besides: «маржа плановая»"),
        ("", (), (), "The answer has no word that can be read."),
    ],
)
def test_every_finding_is_told_in_words(answer: str, phrases: tuple[str, ...], reject: tuple[str, ...], told: str):
    assert told in report(answer, *phrases, reject=reject)


def test_what_stands_against_a_match_is_named_by_its_title():
    assert "does not count without “Клиенты”" in report("плановая маржа", requires=["clients"])
    excluded = report("плановая маржа, старый клиент", excludes=["old"])
    assert "does not count together with “Старые клиенты”" in excluded
    assert "gives nothing to such an answer" in report("плановая маржа, чай, вода, кофе, сок, мёд")


def test_the_author_is_not_buried_under_near_misses():
    shown = report("маржа", *(f"маржа {word}" for word in ("первая", "вторая", "третья", "пятая", "шестая")))
    assert shown.count("≈") == 3
    assert "2 more phrases have some of their words" in shown


def test_a_very_long_answer_is_cut_and_says_so():
    shown = report("Маржа бывает. " * (MOST_PARTS_SHOWN + 5))
    assert "and 5 more parts" in shown


def test_a_very_long_part_of_a_sentence_is_cut_and_says_so():
    shown = report("не маржа погода и " * 3_000, "плановая маржа", "маржа ~20")
    assert "more words; see --format json" in shown
    assert shown.count("\n") < 500
    assert len(shown) < 60_000


def test_one_endless_word_is_cut():
    assert len(report("маржа" * 20_000)) < 5_000


def test_the_words_that_decided_are_underlined_on_a_terminal_and_nothing_else_is():
    parts = shown_parts("Нужна плановая маржа, и погода")
    assert [part.text for part in parts if part.style and part.style.underline] == ["плановая маржа"]


def test_an_explanation_is_said_in_russian_too():
    assert "но под отрицанием «нет»" in report("нет плановой маржи", lang="ru")
