"""`gramota import`: what it writes, what it never overwrites, and what its report says."""

import datetime as dt
import os
from pathlib import Path

import pytest
import yaml

from tests.cli.command import gramota, gramota_within
from tests.unit.exchange.word import bold, docx, numbered, par

FIRE = docx(
    par("What to do in a fire", "1"),
    par("Instruction letter of 2 March 2026. Audience: All staff"),
    par("Raise the alarm", "2"),
    par("Press the button and call 112."),
    par("Leave the building", "2"),
    par("Take the stairs, not the lift."),
    par("Control questions", "2"),
    numbered("What do you do first?"),
    numbered("Why not take the lift?"),
)
BANK = "Which number do you call?{=112 ~911#Not here.}\n\nMay you take the lift?{F}\n\nBroken {=\n"
ID = "what-to-do-in-a-fire"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GRAMOTA_LANG", "en")
    (tmp_path / "fire.docx").write_bytes(FIRE)
    (tmp_path / "bank.gift").write_text(BANK, encoding="utf-8")
    return tmp_path


def written(project: Path) -> dict[str, str]:
    files = sorted(path for path in project.rglob("*") if path.is_file() and path.suffix not in {".docx", ".gift"})
    return {path.relative_to(project).as_posix(): path.read_text(encoding="utf-8") for path in files}


def test_a_word_file_becomes_a_letter_and_its_questions_that_pass_the_check(project: Path, capsys):
    ended = gramota_within(capsys, "import", "fire.docx")
    assert (ended.code, ended.out) == (0, "")
    assert list(written(project)) == [f"docs/letters/{ID}.yml", f"quizzes/{ID}.yml"]
    assert "fire.docx: G426 2 control questions lack their criteria." in ended.err
    assert f"Written: docs/letters/{ID}.yml (2 sections).\n" in ended.err
    letter = yaml.safe_load(written(project)[f"docs/letters/{ID}.yml"])
    assert letter["date"] == dt.date(2026, 3, 2)
    quiz = yaml.safe_load(written(project)[f"quizzes/{ID}.yml"])
    assert [question["section"] for question in quiz["control"]] == ["raise-the-alarm", "leave-the-building"]
    checked = gramota_within(capsys, "check")
    assert checked.code == 0
    assert checked.err.count("G460") == 2


def test_of_a_folder_each_file_is_imported_and_what_cannot_be_is_named(project: Path, capsys):
    """No shell of Windows makes files of `*.docx`."""
    given = project / "given"
    (given / "older").mkdir(parents=True)
    (project / "fire.docx").rename(given / "fire.docx")
    (given / "smoke.md").write_text("# Smoke\n\n## What to do\n\nOpen a window.\n", encoding="utf-8")
    for passed_over in (".DS_Store", "~$fire.docx"):
        (given / passed_over).touch()
    (given / "plan.odt").touch()
    ended = gramota_within(capsys, "import", "given")
    assert ended.code == 1
    assert "given: G410 Not imported from this folder: older/, plan.odt.\n" in ended.err
    assert {f"docs/letters/{ID}.yml", "docs/letters/smoke.yml"} <= {*written(project)}


def test_pictures_that_came_with_a_letter_are_not_told_to_be_left_in_its_folder(project: Path, capsys):
    """A page that is half there was told of each picture that it has, and the import ended as if it had lost some."""
    given = project / "given"
    (given / "images" / "old").mkdir(parents=True)
    text = "# Smoke\n\n## What to do\n\nOpen it. ![Plan](plan.png) ![Door](images/door.png) ![Ladder](ladder.svg)\n"
    (given / "smoke.md").write_text(text, encoding="utf-8")
    for name in ("plan.png", "images/door.png", "images/old/gate.png"):
        (given / name).write_bytes(b"\x89PNG\r\n\x1a\n" + name.encode())
    ended = gramota_within(capsys, "import", "given", "--dry-run")
    assert "given: G410 Not imported from this folder: images/old/.\n" in ended.err
    (given / "images/old/gate.png").rename(given / "gate.png")
    (given / "images/old").rmdir()
    (given / "ladder.svg").write_text("<svg/>", encoding="utf-8")
    ended = gramota_within(capsys, "import", "given", "--dry-run")
    assert "given: G410 Not imported from this folder: gate.png.\n" in ended.err
    assert "smoke.md:5:1: G447" in ended.err
    (given / "gate.png").unlink()
    (given / "ladder.svg").unlink()
    (given / "smoke.md").write_text(text.replace(" ![Ladder](ladder.svg)", ""), encoding="utf-8")
    ended = gramota_within(capsys, "import", "given")
    assert (ended.code, "G410" in ended.err) == (0, False), ended.err
    assert len([*(project / "docs").rglob("*.png")]) == 2


