"""LibreOffice opens the gradebook, and nothing in it runs."""

import re
import subprocess
from pathlib import Path

import pytest
import xlsxwriter

from tests.answers.sheets import FOLDERS, sheet, write
from tests.cli.command import gramota
from tests.office.soffice import find_soffice

# What begins a formula (OWASP, "CSV Injection"), and what would show that it ran: 2 in place of its text.
BEGINNINGS = ["=", "+", "-", "@", "\t=", "\r=", "\n=", "＝", ";=", ",="]
FORMULA = re.compile(r"table:formula=|office:value-type=\"error\"|#NAME\?|Err:5")


def opened(path: Path, folder: Path, filter_of_csv: str = "") -> str:
    """Return what LibreOffice made of the file, as the XML of its own flat format."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    wanted = [f"--infilter=CSV:{filter_of_csv}"] if filter_of_csv else []
    command = [find_soffice() or "soffice", profile, "--headless", *wanted, "--convert-to", "fods"]
    subprocess.run([*command, "--outdir", folder, path], check=True, capture_output=True, timeout=180)
    return (folder / f"{path.stem}.fods").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("graded")
    (folder / "inbox").mkdir()
    for number, beginning in enumerate(BEGINNINGS):
        said = f"{beginning}1+1"
        content = sheet({"term": said}, learner={"id": f"{said}/{number}", "name": said}, site=said)
        write(folder / f"inbox/{number}.json", content)
    gramota("grade", folder / "inbox", "-o", folder / "out", *FOLDERS, GRAMOTA_LANG="ru")
    return folder / "out"


def test_the_workbook_opens_whole_and_without_a_formula(results: Path, tmp_path: Path):
    shown = opened(results / "gradebook.xlsx", tmp_path)
    assert re.findall(r'<table:table table:name="([^"]+)"', shown) == ["Попытки", "Возврат товара", "Ответы", "Вопросы"]
    assert shown.count("1+1") >= len(BEGINNINGS) * 3
    assert not FORMULA.search(shown)
    assert 'office:date-value="2026-11-23T10:20:00"' in shown


@pytest.mark.parametrize("delimiters", ["59", "44", "59/44/9"])
def test_the_table_opens_without_a_formula_whichever_delimiter_is_taken(results: Path, tmp_path: Path, delimiters: str):
    # Delimiters; quotation mark 34; UTF-8 is 76; from line 1 on.
    shown = opened(results / "gradebook.csv", tmp_path, f"{delimiters},34,76,1")
    assert "1+1" in shown
    assert not FORMULA.search(shown)


def test_a_formula_would_be_seen(tmp_path: Path):
    with xlsxwriter.Workbook(tmp_path / "bad.xlsx") as book:
        book.add_worksheet().write_formula(0, 0, "=1+1")
    assert FORMULA.search(opened(tmp_path / "bad.xlsx", tmp_path))
    write(tmp_path / "naive.csv", "=1+1\n")
    assert FORMULA.search(opened(tmp_path / "naive.csv", tmp_path, "59,34,76,1"))
