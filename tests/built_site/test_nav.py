"""The navigation as authors write it: `letters/` in any place of it, and a letter by its file."""

import re
from pathlib import Path

import pytest

from tests.built_site.building import build_site, copy_handbook, failed_build

REFUNDS, PRIVET = "letters/sales/refunds/index.html", "letters/privet/index.html"


def _menu(project: Path, nav: str, site: Path) -> list[str]:
    """Return the addresses in the menu of the home page, in order, each once."""
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write(f"\nnav:\n{nav}\n")
    page = (build_site(project, site) / "index.html").read_text(encoding="utf-8")
    menu = re.search(r'<nav class="md-nav md-nav--primary.*?</nav>\s*</div>', page, re.DOTALL)
    assert menu
    return list(dict.fromkeys(re.findall(r'<a href="([^"#]+)" class="md-nav__link', menu[0])))


@pytest.mark.parametrize(
    "nav",
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
def test_letters_may_stand_anywhere_in_the_menu(tmp_path: Path, nav: str):
    menu = _menu(copy_handbook(tmp_path), nav, tmp_path / "out")
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