def test_a_folder_without_anything_to_import_is_told_to_be_one(project: Path, capsys):
    (project / "letters.v2").mkdir()
    ended = gramota_within(capsys, "import", "letters.v2")
    assert ended.code == 2
    assert "letters.v2: G410 There is nothing in this folder that can be imported.\n" in ended.err


def test_a_folder_is_imported_again_for_what_is_new_in_it(project: Path, capsys):
    given = project / "given"
    given.mkdir()
    (project / "fire.docx").rename(given / "fire.docx")
    (given / "smoke.md").write_text("# Smoke\n\n## What to do\n\nOpen a window. <b>Now</b>.\n", encoding="utf-8")
    gramota_within(capsys, "import", "given")
    letter = project / "docs/letters/smoke.yml"
    letter.write_text("edited", encoding="utf-8")
    (given / "water.md").write_text(
        "# Water\n\nLetter of 2 March 2026. Audience: All staff\n\n## Tap\n\nAs in [smoke](smoke.md).\n",
        encoding="utf-8",
    )
    again = gramota_within(capsys, "import", "given")
    assert (again.code, again.err.count("G418"), letter.read_text(encoding="utf-8")) == (0, 2, "edited"), again.err
    assert "given/smoke.md: G418 “docs/letters/smoke.yml” is there already and was left alone.\n" in again.err
    assert "G426" not in again.err
    assert "To look at" not in again.err
    assert "Written: docs/letters/water.yml" in again.err
    assert "[smoke](smoke.yml)" in written(project)["docs/letters/water.yml"]
    nothing_new = gramota_within(capsys, "import", "given")
    assert (nothing_new.code, nothing_new.err.count("G418")) == (0, 3)
    assert "Nothing was written." in nothing_new.err
    assert gramota_within(capsys, "import", "given", "given/smoke.md").code == 2
    assert gramota_within(capsys, "import", "given", "--force").code == 0
    assert letter.read_text(encoding="utf-8") != "edited"


def test_a_note_among_letters_is_not_published(project: Path, capsys):
    given = project / "given"
    given.mkdir()
    (project / "fire.docx").rename(given / "fire.docx")
    (given / "bank.txt").write_text("May you take the lift?{F}\n", encoding="utf-8")
    (given / "note.txt").write_text("hello this is just a note\n", encoding="utf-8")
    ended = gramota_within(capsys, "import", "given")
    assert ended.code == 1
    assert "given: G410 Not imported from this folder: note.txt.\n" in ended.err
    assert [*(project / "docs/letters").iterdir()] == [project / f"docs/letters/{ID}.yml"]
    assert "lift" in written(project)[f"quizzes/{ID}.yml"]
    assert gramota_within(capsys, "import", "given/note.txt").code == 0


def test_a_letter_is_imported_once_by_however_many_names(project: Path, capsys):
    given = project / "given"
    given.mkdir()
    (given / "smoke.md").write_text("# Smoke\n\n## What to do\n\nOpen a window.\n", encoding="utf-8")
    for name in ("again.md", "smoke-2.md"):
        (given / name).symlink_to("smoke.md")
    ended = gramota_within(capsys, "import", "given", "given/again.md", "given/smoke.md")
    assert (ended.code, [path.name for path in (project / "docs/letters").iterdir()]) == (0, ["smoke.yml"])
    assert "given/again.md" not in ended.err
    assert "given/smoke.md" in ended.err


def test_a_path_that_leads_nowhere_is_not_told_of_endings(project: Path, capsys):
    ended = gramota_within(capsys, "import", "nothere", "not.here")
    assert ended.code == 2
    assert "nothere: G001 The file cannot be read: there is no such file or folder." in ended.err
    assert "G410" not in ended.err


