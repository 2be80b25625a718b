"""Files that are broken or meant to do harm are answered with a message; nothing hangs, fills memory or gets out."""

import io
import random
import time
import zipfile
import zlib
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.exchange.word import NAMESPACES, docx, par, run

from gramota.errors import ContentError
from gramota.exchange.banks.gift import read_gift
from gramota.exchange.banks.moodle_xml import read_moodle_xml
from gramota.exchange.markdown_letter.markdown_file import read_markdown
from gramota.exchange.read_file import read_file
from gramota.exchange.word import guard

LETTERS = Path(__file__).parent / "letters"
LAUGHS = "<!DOCTYPE x [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(12)
)
OUTSIDE = "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>"


def refused(path: Path, data: bytes) -> str:
    """Return the code with which the file is refused."""
    path.write_bytes(data)
    with pytest.raises(ContentError) as caught:
        read_file(path)
    return caught.value.problems[0].code


def document(inside: str, before: str = "") -> bytes:
    return docx(parts={"word/document.xml": f"{before}<w:document {NAMESPACES}><w:body>{inside}</w:body></w:document>"})


@pytest.mark.parametrize("entities", [LAUGHS + "]>", OUTSIDE + "]>", "<!DOCTYPE x SYSTEM 'http://x.invalid/x.dtd'>"])
def test_no_entity_of_a_word_file_is_read(tmp_path: Path, entities: str):
    assert refused(tmp_path / "a.docx", document(par(run("&a;").replace("&amp;", "&")), entities)) == "G414.entities"
    styles = docx(par("x"), parts={"word/styles.xml": f"{entities}<w:styles {NAMESPACES}/>"})
    assert refused(tmp_path / "b.docx", styles) == "G414.entities"


def test_a_part_by_another_name_is_no_way_around(tmp_path: Path):
    styles = f"{LAUGHS}]><w:styles {NAMESPACES}>&m;</w:styles>"
    assert refused(tmp_path / "a.docx", docx(par("x"), parts={"word/media/styles.png": styles})) == "G414.entities"
    large = "<a>" + "x" * guard.MAX_XML + "</a>"
    assert refused(tmp_path / "b.docx", docx(par("x"), parts={"word/styles.bin": large})) == "G414"
    picture = "<?xml version='1.0'?><!DOCTYPE svg PUBLIC 'x' 'http://x.invalid/svg.dtd'><svg/>"
    (tmp_path / "c.docx").write_bytes(
        docx(par("Т"), par("Текст."), parts={"word/media/a.svg": picture, "word/a.htm": "<br>"})
    )
    assert read_file(tmp_path / "c.docx").letter


@pytest.mark.parametrize("entities", [LAUGHS + "]>", OUTSIDE + "]>"])
def test_no_entity_of_a_bank_is_read(tmp_path: Path, entities: str):
    assert refused(tmp_path / "a.xml", f"{entities}<quiz>&a;</quiz>".encode()) == "G415.entities"


def test_a_small_archive_that_unpacks_to_much_is_not_unpacked(tmp_path: Path):
    bomb = docx(par("x"), parts={"word/media/zeros.png": b"\0" * (guard.MAX_UNPACKED + 1)})
    assert len(bomb) < 1_000_000
    assert refused(tmp_path / "a.docx", bomb) == "G414"
    assert refused(tmp_path / "b.docx", document(par("a" * guard.MAX_XML))) == "G414"
    crowd = docx(par("x"), parts={f"word/{number}": "" for number in range(guard.MOST_PARTS)})
    assert refused(tmp_path / "c.docx", crowd) == "G414"


def test_a_directory_without_end_is_not_read(tmp_path: Path):
    entry = b"PK\x01\x02" + b"\0" * 42
    end = b"PK\x05\x06" + b"\0" * 8 + (len(entry) * 200_000).to_bytes(4, "little") + b"\0" * 6
    assert refused(tmp_path / "a.docx", entry * 200_000 + end) == "G414"
    assert refused(tmp_path / "b.docx", b"PK\x06\x07" + b"\0" * 16 + end) == "G414"


def pdf(stream: bytes, kids: str = "3 0 R") -> bytes:
    return (
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        + f"2 0 obj<</Type/Pages/Kids[{kids}]/Count 1>>endobj\n".encode()
        + b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n"
        + f"4 0 obj<</Length {len(stream)}/Filter/FlateDecode>>stream\n".encode()
        + stream
        + b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    )


@pytest.mark.parametrize(
    "data",
    [pdf(zlib.compress(b"q " * 50_000_000)), pdf(zlib.compress(b"q"), "2 0 R"), pdf(b"", "3 0 R " * 100_000)],
    ids=["unpacks to much", "holds itself", "pages without end"],
)
def test_a_pdf_that_is_meant_to_do_harm_is_told(tmp_path: Path, data: bytes):
    start = time.process_time()
    assert refused(tmp_path / "a.pdf", data).startswith("G416")
    assert time.process_time() - start < 60


