"""The schemas agree with the parser, as an independent validator reads them, and say everything in both languages."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator
from tests.breakages import Breakage, load_breakages
from tests.built_site.building import ROOT
from tests.docs.guide import LANGUAGES, fragments, whole_files
from tests.unit.schema.reading import read, read_file

from gramota.schema import SCHEMA_NAMES, render_schema

VALIDATORS = {name: Draft7Validator(json.loads(render_schema(name, "en"))) for name in SCHEMA_NAMES}
FILES = [
    (name, path)
    for root in (ROOT, *sorted((ROOT / "tests/sites").iterdir()))
    for name, folder in (("letter", "docs/letters"), ("quiz", "quizzes"), ("shared", "shared"))
    for path in sorted((root / folder).rglob("*.yml"))
]
SHOWN = [(lang, path, text) for lang in LANGUAGES for path, text in whole_files(lang).items()]
FRAGMENTS = [found for lang in LANGUAGES for found in fragments(lang)]
LETTER_KEYS = json.loads(render_schema("letter", "en"))["properties"].keys()

STRUCTURE = {"G030", "G031", "G032", "G034", "G035", "G036", "G037", "G038", "G039", "G041", "G042", "G043", "G045"}
"""Mistakes in one place: a key or a value that cannot be there. What stands in several places is beyond a schema."""

UNSEEN = {
    # A date is a text to editors.
    "text is a date",
    "audience a date",
    # Arithmetic.
    "valid for longer than a life",
    # Numbers to YAML 1.1, whose like an author never means.
    "number with a zero in front",
    "number that is a time",
    "revision that is a time",
    # No numbers to JSON, which schemas are about.
    "number is infinite",
    "number is not a number",
    # Commas and characters that nobody sees are texts to JSON.
    "groups of commas alone",
    "group of nothing that is seen",
}


def is_structural(breakage: Breakage) -> bool:
    codes = {problem.split()[-1].split(".")[0] for problem in breakage.expected}
    return codes <= STRUCTURE and all(problem.startswith(breakage.path) for problem in breakage.expected)


def faults(name: str, content: Any) -> list[str]:
    return [f"{fault.json_path}: {fault.message}" for fault in VALIDATORS[name].iter_errors(content)]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", SCHEMA_NAMES)
def test_a_schema_is_one_of_draft_07_and_the_same_each_time(name: str, lang: str):
    text = render_schema(name, lang)
    Draft7Validator.check_schema(json.loads(text))
    assert text == render_schema(name, lang)


@pytest.mark.parametrize(("name", "path"), FILES, ids=[str(path.relative_to(ROOT)) for _, path in FILES])
def test_every_file_of_the_repository_is_accepted(name: str, path: Path):
    assert faults(name, read_file(path)) == []


@pytest.mark.parametrize(("lang", "path", "text"), SHOWN, ids=[f"{lang}-{path}" for lang, path, _ in SHOWN])
def test_every_file_that_the_guides_show_whole_is_accepted(lang: str, path: str, text: str):
    name = "letter" if path.startswith("docs/letters/") else "quiz" if path.startswith("quizzes/") else None
    assert name is None or faults(name, read(text)) == []


@pytest.mark.parametrize("part", [part for _, part in FRAGMENTS], ids=[place for place, _ in FRAGMENTS])
def test_every_part_of_a_file_that_the_guides_show_is_accepted(part: dict[str, Any]):
    content = read(yaml.safe_dump(part, allow_unicode=True))
    if content.keys() & {"plugins", "nav", "site_name", "theme"}:
        return
    if content.keys() <= LETTER_KEYS:
        whole = {
            "title": "A",
            "date": "2026-03-02",
            "audience": "All",
            "sections": [{"id": "a", "title": "A", "body": "a"}],
        }
        assert faults("letter", {**whole, **content}) == []
    elif content.keys() <= {"criteria", "examples", "misconceptions"}:
        question = {"id": "a", "prompt": "A", "section": "a", **content}
        assert faults("quiz", {"control": [question]}) == []
    else:
        assert faults("quiz", content) == []


@pytest.mark.parametrize(
    "breakage", [each for each in load_breakages() if is_structural(each)], ids=lambda breakage: breakage.name
)
def test_a_mistake_that_a_schema_can_see_is_refused(breakage: Breakage, tmp_path: Path):
    breakage.write_course(tmp_path)
    found = faults("letter" if "letters" in breakage.path else "quiz", read_file(tmp_path / breakage.path))
    assert bool(found) is (breakage.name not in UNSEEN)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", SCHEMA_NAMES)
def test_every_entry_and_field_has_a_title_and_a_description_and_no_entry_takes_unknown_keys(name: str, lang: str):
    schema = json.loads(render_schema(name, lang))
    for where, entry in [("", schema), *schema["definitions"].items()]:
        assert entry["additionalProperties"] is False, where
        for place, said in [(where, entry), *((f"{where}.{key}", field) for key, field in entry["properties"].items())]:
            assert said["title"], place
            assert said["description"].endswith("."), place


def test_nothing_is_said_in_the_other_language():
    russian, english = (set(_texts(json.loads(render_schema("quiz", lang)))) for lang in ("ru", "en"))
    assert not russian & english


@pytest.mark.parametrize("lang", LANGUAGES)
def test_examples_are_such_as_the_schema_accepts(lang: str):
    for name in SCHEMA_NAMES:
        schema = json.loads(render_schema(name, lang))
        for entry in [schema, *schema["definitions"].values()]:
            for key, field in entry["properties"].items():
                validator = Draft7Validator({**field, "definitions": schema["definitions"]})
                assert all(validator.is_valid(example) for example in field.get("examples", [])), key


def test_what_a_question_of_one_type_has_is_refused_for_another_and_only_that_is_told():
    item = {"id": "a", "type": "blank", "section": "a", "prompt": "___", "accept": ["b"], "options": []}
    assert [line.split(": ", 1)[0] for line in faults("quiz", {"self_check": [item]})] == ["$.self_check[0]"]


def _texts(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        yield from (schema[key] for key in ("title", "description") if isinstance(schema.get(key), str))
        for value in schema.values():
            yield from _texts(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _texts(value)
