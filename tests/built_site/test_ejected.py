"""An ejected project is whole, says what the site said, and holds nothing private."""

import re
import shutil
from pathlib import Path
from unittest.mock import ANY

import pytest
import yaml

from gramota.course import load_course
from tests.browser.sites import PROJECT
from tests.built_site.building import ROOT, build_site, built_texts, copy_handbook, replace_in, visible_text
from tests.built_site.ejecting import ENGINES, build_with, eject
from tests.built_site.many_letters import write_many_letters
from tests.built_site.test_large_sites import menu_of
from tests.cli.command import gramota

CANARY = ROOT / "tests/sites/canary"
_ARTICLE = re.compile(r"<article\b.*?</article>", re.DOTALL)
_KEPT = re.compile(r'\sdata-(?:hash|key|letter|revision|site|question|item|check)="[^"]*"')


def _pages(site: Path) -> dict[str, tuple[str, list[str]]]:
    """Return of each page what it says, and what its scripts read in it."""
    articles = {path: _ARTICLE.search(text) for path, text in built_texts(site).items() if path.endswith(".html")}
    return {path: (visible_text(found[0]), _KEPT.findall(found[0])) for path, found in articles.items() if found}


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("name", ["anywhere", "handbook", "languages"])
def test_either_engine_builds_the_pages_that_the_plugin_builds(
    engine: str, name: str, request: pytest.FixtureRequest, tmp_path: Path
):
    """Letters of both languages, tables, a home page by hand."""
    plain = _pages(build_with(engine, eject(ROOT / "tests/sites" / name, tmp_path / "plain")))
    with_plugin = _pages(request.getfixturevalue(f"{name}_site"))
    assert len(with_plugin) >= 5
    assert {path: plain.get(path) for path in with_plugin if path != "404.html"} == {
        path: page for path, page in with_plugin.items() if path != "404.html"
    }


@pytest.mark.parametrize("engine", ENGINES)
def test_addresses_of_folders_and_links_to_control_sheets_stay(engine: str, tmp_path: Path):
    project = shutil.copytree(PROJECT, tmp_path / "project")
    replace_in(project / "mkdocs.yml", "use_directory_urls: false", "use_directory_urls: true")
    with (project / "docs/by-hand.md").open("a", encoding="utf-8") as page:
        page.write("\n[Лист](letters/russian/control.md), [письмо](letters/russian/index.md#deals)\n")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("nav: [letters/, {Лист: letters/english/control.md}, by-hand.md]\n")
    plain = build_with(engine, eject(project, tmp_path / "plain"))
    with_plugin = _pages(build_site(project, tmp_path / "site"))
    assert {path: _pages(plain).get(path) for path in with_plugin} == with_plugin
    by_hand = (plain / "by-hand/index.html").read_text(encoding="utf-8")
    assert 'href="../letters/russian/control/">Лист' in by_hand
    assert 'href="../letters/russian/#deals">письмо' in by_hand
    control = (plain / "letters/russian/control/index.html").read_text(encoding="utf-8")
    assert re.search(r'src="\.\./\.\./\.\./assets/gramota/sheet\.', control)
    assert re.search(r'href="\.\./">Работа', control)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("are_folders", ["false", "true"])
def test_groups_of_many_letters_and_their_pieces_are_those_of_the_plugin(engine: str, are_folders: str, tmp_path: Path):
    project = write_many_letters(tmp_path / "project", 30)
    replace_in(project / "mkdocs.yml", "use_directory_urls: false", f"use_directory_urls: {are_folders}")
    plain = build_with(engine, eject(project, tmp_path / "plain"))
    site = build_site(project, tmp_path / "site")
    with_plugin = {path: page for path, page in _pages(site).items() if path != "404.html"}
    assert {path: _pages(plain).get(path) for path in with_plugin} == with_plugin
    pieces = sorted(path.relative_to(site) for path in site.glob("assets/gramota/letters/*/*.js"))
    assert [path.name for path in pieces] == ["sklad--e66048.js", "vse--c30897.js"]
    for piece in pieces:
        assert (plain / piece).read_bytes() == (site / piece).read_bytes()
    home = (plain / "index.html").read_text(encoding="utf-8")
    ending = "" if are_folders == "true" else "index.html"
    assert f'href="letters-for/vse--c30897/{ending}"' in home or f'href="./letters-for/vse--c30897/{ending}"' in home


@pytest.mark.parametrize("engine", ENGINES)
def test_no_private_word_is_in_the_project_nor_in_what_is_built_of_it(engine: str, tmp_path: Path):
    folder = eject(CANARY, tmp_path / "plain")
    build_with(engine, folder)
    quiz = (CANARY / "quizzes/border.yml").read_text(encoding="utf-8").lower()
    canaries = set(re.findall(r"kanari\w*", quiz))
    texts = built_texts(folder)
    assert len(canaries) >= 15
    assert [(path, word) for path, text in texts.items() for word in canaries if word in f"{path} {text.lower()}"] == []
    assert "publicpromptone" in texts["docs/letters/border/control/index.md"]


