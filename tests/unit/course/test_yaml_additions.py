"""Adding to a list of a file changes that list and nothing else, however the file is laid out."""

import difflib
from pathlib import Path as FilePath

import pytest
import yaml
from tests.built_site.building import ROOT

from gramota.course.yaml_files.additions import WIDEST, CannotAddError, add_to_lists

ACCEPT = ("control", 0, "criteria", 0, "accept")
REJECT = (*ACCEPT[:-1], "reject")
HEAD = "# note\ncontrol:\n  - id: q   # the question\n    criteria:\n"

LAYOUTS = [
    ("brackets", "      - {id: a, accept: [x, y]}\n", "      - {id: a, accept: [x, y, новое слово]}\n"),
    ("braces", "      - {accept: [x], id: a} # end\n", "      - {accept: [x, новое слово], id: a} # end\n"),
    (
        "spread",
        "      - id: a\n        accept: [\n          x, y # last\n        ]\n        title: t\n",
        "      - id: a\n        accept: [\n          x, y, новое слово # last\n        ]\n        title: t\n",
    ),
    (
        "comma at the end",
        "      - id: a\n        accept: [\n          x,\n          y,\n        ]\n",
        "      - id: a\n        accept: [\n          x,\n          y, новое слово,\n        ]\n",
    ),
    (
        "dashes",
        "      - accept:\n          - x\n          - 'y:' # c\n\n        # b\n        id: t\n",
        "      - accept:\n          - x\n          - 'y:' # c\n          - новое слово\n\n        # b\n        id: t\n",
    ),
    ("dashes below the key", "      - accept:\n        - x\n", "      - accept:\n        - x\n        - новое слово\n"),
    ("no break at the end", "      - accept:\n        - x", "      - accept:\n        - x\n        - новое слово"),
    ("quoted", "      - accept: ['x', \"y\"]\n", "      - accept: ['x', \"y\", новое слово]\n"),
]


@pytest.mark.parametrize(("before", "after"), [row[1:] for row in LAYOUTS], ids=[row[0] for row in LAYOUTS])
@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_a_list_keeps_its_layout_and_its_comments(before: str, after: str, line_break: str):
    text, expected = ((HEAD + part).replace("\n", line_break) for part in (before, after))
    assert add_to_lists(text, {ACCEPT: ["новое слово"]}) == expected


MISSING = [
    (
        "braces",
        "      - {id: a, accept: [x], points: 2}\n",
        "      - {id: a, accept: [x], reject: [новое], points: 2}\n",
    ),
    (
        "brackets",
        "      - id: a\n        accept: [x] # c\n        points: 2\n",
        "      - id: a\n        accept: [x] # c\n        reject: [новое]\n        points: 2\n",
    ),
    (
        "dashes",
        "      - id: a\n        accept:\n          - x\n        points: 2\n",
        "      - id: a\n        accept:\n          - x\n        reject: [новое]\n        points: 2\n",
    ),
    ("first", "      - accept: [x]\n        id: a\n", "      - accept: [x]\n        reject: [новое]\n        id: a\n"),
    ("empty", "      - {accept: [x], reject: []}\n", "      - {accept: [x], reject: [новое]}\n"),
]


@pytest.mark.parametrize(("before", "after"), [row[1:] for row in MISSING], ids=[row[0] for row in MISSING])
def test_a_list_that_is_missing_is_put_after_what_it_belongs_to(before: str, after: str):
    assert add_to_lists(HEAD + before, {REJECT: ["новое"]}) == HEAD + after


def test_a_line_does_not_grow_past_the_margin():
    long = ", ".join(f"слово номер {number}" for number in range(6))
    text = f"{HEAD}      - id: a\n        accept: [{long}]\n"
    found = add_to_lists(text, {ACCEPT: [f"добавленное слово {number}" for number in range(9)]})
    added = [line for line in found.splitlines() if line not in text.splitlines()]
    assert max(map(len, added)) <= WIDEST
    assert yaml.safe_load(found)["control"][0]["criteria"][0]["accept"][-1] == "добавленное слово 8"


@pytest.mark.parametrize(
    "text", ["no", "14", "1:30", "~", "a: b", "it's", "-x", "<group> слово", "слово*", "2021-03-15"]
)
def test_what_yaml_would_read_otherwise_is_put_in_quotes(text: str):
    found = add_to_lists(f"{HEAD}      - accept: [x]\n", {ACCEPT: [text]})
    assert yaml.safe_load(found)["control"][0]["criteria"][0]["accept"] == ["x", text]


@pytest.mark.parametrize("before", ["      - accept:\n        - |\n          x\n", "      - {id: a, reject: [x]}\n"])
def test_where_more_would_have_to_change_nothing_is(before: str):
    missing = ACCEPT if "accept" in before else (*ACCEPT[:-1], "other")
    with pytest.raises(CannotAddError):
        add_to_lists(HEAD + before, {missing: ["y"]})


QUIZ = FilePath(ROOT / "quizzes/closer-product.yml")


def test_every_list_of_a_long_file_can_be_added_to():
    """Of the shipped quiz: brackets over many lines, dashes, comments; only what was added differs."""
    text = QUIZ.read_text(encoding="utf-8")
    content = yaml.load(text, yaml.CSafeLoader)
    additions = {
        ("control", number, kind, at, name): [f"добавка {at}", "'еще одна'"]
        for number, question in enumerate(content["control"])
        for kind in ("criteria", "misconceptions")
        for at, _ in enumerate(question.get(kind, ()))
        for name in ("accept", "reject")
    }
    found = add_to_lists(text, additions)
    for (_, number, kind, at, name), added in additions.items():
        entry = content["control"][number][kind][at]
        entry[name] = [*entry.get(name, ()), *added]
    assert yaml.load(found, yaml.CSafeLoader) == content
    kept = [line for line in difflib.ndiff(text.splitlines(), found.splitlines()) if line.startswith("- ")]
    assert len(kept) < len(additions)
    assert found.count("#") == text.count("#")
