"""Answer files come from people's disks: whatever is in them, it is told by file, and the others are graded."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter
from tests.answers.sheets import FILES, READ, course, sheet, write

from gramota.course import Course
from gramota.course.model.time_spans import Span
from gramota.errors import Problem
from gramota.grading.inbox.answer_files import HandedIn, load_answer_file
from gramota.grading.inbox.answers import answers_schema, checksum
from gramota.grading.inbox.found_files import MAX_BYTES
from gramota.wording import LANGUAGES
from gramota.wording.problems import tell

SCHEMA = Path(answers_schema.__code__.co_filename).with_name("answers.schema.json")


def load(tmp_path: Path, content: object, valid_for: str | None = None) -> HandedIn | Problem:
    return load_answer_file(write(tmp_path / "sheet.json", content), _course(valid_for))


def _course(valid_for: str | None) -> Course:
    """Return the course, its letter's readings counting for this long."""
    lesson = course().lesson("returns")
    span = TypeAdapter(Span).validate_python(valid_for) if valid_for else None
    return Course((replace(lesson, letter=lesson.letter.model_copy(update={"valid_for": span})),))


def code_of(found: HandedIn | Problem) -> str:
    assert isinstance(found, Problem), "the file was accepted"
    return found.code


def test_a_right_file_is_read_without_warning():
    found = load_answer_file(FILES / "anna.json", course())
    assert isinstance(found, HandedIn)
    assert found.warnings == ()
    assert found.answers.learner.name == "Анна Иванова"


def test_the_checksum_is_the_one_that_the_browser_computes():
    # SHA-256 of {"a":"ё","b":[1,null,true]}, computed with sha256sum.
    content = {"b": [1, None, True], "a": "ё", "checksum": "sha256:other"}
    assert checksum(content) == "sha256:9cb5db7155dbecab043f12043a0e1b12ffcab27653a1a4b58ebe3c64e34f0ba8"


def test_cut_off_json_is_told_by_line_and_column():
    found = load_answer_file(FILES / "cut-off.json", course())
    assert isinstance(found, Problem)
    assert (found.code, found.where.line > 1) == ("G301", True)


WRONG: list[tuple[str, dict[str, Any]]] = [
    ("G305", {"format": "gramota-answers/2"}),
    ("G305.none", {"format": None}),
    ("G306.unknown", {"score": 100}),
    ("G306.missing", {"learner": {}}),
    ("G306.wrong", {"learner": {"name": "   "}}),
    ("G306.wrong", {"learner": {"name": "a" * 201}}),
    ("G306.wrong", {"learner": {"id": 4711}}),
    ("G306.wrong", {"finished": "yesterday"}),
    ("G306.wrong", {"finished": "2026-11-23T10:20:00"}),
    ("G306.wrong", {"finished": "2026-13-41T10:20:00Z"}),
    ("G306.wrong", {"finished": "1700000000"}),
    ("G306.wrong", {"finished": "0001-01-01T00:00:00+14:00"}),
    ("G306.wrong", {"started": "9999-12-31T23:59:59-14:00"}),
    ("G306.wrong", {"acknowledged": True}),
    ("G306.wrong", {"acknowledged": 0}),
    ("G306.wrong", {"acknowledged": {**READ, "at": "yesterday"}}),
    ("G306.missing", {"acknowledged": {"revision": 2}}),
    ("G306.unknown", {"acknowledged": {**READ, "by": "somebody"}}),
    ("G304", {"acknowledged": 1.5}),
    ("G306.wrong", {"letter": {"id": "returns", "revision": 2, "hash": "not hexadecimal"}}),
    ("G307", {"answers_in_file": [{"question": "term", "text": "1"}, {"question": "term", "text": "2"}]}),
    ("G308", {"letter": {"id": "unheard-of", "revision": 1, "hash": "0" * 16}}),
    ("G308", {"letter": {"id": "../../secret", "revision": 1, "hash": "0" * 16}}),
]


@pytest.mark.parametrize(("code", "changed"), WRONG, ids=lambda value: str(value)[:40])
def test_what_is_no_answers_file_is_set_aside(tmp_path: Path, code: str, changed: dict[str, Any]):
    assert code_of(load(tmp_path, sheet(**changed))) == code


def test_a_missing_key_is_named(tmp_path: Path):
    content = sheet()
    del content["answers"]
    found = load(tmp_path, content)
    assert isinstance(found, Problem)
    assert (found.code, found.values) == ("G306.missing", (("field", "answers"),))


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("G301", ""),
        ("G301", "hello"),
        ("G302", '{"format": "gramota-answers/1", "format": "gramota-answers/1"}'),
        ("G303", "[" * 100_000),
        ("G303", "[" * 40 + "]" * 40),
        ("G304", "[NaN]"),
        ("G304.large", "9" * 10_000),
        ("G305.none", "[]"),
        ("G305.none", "null"),
    ],
)
def test_text_that_json_readers_stumble_over_is_set_aside(tmp_path: Path, code: str, text: str):
    assert code_of(load(tmp_path, text)) == code