def test_nothing_of_maintainers_and_no_yaml_of_letters_is_in_the_project(tmp_path: Path):
    written = {path.relative_to(tmp_path / "plain").as_posix() for path in eject(ROOT, tmp_path / "plain").rglob("*")}
    assert "docs/letters/closer-product/index.md" in written
    assert [path for path in written if re.search(r"decisions|benchmarks|quizzes|\.ya?ml$", path)] == ["mkdocs.yml"]


def test_the_same_project_gives_the_same_bytes(tmp_path: Path):
    one, other = (_bytes(eject(PROJECT, tmp_path / name)) for name in ("one", "other"))
    assert one == other


def test_a_letters_page_names_only_the_scripts_that_it_needs(tmp_path: Path):
    docs = eject(PROJECT, tmp_path / "plain") / "docs"
    scripts = {
        path: re.findall(r'<script defer src="([^"]+)"></script>', (docs / path).read_text(encoding="utf-8"))
        for path in ("index.md", "letters/russian/index.md", "letters/english/index.md", "letters/english/control.md")
    }
    names = {path: [re.sub(r".*/(\w+)\.\w+\.js", r"\1", found) for found in each] for path, each in scripts.items()}
    assert [*names.values()] == [["home"], ["rubric", "letter"], ["letter"], ["sheet"]]
    assert all((docs / path).parent.joinpath(found).is_file() for path, each in scripts.items() for found in each)


def test_a_marker_that_a_home_page_shows_as_code_stays(tmp_path: Path):
    project = shutil.copytree(PROJECT, tmp_path / "project")
    home = "# Начало\n\n`<!-- gramota: letters -->` означает список:\n\n<!-- gramota: letters -->\n\nКонец\n"
    (project / "docs/index.md").write_text(home, encoding="utf-8")
    written = (eject(project, tmp_path / "plain") / "docs/index.md").read_text(encoding="utf-8")
    assert written.startswith("# Начало\n\n`<!-- gramota: letters -->` означает список:\n\n")
    assert written.count("<gramota-home") == 1
    assert written.endswith("\n\nКонец\n")


def test_a_folder_with_anything_in_it_is_left_alone(tmp_path: Path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/notes.txt").write_text("важное", encoding="utf-8")
    for options in ([], ["--force"]):
        ended = gramota("eject", tmp_path / "mine", "--config", PROJECT / "mkdocs.yml", *options)
        assert ended.code == 2
        assert "Traceback" not in ended.err
    assert "notes.txt" in ended.err
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["notes.txt"]


def test_with_force_a_project_that_was_ejected_and_built_is_replaced_whole(tmp_path: Path):
    folder = eject(PROJECT, tmp_path / "plain")
    first = _bytes(folder)
    build_with("mkdocs", folder)
    (folder / "docs/letters/gone.md").write_text("# Старое\n", encoding="utf-8")
    refused = gramota("eject", folder, "--config", PROJECT / "mkdocs.yml")
    assert (refused.code, "--force" in refused.err) == (2, True)
    assert (folder / "docs/letters/gone.md").exists()
    assert _bytes(eject(PROJECT, folder, "--force")) == first
    assert [path.name for path in tmp_path.iterdir()] == ["plain"]


@pytest.mark.parametrize("place", [".", "docs", "docs/plain", "quizzes/plain", "..", "mkdocs.yml"])
def test_the_project_itself_is_never_written_into(tmp_path: Path, place: str):
    project = copy_handbook(tmp_path)
    before = _bytes(project)
    ended = gramota("eject", place, "--force", cwd=project)
    assert ended.code == 2
    assert "Traceback" not in ended.err
    assert _bytes(project) == before


@pytest.mark.parametrize(
    "written", ['onclick="alert(1)"', 'href="java&#9;script:alert(1)"', 'src="https://elsewhere.example.org/x.png"']
)
def test_what_the_plugin_takes_out_of_built_pages_is_refused(tmp_path: Path, written: str):
    """In attribute lists, which no check of letters reads."""
    project = copy_handbook(tmp_path)
    letter = project / "docs/letters/sales/refunds.yml"
    text = letter.read_text(encoding="utf-8")
    attributes = written.replace("&#9;", "")
    letter.write_text(
        re.sub(r"( +)body: \|\n", rf"\g<0>\1  [Слово](#rule){{: {attributes} }}\n\n", text, count=1), encoding="utf-8"
    )
    ended = gramota("eject", "plain", cwd=project)
    assert ended.code == 2
    assert "letters/sales/refunds/index.md" in ended.err
    assert attributes in ended.err
    assert not (project / "plain").exists()


def test_bad_content_is_told_and_nothing_is_written(tmp_path: Path):
    project = copy_handbook(tmp_path)
    replace_in(project / "quizzes/sales/refunds.yml", "section:", "sektion:")
    ended = gramota("eject", "plain", cwd=project)
    assert ended.code == 2
    assert ended.err.startswith("quizzes/sales/refunds.yml:")
    assert "Traceback" not in ended.err
    assert not (project / "plain").exists()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("site_name: A\nplugins: [search]\n", "gramota"),
        ("site_name: A\nplugins: [no-such-plugin, gramota]\n", "no-such-plugin"),
        ("site_name: [\n", "mkdocs.yml"),
    ],
)
def test_settings_that_cannot_be_used_are_told(tmp_path: Path, text: str, said: str):
    project = copy_handbook(tmp_path)
    (project / "mkdocs.yml").write_text(text, encoding="utf-8")
    ended = gramota("eject", "plain", cwd=project)
    assert ended.code == 2
    assert said in ended.err
    assert "Traceback" not in ended.err


