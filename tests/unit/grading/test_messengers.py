"""Messengers part long texts and sign the parts, and change ids where they see emphasis; the checksum finds the way."""

from pathlib import Path

import pytest
from tests.answers.sheets import course, sheet, write
from tests.answers.texts import sheet_text

from gramota.grading.inbox.answer_files import HandedIn, load_answer_file

LONG = "Товар принимаем в течение 14 дней.\nНужен чек.\n\nБез чека — по решению управляющего, в 18:30 он на месте."

# What the programs put between two parts of one text, as they are copied out of them.
SIGNATURES = {
    "Telegram Desktop": "Анна Иванова, [24.11.2026 10:21]\n",
    "WhatsApp": "[24.11.2026, 10:21:05] Анна Иванова: ",
    "WhatsApp for Android": "24.11.2026, 10:21 - Анна Иванова: ",
    "WhatsApp in English": "[11/24/26, 10:21:05 AM] Anna Ivanova: ",
    "Skype": "[24.11.2026 10:21] Анна Иванова: ",
    "Teams": "Анна Иванова  10:21 AM\n",
    "VK": "10:21\n",
    "edited": "10:21, изменено\n",
}


def load(path: Path, text: str) -> HandedIn:
    found = load_answer_file(write(path / "sheet.txt", text), course())
    assert isinstance(found, HandedIn), found
    return found


@pytest.mark.parametrize("signature", SIGNATURES.values(), ids=SIGNATURES)
def test_a_text_that_was_parted_in_an_answer_is_read_without_the_signatures(tmp_path: Path, signature: str):
    parted = sheet_text(sheet({"term": LONG})).replace("\nНужен", f"\n{signature}Нужен")
    found = load(tmp_path, f"{signature}{parted}")
    assert (found.warnings, found.answers.answers[0].text.replace("\n\nНужен", "\nНужен")) == ((), LONG)


def test_an_answer_that_looks_like_a_signature_keeps_its_lines(tmp_path: Path):
    said = "Приезжайте в 10:20\n24.11.2026, 10:20 - так: можно\nЧек."
    found = load(tmp_path, sheet_text(sheet({"term": said})))
    assert (found.warnings, found.answers.answers[0].text) == ((), said)


def test_what_was_really_changed_is_read_as_it_is_and_told(tmp_path: Path):
    found = load(tmp_path, sheet_text(sheet({"term": LONG})).replace("14 дней", "30 дней"))
    assert [warning.code for warning in found.warnings] == ["G350"]
    assert "18:30" in found.answers.answers[0].text


CHANGES = [("returns]", "re-turns]"), ("[1/3 term", "[1/3 _term_"), ("2026-11-23", "2026–11–23")]


@pytest.mark.parametrize("change", CHANGES)
def test_signs_that_are_taken_for_emphasis_or_dashes_change_no_id_and_no_date(tmp_path: Path, change: tuple[str, str]):
    found = load(tmp_path, sheet_text(sheet()).replace(*change))
    assert found.warnings == ()
    assert (found.answers.letter.id, found.answers.answers[0].question) == ("returns", "term")


def test_a_text_whose_middle_is_missing_is_told_with_how_much_is_there(tmp_path: Path):
    first, _, rest = sheet_text(sheet()).partition("[2/3")
    found = load_answer_file(write(tmp_path / "sheet.txt", first + rest.partition("\n\n")[2]), course())
    assert (found.code, dict(found.values)) == ("G318", {"found": "1", "total": "3"})
