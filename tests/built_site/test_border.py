"""Nothing of a control question but its prompt may reach the built site."""

import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
import yaml

from gramota.course import ControlQuestion, Quiz, load_course
from gramota.rubric.languages.known import language_of
from tests.built_site.building import ROOT, build_site, built_texts, visible_text

CANARY_QUIZ = ROOT / "tests/sites/canary/quizzes/border.yml"
SHIPPED = load_course(ROOT / "docs", ROOT / "quizzes").lessons


def test_a_canary_stands_in_every_private_field():
    """The tests below can only find what the canary course holds."""
    (lesson,) = load_course(CANARY_QUIZ.parents[1] / "docs", CANARY_QUIZ.parent).lessons
    private = list(_private_texts(lesson.quiz))
    assert len(private) >= 15
    assert all("kanari" in text.lower() for text in private)


def test_no_private_word_of_a_control_question_is_published(canary_site: Path):
    canaries = set(re.findall(r"kanari\w*", CANARY_QUIZ.read_text(encoding="utf-8").lower()))
    leaks = [
        (path, canary)
        for path, text in built_texts(canary_site).items()
        for canary in canaries
        if canary in text.lower() or canary in path.lower()
    ]
    assert len(canaries) >= 15
    assert leaks == []


def test_prompts_of_control_questions_are_published(canary_site: Path):
    control = built_texts(canary_site)["letters/border/control/index.html"]
    assert "publicpromptone" in control
    assert "publicprompttwo" in control


def test_the_points_of_a_criterion_are_not_published(canary_site: Path):
    control = built_texts(canary_site)["letters/border/control/index.html"]
    assert "3.5" not in visible_text(control)
    assert not re.search(r'data-[^=]+="[^"]*3\.5', control)


def test_the_built_site_does_not_depend_on_anything_private(example_site: Path, tmp_path: Path):
    """Built again with every private field of the shipped quiz replaced, the site is the same to the byte."""
    project = tmp_path / "project"
    for folder in ("docs", "quizzes"):
        shutil.copytree(ROOT / folder, project / folder)
    shutil.copy(ROOT / "mkdocs.yml", project)
    for path in (project / "quizzes").rglob("*.yml"):
        quiz = yaml.safe_load(path.read_text(encoding="utf-8"))
        path.write_text(yaml.safe_dump(_without_secrets(quiz), allow_unicode=True, sort_keys=False), encoding="utf-8")
    other, example = built_texts(build_site(project, tmp_path / "other")), built_texts(example_site)
    assert other.keys() == example.keys()
    assert [path for path in example if other[path] != example[path]] == []


@pytest.mark.parametrize("lesson", SHIPPED, ids=lambda lesson: lesson.letter.id)
def test_no_private_text_of_the_shipped_quiz_is_published(lesson, example_site: Path):
    """Asked of the guides too, for texts of three words or more that are said nowhere in public.

    Public are the letter, the self-check and the engine's own lists of idioms.
    """
    idioms = " · ".join(row for rows in language_of("ru").plain()["rows"].values() for row in rows)
    public = _folded(" ".join([*_public_texts(lesson), idioms]))
    private = {_folded(text) for text in _private_texts(lesson.quiz)}
    secret = {text for text in private if text not in public and len(text.split()) >= 3}
    assert len(secret) > 100
    pages = {path: _folded(visible_text(text) + text) for path, text in built_texts(example_site).items()}
    assert [(path, text) for path, page in pages.items() for text in secret if text in page] == []


def test_no_yaml_and_no_page_for_maintainers_is_published(example_site: Path):
    published = set(built_texts(example_site))
    assert not [path for path in published if path.endswith((".yml", ".yaml"))]
    assert not [path for path in published if "decisions" in path or "benchmarks" in path]


def _without_secrets(quiz: dict) -> dict:
    """Keep what the self-check shows and the synonyms that its phrases name; its examples are for trainers too."""
    synonyms = {name: quiz["synonyms"][name] for name in _named_groups(str(quiz["self_check"]), quiz["synonyms"])}
    self_check = [{key: value for key, value in item.items() if key != "examples"} for item in quiz["self_check"]]
    control = list(map(_decoy, quiz["control"]))
    return {"pass": quiz["pass"], "synonyms": synonyms, "self_check": self_check, "control": control}


def _named_groups(self_check: str, synonyms: Iterable[str]) -> set[str]:
    return {name for name in synonyms if f"<{name}>" in self_check}


def _decoy(question: dict) -> dict:
    public = {key: question[key] for key in ("id", "prompt", "required") if key in question}
    return {**public, "section": "margin", "criteria": [{"id": "decoy", "title": "Decoy", "accept": ["decoy"]}]}


def _private_texts(quiz: Quiz) -> Iterator[str]:
    public = _named_groups(str(quiz.self_check), quiz.synonyms)
    for name in quiz.synonyms.keys() - public:
        yield from (name, *quiz.synonyms[name]) if "kanari" in name else quiz.synonyms[name]
    for item in quiz.self_check:
        yield from (example.answer for example in getattr(item, "examples", ()))
    for question in quiz.control:
        yield from _private_texts_of(question)


def _private_texts_of(question: ControlQuestion) -> Iterator[str]:
    for graded in (*question.criteria, *question.misconceptions):
        yield from (graded.title, *graded.accept, *graded.reject)
    yield from (example.answer for example in question.examples)


def _public_texts(lesson) -> Iterator[str]:
    letter = yaml.safe_load((ROOT / lesson.letter_source.path).read_text(encoding="utf-8"))
    yield from _strings(letter)
    yield from (question.prompt for question in lesson.quiz.control)
    yield from _strings([item.model_dump() for item in lesson.quiz.self_check])


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for item in value.values() for text in _strings(item))
    elif isinstance(value, list | tuple):
        yield from (text for item in value for text in _strings(item))


def _folded(text: str) -> str:
    return " ".join(text.replace("**", "").lower().replace("ё", "е").split())