def test_an_archive_that_lies_about_its_sizes_is_refused(tmp_path: Path):
    honest = document(par("a" * 100_000))
    with zipfile.ZipFile(io.BytesIO(honest)) as archive:
        size = archive.getinfo("word/document.xml").file_size
    lying = honest.replace(size.to_bytes(4, "little"), (100).to_bytes(4, "little"))
    assert lying != honest
    assert refused(tmp_path / "a.docx", lying) == "G413"


def test_nesting_and_crowds_of_elements_are_refused(tmp_path: Path):
    assert refused(tmp_path / "a.docx", document("<w:sdt>" * 5_000 + "</w:sdt>" * 5_000)) == "G414.nested"
    assert refused(tmp_path / "b.docx", document("<w:p/>" * (guard.MOST_ELEMENTS + 1))) == "G414.nested"


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.docx", b"", "G417"),
        ("a.docx", b"no archive", "G413"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "G413.old"),
        ("a.docx", docx(par("x"))[:400], "G413"),
        ("a.docx", document("<w:p>"), "G413"),
        ("a.docx", document("<other:p/>"), "G413"),
        ("a.pdf", b"%PDF-1.7\n", "G416"),
        ("a.pdf", b"\0" * 1000, "G416"),
        ("a.gift", b"A\0B {=a}", "G412.binary"),
        ("a.gift", b"\x80\x81\xff {=a}", "G412"),
        ("a.md", "Тема".encode("cp866"), "G412"),
        ("a.doc", b"x", "G410"),
        ("a", b"x", "G410"),
    ],
)
def test_a_broken_file_is_told(tmp_path: Path, name: str, data: bytes, code: str):
    assert refused(tmp_path / name, data) == code


def test_an_xlsx_in_the_clothes_of_a_document_is_told(tmp_path: Path):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("xl/workbook.xml", "<x/>")
    assert refused(tmp_path / "a.docx", written.getvalue()) == "G413.other"


def test_a_file_that_is_too_large_is_not_read_to_its_end(tmp_path: Path):
    with (tmp_path / "a.gift").open("wb") as stream:
        stream.truncate(10_000_000_000)
    start = time.process_time()
    with pytest.raises(ContentError) as caught:
        read_file(tmp_path / "a.gift")
    assert caught.value.problems[0].code == "G411"
    assert time.process_time() - start < 10


@pytest.mark.parametrize("name", ["closer-product.docx", "closer-product.pdf"])
def test_a_letter_with_bytes_changed_is_read_or_told(tmp_path: Path, name: str):
    data, chance = (LETTERS / name).read_bytes(), random.Random(7)
    for number in range(60):
        changed = bytearray(data)
        for _ in range(1 + number // 4):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        path = tmp_path / f"{number}{Path(name).suffix}"
        path.write_bytes(changed if number % 3 else changed[: chance.randrange(len(changed))] + b" ")
        with suppress(ContentError):
            read_file(path)


@settings(max_examples=150, deadline=None)
@given(
    st.binary(max_size=300)
    | st.text(st.sampled_from("{}=~#:\\%->\n/[]$ аb1.<quion ty'\"!-"), max_size=200).map(str.encode)
)
def test_whatever_a_text_file_holds_is_read_or_told(data: bytes):
    for read in (read_gift, read_moodle_xml, lambda data, path: read_markdown(data, path, LETTERS)):
        with suppress(ContentError):
            read(data, "x")


def test_pictures_outside_the_document_s_folder_stay_there(tmp_path: Path):
    (tmp_path / "secret.png").write_bytes(b"\x89PNG\r\n\x1a\nsecret")
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters/link.png").symlink_to(tmp_path / "secret.png")
    letter = tmp_path / "letters/a.md"
    pictures = ("../secret.png", "link.png", f"{tmp_path}/secret.png", "%2e%2e/secret.png", "a.md", "\\..\\secret.png")
    letter.write_text("# Т\n\nТекст.\n\n" + "\n\n".join(f"![x]({each})" for each in pictures), encoding="utf-8")
    found = read_file(letter)
    assert found.letter is not None
    assert found.letter.pictures == ()
    assert "![" not in str(found.letter.sections)
    assert [problem.code for problem in found.problems if problem.code.startswith("G447")] == ["G447.nowhere"] * 5 + [
        "G447.kind"
    ]


@pytest.mark.parametrize(
    "text",
    ["{" * 50_000, "::" * 50_000, "a{=" * 20_000, "[" * 50_000 + "](" * 50_000, "<" * 100_000, "`" * 50_000,
     "**a" * 30_000, "- " * 50_000],
    ids=lambda text: text[:6],
)  # fmt: skip
def test_no_text_takes_long(text: str):
    start = time.process_time()
    for read in (read_gift, lambda data, path: read_markdown(data, path, LETTERS)):
        read(text.encode(), "x")
    assert time.process_time() - start < 20
