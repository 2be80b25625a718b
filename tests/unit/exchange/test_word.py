"""Word files in the ways that people write them, and what of them must be looked at."""

import struct
import zlib
from pathlib import Path

import pytest
from tests.unit.exchange.same_letter import assert_same_letter
from tests.unit.exchange.word import NAMESPACES, bold, docx, item, numbered, par, picture, run, table, text_box

from gramota.exchange.draft import Found
from gramota.exchange.word.docx import read_docx

LETTERS = Path(__file__).parent / "letters"
SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
EMF = b"\1\0\0\0" + b"\0" * 36 + b" EMF" + b"\0" * 50


def png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0\xff\0\0")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def read(*body: str, **files: dict) -> Found:
    return read_docx(docx(*body, **files), "letter.docx")


def sections(found: Found) -> list[tuple[str, int, str]]:
    assert found.letter is not None
    return [(section.title, section.level, section.body.rstrip("\n")) for section in found.letter.sections]


def codes(found: Found) -> list[str]:
    return [problem.code for problem in found.problems]


@pytest.mark.parametrize("name", ["closer-product.docx", "closer-product.pdf"])
def test_the_shipped_letter_comes_back_whole(name: str):
    assert_same_letter(LETTERS / name)


def test_headings_are_known_by_word_s_styles_and_the_company_s_own():
    found = read(
        par("Возврат товара", "a3"),
        par("Письмо № ИП-12/2026 от «5» марта 2026 г. Аудитория: Продажи, Склад"),
        par("Приём", "1"),
        par("Запишите."),
        par("Сроки", "lvl"),
        par("Десять дней."),
        par("Деньги", "12"),
        par("Верните."),
    )
    letter = found.letter
    assert letter is not None
    assert (letter.title, letter.number, str(letter.date), letter.audience) == (
        "Возврат товара", "ИП-12/2026", "2026-03-05", ("Продажи", "Склад"),
    )  # fmt: skip
    assert sections(found) == [("Приём", 2, "Запишите."), ("Сроки", 3, "Десять дней."), ("Деньги", 2, "Верните.")]
    assert codes(found) == []


def test_lists_within_lists_are_known_by_word_s_styles():
    found = read(
        par("Приём", "1"), item("Пломба"), par("Цела", "21"), par("Снята", "21"), par("Акт", "31"), item("Номер")
    )
    (_, _, body) = sections(found)[0]
    assert body == "- Пломба\n    - Цела\n    - Снята\n        1. Акт\n- Номер"


@pytest.mark.parametrize("line", ["Для: Продажи, Склад", "Получатели: Продажи, Склад.", "To: Продажи, Склад"])
def test_a_line_that_says_for_whom_is_no_section(line: str):
    found = read(par("Возврат товара", "a3"), par("№ 14 от 12.03.2025"), par(line), par("Приём", "1"), par("Запишите."))
    assert found.letter
    assert (found.letter.audience, sections(found)) == (("Продажи", "Склад"), [("Приём", 2, "Запишите.")])


def test_a_sentence_with_a_colon_is_no_line_of_whom_it_is_for():
    found = read(par("Возврат товара", "a3"), par("Приём", "1"), par("Это нужно для: отчета."))
    assert found.letter
    assert (found.letter.audience, sections(found)) == ((), [("Приём", 2, "Это нужно для: отчета.")])


def test_without_styles_bold_lines_are_headings_and_that_is_told():
    found = read(
        par(bold("Пожар")),
        par("от 02.03.2026"),
        par(bold("1. Тревога")),
        par(run("Звоните ") + bold("112.")),
        par(bold("2. Выход")),
        par(bold("Идите по лестнице.")),
    )
    assert sections(found) == [("1. Тревога", 2, "Звоните **112.**"), ("2. Выход", 2, "**Идите по лестнице.**")]
    assert (found.letter and found.letter.title, codes(found)) == ("Пожар", ["G422.bold"])


def test_bold_lines_that_word_numbers_are_headings_with_their_numbers():
    found = read(par("Звонок"), numbered(bold("Начало")), par("Раз."), numbered(bold("Конец")), par("Два."))
    assert sections(found) == [("1. Начало", 2, "Раз."), ("2. Конец", 2, "Два.")]


def test_lists_and_tables_are_those_of_the_letter():
    found = read(
        par("Порядок", "1"),
        item("раз"),
        item("подраз", 1),
        item("два"),
        table(("Причина", "Срок"), ("Брак | бой", "10")),
        par("Итог", "1"),
        par("Всё."),
    )
    assert sections(found)[0][2] == (
        "- раз\n    - подраз\n- два\n\n| Причина | Срок |\n| --- | --- |\n| Брак \\| бой | 10 |"
    )


def test_a_list_that_goes_on_after_a_remark_goes_on_counting():
    found = read(
        par("Порядок", "1"),
        numbered("раз"),
        numbered("два"),
        par("Замечание."),
        numbered("три"),
        par("Итог", "1"),
        par("Всё."),
    )
    assert sections(found)[0][2] == "1. раз\n2. два\n\nЗамечание.\n\n3. три"


@pytest.mark.parametrize(
    "title", ["Контрольный лист", "КОНТРОЛЬНЫЕ ВОПРОСЫ:", "Control questions", "6. Контрольные вопросы"]
)
def test_the_control_sheet_is_known_and_its_questions_are_taken(title: str):
    sheet = [par("Ответьте письменно."), numbered("Что?"), par("_" * 30), numbered("Почему?")]
    for written in (par(title, "1"), par(title), par(bold(title))):
        found = read(par("Тема", "1"), par("Текст."), par("Ещё", "1"), par("Текст."), written, *sheet)
        assert [question.asked.prompt for question in found.questions] == ["Что?", "Почему?"]
        assert [title for title, _, _ in sections(found)] == ["Тема", "Ещё"]
        assert codes(found) == ["G454"]


