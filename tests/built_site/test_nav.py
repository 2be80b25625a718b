"""The navigation as authors write it: `letters/` in any place of it, and a letter by its file."""

import re
from pathlib import Path

import pytest

from gramota.course.files.shared_files import SharedFiles
from gramota.pages import Card, letter_path
from gramota.site import nav
from gramota.site.content import SiteSettings, load_content
from tests.built_site.building import ROOT, build_site, copy_handbook, failed_build

REFUNDS, PRIVET = "letters/sales/refunds/index.html", "letters/privet/index.html"


def _menu(project: Path, entries: str, site: Path) -> list[str]:
    """Return the addresses in the menu of the home page, in order, each once."""
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write(f"\nnav:\n{entries}\n")
    page = (build_site(project, site) / "index.html").read_text(encoding="utf-8")
    menu = re.search(r'<nav class="md-nav md-nav--primary.*?</nav>\s*</div>', page, re.DOTALL)
    assert menu
    return list(dict.fromkeys(re.findall(r'<a href="([^"#]+)" class="md-nav__link', menu[0])))


@pytest.mark.parametrize(
    "entries",
    [
        "  - index.md\n  - letters/",
        "  - index.md\n  - Letters: letters/",
        "  - index.md\n  - Letters: [letters/]",
        "  - index.md\n  - Letters:\n      - letters/",
        "  - index.md\n  - All:\n      - Letters:\n          - letters/",
        "  - index.md\n  - letters/privet.yml\n  - letters/sales/refunds.yml",
        "  - index.md\n  - Hello: letters/privet.yml\n  - Money: [letters/sales/refunds.yml]",
    ],
)
def test_letters_may_stand_anywhere_in_the_menu(tmp_path: Path, entries: str):
    menu = _menu(copy_handbook(tmp_path), entries, tmp_path / "out")
    assert {REFUNDS, PRIVET} <= set(menu)


def test_a_letter_keeps_the_title_that_the_menu_gives_it(tmp_path: Path):
    project = copy_handbook(tmp_path)
    _menu(project, "  - index.md\n  - My own title: letters/privet.yml", tmp_path / "out")
    assert "My own title" in (tmp_path / "out/index.html").read_text(encoding="utf-8")


def test_a_letter_that_is_not_there_fails_the_build(tmp_path: Path):
    project = copy_handbook(tmp_path)
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("\nnav:\n  - index.md\n  - Hello: letters/nobody.yml\n")
    assert "letters/nobody.yml" in failed_build(project, tmp_path / "out")


def test_no_entry_of_the_menu_costs_a_look_at_every_letter(monkeypatch: pytest.MonkeyPatch):
    docs, quizzes = ROOT / "tests/sites/handbook/docs", ROOT / "tests/sites/handbook/quizzes"
    cards = load_content(docs, quizzes, SiteSettings("site"), SharedFiles(docs, quizzes)).cards
    made: list[str] = []

    def noted(card: Card) -> str:
        made.append(card.id)
        return letter_path(card)

    monkeypatch.setattr(nav, "letter_path", noted)
    expanded = nav.expand_nav([f"letters/{cards[0].id}.yml"] * 100, cards, "ru")
    assert expanded == [letter_path(cards[0])] * 100
    assert len(made) <= 2 * len(cards)
