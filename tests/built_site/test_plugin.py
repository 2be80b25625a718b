"""Sites that are not the example: other languages, subfolders, flat addresses, an author's own home page."""

import re
from html import unescape
from pathlib import Path

import pytest

from gramota.quiz.bundle import build_style
from gramota.quiz.sources import STYLES
from tests.built_site.building import (
    ROOT,
    build_site,
    built_texts,
    copy_handbook,
    failed_build,
    replace_in,
    visible_text,
)


@pytest.fixture(scope="module")
def handbook(handbook_site: Path) -> dict[str, str]:
    return built_texts(handbook_site)


def test_a_letter_in_a_subfolder_has_its_pages_there(handbook: dict[str, str]):
    assert {"letters/sales/refunds/index.html", "letters/sales/refunds/control.html"} <= set(handbook)
    assert "letters/privet/index.html" in handbook


def test_a_letter_without_a_quiz_promises_none(handbook: dict[str, str]):
    page = visible_text(handbook["letters/privet/index.html"])
    assert "Проверьте себя" not in page
    assert "Контрольный лист" not in page
    assert "letters/privet/control.html" not in handbook


def test_an_authors_own_home_page_keeps_its_text_and_lists_the_letters(handbook: dict[str, str]):
    home = visible_text(handbook["index.html"])
    assert "Written by hand." in home
    for audience in ("Sales", "Support", "Новички"):
        assert audience in home
    assert handbook["index.html"].count('href="letters/sales/refunds/index.html"') >= 2


def test_a_title_is_text_and_not_markup(handbook: dict[str, str]):
    page = handbook["letters/sales/refunds/index.html"]
    heading = re.search(r"<h1[^>]*>(.*?)</h1>", page, re.DOTALL)
    assert heading
    assert heading[1].strip() == "Refunds & [returns] *within* 30 days <b>"


def test_a_letter_in_another_language_than_the_site_says_so(handbook: dict[str, str]):
    assert '<html lang="ru"' in handbook["letters/privet/index.html"]
    assert '<html lang="en"' in handbook["letters/sales/refunds/index.html"]


def test_the_card_of_a_letter_in_another_language_says_so(handbook: dict[str, str]):
    """A screen reader reads it in the voice of that language."""
    home = handbook["index.html"]
    assert re.search('<a [^>]* lang="ru">Привет</a>', home)
    assert re.search('<p[^>]* lang="ru">28 февраля 2026', home)
    assert not re.search('<(?!option)[^>]* lang="en">', home.split("<body", 1)[1])


def test_links_between_letters_are_resolved(handbook: dict[str, str]):
    assert 'href="../../privet/index.html#hello"' in handbook["letters/sales/refunds/index.html"]


def test_no_page_asks_another_host_for_anything(handbook: dict[str, str], example_site: Path):
    loading = re.compile(r'<(?:script|img|iframe|link)\b[^>]*?(?:src|href)="(https?://[^"]+|//[^"]+)"[^>]*>')
    pages = {**handbook, **built_texts(example_site)}
    asked = [
        (path, found[1])
        for path, text in pages.items()
        if path.endswith(".html")
        for found in loading.finditer(text)
        if 'rel="canonical"' not in found[0]
    ]
    assert asked == []


def test_script_and_style_are_loaded_only_where_they_work(handbook: dict[str, str]):
    loaded = re.compile(r"assets/gramota/(home|letter|sheet)\.[0-9a-f]{8}\.(js|css)")
    kinds = {
        "index.html": {"home"},
        "letters/sales/refunds/index.html": {"letter"},
        "letters/sales/refunds/control.html": {"sheet"},
        "404.html": set(),
    }
    for path, kind in kinds.items():
        assert set(loaded.findall(handbook[path])) == {(name, ending) for name in kind for ending in ("js", "css")}


def test_no_part_of_a_page_is_left_without_its_style(example_site: Path):
    """A kind of page has not all styles: what they rule on a screen for a class must be ruled where it stands."""
    example = built_texts(example_site)
    ruled = _ruled_on_screen(build_style(STYLES))
    for page in (text for path, text in example.items() if path.endswith(".html")):
        if loaded := re.findall(r"assets/gramota/(?:home|letter|sheet|rubric)\.[0-9a-f]+\.css", page):
            used = {name for names in re.findall(r'class="([^"]*)"', page) for name in names.split()}
            assert (used & ruled) - _ruled_on_screen("".join(example[path] for path in loaded)) == set()


def _ruled_on_screen(style: str) -> set[str]:
    on_screen = re.sub(r"@media print\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}", "", style)
    return set(re.findall(r"\.(gramota-[\w-]+)", on_screen))


