"""What `gramota new` makes passes the check at once, and nothing that is there is ever overwritten."""

import json
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest

from gramota.starter.editors import editor_files
from tests.built_site.building import build_site
from tests.cli.command import gramota


@pytest.fixture(scope="module")
def new_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("new")
    assert gramota("new", "site", folder, "--name", "A").code == 0
    return folder


@pytest.fixture
def site(new_site: Path, tmp_path: Path) -> Path:
    """A new site, to be changed by the test."""
    return shutil.copytree(new_site, tmp_path, dirs_exist_ok=True)


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_a_new_site_letter_and_quiz_pass_the_check_and_the_build(lang: str, tmp_path: Path):
    site = tmp_path / "сайт"
    spoken = ("--lang", lang)
    made = gramota("new", "site", site, "--name", "A: «б» $1 # c", *spoken)
    assert made.code == 0, made.err
    letter = ("--title", '12. Возврат: "да" # нет', "--audience", "A, Б")
    assert gramota("new", "letter", *letter, *spoken, cwd=site).code == 0
    assert gramota("new", "quiz", "vozvrat-da-net", *spoken, cwd=site).code == 0
    checked = gramota("check", cwd=site, GRAMOTA_CACHE=str(tmp_path / "cache"))
    assert checked.code == 0, checked.err
    built = build_site(site, tmp_path / "built")
    assert list(built.rglob("phone-calls/control*"))


@pytest.mark.parametrize("name", ["con", "nul", "aux", "com1", "prn/fire", "fire.", "fire. "])
def test_a_name_that_windows_cannot_have_is_refused(site: Path, name: str):
    ended = gramota("new", "letter", name, "--title", "A", "--audience", "B", cwd=site)
    assert ended.code == 2
    assert ("Windows" in ended.err) == ("." not in name)
    assert [path.stem for path in (site / "docs/letters").rglob("*.yml")] == ["phone-calls"]


@pytest.mark.parametrize("name", ["aux", "NUL.site", "con/site"])
def test_a_folder_of_a_site_that_windows_cannot_have_is_refused(tmp_path: Path, name: str):
    ended = gramota("new", "site", name, "--name", "A", cwd=tmp_path)
    assert (ended.code, "Windows" in ended.err, [*tmp_path.iterdir()]) == (2, True, [])


def test_a_folder_that_is_there_is_taken_whatever_windows_says(tmp_path: Path):
    (tmp_path / "aux").mkdir()
    assert gramota("new", "site", "aux", "--name", "A", cwd=tmp_path).code == 0


def test_editors_are_told_of_schemas_that_are_there(new_site: Path):
    mapped = json.loads((new_site / ".vscode/settings.json").read_text("utf-8"))["yaml.schemas"]
    assert all((new_site / schema).is_file() for schema in mapped)
    assert all(
        schema.removeprefix("./") in (new_site / ".idea/jsonSchemas.xml").read_text("utf-8") for schema in mapped
    )


def test_what_stands_in_the_way_is_named_and_nothing_is_made(tmp_path: Path):
    (tmp_path / "mkdocs.yml").write_text("mine", encoding="utf-8")
    ended = gramota("new", "site", tmp_path, "--name", "A")
    assert (ended.code, [path.name for path in tmp_path.iterdir()]) == (2, ["mkdocs.yml"])
    assert "mkdocs.yml" in ended.err
    assert (tmp_path / "mkdocs.yml").read_text("utf-8") == "mine"


def test_the_files_of_other_programs_stay_and_are_named(tmp_path: Path):
    (tmp_path / ".gitignore").write_text("mine", encoding="utf-8")
    ended = gramota("new", "site", tmp_path, "--name", "A")
    assert ended.code == 0
    assert ".gitignore" in ended.err
    assert (tmp_path / ".gitignore").read_text("utf-8") == "mine"


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("new", "site", "x"), "--name"),
        (("new", "letter"), "--title, --audience"),
        (("new", "letter", "--title", "A", "--audience", " , "), "--audience"),
        (("new", "letter", "Плохо", "--title", "A", "--audience", "B"), "Плохо"),
        (("new", "quiz", "fone-calls"), "phone-calls"),
        (("new", "quiz", "phone-calls"), "quizzes/phone-calls.yml"),
        (("schema",), "-o"),
    ],
)
def test_what_is_missing_or_wrong_is_named_and_never_asked_for_in_a_pipe(
    arguments: tuple[str, ...], named: str, site: Path
):
    ended = gramota(*arguments, cwd=site)
    assert ended.code == 2
    assert named in ended.err
    assert not (site / "x").exists()


def test_outside_a_site_the_way_to_one_is_told(tmp_path: Path):
    ended = gramota("new", "letter", "--title", "A", "--audience", "B", cwd=tmp_path)
    assert ended.code == 2
    assert "gramota new site" in ended.err


def test_a_new_letter_speaks_the_language_of_the_others_unless_asked(tmp_path: Path):
    assert gramota("new", "site", tmp_path, "--name", "A", "--lang", "ru").code == 0
    assert gramota("new", "letter", "b", "--title", "B", "--audience", "B", cwd=tmp_path, LC_ALL="C.UTF-8").code == 0
    assert "lang: ru" in (tmp_path / "docs/letters/b.yml").read_text("utf-8")


def test_schemas_are_written_and_printed(tmp_path: Path):
    assert gramota("schema", "-o", tmp_path / "s").code == 0
    assert gramota("schema", "letter").out == (tmp_path / "s/letter.schema.json").read_text("utf-8")


def test_pycharms_file_has_the_form_that_pycharm_reads():
    """As JsonSchemaMappingsProjectConfiguration and UserDefinedJsonSchemaConfiguration of its sources have it."""
    root = ElementTree.fromstring(editor_files()[".idea/jsonSchemas.xml"])
    assert (root.tag, root.attrib) == ("project", {"version": "4"})
    entries = root.findall("./component[@name='JsonSchemaMappingsProjectConfiguration']/state/map/entry")
    mapped = {}
    for entry in entries:
        (info,) = entry.findall("./value/SchemaInfo")
        options = {option.get("name"): option.get("value") for option in info.findall("option")}
        (item,) = info.findall("./option[@name='patterns']/list/Item")
        assert entry.get("key") == options["name"]
        place = {option.get("name"): option.get("value") for option in item.findall("option")}
        assert (place["directory"], place["mappingKind"]) == ("true", "Directory")
        mapped[options["relativePathToSchema"]] = place["path"]
    assert mapped == {
        "schemas/letter.schema.json": "docs/letters",
        "schemas/quiz.schema.json": "quizzes",
        "schemas/shared.schema.json": "shared",
    }
