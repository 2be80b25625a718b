"""Every bank that other people wrote is imported, and what is written of it passes the check."""

import datetime as dt
from pathlib import Path

import pytest
from tests.built_site.building import ROOT

from gramota.errors import ContentError
from gramota.exchange.losses import is_loss
from gramota.exchange.plan import Given, plan_lessons
from gramota.exchange.read_file import read_file
from gramota.wording.problems import tell

OWN = Path(__file__).parent / "banks"
# All of them lie beside the repository where it is developed; a copy of some is always here.
SHARED = ROOT.parent / "shared/corpora"
BANKS = sorted(
    path for folder in (OWN, SHARED / "banks") for path in folder.rglob("*") if path.suffix in {".gift", ".xml"}
)
HANDBOOKS = sorted((SHARED / "handbooks").rglob("*.md"))
# Files without a question: a category alone.
EMPTY = {"category1.gift"}


def planned(path: Path):
    try:
        found = read_file(path)
    except ContentError as error:
        return [], error.problems
    given = Given(path.name, path.stem, dt.date(2026, 1, 1), found)
    lessons = plan_lessons([given], "", lambda _: None)
    return lessons, (*found.problems, *(problem for lesson in lessons for problem in lesson.problems))


@pytest.mark.parametrize("path", BANKS, ids=lambda path: f"{path.parent.parent.name}/{path.name}")
def test_every_bank_gives_questions_that_pass_the_check_or_says_why_not(path: Path):
    lessons, problems = planned(path)
    assert bool(lessons) == (path.name not in EMPTY)
    # Whatever the check would say has a code below G400, and the place in the bank.
    told_by_check = [problem for lesson in lessons for problem in lesson.problems if problem.code < "G400"]
    assert told_by_check == []
    for lang in ("en", "ru"):
        assert all(tell(problem, lang) for problem in problems)
    assert all(
        problem.where.line for problem in problems if problem.code.startswith(("G44", "G443")) and is_loss(problem)
    )


@pytest.mark.parametrize("path", HANDBOOKS, ids=lambda path: path.name)
def test_every_page_of_the_handbooks_becomes_a_letter_that_passes_the_check(path: Path):
    lessons, problems = planned(path)
    assert lessons or [problem.code for problem in problems][-1] == "G417.letter"
    assert [problem for lesson in lessons for problem in lesson.problems if problem.code < "G400"] == []
