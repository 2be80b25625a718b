"""Links in Markdown and in HTML, from files and from the root, of letters, questions and pages by hand, all arrive."""

import re
import shutil
from pathlib import Path

import pytest

from tests.built_site.building import ROOT, build_site, failed_build, replace_in
from tests.built_site.ejecting import ENGINES, build_with, eject
from tests.built_site.test_dead_links import dead_links

LANGUAGES = ROOT / "tests/sites/languages"
ABOUT = """\
# О нас

[Пожар](../letters/en/fire.yml#alarm), [гости](/letters/ru/visitors.yml), <a href="../letters/de/fire.yml">Feuer</a>
и [эта страница](#о-нас).
"""
IN_LETTER = """\

      [Гости](/letters/ru/visitors.yml), <a href='../en/fire.yml#alarm'>Fire</a>, <a href=../de/fire.yml>Feuer</a>,
      <img src="../plan.svg" alt="План"> ![План](/letters/plan.svg) [о нас](/about/us.md#о-нас)
"""


def _project(folder: Path) -> Path:
    project = shutil.copytree(LANGUAGES, folder / "project")
    about = project / "docs/about/us.md"
    about.parent.mkdir()
    about.write_text(ABOUT, encoding="utf-8")
    letter = project / "docs/letters/ru/fire.yml"
    first = re.search(r"    body: \|\n      [^\n]+\n", letter.read_text(encoding="utf-8"))
    assert first
    replace_in(letter, first[0], first[0] + IN_LETTER)
    quiz = project / "quizzes/ru/fire.yml"
    prompt = re.search(r"    prompt: ([^\n]+)\n", quiz.read_text(encoding="utf-8"))
    assert prompt
    asked = f"    prompt: '{prompt[1]} <a href=\"../en/fire.yml\">Fire</a> [гости](/letters/ru/visitors.yml)'\n"
    replace_in(quiz, prompt[0], asked)
    return project


def _lead_on(page: Path) -> set[str]:
    article = re.search(r"<article.*</article>", page.read_text(encoding="utf-8"), re.DOTALL)
    assert article
    return {each for each in re.findall(r'(?:href|src)="([^"]+)"', article[0]) if not each.startswith("#")}


def test_links_of_every_kind_arrive_on_the_site(tmp_path: Path):
    site = build_site(_project(tmp_path), tmp_path / "site")
    assert dead_links(site, "index.html") == []
    assert _lead_on(site / "letters/ru/fire/index.html") >= {
        "../visitors/",
        "../../en/fire/",
        "../../en/fire/#alarm",
        "../../de/fire/",
        "../../plan.svg",
        "../../../about/us/#о-нас",
    }
    assert _lead_on(site / "about/us/index.html") >= {
        "../../letters/en/fire/#alarm",
        "../../letters/ru/visitors/",
        "../../letters/de/fire/",
    }


@pytest.mark.parametrize("engine", ENGINES)
def test_links_of_every_kind_arrive_in_an_ejected_project(engine: str, tmp_path: Path):
    project = _project(tmp_path)
    replace_in(project / "docs/about/us.md", ', <a href="../letters/de/fire.yml">Feuer</a>', "")
    site = build_with(engine, eject(project, tmp_path / "plain"))
    assert dead_links(site, "index.html") == []
    assert not re.findall(r"\.yml|gramota\.root", " ".join(_lead_on(site / "about/us/index.html")))


def test_a_dead_link_of_a_page_by_hand_ends_the_build(tmp_path: Path):
    project = _project(tmp_path)
    replace_in(project / "docs/about/us.md", "en/fire.yml", "en/fier.yml")
    said = failed_build(project, tmp_path / "site")
    assert "docs/about/us.md:3:9: G081" in said
    assert "../letters/en/fire.yml" in said
