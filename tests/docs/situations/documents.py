"""Word files made of the lines that show them: what a paragraph is stands before it in square brackets."""

import re
from collections.abc import Mapping
from typing import Any

from tests.docs.situations.place import Place
from tests.unit.exchange.test_word import EMF, png
from tests.unit.exchange.word import NAMESPACES, bold, docx, numbered, par, picture, run, table, text_box

LETTER = (
    "[Название] Возврат товара",
    "Инструктивное письмо от 15.03.2021. Аудитория: Отдел продаж",
    "[Заголовок 1] Прием товара",
    "Осмотрите товар.",
    "[Заголовок 1] Деньги",
    "Деньги возвращают за 10 дней.",
)
LINE = re.compile(r"\[(?P<kind>[^\]]+)\] ?(?P<text>.*)")
_FORMULA, _CHART, _OBJECT = (
    "<m:oMath/>",
    "<w:r><w:drawing><c:chart/></w:drawing></w:r>",
    "<w:r><w:object><o:OLEObject/></w:object></w:r>",
)
_MORE = f'{NAMESPACES} xmlns:c="urn:c" xmlns:o="urn:o"'
_LOST = picture("lost", "x").replace("r:embed", "r:link")
_RELATION = (
    '<Relationship Id="lost" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
    'Target="file:///C:/plan.png" TargetMode="External"/>'
)
_STYLES = {"Название": "a3", "Заголовок 1": "1", "Заголовок 2": "2"}


def word_lines(made: Mapping[str, Any]) -> list[str]:
    """Return the document's lines: its own, or those of the letter with the changed ones in their places."""
    if isinstance(made["docx"], list):
        return made["docx"]
    changed = made.get("lines", {})
    lines = [new for line in LETTER for new in listed_lines(changed.get(line, line))]
    return [*lines, *made.get("add", ())]


def listed_lines(lines: str | list[str] | None) -> list[str]:
    """Return the lines, be they none, one or several."""
    return [] if lines is None else [lines] if isinstance(lines, str) else lines


def word_file(place: Place, made: Mapping[str, Any]) -> bytes:
    """Return the file; `odd` is what no program for texts writes into it."""
    lines = word_lines(made)
    body = "".join(_block(line, place) for line in lines)
    before, inside = _ODD[made["odd"]] if "odd" in made else ("", "")
    parts: dict[str, str | bytes] = {
        "word/document.xml": f"{before}<w:document {_MORE}><w:body>{body}{inside}</w:body></w:document>"
    }
    if any(line.startswith("[колонтитул]") for line in lines):
        parts["word/footer1.xml"] = f"<w:ftr xmlns:w='x'>{par('1')}</w:ftr>"
    if "zeros" in made:
        parts["word/media/zeros.png"] = bytes(made["zeros"])
    media = {"good.png": png(), "old.emf": EMF, "large.png": png() + bytes(made.get("picture", 0))}
    return docx(media=media, parts=parts, relations=_RELATION)


_ODD = {
    "entities": ("<!DOCTYPE x [<!ENTITY a 'b'>]>", ""),
    "nested": ("", "<w:sdt>" * 200 + "</w:sdt>" * 200),
}


def _block(line: str, place: Place) -> str:
    found = LINE.fullmatch(line)
    kind, text = (found["kind"], place.text(found["text"])) if found else ("", place.text(line))
    if kind in _STYLES:
        return par(text, _STYLES[kind])
    simple = {
        "": lambda: par(text),
        "жирный": lambda: par(bold(text)),
        "пункт списка": lambda: numbered(text),
        "вставлено": lambda: par(f'<w:ins w:id="1">{run(text)}</w:ins>'),
        "надпись": lambda: par(run("") + text_box(par(text))),
        "примечание": lambda: par(run(text) + '<w:r><w:commentReference w:id="0"/></w:r>'),
        "колонтитул": lambda: "",
        "формула": lambda: par(run(text) + _FORMULA),
        "диаграмма": lambda: par(run(text) + _CHART),
        "объект Excel": lambda: par(run(text) + _OBJECT),
        "оглавление": lambda: par(f'<w:hyperlink w:anchor="_Toc1">{run(text)}</w:hyperlink>'),
        "таблица": lambda: table(*(_cells(row) for row in text.split(" / "))),
        "картинка": lambda: par(picture("good", text)),
        "картинка EMF": lambda: par(picture("old", text)),
        "картинка, 25 МБ": lambda: par(picture("large", text)),
        "картинка по ссылке": lambda: par(_LOST),
    }
    return simple[kind]()


def _cells(row: str) -> tuple[str, ...]:
    """A cell that is followed by no text of its own is merged with the one before."""
    cells = row.split(" | ")
    if "<-" not in cells:
        return tuple(cells)
    return (f'<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{par(cells[0])}',)
