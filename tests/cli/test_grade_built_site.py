"""What is written into the folder of the built site is published, or gone after the next build; no command does it."""

import shutil
from pathlib import Path

import pytest

from tests.answers.sheets import HERE, sheet, write
from tests.answers.tables import write_table
from tests.cli.command import gramota_within

TABLE = "id,question,answer\n1,term,14 дней\n"
ROSTER = "id,name\n4711,Анна Иванова\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(HERE / "course", tmp_path, dirs_exist_ok=True)
    for folder in ("sheets", "site/guide", "elsewhere", "parts"):
        (tmp_path / folder).mkdir(parents=True)
    for name in ("index.html", "404.html", "sitemap.xml"):
        (tmp_path / "elsewhere" / name).touch()
    write(tmp_path / "mkdocs.yml", "site_name: Лавка\n")
    write(tmp_path / "sheets/a.json", sheet())
    write(tmp_path / "answers.csv", TABLE)
    write(tmp_path / "roster.csv", ROSTER)
    write_table(tmp_path / "parts/part.parquet", 1)
    (tmp_path / "link").symlink_to("site")
    (tmp_path / "site/out.csv").symlink_to(tmp_path / "out.csv")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def refused(capsys: pytest.CaptureFixture[str], project: Path, *arguments: str) -> bool:
    before = sorted(project.rglob("*"))
    ended = gramota_within(capsys, *arguments, "--lang", "en")
    assert sorted(project.rglob("*")) == before
    return ended.code == 2 and "the built site" in ended.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("grade", "answers.csv", "--quiz", "returns", "--format", "jsonl", "-o", "site/results.jsonl"),
        ("grade", "answers.csv", "--quiz", "returns", "--format", "csv", "-o", "site/out.csv"),
        ("grade", "answers.csv", "--quiz", "returns", "-o", "link/results.txt"),
        ("grade", "answers.csv", "--quiz", "returns", "-o", "elsewhere/new/results.txt"),
        ("grade", "sheets", "-o", "site"),
        ("grade", "sheets", "-o", "site/guide/new"),
        ("status", "sheets", "--roster", "roster.csv", "-o", "site/who.csv"),
        ("status", "sheets", "--roster", "roster.csv", "-o", "site/who"),
        ("review", "sheets", "-o", "site/desk", "--no-browser"),
        ("grade", "parts", "--engine", "dask", "--scheduler", "tcp://h:1", "--quiz", "returns", "-o", "site/parts"),
    ],
)
def test_no_command_writes_results_into_the_built_site(
    project: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
):
    assert refused(capsys, project, *arguments)


@pytest.mark.parametrize(
    ("settings", "site"),
    [
        ("site_dir: public/www\n", "public/www"),
        ("site_dir: ../outside\n", "../outside"),
        ("extra:\n  a: !!python/name:c.d\nsite_dir: !ENV [NOT_SET, public]\n", "public"),
        ("site_dir: !ENV WHERE\n", "from-there"),
        ("INHERIT: base.yml\n", "of-the-parent"),
    ],
)
def test_the_folder_is_known_whatever_the_settings_call_it(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, settings: str, site: str
):
    monkeypatch.setenv("WHERE", "from-there")
    write(project / "mkdocs.yml", settings)
    write(project / "base.yml", "site_dir: of-the-parent\n")
    asked = ("grade", "sheets", "-o")
    assert refused(capsys, project, *asked, f"{site}/results"), "the site may not be built yet"
    assert gramota_within(capsys, *asked, "site2").code in {0, 1}


def test_settings_that_nobody_can_read_do_not_stop_grading(project: Path, capsys: pytest.CaptureFixture[str]):
    (project / "mkdocs.yml").write_bytes(b"site_dir: [\xff\n")
    assert gramota_within(capsys, "grade", "sheets", "-o", "results").code in {0, 1}
    assert refused(capsys, project, "grade", "sheets", "-o", "site/results")