@pytest.mark.parametrize("name", ["con", "nul", "aux", "com1", "lpt9", "fire/prn", "fire.", "fire "])
def test_no_letter_gets_a_name_that_windows_cannot_have(project: Path, capsys, name: str):
    ended = gramota_within(capsys, "import", "fire.docx", "--letter", name)
    assert (ended.code, written(project)) == (2, {})
    (project / "fire.docx").unlink()
    (project / "fire.md").write_text("# Con\n\n## Nul\n\nText.\n", encoding="utf-8")
    assert gramota_within(capsys, "import", "fire.md").code == 0
    assert "docs/letters/con-1.yml" in written(project)


def test_questions_of_a_bank_join_the_letter_and_what_is_lost_has_its_line(project: Path, capsys):
    ended = gramota_within(capsys, "import", "fire.docx", "bank.gift")
    assert ended.code == 1
    assert "bank.gift:5:8: G443 A question was left out: this brace has no partner." in ended.err
    assert "Left out: 1, see above.\n" in ended.err
    quiz = yaml.safe_load(written(project)[f"quizzes/{ID}.yml"])
    assert [item["type"] for item in quiz["self_check"]] == ["single", "single"]
    assert len(quiz["control"]) == 2
    assert gramota_within(capsys, "check").code == 0


def test_a_bank_finds_the_sections_of_a_letter_that_is_there(project: Path, capsys):
    gramota_within(capsys, "import", "fire.docx", "--letter", "safety/fire")
    (project / "quizzes/safety/fire.yml").unlink()
    assert gramota_within(capsys, "import", "bank.gift", "--letter", "safety/fire").code == 1
    quiz = yaml.safe_load(written(project)["quizzes/safety/fire.yml"])
    assert [item["section"] for item in quiz["self_check"]] == ["raise-the-alarm", "leave-the-building"]
    assert gramota_within(capsys, "check").code == 0


def test_a_bank_without_a_letter_gets_one_to_fill_in(project: Path, capsys):
    ended = gramota_within(capsys, "import", "bank.gift")
    assert "bank.gift: G457 There is no letter to these questions yet" in ended.err
    assert list(written(project)) == ["docs/letters/bank.yml", "quizzes/bank.yml"]
    assert gramota_within(capsys, "check").code == 0


def test_no_file_is_overwritten_unless_that_is_asked_for(project: Path, capsys):
    gramota_within(capsys, "import", "fire.docx")
    (project / f"docs/letters/{ID}.yml").unlink()
    quiz = project / f"quizzes/{ID}.yml"
    quiz.write_text("mine", encoding="utf-8")
    refused = gramota_within(capsys, "import", "fire.docx")
    assert (refused.code, refused.err.splitlines()[0]) == (2, f"quizzes/{ID}.yml: G418 The file is there already.")
    assert written(project) == {f"quizzes/{ID}.yml": "mine"}
    assert gramota_within(capsys, "import", "fire.docx", "--force").code == 0
    assert quiz.read_text(encoding="utf-8") != "mine"


def test_a_letter_is_made_anew_and_the_criteria_that_somebody_wrote_stay(project: Path, capsys):
    gramota_within(capsys, "import", "fire.docx")
    quiz = project / f"quizzes/{ID}.yml"
    mended = quiz.read_text(encoding="utf-8").replace("to-write", "alarm")
    quiz.write_text(mended, encoding="utf-8")
    (project / f"docs/letters/{ID}.yml").write_text("old", encoding="utf-8")
    assert gramota_within(capsys, "import", "fire.docx", "--force", "--no-questions").code == 0
    assert quiz.read_text(encoding="utf-8") == mended
    assert gramota_within(capsys, "check").code == 0


def test_a_dry_run_shows_everything_and_writes_nothing(project: Path, capsys):
    ended = gramota_within(capsys, "import", "fire.docx", "--dry-run")
    assert ended.code == 0
    assert written(project) == {}
    shown = dict(part.split("\n", 1) for part in ended.out.split("# ")[1:] if part.startswith(("docs", "quizzes")))
    gramota_within(capsys, "import", "fire.docx")
    assert shown[f"docs/letters/{ID}.yml"].strip() == written(project)[f"docs/letters/{ID}.yml"].strip()


def test_another_project_is_written_to_with_output(project: Path, capsys):
    assert gramota_within(capsys, "import", "fire.docx", "-o", "other").code == 0
    assert list(written(project)) == [f"other/docs/letters/{ID}.yml", f"other/quizzes/{ID}.yml"]