def test_questions_are_found_in_typed_numbers_and_in_tables():
    typed = read(
        par("Т", "1"), par("Текст."), par("Контрольный лист", "1"), par("1) Что?"), par("Ответ: ____"), par("2. Кто?")
    )
    grid = read(
        par("Т", "1"), par("Текст."), par("Контрольный лист", "1"), table(("№", "Вопрос", "Ответ"), ("1", "Что?", ""))
    )
    assert [question.asked.prompt for question in typed.questions] == ["Что?", "Кто?"]
    assert [question.asked.prompt for question in grid.questions] == ["Что?"]


def test_text_that_looks_like_markdown_stays_text():
    found = read(par("Цены", "1"), par("*скидка* 5 < 10, a[0](x), <b>нет</b>, # и 1:30"), par("Б", "1"), par("Текст."))
    assert sections(found)[0][2] == "\\*скидка\\* 5 < 10, a[0]\\(x), &lt;b>нет&lt;/b>, # и 1:30"


def test_pictures_come_along_but_none_that_runs_or_that_no_browser_shows():
    media = {"good.png": png(), "again.png": png(), "vector.svg": SVG, "old.emf": EMF}
    pictures = [
        par(picture(name, alt)) for name, alt in (("good", "Схема"), ("again", ""), ("vector", ""), ("old", ""))
    ]
    found = read(par("Тема", "1"), *pictures, par("Б", "1"), par("Текст."), media=media)
    assert [each.name for each in found.letter.pictures] == ["picture-1.png"]
    assert sections(found)[0][2] == "![Схема](picture-1.png)\n\n![](picture-1.png)"
    assert codes(found) == ["G428", "G447.kind", "G447.kind"]
    assert b"script" not in found.letter.pictures[0].data


def test_changes_boxes_and_formulas_are_told():
    changed = (
        f'<w:del w:id="1"><w:r><w:delText>к девяти</w:delText></w:r></w:del><w:ins w:id="2">{run("к десяти")}</w:ins>'
    )
    found = read(
        par("Утро", "1"),
        par(run("Приходите ") + changed),
        par(run("Врезка.") + text_box(par("Пропуск с собой!"))),
        par(run("x") + "<m:oMath/>"),
        par("Вечер", "1"),
        par("Всё."),
        parts={"word/footer1.xml": f"<w:ftr xmlns:w='x'>{par('стр. 1')}</w:ftr>"},
    )
    assert sections(found)[0][2] == "Приходите к десяти\n\nВрезка.\n\nПропуск с собой!\n\nx"
    assert codes(found) == ["G425", "G424", "G452.formulas", "G451"]


def test_a_heading_that_only_holds_others_lists_them_and_an_empty_one_is_left_out():
    found = read(
        par("Общее", "1"), par("Первое [раз]", "2"), par("Текст."), par("Пустое", "1"), par("Б", "1"), par("В", "2")
    )
    assert sections(found) == [("Общее", 2, "- [Первое [раз]](#pervoe-raz)"), ("Первое [раз]", 3, "Текст.")]
    assert codes(found) == ["G453"] * 3


def test_a_document_without_headings_is_one_section():
    found = read(par("Памятка кассиру"), par("Первый абзац."), par("Второй абзац."))
    assert (found.letter.title, sections(found)) == (
        "Памятка кассиру",
        [("Введение", 2, "Первый абзац.\n\nВторой абзац.")],
    )
    assert codes(found) == ["G423"]


def test_numbered_lines_that_stand_alone_are_headings_and_lists_are_not():
    found = read(
        par("Памятка"), par("1. Начало"), par("Раз."), par("1. не раздел, а пункт;"), par("2. Конец"), par("Два."),
        par("Контрольный лист"), par("1. Что?"), par("2. Кто"), par("Ответ:"),
    )  # fmt: skip
    assert sections(found) == [("1. Начало", 2, "Раз.\n\n1\\. не раздел, а пункт;"), ("2. Конец", 2, "Два.")]
    assert [question.asked.prompt for question in found.questions] == ["Что?", "Кто"]
    assert codes(found) == ["G422.numbers"]


def test_word_s_table_of_contents_is_left_out_and_told():
    entry = '<w:hyperlink w:anchor="_Toc1">' + run("Начало") + "<w:r><w:tab/></w:r>" + run("3") + "</w:hyperlink>"
    found = read(par("Тема", "a3"), par(entry), par("Начало", "1"), par("Раз."), par("Конец", "1"), par("Два."))
    assert sections(found) == [("Начало", 2, "Раз."), ("Конец", 2, "Два.")]
    assert codes(found) == ["G458"]


def test_footnotes_stand_in_their_section():
    note = f"<w:footnotes {NAMESPACES}><w:footnote w:id='2'>{par('Приказ № 5')}</w:footnote></w:footnotes>"
    relation = (
        '<Relationship Id="f" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" '
        'Target="footnotes.xml"/>'
    )
    body = [
        par("А", "1"),
        par(run("Смотрите приказ") + '<w:r><w:footnoteReference w:id="2"/></w:r>'),
        par("Б", "1"),
        par("В."),
    ]
    data = docx(*body, parts={"word/footnotes.xml": note}, relations=relation)
    assert sections(read_docx(data, "x"))[0][2] == "Смотрите приказ[^1]\n\n[^1]: Приказ № 5"