def test_a_huge_file_is_not_even_read(tmp_path: Path):
    path = tmp_path / "huge.json"
    with path.open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    assert code_of(load_answer_file(path, course())) == "G300"


@pytest.mark.parametrize(
    ("encoding", "code"), [("cp1251", "G312.windows"), ("koi8-r", "G312"), ("cp866", "G312"), ("utf-16-le", "G301")]
)
def test_a_file_in_another_encoding_is_told(tmp_path: Path, encoding: str, code: str):
    path = tmp_path / "sheet.json"
    path.write_bytes(json.dumps(sheet(), ensure_ascii=False).encode(encoding))
    assert code_of(load_answer_file(path, course())) == code


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_an_encoding_that_the_file_itself_states_is_read(tmp_path: Path, encoding: str):
    path = tmp_path / "sheet.json"
    path.write_bytes(json.dumps(sheet(), ensure_ascii=False).encode(encoding))
    found = load_answer_file(path, course())
    assert isinstance(found, HandedIn)
    assert found.warnings == ()


def test_a_missing_file_is_told(tmp_path: Path):
    assert code_of(load_answer_file(tmp_path / "nowhere.json", course())) == "G001"


@pytest.mark.parametrize(
    ("codes", "content"),
    [
        (["G350"], {**sheet(), "site": "changed afterwards"}),
        (["G351"], sheet(acknowledged=1, letter={"id": "returns", "revision": 1, "hash": "e2ad7b231777305e"})),
        (["G352"], sheet(letter={"id": "returns", "revision": 2, "hash": "0" * 16})),
        (["G353"], sheet({"dropped": "…"})),
        (["G354", "G354"], sheet(answers_in_file=[{"question": "term", "text": "…"}])),
        (["G355"], sheet(acknowledged=None)),
        (["G355"], sheet(acknowledged=1)),
        (["G355"], sheet(acknowledged={**READ, "revision": 1})),
        ([], sheet(acknowledged=2)),
    ],
)
def test_what_is_doubtful_is_graded_and_marked(tmp_path: Path, codes: list[str], content: dict[str, Any]):
    found = load(tmp_path, content)
    assert isinstance(found, HandedIn)
    assert [warning.code for warning in found.warnings] == codes


def test_a_field_of_the_acknowledgement_is_named_as_it_stands_in_the_file(tmp_path: Path):
    found = load(tmp_path, sheet(acknowledged={**READ, "hash": "x"}))
    assert isinstance(found, Problem)
    assert dict(found.values)["field"] == "acknowledged.hash"


def test_a_reading_at_the_end_of_all_time_still_counts(tmp_path: Path):
    found = load(tmp_path, sheet(acknowledged={**READ, "at": "9999-12-31T10:00:00Z"}), "100y")
    assert isinstance(found, HandedIn)
    assert found.warnings == ()


@pytest.mark.parametrize(("span", "codes"), [("1y", []), ("6m", ["G358"]), ("200d", ["G358"]), (None, [])])
def test_a_reading_that_no_longer_counted_is_marked(tmp_path: Path, span: str | None, codes: list[str]):
    found = load(tmp_path, sheet(acknowledged={**READ, "at": "2026-03-05T10:00:00.000Z"}), span)
    assert isinstance(found, HandedIn)
    assert [warning.code for warning in found.warnings] == codes


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_number_that_is_too_long_is_told_without_the_words_of_python(tmp_path: Path, lang: str):
    found = load(tmp_path, "9" * 10_000)
    assert isinstance(found, Problem)
    said = tell(found, lang)
    assert "9" * 30 + "…" in said
    assert "sys." not in said


@pytest.mark.parametrize("lang", LANGUAGES)
def test_trainers_are_not_told_to_save_a_sheet_in_an_editor(tmp_path: Path, lang: str):
    path = tmp_path / "sheet.json"
    path.write_bytes(b"\xff\xfe")
    found = load_answer_file(path, course())
    assert isinstance(found, Problem)
    assert re.search("original file|исходный файл", tell(found, lang))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_file_without_a_format_is_not_said_to_have_the_format_none(tmp_path: Path, lang: str):
    found = load(tmp_path, "{}")
    assert isinstance(found, Problem)
    assert "None" not in tell(found, lang)


def test_half_characters_do_not_stop_the_grading(tmp_path: Path):
    found = load(tmp_path, json.dumps({**sheet(), "site": "\ud800"}))
    assert isinstance(found, HandedIn)
    assert found.answers.site == "\ufffd"


def test_the_schema_that_is_shipped_is_the_model_s():
    assert SCHEMA.read_text(encoding="utf-8") == answers_schema(), "write answers_schema() to answers.schema.json"
