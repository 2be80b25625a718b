"""A rubric out of the cache is the very rubric that would be compiled, or it is compiled."""

import json
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from tests.built_site.building import ROOT

from gramota.cache import rubrics, store
from gramota.cache.rubrics import compile_once, table_once
from gramota.course import load_course
from gramota.rubric import PhraseError, compile_question
from gramota.rubric.compiling.whole_json import read_whole, write_whole
from gramota.rubric.phrases.sources import PlainCriterion, PlainMisconception, PlainQuestion, QuestionSource

CRITERION = PlainCriterion("margin", ("<profit> сделка",), ("не маржа",), points=1.5, requires=("plan",))
PLAN = PlainCriterion("plan", ("план ~5", "выполн*"))
WRONG = PlainMisconception("fact", ("фактическая маржа",), costs=0.5)
QUESTION = PlainQuestion((CRITERION, PLAN), (WRONG,), id="product", max_points=2, refuse=("copied",))
SYNONYMS = {"profit": ("маржа", "прибыль")}

# Each is another rubric, and must not be taken for QUESTION.
CHANGED = {
    "the question's id": replace(QUESTION, id="other"),
    "an accepted phrase": replace(QUESTION, criteria=(replace(CRITERION, accept=("<profit> договор",)), PLAN)),
    "a rejected phrase": replace(QUESTION, criteria=(replace(CRITERION, reject=()), PLAN)),
    "a phrase moved to reject": replace(
        QUESTION, criteria=(replace(CRITERION, accept=("<profit> сделка", "не маржа"), reject=()), PLAN)
    ),
    "points": replace(QUESTION, criteria=(replace(CRITERION, points=1), PLAN)),
    "requires": replace(QUESTION, criteria=(replace(CRITERION, requires=()), PLAN)),
    "excludes": replace(QUESTION, criteria=(replace(CRITERION, excludes=("fact",)), PLAN)),
    "order of criteria": replace(QUESTION, criteria=(PLAN, CRITERION)),
    "costs": replace(QUESTION, misconceptions=(replace(WRONG, costs=1),)),
    "a misconception's phrase": replace(QUESTION, misconceptions=(replace(WRONG, accept=("факт",)),)),
    "the least points": replace(QUESTION, min_points=-1),
    "the most points": replace(QUESTION, max_points=None),
    "refuse": replace(QUESTION, refuse=()),
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(store.FOLDER, str(tmp_path / "cache"))
    monkeypatch.setattr(rubrics, "_at_hand", {})
    return tmp_path / "cache"


def compile_in_another_run(question: QuestionSource, synonyms: Mapping[str, Sequence[str]], lang: str):
    """Of what a process has at hand the next one knows nothing."""
    rubrics._at_hand.clear()
    return compile_once(question, synonyms, lang)


def test_a_process_has_its_last_questions_at_hand(compiling: list[str], folder: Path):
    once = compile_once(QUESTION, SYNONYMS, "ru")
    for file in _files(folder):
        file.unlink()
    assert compile_once(QUESTION, SYNONYMS, "ru") is once
    for number in range(rubrics._MOST_AT_HAND):
        compile_once(replace(QUESTION, id=f"other-{number}"), SYNONYMS, "ru")
    assert len(rubrics._at_hand) == rubrics._MOST_AT_HAND
    assert compile_once(QUESTION, SYNONYMS, "ru") is not once


@pytest.fixture
def compiling(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the questions that were compiled and not read."""
    seen: list[str] = []

    def noted(question, synonyms, lang):
        seen.append(question.id)
        return compile_question(question, synonyms, lang)

    monkeypatch.setattr(rubrics, "compile_question", noted)
    return seen


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_what_was_compiled_before_is_read_and_is_the_same(compiling: list[str]):
    first = compile_in_another_run(QUESTION, SYNONYMS, "ru")
    again = compile_in_another_run(QUESTION, SYNONYMS, "ru")
    assert compiling == ["product"]
    assert again == first == compile_question(QUESTION, SYNONYMS, "ru")


@pytest.mark.parametrize("changed", CHANGED.values(), ids=CHANGED)
def test_a_changed_question_is_not_answered_with_the_old_rubric(changed: PlainQuestion):
    compile_in_another_run(QUESTION, SYNONYMS, "ru")
    assert compile_in_another_run(changed, SYNONYMS, "ru") == compile_question(changed, SYNONYMS, "ru")


@pytest.mark.parametrize(
    ("synonyms", "lang"),
    [({"profit": ("маржа",)}, "ru"), (SYNONYMS, "en"), ({**SYNONYMS, "client": ("клиент",)}, "ru")],
)
def test_changed_synonyms_and_another_language_are_compiled_anew(
    synonyms: dict[str, tuple[str, ...]], lang: str, compiling: list[str]
):
    compile_in_another_run(QUESTION, SYNONYMS, "ru")
    assert compile_in_another_run(QUESTION, synonyms, lang) == compile_question(QUESTION, synonyms, lang)
    assert len(compiling) == 2


def test_another_engine_or_dictionary_does_not_read_what_this_one_kept(
    monkeypatch: pytest.MonkeyPatch, compiling: list[str]
):
    compile_in_another_run(QUESTION, SYNONYMS, "ru")
    monkeypatch.setattr(rubrics, "makers", lambda: b"tomorrow's engine")
    compile_in_another_run(QUESTION, SYNONYMS, "ru")
    assert len(compiling) == 2


def _cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


def _turn_a_bit(content: bytes) -> bytes:
    middle = len(content) // 2
    return content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :]


@pytest.mark.parametrize("damage", [_cut, _turn_a_bit, lambda _: b"", lambda _: b"{}"])
def test_a_damaged_file_is_compiled_anew_and_mended(
    damage: Callable[[bytes], bytes], folder: Path, compiling: list[str]
):
    compile_in_another_run(QUESTION, SYNONYMS, "ru")
    (file,) = _files(folder)
    whole = file.read_bytes()
    file.write_bytes(damage(whole))
    assert compile_in_another_run(QUESTION, SYNONYMS, "ru") == compile_question(QUESTION, SYNONYMS, "ru")
    assert len(compiling) == 2
    assert file.read_bytes() == whole


def test_without_a_folder_to_write_to_everything_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv(store.FOLDER, str(tmp_path / "file"))
    assert compile_in_another_run(QUESTION, SYNONYMS, "ru") == compile_question(QUESTION, SYNONYMS, "ru")


def test_an_empty_name_switches_the_cache_off(monkeypatch: pytest.MonkeyPatch, folder: Path):
    monkeypatch.setenv(store.FOLDER, "")
    compile_in_another_run(QUESTION, SYNONYMS, "ru")
    assert not _files(folder)


def test_a_phrase_that_cannot_be_read_leaves_nothing_behind(folder: Path):
    broken = replace(QUESTION, criteria=(replace(CRITERION, accept=("(план",)),))
    for _ in range(2):
        with pytest.raises(PhraseError):
            compile_in_another_run(broken, SYNONYMS, "ru")
    assert not _files(folder)


def test_what_was_needed_last_stays_when_there_is_no_room(monkeypatch: pytest.MonkeyPatch, folder: Path):
    addresses = ["aa11", "bb22", "0033"]
    for address, content in zip(addresses, (b"one", b"two"), strict=False):
        store.write(address, content)
    for file in _files(folder):
        os.utime(file, (1, 1))
    assert store.read(addresses[0]) == b"one"
    size = _files(folder)[0].stat().st_size
    monkeypatch.setattr(store, "MOST_BYTES", 2 * size)
    store.write(addresses[2], b"new")
    assert [store.read(address) for address in addresses] == [b"one", None, b"new"]


def test_the_public_table_is_the_one_that_would_be_made(folder: Path):
    rubric = compile_question(QUESTION, SYNONYMS, "ru")
    made, read = table_once(rubric), table_once(rubric)
    assert made == read == json.loads(rubric.to_json())
    assert len(_files(folder)) == 1


def test_every_shipped_rubric_reads_back_as_it_was_written():
    for lesson in load_course(ROOT / "docs", ROOT / "quizzes").lessons:
        for question in lesson.control:
            compiled = compile_question(question, lesson.quiz.synonyms, lesson.letter.lang)
            assert read_whole(write_whole(compiled)) == compiled
