"""The words of a gap out of the cache are those that would be looked up, or they are looked up."""

import json
from pathlib import Path

import pytest

from gramota.cache import gaps, store
from gramota.cache.gaps import gap_once
from gramota.rubric.forms.gap_words import compile_gap, words_of_answers
from gramota.rubric.spelling.packed_words import Unpacker


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(store.FOLDER, str(tmp_path / "cache"))
    gaps._gap_text.cache_clear()
    return tmp_path / "cache"


@pytest.mark.parametrize(("answers", "lang"), [(("маржа", "не маржа"), "ru"), (("leader",), "en"), (("112",), "ru")])
def test_what_was_looked_up_before_is_read_and_is_the_same(folder: Path, answers: tuple[str, ...], lang: str):
    first = gap_once(answers, lang)
    gaps._gap_text.cache_clear()
    [path] = [path for path in folder.rglob("*") if path.is_file()]
    assert gap_once(answers, lang) == first == json.loads(json.dumps(compile_gap(words_of_answers(answers), lang)))
    path.write_bytes(b"cut off")
    gaps._gap_text.cache_clear()
    assert gap_once(answers, lang) == first


def test_other_words_and_another_language_are_not_taken_for_the_same():
    assert gap_once(("маржа",), "ru") != gap_once(("маржа", "прибыль"), "ru")
    assert gap_once(("leader",), "en") != gap_once(("leader",), "ru")


def test_a_dictionary_word_beside_an_answer_is_known_and_no_form_of_it_is_among_them():
    found = compile_gap(["маржа"], "ru")
    unpacked = Unpacker(found["endings"]).unpack
    assert "баржа" in unpacked(found["strangers"])
    assert "маржой" not in unpacked(found["strangers"])
    assert {"маржа", "маржей", "марж"} <= set(unpacked(found["forms"]["маржа"]))
