"""Word files and PDFs made of the lines that show them: what a paragraph is stands before it in square brackets."""

import io
import re
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

from pypdf import PdfReader, PdfWriter

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
_LETTERS = Path(__file__).parents[2] / "unit/exchange/letters"
_LINE = re.compile(r"\[(?P<kind>[^\]]+)\] ?(?P<text>.*)")
_FORMULA, _CHART, _OBJECT = "<m:oMath/>", "<w:r><w:drawing><c:chart/></w:drawing></w:r>", "<w:r><w:object><o:OLEObject/></w:object></w:r>"
_MORE = f'{NAMESPACES} xmlns:c="urn:c" xmlns:o="urn:o"'
_LOST = '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="x"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:link="lost"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
_RELATION = '<Relationship Id="lost" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="{target}" TargetMode="External"/>'
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
    return docx(media=media, parts=parts, relations=_RELATION.format(target="file:///C:/plan.png"))


_ODD = {
    "entities": ("<!DOCTYPE x [<!ENTITY a 'b'>]>", ""),
    "nested": ("", "<w:sdt>" * 200 + "</w:sdt>" * 200),
}


def _block(line: str, place: Place) -> str:
    found = _LINE.fullmatch(line)
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


def blank_pdf(pages: int) -> bytes:
    """Return pages with nothing on them."""
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(200, 200)
    return _written(writer)


def letter_pdf() -> bytes:
    """Return the shipped letter as LibreOffice wrote it."""
    return (_LETTERS / "closer-product.pdf").read_bytes()


def locked_pdf() -> bytes:
    """Return the shipped letter with a password."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(letter_pdf())))
    writer.encrypt("secret", algorithm="RC4-128")
    return _written(writer)


def _written(writer: PdfWriter) -> bytes:
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def pdf_of(place: Place, lines: Sequence[str]) -> bytes:
    """Return a page with these lines in letters of one size, those after «[жирный]» bold, and a box after «[картинка]»."""
    found = [_LINE.fullmatch(line) for line in lines]
    drawn = [(each["kind"] if each else "", place.text(each["text"] if each else line)) for each, line in zip(found, lines, strict=True)]
    shown = "".join(
        f"BT /{'B' if kind == 'жирный' else 'R'} 12 Tf 50 {760 - 30 * row} Td <{text.encode('utf-16-be').hex()}> Tj ET\n"
        for row, (kind, text) in enumerate(drawn)
        if kind != "картинка"
    )
    pictures = "/XObject<</P 9 0 R>>" if any(kind == "картинка" for kind, _ in drawn) else ""
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</R 5 0 R/B 6 0 R>>{pictures}>>>>",
        _stream(shown),
        *(_font(name) for name in ("Serif", "Serif-Bold")),
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/Serif/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>",
        _stream(_unicode_map("".join(text for _, text in drawn))),
        "<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 0>>stream\n\nendstream",
    ]
    numbered = "".join(f"{number} 0 obj{content}endobj\n" for number, content in enumerate(objects, 1))
    return f"%PDF-1.7\n{numbered}trailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF".encode()


def _stream(content: str) -> str:
    return f"<</Length {len(content)}>>stream\n{content}\nendstream "


def _font(name: str) -> str:
    return f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[7 0 R]/ToUnicode 8 0 R>>"


def _unicode_map(text: str) -> str:
    codes = sorted({character.encode("utf-16-be").hex() for character in text})
    listed = "\n".join(f"<{code}> <{code}>" for code in codes)
    return f"begincmap\n1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n{len(codes)} beginbfchar\n{listed}\nendbfchar\nendcmap"
