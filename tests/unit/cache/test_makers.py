"""What is kept of rubrics is kept under the name of everything that they were made by."""

import re
import sys
from pathlib import Path

import pytest

import gramota
from gramota.cache import makers

PACKAGE = Path(gramota.__file__).parent
IMPORTED = re.compile(r"^\s*(?:from|import) gramota\.(\w+)", re.MULTILINE)


@pytest.fixture(autouse=True)
def _afresh():
    makers.makers.cache_clear()
    yield
    makers.makers.cache_clear()


def _imported(path: Path) -> set[str]:
    return {*IMPORTED.findall(path.read_text(encoding="utf-8"))}


def test_no_module_that_rubrics_are_made_of_is_left_out():
    of_rubrics = {name for path in (PACKAGE / "rubric").rglob("*.py") for name in _imported(path)}
    below = {name for each in makers.BELOW_RUBRICS for name in _imported(PACKAGE / f"{each}.py")}
    assert of_rubrics | below <= {"rubric", *makers.BELOW_RUBRICS}


def test_what_another_python_made_is_not_taken_for_ours(monkeypatch: pytest.MonkeyPatch):
    ours = makers.makers()
    makers.makers.cache_clear()
    monkeypatch.setattr(sys, "version", "3.99")
    assert makers.makers() != ours