def test_a_missing_mkdocs_yml_is_told(tmp_path: Path):
    ended = gramota("eject", "plain", cwd=tmp_path)
    assert (ended.code, "mkdocs.yml" in ended.err) == (2, True)


def test_what_a_sheet_is_graded_by_does_not_change(tmp_path: Path):
    """The hash of the letter that a sheet from the ejected site carries is the one that trainers' gramota knows."""
    lesson = load_course(PROJECT / "docs", PROJECT / "quizzes").lesson("russian")
    page = (eject(PROJECT, tmp_path / "plain") / "docs/letters/russian/control.md").read_text(encoding="utf-8")
    assert f'data-letter="{lesson.letter.id}"' in page


def test_settings_are_kept_with_their_comments(tmp_path: Path):
    project = _rich_project(tmp_path)
    folder = eject(project, tmp_path / "plain")
    text = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    assert text.startswith("# Наш учебный сайт\n")
    assert "# Цвета компании\nextra:\n  motto: 'да'   # не терять\n" in text
    assert "gramota:" not in text
    assert "watch" not in text
    settings = yaml.load(text, Loader=yaml.UnsafeLoader)
    assert settings["theme"]["custom_dir"] == "overrides"
    assert settings["theme"]["palette"] == {"primary": "teal"}
    assert settings["plugins"] == [{"search": {"lang": "ru"}}, "tags"]
    assert settings["hooks"] == ["hooks/mark.py"]
    assert {"toc": {"permalink": True, "slugify": ANY}} in settings["markdown_extensions"]
    assert {"attr_list", "md_in_html"} <= {each for each in settings["markdown_extensions"] if isinstance(each, str)}
    site = build_with("mkdocs", folder)
    home = (site / "index.html").read_text(encoding="utf-8")
    assert "<!-- наш шаблон -->" in home
    assert "<!-- наш крючок -->" in home


@pytest.mark.parametrize("engine", ENGINES)
def test_a_site_without_a_search_gets_none(engine: str, tmp_path: Path):
    project = shutil.copytree(PROJECT, tmp_path / "project")
    replace_in(project / "mkdocs.yml", "plugins: [search, gramota]", "plugins: [gramota]")
    site = build_with(engine, eject(project, tmp_path / "plain"))
    assert "md-search" not in (site / "index.html").read_text(encoding="utf-8")


def test_settings_that_share_parts_or_inherit_are_written_anew(tmp_path: Path):
    project = shutil.copytree(PROJECT, tmp_path / "project")
    text = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "base.yml").write_text(text, encoding="utf-8")
    child = "INHERIT: base.yml\nsite_name: &name Свое\nsite_description: *name\ntheme:\n  language: en\n"
    (project / "mkdocs.yml").write_text(child, encoding="utf-8")
    folder = eject(project, tmp_path / "plain")
    settings = yaml.load((folder / "mkdocs.yml").read_text(encoding="utf-8"), Loader=yaml.UnsafeLoader)
    assert "INHERIT" not in settings
    assert (settings["site_name"], settings["site_description"]) == ("Свое", "Свое")
    assert (settings["theme"]["language"], settings["theme"]["name"]) == ("en", "material")
    assert settings["use_directory_urls"] is False
    build_with("mkdocs", folder)


def _rich_project(folder: Path) -> Path:
    project = shutil.copytree(PROJECT, folder / "project")
    (project / "docs").rename(project / "pages")
    for path, content in (
        ("ours/main.html", '{% extends "base.html" %}{% block announce %}<!-- наш шаблон -->{% endblock %}'),
        ("scripts/mark.py", "def on_post_page(output, **_):\n    return output + '<!-- наш крючок -->'\n"),
        ("mkdocs.yml", _RICH),
    ):
        place = project / path
        place.parent.mkdir(exist_ok=True)
        place.write_text(content, encoding="utf-8")
    return project


