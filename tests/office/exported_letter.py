"""The shipped letter as a Word and a PDF file.

`python -m tests.office.exported_letter` makes the committed ones anew.
"""

import subprocess
import tempfile
from html import escape
from pathlib import Path

from gramota.course import Lesson, load_course
from gramota.pages.markup import render_block
from tests.built_site.building import ROOT
from tests.office.soffice import find_soffice

LETTER = "closer-product"
FOLDER = ROOT / "tests/unit/exchange/letters"
_FILTERS = {".docx": "docx:MS Word 2007 XML", ".pdf": "pdf"}


def shipped_lesson() -> Lesson:
    return load_course(ROOT / "docs", ROOT / "quizzes").lesson(LETTER)


def export_letter(folder: Path) -> dict[str, Path]:
    """Let LibreOffice make a Word file of the letter's page, and a PDF of that; return them by their endings."""
    page = folder / f"{LETTER}.html"
    page.write_text(_page(shipped_lesson()), encoding="utf-8")
    word = _converted(page, ".docx", folder, "--infilter=HTML (StarWriter)")
    return {".docx": word, ".pdf": _converted(word, ".pdf", folder)}


def _converted(path: Path, ending: str, folder: Path, *wanted: str) -> Path:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [find_soffice() or "soffice", profile, "--headless", *wanted, "--convert-to", _FILTERS[ending]]
    subprocess.run([*command, "--outdir", folder, path], check=True, capture_output=True, timeout=180)
    return path.with_suffix(ending)


def _page(lesson: Lesson) -> str:
    """The letter with its control sheet as a company would have it in Word."""
    letter = lesson.letter
    line = f"Инструктивное письмо от {letter.date:%d.%m.%Y} Аудитория: {', '.join(letter.audience)}"
    sections = "".join(
        f"<h{section.level}>{escape(section.title)}</h{section.level}>{render_block(section.body, {})}"
        for section in letter.sections
    )
    asked = "".join(f"<li>{escape(question.prompt)}</li>" for question in lesson.control)
    return (
        f"<html><head><meta charset='utf-8'></head><body><h1>{escape(letter.title)}</h1><p>{line}</p>{sections}"
        f"<h2>Контрольный лист</h2><ol>{asked}</ol></body></html>"
    )


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        for made in export_letter(Path(place)).values():
            (FOLDER / made.name).write_bytes(made.read_bytes())
