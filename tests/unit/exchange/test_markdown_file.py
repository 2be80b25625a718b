"""Markdown of other programs: fields at the top, headings, links, and lists that are nested in other ways."""

import datetime as dt
import os
from pathlib import Path

import pytest

from gramota.exchange.draft import Found
from gramota.exchange.letter_links import NamedLetter, with_links
from gramota.exchange.markdown_letter.list_indents import nest_by_four
from gramota.exchange.markdown_letter.markdown_file import read_markdown


def read(text: str, folder: Path = Path("nowhere")) -> Found:
    file = folder / "letter.md"
    found = read_markdown(text.encode(), "letter.md", file)
    if found.letter is None:
        return found
    own = NamedLetter("letter", found.letter)
    return with_links(found, own, "letter.md", {os.path.realpath(file): own})


def told(found: Found) -> list[tuple[int, int, str]]:
    return [(problem.where.line, problem.where.column, problem.code) for problem in found.problems]


def test_fields_at_the_top_become_the_letter_s():
    letter = read(
        "---\ntitle: CRM\ndate: 2026-01-10\naudience: [А, Б]\nsummary: Кратко\nlang: en\n---\n# Раз\n\nТекст.\n"
    ).letter
    assert letter is not None
    assert (letter.title, letter.date, letter.audience, letter.summary, letter.lang) == (
        "CRM", dt.date(2026, 1, 10), ("А", "Б"), "Кратко", "en",
    )  # fmt: skip


def test_groups_on_lines_of_their_own_are_as_many():
    letter = read("---\ntitle: CRM\naudience: |\n  А\n  Б  В\n---\n# Раз\n\nТекст.\n").letter
    assert letter is not None
    assert letter.audience == ("А", "Б В")


def test_fields_that_mean_nothing_here_and_broken_ones_have_their_lines():
    assert told(read("---\ntitle: A\ntags: [x]\n---\n# B\n\nC.\n\n# D\n\nE.\n")) == [(3, 1, "G456")]
    assert told(read("---\ndate: 2026-02-30\nlang: fr\n---\n# B\n\nC.\n\n# D\n\nE.\n")) == [
        (2, 7, "G456.value"),
        (3, 7, "G456.value"),
    ]
    broken = read("---\ntitle: 'A\n---\n# B\n\nC.\n\n# D\n\nE.\n")
    assert [code for _, _, code in told(broken)] == ["G455", "G024"]
    assert broken.letter is not None


def test_a_heading_that_another_title_takes_the_place_of_is_told():
    text = "# Прежнее название\n\nТекст.\n\n## Раз\n\nЕще.\n"
    assert told(read(f"---\ntitle: Название\n---\n{text}")) == [(4, 1, "G456.title")]
    assert told(read(f"---\ntitle: прежнее название\n---\n{text}")) == []


def test_headings_of_every_kind_divide_the_letter_and_code_does_not():
    text = (
        "# Письмо\n\n## Раз ##\n\nА.\n\n```\n# не заголовок\n```\n\n"
        "Два\n---\n\nБ.\n\n### Три {#three}\n\nВ.\n\n#### Четыре\n\nГ.\n"
    )
    letter = read(text).letter
    assert letter is not None
    assert letter.title == "Письмо"
    assert [(section.title, section.level) for section in letter.sections] == [("Раз", 2), ("Два", 2), ("Три", 3)]
    assert letter.sections[2].body == "В.\n\n#### Четыре\n\nГ.\n"


def test_links_that_lead_nowhere_become_text_and_are_told_with_their_place():
    found = read(
        "# А\n\nСм. [второе](b.md#x) и [сайт](https://a.example) и [тут](#c).\n\n# Б\n\n<script>x</script>Да.\n"
    )
    assert found.letter is not None
    assert found.letter.sections[0].body == "См. второе и [сайт](https://a.example) и тут.\n"
    assert found.letter.sections[1].body == "Да.\n"
    assert sorted(told(found)) == [(3, 14, "G448.nowhere"), (3, 58, "G448.nowhere"), (7, 1, "G449")]


def test_html_that_reaches_over_a_heading_is_mended_in_each_section():
    found = read("# А\n\nДо <!-- начало\n\n# Б\n\nконец --> после\n\n# **\n\nВ.\n")
    assert found.letter is not None
    assert [section.body for section in found.letter.sections] == ["До &lt;!-- начало\n", "конец --> после\n\nВ.\n"]
    assert [code for _, _, code in told(found)] == ["G449"]


def test_pictures_beside_the_file_come_along(tmp_path: Path):
    (tmp_path / "img").mkdir()
    (tmp_path / "img/plan.png").write_bytes(b"\x89PNG\r\n\x1a\n...")
    found = read('# А\n\n![План](img/plan.png "Вид")\n\n# Б\n\n![Нет](no.png)\n', tmp_path)
    assert found.letter is not None
    assert found.letter.sections[0].body == '![План](picture-1.png "Вид")\n'
    assert [picture.name for picture in found.letter.pictures] == ["picture-1.png"]
    assert told(found) == [(7, 8, "G447.nowhere")]


def test_what_is_nested_in_a_question_stays_with_it():
    found = read(
        "# А\n\nТекст.\n\n# Б\n\nТекст.\n\n# Контрольные вопросы\n\n1. Что?\n   - и почему?\n   - и когда?\n2. Кто?\n"
    )
    assert [(question.asked.prompt, question.where.line) for question in found.questions] == [
        ("Что?\n\n- и почему?\n- и когда?", 11), ("Кто?", 11),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("- a\n  - b\n    - c\n- d", "- a\n    - b\n        - c\n- d"),
        ("1. a\n\n   more\n\n2. b", "1. a\n\n    more\n\n2. b"),
        ("- a\n    - b\n        - c", "- a\n    - b\n        - c"),
        ("1) a\n2) b", "1. a\n2. b"),
        ("- a\n  ```\n  if x:\n      y\n  ```\n- b", "- a\n    ```\n    if x:\n        y\n    ```\n- b"),
        ("- a\ngoes on\n- b", "- a\ngoes on\n- b"),
    ],
)
def test_lists_are_nested_by_four_blanks(written: str, expected: str):
    assert nest_by_four(written) == expected
    assert nest_by_four(expected) == expected


def test_a_link_to_a_heading_of_the_same_file_leads_to_its_section():
    found = read(
        "# Письмо\n\n## Первый раздел\n\nСм. [ниже](#второй-раздел) и [там](#deep).\n\n"
        '## Второй раздел\n\nДа <b id="deep">тут</b>.\n'
    )
    assert found.letter is not None
    assert found.letter.sections[0].body == "См. [ниже](#vtoroy-razdel) и [там](#deep).\n"
    assert found.problems == ()