def test_the_rubric_is_loaded_only_where_answers_are_read(handbook: dict[str, str], example_site: Path):
    """Before the other script, and not at all on a site that asks for no answer in one's own words."""
    scripts = re.compile(r'<script defer src="[./]*(assets/gramota/(?:letter|sheet|rubric)[^"]+)"')
    example = built_texts(example_site)
    rubric, script = scripts.findall(example["letters/closer-product/index.html"])
    assert "gramotaRubric" in example[rubric]
    assert "customElements.define" in example[script]
    assert len(scripts.findall(example["letters/closer-product/control.html"])) == 1
    assert not [path for path in handbook if path.startswith("assets/gramota/rubric")]


def test_options_and_feedback_are_no_search_results(handbook: dict[str, str]):
    index = "".join(text for path, text in handbook.items() if path.startswith("assets/gramota/search/"))
    assert "A refund needs" in index
    assert "Within how many days" in index
    assert "we promise more" not in index


def test_the_themes_own_index_is_not_published_beside_ours(handbook: dict[str, str]):
    assert not [path for path in handbook if path.startswith("search/")]


def test_a_site_that_lists_no_search_has_none(tmp_path: Path):
    project = copy_handbook(tmp_path)
    replace_in(project / "mkdocs.yml", "  - search\n", "")
    site = built_texts(build_site(project, tmp_path / "site"))
    assert not [path for path, text in site.items() if "gramota-search" in text or "gramota/search" in path]


def test_the_same_course_gives_the_same_bytes(handbook_site: Path, tmp_path: Path):
    first, second = handbook_site, build_site(ROOT / "tests/sites/handbook", tmp_path / "second")
    # The sitemap carries the day of the build, which is MkDocs' own.
    files = [path.relative_to(first) for path in first.rglob("*") if path.is_file() and "sitemap" not in path.name]
    different = [name for name in files if (first / name).read_bytes() != (second / name).read_bytes()]
    assert different == []


HOSTILE = """
      <script>window.broken = 1</script> <img src=x onerror="window.broken = 2"> [run](javascript:window.broken=3)

      <iframe src="https://example.org"></iframe><style>body {display: none}</style><p style="position:fixed">x</p>
"""


def test_markup_that_runs_does_not_reach_a_page(tmp_path: Path):
    """The check refuses most of it; what a check may miss, the sanitiser takes out: asked of the renderer itself."""
    from gramota.pages.markup import render_block, sanitize  # noqa: PLC0415 - one test's own

    for html in (str(render_block(HOSTILE.replace("      ", ""), {})), sanitize(HOSTILE)):
        assert "<img" in html
        assert not re.search(r"<script|onerror|=.?javascript:|<iframe|<style|style=", html)


def test_a_title_is_text_in_the_menu_and_the_head_too(tmp_path: Path):
    project = copy_handbook(tmp_path)
    hostile = "title: '<img src=x onerror=alert(1)>'\nsummary: '\"><img src=x onerror=alert(2)>'"
    replace_in(project / "docs/letters/privet.yml", "title: Привет", hostile)
    site = build_site(project, tmp_path / "out")
    pages = [path.read_text(encoding="utf-8") for path in site.rglob("*.html")]
    assert any("&lt;img src=x onerror=alert(1)&gt;" in page for page in pages)
    assert not [page for page in pages if re.search("<img[^>]*onerror", page)]


def test_a_readme_may_be_the_home_page_and_list_the_letters(tmp_path: Path):
    project = copy_handbook(tmp_path)
    (project / "docs/index.md").rename(project / "docs/README.md")
    home = built_texts(build_site(project, tmp_path / "out"))["index.html"]
    assert "Written by hand." in home
    assert home.count('href="letters/sales/refunds/index.html"') >= 2


def _broken(tmp_path: Path, file: str, old: str, new: str) -> str:
    project = copy_handbook(tmp_path)
    replace_in(project / file, old, new)
    return failed_build(project, tmp_path / "out")


def test_a_phrase_of_the_self_check_that_cannot_be_read_stops_the_build(tmp_path: Path):
    points = "points: [{id: a, title: A, accept: ['(a']}]"
    item = f"self_check:\n  - {{id: own, type: text, section: rule, prompt: Why?, {points}}}"
    said = _broken(tmp_path, "quizzes/sales/refunds.yml", "self_check:", item)
    assert re.search(r"quizzes/sales/refunds\.yml:\d+:\d+: G102", said)


def test_a_build_of_broken_yaml_stops_with_every_place_and_no_traceback(tmp_path: Path):
    said = _broken(tmp_path, "quizzes/sales/refunds.yml", "section: rule", "section: rules")
    assert re.search(r"quizzes/sales/refunds\.yml:4:14: G062", said)
    assert not (tmp_path / "out/index.html").exists()


