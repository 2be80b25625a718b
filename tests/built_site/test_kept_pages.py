"""What `mkdocs serve` builds after an edit is, to the byte, what it would build if it had just begun."""

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.structure.pages import Page
from pymdownx.slugs import slugify

from gramota.mkdocs_plugin import GramotaPlugin
from gramota.site.markdown_settings import told_settings
from gramota.site.serving import Serving
from gramota.site.settings import add_extensions
from tests.built_site.building import ROOT

PLUGINS = "plugins:\n  - search\n  - gramota\n"
FILES = {
    "mkdocs.yml": "site_name: Kept\nstrict: false\ntheme:\n  name: material\n  font: false\n" + PLUGINS,
    "docs/index.md": "# Home\n\n[Second](second.md#old) and [third](third.md), ![picture](picture.png)\n",
    "docs/second.md": "# Second\n\n## Old\n\nSecond text, see [home](index.md).\n",
    "docs/third.md": "# Third\n\nThird text.\n",
    "docs/picture.png": "no picture",
    "docs/letters/fire.yml": (
        "title: Fire\ndate: 2024-01-09\naudience: [All]\nlang: en\nsections:\n"
        "  - {id: act, title: Act, body: 'Call **112**, see [second](../second.md).'}\n"
    ),
}
SNIPPETS = "markdown_extensions:\n  - pymdownx.snippets: {base_path: !relative $config_dir}\n"
OWN_EXTENSION = """
from pathlib import Path
from markdown import Extension
from markdown.preprocessors import Preprocessor
class Add(Preprocessor):
    def run(self, lines):
        return [*lines, "", Path(__file__).with_name("added.txt").read_text()]
class Adding(Extension):
    def extendMarkdown(self, md):
        md.preprocessors.register(Add(md), "add", 30)
def on_config(config):
    config.markdown_extensions.append(Adding())
"""
HOOK_OF_MARKDOWN = """
from pathlib import Path
def on_page_markdown(markdown, **_):
    return markdown + Path(__file__).with_name("added.txt").read_text()
"""
HOOK_OF_TOC = """
def on_page_content(html, page, **_):
    for entry in page.toc:
        entry.title += "+"
        entry.children.clear()
    page.present_anchor_ids.clear()
    return html + "<p>changed</p>"
"""
HOOK_OF_FILTERS = """
def on_env(env, **_):
    env.filters["loud"] = lambda text: text.upper()
"""
CUSTOM_THEME = {
    "mkdocs.yml": FILES["mkdocs.yml"].replace("  font:", "  custom_dir: over\n  font:") + "hooks: [hook.py]\n",
    "over/main.html": '{% extends "base.html" %}{% block content %}{{ "old words" | loud }}{% endblock %}\n',
    "hook.py": HOOK_OF_FILTERS,
    "other.py": HOOK_OF_FILTERS.replace("text.upper()", "text[::-1]"),
}

Edit = Callable[[Path], object]


def _write(name: str, text: str) -> Edit:
    return lambda project: (project / name).write_text(text, encoding="utf-8")


def _replace(name: str, old: str, new: str) -> Edit:
    def edit(project: Path) -> None:
        text = (project / name).read_text(encoding="utf-8")
        assert old in text
        (project / name).write_text(text.replace(old, new), encoding="utf-8")

    return edit


def _remove(name: str) -> Edit:
    return lambda project: (project / name).unlink()


def _rename(name: str, new: str) -> Edit:
    return lambda project: (project / name).rename(project / new)


def _with_hook(hook: str, **more: str) -> dict[str, str]:
    return {"mkdocs.yml": FILES["mkdocs.yml"] + "hooks: [hook.py]\n", "hook.py": hook, **more}


# MkDocs reads each hook once as long as it serves.
_OTHER_HOOK = _replace("mkdocs.yml", "hook.py", "other.py")


