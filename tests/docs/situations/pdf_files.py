"""PDFs: the shipped letter's, blank ones, and one made of the lines that show it."""

import io
from collections.abc import Sequence
from pathlib import Path

from pypdf import PdfReader, PdfWriter

from tests.docs.situations.documents import LINE
from tests.docs.situations.place import Place

_IDENTITY = "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
_LETTERS = Path(__file__).parents[2] / "unit/exchange/letters"


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
    """Return a page with these lines in letters of one size, after «[жирный]» in bold ones, and with a picture."""
    found = [LINE.fullmatch(line) for line in lines]
    drawn = [
        (each["kind"] if each else "", place.text(each["text"] if each else line))
        for each, line in zip(found, lines, strict=True)
    ]
    shown = "".join(
        f"BT /{'B' if kind == 'жирный' else 'R'} 12 Tf 50 {y} Td <{text.encode('utf-16-be').hex()}> Tj ET\n"
        for y, (kind, text) in zip(range(760, 0, -30), drawn, strict=False)
        if kind != "картинка"
    )
    pictures = "/XObject<</P 9 0 R>>" if any(kind == "картинка" for kind, _ in drawn) else ""
    resources = f"<</Font<</R 5 0 R/B 6 0 R>>{pictures}>>"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources{resources}>>",
        _stream(shown),
        *(_font(name) for name in ("Serif", "Serif-Bold")),
        f"<</Type/Font/Subtype/CIDFontType2/BaseFont/Serif/CIDSystemInfo{_IDENTITY}>>",
        _stream(_unicode_map("".join(text for _, text in drawn))),
        _stream("", "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"),
    ]
    numbered = "".join(f"{number} 0 obj{content}endobj\n" for number, content in enumerate(objects, 1))
    return f"%PDF-1.7\n{numbered}trailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF".encode()


def _stream(content: str, about: str = "") -> str:
    return f"<<{about}/Length {len(content)}>>stream\n{content}\nendstream "


def _font(name: str) -> str:
    return f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[7 0 R]/ToUnicode 8 0 R>>"


def _unicode_map(text: str) -> str:
    codes = sorted({character.encode("utf-16-be").hex() for character in text})
    listed = "\n".join(f"<{code}> <{code}>" for code in codes)
    codespace = "1 begincodespacerange\n<0000> <ffff>\nendcodespacerange"
    return f"begincmap\n{codespace}\n{len(codes)} beginbfchar\n{listed}\nendbfchar\nendcmap"