def test_a_file_that_cannot_be_read_does_not_keep_the_others_from_being_imported(project: Path, capsys):
    (project / "old.doc").write_bytes(b"x")
    ended = gramota_within(capsys, "import", "old.doc", "none.docx", "fire.docx")
    assert ended.code == 2
    assert "old.doc: G410 Files with the ending “.doc” cannot be imported." in ended.err
    assert "none.docx" in ended.err
    assert list(written(project)) == [f"docs/letters/{ID}.yml", "old.doc", f"quizzes/{ID}.yml"]


@pytest.mark.parametrize("name", ["../evil", "/etc/x", "Пожар", "a//b", "a/../../b", "x" * 61, "a\\b"])
def test_the_name_of_a_letter_leads_nowhere_else(project: Path, capsys, name: str):
    ended = gramota_within(capsys, "import", "fire.docx", "--letter", name)
    assert ended.code == 2
    assert written(project) == {}


def test_two_letters_cannot_have_one_name(project: Path, capsys):
    (project / "other.docx").write_bytes(
        docx(par("Other"), par(bold("One")), par("Text."), par(bold("Two")), par("Text."))
    )
    ended = gramota_within(capsys, "import", "fire.docx", "other.docx", "--letter", "fire")
    assert (ended.code, ended.err.split()[1]) == (2, "G419")
    assert gramota_within(capsys, "import", "fire.docx", "other.docx").code == 0


def test_what_stands_behind_a_link_is_not_written_through(project: Path, capsys):
    elsewhere = project / "elsewhere.txt"
    elsewhere.write_text("precious", encoding="utf-8")
    (project / "quizzes").mkdir()
    (project / f"quizzes/{ID}.yml").symlink_to(elsewhere)
    assert gramota_within(capsys, "import", "fire.docx").code == 2
    assert gramota_within(capsys, "import", "fire.docx", "--force").code == 0
    assert elsewhere.read_text(encoding="utf-8") == "precious"


def test_the_same_file_gives_the_same_bytes(project: Path):
    os.utime(project / "fire.docx", (0, 0))
    shown = {
        gramota("import", "fire.docx", "bank.gift", "--dry-run", cwd=project, PYTHONHASHSEED=seed).out for seed in "12"
    }
    assert len(shown) == 1


def test_it_speaks_russian_and_names_its_options(project: Path, capsys):
    ended = gramota_within(capsys, "import", "fire.docx", "--lang", "ru")
    assert f"Записано: quizzes/{ID}.yml (2 вопроса контрольного листа)." in ended.err
    helped = gramota_within(capsys, "import", "--help", "--lang", "ru").out
    assert all(
        option in helped
        for option in ("--letter", "--output", "--no-questions", "--force", "--dry-run", "--docs", "--quizzes")
    )


def test_documents_that_are_imported_together_keep_their_links(project: Path, capsys):
    (project / "notes").mkdir()
    Path("notes/fire plan.md").write_text(
        '# План\n\n## Выход\n\nСм. [гостей](guests.md#как-записать "там"), [их](<guests.md>), [нет](guests.md#no)\n'
        "и [третье](third.md).\n",
        encoding="utf-8",
    )
    Path("notes/guests.md").write_text(
        "# Гости\n\n## Как записать\n\nСм. [план](fire%20plan.md).\n\n## Контрольные вопросы\n\n"
        "1. Куда по [плану](fire%20plan.md#выход)?\n",
        encoding="utf-8",
    )
    ended = gramota_within(capsys, "import", "notes/fire plan.md", "notes/guests.md")
    assert ended.code == 1
    letters = {path.stem: path.read_text(encoding="utf-8") for path in Path("docs/letters").glob("*.yml")}
    assert '[гостей](gosti.yml#kak-zapisat "там"), [их](<gosti.yml>), [нет](gosti.yml)' in letters["plan"]
    assert "и третье." in letters["plan"]
    assert "[план](plan.yml)" in letters["gosti"]
    assert "[плану](plan.yml#vykhod)" in Path("quizzes/gosti.yml").read_text(encoding="utf-8")
    assert "fire plan.md:5:70: G448" in ended.err
    assert "fire plan.md:6:12: G448" in ended.err
    assert gramota_within(capsys, "check").code == 0
