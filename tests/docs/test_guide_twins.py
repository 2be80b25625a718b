"""The guides speak two languages and say the same; what they name is there."""

import re
from pathlib import Path
from typing import get_args

import pytest

from gramota.notice_kinds import NoticeKind
from gramota.wording import wording
from tests.built_site.building import ROOT
from tests.docs.guide import GUIDE, LANGUAGES, PAGES, blocks, commands, headings, page_text, tables

READMES = (ROOT / "README.md", ROOT / "README.ru.md")
TWINS = [*((GUIDE / "en" / f"{page}.md", GUIDE / "ru" / f"{page}.md") for page in PAGES), READMES]
TWIN_IDS = [*PAGES, "readme"]
EVERY_TEXT = [*sorted(GUIDE.rglob("*.md")), *sorted(ROOT.glob("*.md"))]


@pytest.mark.parametrize(("english", "russian"), TWINS, ids=TWIN_IDS)
def test_both_languages_have_the_same_parts(english: Path, russian: Path):
    """Headings with their levels, blocks with their kinds and files, tables with their sizes."""
    assert _shape(english) == _shape(russian)


@pytest.mark.parametrize(("english", "russian"), TWINS, ids=TWIN_IDS)
def test_both_languages_have_the_same_commands(english: Path, russian: Path):
    assert _plain_commands(english) == _plain_commands(russian)


@pytest.mark.parametrize("file", EVERY_TEXT, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_every_link_leads_to_a_file(file: Path):
    links = re.findall(r"\]\((?!https?://|#)([^)#\s]+)", re.sub(r"`[^`]*`", "", _text(file)))
    assert [link for link in links if not (file.parent / link).exists()] == []


@pytest.mark.parametrize("file", EVERY_TEXT, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_every_link_to_a_heading_of_the_page_finds_it(file: Path):
    known = {re.sub(r"[^\w-]", "", title.lower().replace(" ", "-")) for _, title in headings(_text(file))}
    assert set(re.findall(r"\]\(#([^)]+)\)", _text(file))) <= known


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_label_that_employees_are_told_to_press_is_on_the_page(lang: str):
    """In the employee's guide bold words are labels of the site."""
    said = {str(text) for room in ("site", "blocks", "runtime") for text in wording(room, lang).texts.values()}
    told = set(re.findall(r"\*\*(.+?)\*\*", page_text(lang, "employee")))
    assert len(told) >= 10
    assert told - said == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_warning_about_a_sheet_is_explained(lang: str):
    warnings = {code for code in wording("grading_problems", lang).texts if re.fullmatch(r"G35\d", code)}
    assert set(re.findall(r"`(G\d{3})`", page_text(lang, "trainer"))) == warnings


@pytest.mark.parametrize("lang", LANGUAGES)
def test_everything_that_the_report_says_of_an_answer_as_a_whole_is_explained(lang: str):
    t = wording("grading", lang)
    said = [t(f"notice.{kind}", question="").rstrip(" :,“”«»") for kind in get_args(NoticeKind)]
    told = [row[0] for table in tables(page_text(lang, "trainer")) for row in table]
    assert [text for text in said if text not in told] == []


@pytest.mark.parametrize("picture", sorted((GUIDE / "pictures").glob("*.png")), ids=lambda picture: picture.name)
def test_every_picture_is_shown_and_small(picture: Path):
    assert any(picture.name in _text(file) for file in EVERY_TEXT)
    assert 5_000 < picture.stat().st_size < 80_000


def _plain_commands(file: Path) -> list[str]:
    return [re.sub(r"\b(FILE|FOLDER|ФАЙЛ|ПАПКА)\b", "PATH", line) for line in commands(_text(file))]


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def _shape(file: Path) -> dict[str, object]:
    text = _text(file)
    fences = re.findall(r"^ *```(\w+)(?: title=\"(.+)\")?$", text, re.MULTILINE)
    return {
        "headings": [level for level, _ in headings(text)],
        "blocks": fences,
        "files": [block.path for block in blocks(text, "yaml")],
        "tables": [(len(table), len(table[0])) for table in tables(text)],
        "pictures": [re.sub(r"\.(en|ru)\.png", ".png", link) for link in re.findall(r"!\[.*?\]\((.+?)\)", text)],
        "items": len(re.findall(r"^\s*(?:-|\d+\.) ", text, re.MULTILINE)),
    }