ADDED = {"added.txt": "First words"}
CASES: dict[str, tuple[dict[str, str], Edit, str]] = {
    "the page itself": ({}, _replace("docs/second.md", "Second text", "Other text"), "second/index.html"),
    "the title of a page that another page's menu shows": (
        {},
        _replace("docs/third.md", "# Third", "# Fourth"),
        "second/index.html",
    ),
    "the page that a link leads to is gone": ({}, _remove("docs/third.md"), "index.html"),
    "the page that a link leads to has come": (
        {"docs/index.md": "# Home\n\n[New](new.md)\n"},
        _write("docs/new.md", "# New\n"),
        "index.html",
    ),
    "a page and its name's case": ({}, _rename("docs/third.md", "docs/Third.md"), "index.html"),
    "a picture is gone": (
        {"docs/third.md": "# Third\n\n![picture](picture.png)\n"},
        _remove("docs/picture.png"),
        "third/index.html",
    ),
    "the letter that a link leads to has come": (
        {"docs/index.md": "# Home\n\n[Smoke](letters/smoke/index.md)\n"},
        _write("docs/letters/smoke.yml", FILES["docs/letters/fire.yml"]),
        "index.html",
    ),
    "the page that a letter links to has another address": (
        {},
        _replace("mkdocs.yml", "strict: false", "use_directory_urls: false"),
        "letters/fire/index.html",
    ),
    "a page that a link leads to is excluded": (
        {},
        _replace("mkdocs.yml", "strict: false", "exclude_docs: third.md"),
        "index.html",
    ),
    "an extension more": (
        {"docs/third.md": "# Third\n\n- [ ] To do\n"},
        _replace("mkdocs.yml", "strict: false", "markdown_extensions: [pymdownx.tasklist]"),
        "third/index.html",
    ),
    "a setting of an extension": (
        {"mkdocs.yml": FILES["mkdocs.yml"] + "markdown_extensions:\n  - toc: {permalink: false}\n"},
        _replace("mkdocs.yml", "permalink: false", "permalink: true"),
        "third/index.html",
    ),
    "a snippet": (
        {"mkdocs.yml": FILES["mkdocs.yml"] + SNIPPETS, "docs/third.md": '# Third\n\n--8<-- "added.txt"\n', **ADDED},
        _write("added.txt", "Second words"),
        "third/index.html",
    ),
    "what an extension of the project's own reads": (
        _with_hook(OWN_EXTENSION, **ADDED),
        _write("added.txt", "Second words"),
        "third/index.html",
    ),
    "what a hook reads": (
        _with_hook(HOOK_OF_MARKDOWN, **ADDED),
        _write("added.txt", "Second words"),
        "third/index.html",
    ),
    "a hook": (
        _with_hook(HOOK_OF_TOC, **{"other.py": HOOK_OF_TOC.replace("changed", "changed twice")}),
        _OTHER_HOOK,
        "third/index.html",
    ),
    "a page beside those that a hook has changed": (
        _with_hook(HOOK_OF_TOC),
        _replace("docs/second.md", "Second text", "Other text"),
        "second/index.html",
    ),
    "a template": (CUSTOM_THEME, _replace("over/main.html", "old words", "new words"), "third/index.html"),
    "a filter that templates use": (CUSTOM_THEME, _OTHER_HOOK, "third/index.html"),
    "the language of the theme": (
        {},
        _replace("mkdocs.yml", "  font:", "  language: ru\n  font:"),
        "third/index.html",
    ),
    "what a letter says": ({}, _replace("docs/letters/fire.yml", "112", "911"), "letters/fire/index.html"),
    "the title of a letter": ({}, _replace("docs/letters/fire.yml", "title: Fire", "title: Smoke"), "third/index.html"),
}


