"""An empty path, as a variable that is not set leaves it, is no name of the present folder."""

from pathlib import Path

import pytest

from tests.answers.sheets import HERE
from tests.cli.command import gramota_within


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        (("grade", ""), "ANSWERS"),
        (("grade", "a.csv", "", "--quiz", "returns"), "ANSWERS"),
        (("grade", "a.csv", "--quiz", "returns", "-o", ""), "--output"),
        (("grade", "a.csv", "--quiz", "returns", "--output="), "--output"),
        (("grade", "a.csv", "--quiz", "returns", "--docs", ""), "--docs"),
        (("grade", "", "--engine", "dask", "--scheduler", "tcp://h:1", "--quiz", "returns", "-o", "x"), "ANSWERS"),
        (("check", "--docs="), "--docs"),
        (("check", "--quizzes", ""), "--quizzes"),
        (("status", "", "--roster", "roster.csv"), "INBOX"),
        (("status", "--roster", ""), "--roster"),
        (("status", "--roster", "roster.csv", "--decisions", ""), "--decisions"),
        (("calibrate", "", "--quiz", "returns"), "[OUT] [INBOX]..."),
        (("calibrate", "--labelled", "a.csv", "--labelled", ""), "--labelled"),
        (("suggest", "", "--question", "term"), "ANSWERS"),
        (("review", "", "-o", "out"), "ANSWERS"),
        (("review", "a.json", "-o", ""), "--output"),
        (("forget", "17", "", "-o", "out"), "INBOX"),
        (("forget", "17", "in", "-o", ""), "--output"),
        (("import", ""), "FILE..."),
        (("import", "a.md", "-o", ""), "--output"),
        (("eject", ""), "DIR"),
        (("eject", "out", "--config", ""), "--config"),
        (("schema", "-o", ""), "--output"),
        (("new", "site", "", "--name", "Safety"), "DIR"),
        (("new", "letter", "fire", "--docs", ""), "--docs"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else value,
)
def test_every_command_refuses_an_empty_path(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    asked: tuple[str, ...],
    name: str,
):
    for folder in ("docs", "quizzes"):
        (tmp_path / folder).symlink_to(HERE / "course" / folder)
    monkeypatch.chdir(tmp_path)
    ended = gramota_within(capsys, *asked, "--lang", "en")
    assert (ended.code, ended.out) == (2, "")
    assert f"Nothing stands in {name}, where a file or folder is to be named" in ended.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["docs", "quizzes"]
