"""The Content-Security-Policy of built pages, and what an owner may change of it."""

import re
from pathlib import Path

import pytest

from tests.built_site.building import build_site, built_texts, copy_handbook, failed_build, replace_in

META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


def build_with(folder: Path, csp: str, more: str = "") -> dict[str, str]:
    project = copy_handbook(folder)
    replace_in(project / "mkdocs.yml", "site: handbook-2026\n", f"site: handbook-2026\n      csp: {csp}\n{more}")
    return built_texts(build_site(project, folder / "site"))


def policies(site: dict[str, str]) -> dict[str, list[str]]:
    return {path: META.findall(text) for path, text in site.items() if path.endswith(".html")}


def test_every_page_has_one_policy_without_anything_unsafe(example_site: Path):
    found = policies(built_texts(example_site))
    assert {len(each) for each in found.values()} == {1}
    assert not [path for path, (policy,) in found.items() if "unsafe" in policy or "http" in policy]


def test_the_policy_stands_before_everything_that_it_rules(example_site: Path):
    for path in example_site.rglob("*.html"):
        before = path.read_text(encoding="utf-8").partition("<meta http-equiv")[0]
        assert "<script" not in before
        assert "<link" not in before


def test_no_page_has_styles_or_handlers_in_its_attributes(example_site: Path):
    """The policy would refuse them, so the page would look or work differently than its author thinks."""
    for path, text in built_texts(example_site).items():
        if path.endswith(".html"):
            assert not re.findall(
                r"<[a-z][^>]*\s(?:style|on[a-z]+)=", re.sub(r"<(script|pre)\b.*?</\1>", "", text, flags=re.S)
            ), path


def test_the_columns_of_a_table_stand_as_their_author_wants(handbook_site: Path):
    page = built_texts(handbook_site)["letters/sales/refunds/index.html"]
    assert re.search(r'<td align="center">\s*30 days', page)


def test_an_owner_adds_sources(tmp_path: Path):
    site = build_with(
        tmp_path, "{script-src: https://stats.example.org, frame-src: ['https://video.example.org', \"'self'\"]}"
    )
    for (policy,) in policies(site).values():
        assert re.search(r"script-src 'self' file: [^;]*https://stats.example.org", policy)
        assert "frame-src 'self' https://video.example.org;" in policy


def test_an_owner_does_without(tmp_path: Path):
    assert {len(each) for each in policies(build_with(tmp_path, "false")).values()} == {0}


def test_an_authors_own_script_is_known_by_its_hash(tmp_path: Path):
    project = copy_handbook(tmp_path)
    (project / "docs/own.md").write_text("# Own\n\n<script>\nwindow.own = 1;\n</script>\n", encoding="utf-8")
    found = policies(built_texts(build_site(project, tmp_path / "site")))
    assert found["own.html"][0].count("sha256-") == found["index.html"][0].count("sha256-") + 1


@pytest.mark.parametrize(
    ("csp", "code"),
    [
        ("maybe", "G086"),
        ("[script-src]", "G086"),
        ("{script: https://example.org}", "G087"),
        ("{script-src: self}", "G088"),
        ("{script-src: ['https://a.org https://b.org']}", "G088"),
        ("{script-src: 'https://a.org; img-src *'}", "G088"),
        ("{script-src: [1]}", "G088"),
        ("{script-src: {a: b}}", "G088"),
        ("{script-src: \"'none'\"}", "G088"),
    ],
)
def test_a_wrong_setting_is_told(tmp_path: Path, csp: str, code: str):
    project = copy_handbook(tmp_path)
    replace_in(project / "mkdocs.yml", "site: handbook-2026\n", f"site: handbook-2026\n      csp: {csp}\n")
    said = failed_build(project, tmp_path / "out")
    assert code in said
    assert "mkdocs.yml" in said