def test_a_phrase_that_cannot_be_read_stops_the_build_as_it_stops_the_check(tmp_path: Path):
    said = _broken(tmp_path, "quizzes/sales/refunds.yml", "accept: [trust]", "accept: ['(trust']")
    assert re.search(r"quizzes/sales/refunds\.yml:\d+:\d+: G102", said)


def test_a_quizzes_folder_inside_docs_is_refused(tmp_path: Path):
    said = _broken(tmp_path, "mkdocs.yml", "site: handbook-2026", "quizzes: docs/letters")
    assert "G070" in said


def test_a_mistyped_quizzes_folder_is_no_site_without_quizzes(tmp_path: Path):
    said = _broken(tmp_path, "mkdocs.yml", "site: handbook-2026", "quizzes: quizes")
    assert "quizes" in said


def test_a_quizzes_folder_with_an_impossible_name_is_told_without_a_traceback(tmp_path: Path):
    assert "quizzes" in _broken(tmp_path, "mkdocs.yml", "site: handbook-2026", 'quizzes: "a\\0b"')


@pytest.mark.parametrize("folder", ["docs", "quizzes"])
def test_a_site_with_personal_data_in_its_folders_is_not_built(tmp_path: Path, folder: str):
    project = copy_handbook(tmp_path)
    (project / folder / "people.csv").write_text("Таб. №;ФИО;Отдел\n1;Анна;Склад\n", encoding="utf-8")
    told = failed_build(project, tmp_path / "site")
    assert "people.csv:1:1: G099" in told
    assert not (tmp_path / "site").exists()


NAME = '<b>ООО</b> "Ромашка" & Ко &amp; Ко'


def test_the_site_s_name_is_text_wherever_it_stands(tmp_path: Path):
    """Themes write it as HTML: it was bold in one place, and ended an attribute in another."""
    project = copy_handbook(tmp_path)
    replace_in(project / "mkdocs.yml", "site_name: Handbook", f"site_name: '{NAME}'")
    (project / "docs/index.md").unlink()
    home = (build_site(project, tmp_path / "site") / "index.html").read_text("utf-8")
    assert NAME in visible_text(home.partition("<header")[2].partition("</header>")[0])
    assert NAME in unescape(home.partition("<title>")[2].partition("</title>")[0])
    assert NAME in unescape(home.partition("<h1")[2].partition("</h1>")[0])
    assert "<b>" not in home
    logos = re.findall(r'title="([^"]*)" class="[^"]*md-logo" aria-label="([^"]*)"', home)
    assert {unescape(name) for logo in logos for name in logo} == {NAME}


_HOOK = """
def on_post_build(config):
    (config_dir := __import__("pathlib").Path(config.site_dir)).joinpath("name.txt").write_text(
        "A & B — " + config.site_name, encoding="utf-8")
"""


def test_other_plugins_get_the_site_s_name_as_the_author_wrote_it(tmp_path: Path):
    project = copy_handbook(tmp_path)
    replace_in(project / "mkdocs.yml", "site_name: Handbook", f"site_name: '{NAME}'\nhooks: [hook.py]")
    (project / "hook.py").write_text(_HOOK, encoding="utf-8")
    site = build_site(project, tmp_path / "site")
    assert (site / "name.txt").read_text("utf-8") == f"A & B — {NAME}"
    assert NAME in visible_text((site / "404.html").read_text("utf-8"))


def test_a_name_of_the_site_that_turns_the_direction_of_reading_is_refused(tmp_path: Path):
    project = copy_handbook(tmp_path)
    replace_in(project / "mkdocs.yml", "site_name: Handbook", r'site_name: "\u202EСайт"')
    assert "mkdocs.yml:2:1: G004 " in failed_build(project, tmp_path / "site")


def test_all_that_is_wrong_with_names_and_content_is_told_at_once(tmp_path: Path):
    """A bell was told as a turn of direction, the plugin's own name was not looked at, and letters came after it."""
    project = copy_handbook(tmp_path)
    replace_in(project / "mkdocs.yml", "site_name: Handbook", r'site_name: "Сайт\a\u202E"')
    replace_in(project / "mkdocs.yml", "site: handbook-2026", r'site: "hand\x07book"')
    letter = next((project / "docs/letters").glob("*.yml"))
    letter.write_text("titel: A\n" + letter.read_text("utf-8"), encoding="utf-8")
    told = failed_build(project, tmp_path / "site")
    assert told.count("G004 ") == 3
    assert "(U+0007)" in told
    assert "(U+202E)" in told
    assert "direction" not in told
    assert f"{letter.name}:1:1: " in told