_RICH = """# Наш учебный сайт
site_name: Везде
docs_dir: pages
watch: [quizzes]

# Цвета компании
extra:
  motto: 'да'   # не терять
theme:
  name: material
  custom_dir: ours
  palette: {primary: teal}
hooks: [scripts/mark.py]
markdown_extensions:
  attr_list: {}
  toc: {permalink: true}
plugins:
  search: {lang: ru}
  tags: {}
  gramota: {site: anywhere, hand_in: {email: a@example.org}}
"""


def _bytes(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("engine", ENGINES)
def test_the_theme_speaks_the_language_of_each_page(engine: str, tmp_path: Path):
    texts = built_texts(build_with(engine, eject(ROOT / "tests/sites/languages", tmp_path / "plain")))
    spoken = {
        path: re.findall('<html lang="([^"]+)"', text)[0] for path, text in texts.items() if path.endswith("html")
    }
    assert {path: lang for path, lang in spoken.items() if lang != "ru"} == {
        f"letters/{lang}/fire/{sheet}index.html": lang for lang in ("de", "en") for sheet in ("", "control/")
    }
    assert "Inhaltsverzeichnis" in texts["letters/de/fire/index.html"]
    assert "Inhaltsverzeichnis" not in texts["letters/ru/fire/index.html"]


def test_an_authors_own_file_of_the_theme_stays_and_a_site_of_one_language_gets_none(tmp_path: Path):
    one = eject(CANARY, tmp_path / "one")
    assert not (one / "overrides").exists()
    assert not [*one.rglob("menu.*.js")]
    project = shutil.copytree(ROOT / "tests/sites/languages", tmp_path / "project")
    replace_in(project / "mkdocs.yml", "language: ru", "language: ru\n  custom_dir: own")
    (project / "own/partials").mkdir(parents=True)
    (project / "own/partials/language.html").write_text("{# own #}", encoding="utf-8")
    plain = eject(project, tmp_path / "plain")
    assert (plain / "overrides/partials/language.html").read_text(encoding="utf-8") == "{# own #}"


def test_an_authors_own_scripts_stay_before_that_of_the_menu(tmp_path: Path):
    project = shutil.copytree(ROOT / "tests/sites/languages", tmp_path / "project")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("extra_javascript: [own.js, {path: module.js, type: module}]\n")
    (project / "docs/own.js").touch()
    (project / "docs/module.js").touch()
    plain = eject(project, tmp_path / "plain")
    settings = yaml.load((plain / "mkdocs.yml").read_text(encoding="utf-8"), yaml.BaseLoader)
    [script] = (path.relative_to(plain / "docs").as_posix() for path in plain.rglob("menu.*.js"))
    assert settings["extra_javascript"] == ["own.js", {"path": "module.js", "type": "module"}, script]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_page_of_many_letters_has_no_menu_of_them_all(engine: str, tmp_path: Path):
    """Sixty letters; a page lists those of its own group of 24, and a link to each other group."""
    plain = build_with(engine, eject(write_many_letters(tmp_path / "project", 60), tmp_path / "plain"))
    menu = menu_of(plain, "letters/letter-030/index.html")
    letters = {link for link in menu if "letter-" in link}
    near = {f"../letter-{number:03}/index.html" for number in range(24, 48) if number != 30}
    assert letters - {"./"} == {*near, "../letter-000/index.html", "../letter-048/index.html"}


def test_a_site_that_asks_for_the_whole_menu_has_it(tmp_path: Path):
    project = write_many_letters(tmp_path / "project", 60)
    replace_in(project / "mkdocs.yml", "language: ru}", "language: ru, features: [navigation.sections]}")
    settings = (eject(project, tmp_path / "plain") / "mkdocs.yml").read_text(encoding="utf-8")
    assert "navigation.prune" not in settings
    assert "1–24" not in settings


def test_groups_stand_in_no_menu_where_the_site_had_none(tmp_path: Path):
    """A menu of all pages is made where the settings have no `nav`."""
    project = write_many_letters(tmp_path / "without", 30, nav="")
    replace_in(project / "mkdocs.yml", "nav:\n", "")
    built = build_with("mkdocs", eject(project, tmp_path / "bare"))
    assert not [link for link in menu_of(built, "letters/letter-005/index.html") if "letters-for" in link]


def test_features_that_come_from_the_environment_end_nothing(tmp_path: Path):
    project = write_many_letters(tmp_path / "project", 3)
    replace_in(project / "mkdocs.yml", "language: ru}", "language: ru, features: !ENV [FEATURES, []]}")
    assert "language: ru" in (eject(project, tmp_path / "plain") / "mkdocs.yml").read_text(encoding="utf-8")
