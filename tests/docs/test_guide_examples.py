"""Every YAML example of the guides loads, and every table of fields is the model's."""

import re
from pathlib import Path
from typing import get_args

import pytest
import yaml

from gramota.course import (
    ControlQuestion,
    Criterion,
    Example,
    KeyPoint,
    Misconception,
    OwnWords,
    SelfCheckItem,
    SelfCheckRules,
    WrongIdea,
    load_course,
)
from gramota.course.model.base import Entry
from gramota.course.model.item import Item
from gramota.course.model.letter import LetterText, Section
from gramota.course.model.quiz import QuizText
from gramota.course.model.revisions import Change
from gramota.grading.checking.examples import check_rubrics
from gramota.schema.speech import Speech
from tests.built_site.building import build_site
from tests.docs.guide import LANGUAGES, blocks, code_of, fragments, headings, page_text, tables

POINTER = r"(?:, | \()(?:see|см\.) (?:below|ниже|\[[^\]]+\]\([^)]+\))\)?"
SITE_KEYS = {"plugins", "nav", "site_name", "theme"}
LETTER_KEYS = LetterText.model_fields.keys()
FRAGMENTS = [(lang, place, part) for lang in LANGUAGES for place, part in fragments(lang)]
ITEM_TYPES = get_args(get_args(SelfCheckItem)[0])
FIELD_TABLES: tuple[type[Entry], ...] = (
    LetterText,
    Section,
    QuizText,
    Item,
    OwnWords,
    KeyPoint,
    SelfCheckRules,
    ControlQuestion,
    Criterion,
    Example,
    Change,
)


def test_the_complete_examples_load_and_agree(project: Path):
    course = load_course(project / "docs", project / "quizzes")
    assert [lesson.letter.id for lesson in course.lessons] == ["fire"]
    assert check_rubrics(course) == []


def test_the_example_site_builds(lang: str, project: Path, tmp_path_factory: pytest.TempPathFactory):
    home = next(block.text for block in blocks(page_text(lang, "author"), "markdown"))
    (project / "docs/index.md").write_text(home, encoding="utf-8")
    site = build_site(project, tmp_path_factory.mktemp("site"))
    assert "letters/fire/" in (site / "index.html").read_text(encoding="utf-8")
    assert (site / "letters/fire/control/index.html").is_file()


def test_the_marks_that_the_guide_teaches_work(lang: str, project: Path, tmp_path_factory: pytest.TempPathFactory):
    """A picture and a letter are found from the folder of the letter's file, as the guide says."""
    taught = [row[0] for table in tables(page_text(lang, "author")) for row in table if "](" in row[0]]
    written = "".join(f"      {code_of(cell)}\n\n" for cell in taught)
    letter = project / "docs/letters/fire.yml"
    text = letter.read_text(encoding="utf-8").replace("    body: |\n", f"    body: |\n{written}", 1)
    letter.write_text(text, encoding="utf-8")
    (project / "docs/letters/plan.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    site = build_site(project, tmp_path_factory.mktemp("site"))
    page = (site / "letters/fire/index.html").read_text(encoding="utf-8")
    assert len(taught) == 3
    assert 'src="../plan.png"' in page
    assert re.search(r'<a href="\./">[^<]+</a>', page)


@pytest.mark.parametrize(("lang", "place", "part"), FRAGMENTS, ids=[place for _, place, _ in FRAGMENTS])
def test_every_part_of_a_file_fits_where_it_belongs(lang: str, place: str, part: dict[str, object], project: Path):
    if part.keys() <= SITE_KEYS:
        _put(project / "mkdocs.yml", part)
        build_site(project, project / "site")
        return
    if part.keys() <= LETTER_KEYS:
        _put(project / "docs/letters/fire.yml", part)
        load_course(project / "docs", project / "quizzes")
        return
    _put(project / "quizzes/fire.yml", _as_quiz(part, project / "quizzes/fire.yml"))
    assert check_rubrics(load_course(project / "docs", project / "quizzes")) == []


def test_every_type_of_question_is_shown(lang: str):
    told = " ".join(title for _, title in headings(page_text(lang, "author")))
    shown = {item["type"] for _, part in fragments(lang) for item in part.get("self_check", ())}
    names = {get_args(item.model_fields["type"].annotation)[0] for item in ITEM_TYPES}
    assert shown == names
    assert [name for name in sorted(names) if f"`{name}`" not in told] == []


def test_every_field_is_explained(lang: str):
    """A field that the model has gained or lost must be told; so must what may be left out."""
    told = [table for table in tables(page_text(lang, "author")) if table[0][0].startswith(("Field", "Поле"))]
    assert [_told_fields(table) for table in told] == [_model_fields(model) for model in FIELD_TABLES]


def test_editors_say_of_a_field_what_the_guide_says(lang: str):
    """The guide may go on with where to read more, and an editor's text begins with a capital."""
    told = [table for table in tables(page_text(lang, "author")) if table[0][0].startswith(("Field", "Поле"))]
    speech = Speech(lang)
    for table, model in zip(told, FIELD_TABLES, strict=True):
        for name, _, cell in table[1 + (model is OwnWords) :]:
            said = speech.of_field(model, code_of(name))["description"].removesuffix(".")
            without_pointers = re.sub(POINTER, "", cell)
            plain = re.sub(r"\[(.+?)\]\(.+?\)", r"\1", without_pointers)
            assert plain.casefold() == said.casefold()


def test_a_misconception_has_the_first_fields_of_a_criterion_and_costs():
    """The guides say so in a sentence and have no table for it."""
    assert [*Misconception.model_fields] == [*[*Criterion.model_fields][:4], "costs"]


def test_a_wrong_idea_has_the_fields_of_a_key_point_but_a_section():
    """The guides say so in a sentence and have no table for it."""
    assert [*WrongIdea.model_fields] == [name for name in KeyPoint.model_fields if name != "section"]
    assert WrongIdea.model_fields["why"].is_required()


def _put(file: Path, part: dict[str, object]) -> None:
    whole = yaml.safe_load(file.read_text(encoding="utf-8")) | part
    file.write_text(yaml.safe_dump(whole, allow_unicode=True, sort_keys=False), encoding="utf-8")


def _as_quiz(part: dict[str, object], quiz: Path) -> dict[str, object]:
    """Put criteria into the example's question, whose own examples are about other criteria."""
    if "criteria" not in part:
        return part
    question = yaml.safe_load(quiz.read_text(encoding="utf-8"))["control"][0]
    return {"control": [{**question, "criteria": part["criteria"], "misconceptions": [], "examples": []}]}


def _told_fields(table: list[list[str]]) -> dict[str, bool]:
    return {code_of(name): needed in {"да", "yes"} for name, needed, *_ in table[1:]}


def _model_fields(model: type[Entry]) -> dict[str, bool]:
    fields = {field.alias or name: field.is_required() for name, field in model.model_fields.items()}
    if model is Item:
        # Each type of question has its own `type`; the class that they share has none.
        return fields | {"type": True}
    shared = Item.model_fields if issubclass(model, Item) else {}
    return {name: needed for name, needed in fields.items() if name not in shared}
