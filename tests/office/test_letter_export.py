"""The shipped letter, made a Word file and a PDF by LibreOffice and imported again, is the same letter."""

from pathlib import Path

import pytest

from tests.office.exported_letter import export_letter
from tests.unit.exchange.same_letter import assert_same_letter


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return export_letter(tmp_path_factory.mktemp("exported"))


@pytest.mark.parametrize("ending", [".docx", ".pdf"])
def test_a_letter_that_libreoffice_wrote_today_comes_back_whole(exported: dict[str, Path], ending: str):
    assert_same_letter(exported[ending])
