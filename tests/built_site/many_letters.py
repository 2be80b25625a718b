"""A project of so many short letters to all or to the warehouse, for what large sites do."""

from pathlib import Path

NAV = """  - Главная: index.md
  - Письма: letters/
"""
_SETTINGS = """site_name: Письма
use_directory_urls: false
theme: {name: material, language: ru}
plugins: [search, gramota]
nav:
"""
_LETTER = """title: Письмо о воде номер {number:03}
date: 2021-03-15
audience: [{audience}]
lang: ru
sections:
  - id: boiling
    title: Кипение
    body: Вода кипит при ста градусах, письмо {number:03}.
"""


def write_many_letters(folder: Path, letters: int, nav: str = NAV) -> Path:
    """Write the project, its settings ending with this navigation; return its folder."""
    (folder / "docs/letters").mkdir(parents=True)
    (folder / "quizzes").mkdir()
    (folder / "mkdocs.yml").write_text(_SETTINGS + nav, encoding="utf-8")
    for number in range(letters):
        text = _LETTER.format(number=number, audience="Склад" if number % 20 == 0 else "Все")
        (folder / f"docs/letters/letter-{number:03}.yml").write_text(text, encoding="utf-8")
    return folder