@pytest.fixture(autouse=True)
def serving(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(GramotaPlugin, "serving", Serving())
    _begin_anew()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return tmp_path / "project"


@pytest.mark.parametrize("case", CASES)
def test_an_edit_shows_wherever_it_has_a_say(project: Path, tmp_path: Path, case: str):
    files, edit, page = CASES[case]
    before = _built(_written(project, files), tmp_path / "before")
    assert _built(project, tmp_path / "again") == before
    edit(project)
    after = _built(project, tmp_path / "after")
    _begin_anew()
    assert after == _built(project, tmp_path / "anew")
    assert after[page] != before[page]


def test_only_the_edited_page_is_rendered_again(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    rendered: list[str] = []
    render = Page.render

    def noted(page: Page, *args: object) -> None:
        rendered.append(page.file.src_uri)
        render(page, *args)

    monkeypatch.setattr(Page, "render", noted)
    _built(_written(project, {"docs/index.md": "# Home\n\n[Third](third.md)\n"}), tmp_path / "site")
    assert sorted(rendered) == ["index.md", "letters/fire/index.md", "second.md", "third.md"]
    rendered.clear()
    _replace("docs/third.md", "Third text", "Other text")(project)
    _built(project, tmp_path / "site")
    assert rendered == ["third.md"]
    rendered.clear()
    _replace("docs/letters/fire.yml", "title: Fire", "titel: Fire")(project)
    _built(project, tmp_path / "site")
    _replace("docs/letters/fire.yml", "titel: Fire", "title: Fire")(project)
    _built(project, tmp_path / "site")
    assert "third.md" not in rendered


@pytest.mark.parametrize(("link", "told"), [("nowhere.md", "'nowhere.md'"), ("/third.md", "absolute link")])
def test_a_dead_link_is_told_at_each_build(
    project: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture, link: str, told: str
):
    _written(project, {"docs/index.md": f"# Home\n\n[Somewhere]({link})\n"})
    with caplog.at_level(logging.INFO):
        for _ in range(3):
            caplog.clear()
            _built(project, tmp_path / "site")
            assert told in caplog.text


def test_an_anchor_that_goes_is_told_of_a_page_that_has_not_changed(
    project: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
):
    _written(
        project, {"docs/index.md": "# Home\n\n[Second](second.md#old)\n", "docs/second.md": '# S\n\n<a id="old"></a>\n'}
    )
    with caplog.at_level(logging.INFO):
        _built(project, tmp_path / "site")
        assert "#old" not in caplog.text
        _replace("docs/second.md", 'id="old"', 'id="{{ later }}"')(project)
        _built(project, tmp_path / "site")
        assert "does not contain an anchor '#old'" in caplog.text


@pytest.mark.parametrize("course", [".", "tests/sites/handbook", "tests/sites/anywhere"])
def test_the_settings_of_real_courses_let_pages_be_kept(course: str):
    config = load_config(str(ROOT / course / "mkdocs.yml"))
    add_extensions(config)
    assert told_settings(config)


def test_settings_of_unknown_effect_are_told_by_nothing():
    def other(text: str, _: str) -> str:
        return text

    config = load_config(str(ROOT / "mkdocs.yml"))
    config.mdx_configs["toc"] = {"slugify": partial(other)}
    assert told_settings(config) is None
    config.mdx_configs["toc"] = {"slugify": slugify(case="lower")}
    assert told_settings(config)
    config.mdx_configs["pymdownx.emoji"] = {"options": {"custom_icons": ["icons"]}}
    assert told_settings(config) is None


def _written(project: Path, files: dict[str, str]) -> Path:
    for name, text in {**FILES, **files}.items():
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return project


def _begin_anew() -> None:
    GramotaPlugin.serving = Serving()
    GramotaPlugin.serving.is_on = True


def _built(project: Path, site: Path) -> dict[str, bytes]:
    """Build as `mkdocs serve` does each time, and return the pages."""
    build(load_config(str(project / "mkdocs.yml"), site_dir=str(site)), serve_url="http://127.0.0.1/")
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*.html")}
