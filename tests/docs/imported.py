"""What the author's guide imports: a Word file and a question bank about visitors, in the guide's language."""

from pathlib import Path

from tests.unit.exchange.word import docx, numbered, par

_TEXTS = {
    "en": (
        ("Visitors in the building", "Instruction letter of 2 March 2026. Audience: All staff"),
        (("Meeting a visitor", "Meet your visitor at the entrance and give them a badge."),
         ("Seeing them out", "Walk with them to the exit and take the badge back.")),
        ("Control questions", "How do you meet a visitor?", "What do you do when they leave?"),
        "Where do you meet your visitor?{=At the entrance#Right. ~In the office#They would get lost on the way.}\n",
    ),
    "ru": (
        ("Посетители в здании", "Инструктивное письмо от 02.03.2026. Аудитория: Все сотрудники"),
        (("Как встретить посетителя", "Встретьте посетителя у входа и выдайте ему пропуск."),
         ("Как проводить", "Дойдите с ним до выхода и заберите пропуск.")),
        ("Контрольный лист", "Как вы встретите посетителя?", "Что вы сделаете, когда он уходит?"),
        "Где вы встретите посетителя?{=У входа#Верно. ~В кабинете#По дороге он заблудится.}\n",
    ),
}  # fmt: skip


def write_visitors(project: Path, lang: str) -> None:
    """Put visitors.docx and visitors.gift into the project."""
    (title, line), sections, (sheet, *questions), bank = _TEXTS[lang]
    blocks = [par(title, "1"), par(line)]
    for heading, text in sections:
        blocks += [par(heading, "2"), par(text)]
    blocks += [par(sheet, "2"), *map(numbered, questions)]
    (project / "visitors.docx").write_bytes(docx(*blocks))
    (project / "visitors.gift").write_text(bank, encoding="utf-8")
