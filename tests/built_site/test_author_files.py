"""Files of the author's own in docs/: copies of YAML are not published, pages do not vanish or hide ours."""

from pathlib import Path

import pytest

from tests.built_site.building import build_site, copy_handbook, failed_build, replace_in

COPIES = (
    "quiz.YML",
    "quiz.yaml",
    "quiz.yml~",
    "quiz.yml.bak",
    "quiz.yml.bak.1",
    "quiz.yml.txt",
    "quiz.yml_old",
    "quiz.yml copy",
    "#quiz.yml#",
    "quiz.Yaml (1).html",
)


def test_no_copy_of_a_yaml_file_is_published(tmp_path: Path):
    project = copy_handbook(tmp_path)
    for name in COPIES:
        (project / "docs" / name).write_text("control: []", encoding="utf-8")
    site = build_site(project, tmp_path / "out")
    assert list(site.rglob("*quiz*")) == []


def test_a_page_made_of_a_copy_fails_the_build(tmp_path: Path):
    project = copy_handbook(tmp_path)
    (project / "docs/quiz.yml.md").write_text("control: []", encoding="utf-8")
    assert "docs/quiz.yml.md:1:1: G085" in failed_build(project, tmp_path / "out")


def test_a_folder_may_be_named_after_yaml(tmp_path: Path):
    """It is the file's own name that tells of a copy."""
    project = copy_handbook(tmp_path)
    (project / "docs/about.yml").mkdir()
    (project / "docs/about.yml/format.md").write_text("# YAML", encoding="utf-8")
    assert (build_site(project, tmp_path / "out") / "about.yml/format.html").is_file()


@pytest.mark.parametrize("flat", ["true", "false"])
@pytest.mark.parametrize("name", ["index.md", "README.md", "control.md"])
def test_an_authors_page_in_place_of_ours_is_refused_and_not_lost(tmp_path: Path, name: str, flat: str):
    project = copy_handbook(tmp_path)
    replace_in(project / "mkdocs.yml", "use_directory_urls: false", f"use_directory_urls: {flat}")
    page = project / "docs/letters/sales/refunds" / name
    page.parent.mkdir()
    page.write_text("# My own", encoding="utf-8")
    said = failed_build(project, tmp_path / "out")
    assert f"docs/letters/sales/refunds/{name}:1:1: G084" in said
    assert "“sales/refunds”" in said


def test_a_page_beside_a_letter_that_would_be_its_page_is_refused(tmp_path: Path):
    """With addresses of folders `refunds.md` becomes refunds/index.html, and so does `refunds.yml`."""
    project = copy_handbook(tmp_path)
    page = project / "docs/letters/sales/refunds.md"
    page.write_text("# My own", encoding="utf-8")
    assert (build_site(project, tmp_path / "out") / "letters/sales/refunds.html").is_file()
    replace_in(project / "mkdocs.yml", "use_directory_urls: false", "use_directory_urls: true")
    assert "docs/letters/sales/refunds.md:1:1: G084" in failed_build(project, tmp_path / "out")


def test_other_pages_and_files_beside_a_letter_are_published(tmp_path: Path):
    project = copy_handbook(tmp_path)
    folder = project / "docs/letters/sales/refunds"
    folder.mkdir()
    (folder / "notes.md").write_text("# Notes", encoding="utf-8")
    (folder / "plan.png").write_bytes(b"\x89PNG")
    site = build_site(project, tmp_path / "out")
    published = {path.name for path in (site / "letters/sales/refunds").iterdir()}
    assert {"notes.html", "plan.png", "index.html"} <= published
