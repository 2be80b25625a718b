"""The minified scripts that a site ships are those of the sources, and without them a site ships the sources."""

import pytest
from tests.minifier.recipe import recipe

from gramota.quiz import PageKind, shipped
from gramota.quiz.bundle import PLACEHOLDER, build_bundle, programs
from gramota.quiz.shipped import MINIFIED, digest, made_of, minified_file, minified_path, shipped_script

COMMAND = "run `make runtime` and commit what it writes"


@pytest.mark.parametrize("name", programs())
def test_a_change_of_the_sources_is_not_forgotten(name: str):
    assert made_of(name) == (digest(programs()[name]), digest(recipe())), COMMAND


def test_no_script_is_left_that_nothing_makes():
    assert {path.name for path in MINIFIED.iterdir()} == {f"{name}.js" for name in programs()}


@pytest.mark.parametrize("name", programs())
def test_a_minified_script_is_whole_and_has_one_place_for_the_sites_words(name: str):
    script = shipped_script(name, programs()[name])
    assert len(script) < len(programs()[name]) * 0.75
    assert script.count(PLACEHOLDER) == 1
    assert "// sources" not in script


@pytest.fixture
def minified_elsewhere(tmp_path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(shipped, "MINIFIED", tmp_path)
    return tmp_path


def test_what_is_written_is_what_is_shipped(minified_elsewhere):
    minified_path("letter").write_text(minified_file("long source", "terser", "short(0)"), encoding="utf-8")
    assert shipped_script("letter", "long source") == "short(0)\n"


@pytest.mark.parametrize("stale", [None, "", "no head", minified_file("old source", "terser", "old(0)")])
def test_a_site_never_ships_an_older_script_than_its_sources(minified_elsewhere, stale: str | None):
    if stale is not None:
        minified_path("letter").write_text(stale, encoding="utf-8")
    assert shipped_script("letter", "new source") == "new source"


def test_a_site_of_the_sources_speaks_as_well(minified_elsewhere):
    script = build_bundle(PageKind.LETTER, ["ru"]).js
    assert PLACEHOLDER not in script
    assert "Правильный ответ" in script
