"""Every language says everything: the same rooms, texts and names to fill in as English, in its own plural forms."""

import re
import string
from pathlib import Path
from typing import get_args

import pytest
import yaml
from babel import Locale

import gramota.wording
from gramota.course.model.letter import Language
from gramota.errors import Problem, Where
from gramota.wording import LANGUAGES, PAGE_LANGUAGES, READERS, wording
from gramota.wording.problems import tell

HERE = Path(gramota.wording.__file__).parent
SOURCE = HERE.parent
ROOMS = sorted(path.stem for path in (HERE / "en").glob("*.yml"))
ON_PAGES_ONLY = sorted({*PAGE_LANGUAGES} - {*LANGUAGES})
ROOMS_OF_LANGUAGES = [(lang, room) for lang in LANGUAGES for room in ROOMS]
ROOMS_OF_LANGUAGES += [(lang, room) for lang in ON_PAGES_ONLY for room in READERS]
CODE = re.compile(r"""["'](G\d{3}(?:\.[a-z_]+)*)["']""")


def texts(lang: str, room: str) -> dict[str, str | dict[str, str]]:
    return yaml.safe_load((HERE / lang / f"{room}.yml").read_text(encoding="utf-8"))


def problem_texts(lang: str) -> dict[str, str | dict[str, str]]:
    rooms = [room for room in ROOMS if room.endswith("problems")]
    return {key: said for room in rooms for key, said in texts(lang, room).items()}


def forms(said: str | dict[str, str]) -> list[str]:
    return [said] if isinstance(said, str) else list(said.values())


def names(said: str | dict[str, str]) -> set[str]:
    found = (name for form in forms(said) for _, name, _, _ in string.Formatter().parse(form) if name is not None)
    return {name for name in found if name != "count"}


def codes_in_source() -> set[str]:
    return {code for path in SOURCE.rglob("*.py") for code in CODE.findall(path.read_text(encoding="utf-8"))}


def test_both_languages_are_there() -> None:
    assert {"en", "ru"} <= set(LANGUAGES)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_language_has_every_room(lang: str) -> None:
    assert sorted(path.stem for path in (HERE / lang).glob("*.yml")) == ROOMS


@pytest.mark.parametrize("lang", ON_PAGES_ONLY)
def test_language_of_pages_has_their_rooms_and_english_has_the_others(lang: str) -> None:
    assert sorted(path.stem for path in (HERE / lang).glob("*.yml")) == sorted(READERS)
    assert wording("cli", lang).texts == wording("cli", "en").texts
    assert tell(Problem.at(Where("a.yml"), "G011"), lang) == tell(Problem.at(Where("a.yml"), "G011"), "en")


def test_pages_speak_every_language_that_a_letter_may_have() -> None:
    assert {*get_args(Language)} == {*PAGE_LANGUAGES}


@pytest.mark.parametrize(("lang", "room"), ROOMS_OF_LANGUAGES)
def test_room_has_every_text_and_none_of_its_own(lang: str, room: str) -> None:
    assert sorted(texts(lang, room)) == sorted(texts("en", room))


@pytest.mark.parametrize(("lang", "room"), ROOMS_OF_LANGUAGES)
def test_text_fills_in_the_same_names(lang: str, room: str) -> None:
    english = texts("en", room)
    assert {key: names(said) for key, said in texts(lang, room).items()} == {
        key: names(english[key]) for key in english
    }


@pytest.mark.parametrize(("lang", "room"), ROOMS_OF_LANGUAGES)
def test_names_to_fill_in_are_plain_words(lang: str, room: str) -> None:
    assert all(name.isidentifier() for said in texts(lang, room).values() for name in names(said))


@pytest.mark.parametrize(("lang", "room"), ROOMS_OF_LANGUAGES)
def test_plural_forms_are_those_of_the_language(lang: str, room: str) -> None:
    of_language = {*Locale.parse(lang).plural_form.tags, "other"}
    for key, said in texts(lang, room).items():
        assert isinstance(said, str) or set(said) == of_language, key


@pytest.mark.parametrize(("lang", "room"), ROOMS_OF_LANGUAGES)
def test_every_text_says_something_and_is_trimmed(lang: str, room: str) -> None:
    for key, said in texts(lang, room).items():
        assert all(form and form == form.strip() for form in forms(said)), key


@pytest.mark.parametrize(("lang", "room"), ROOMS_OF_LANGUAGES)
def test_no_key_stands_twice_and_hides_the_first(lang: str, room: str) -> None:
    keys = [str(key.value) for key, _ in yaml.compose((HERE / lang / f"{room}.yml").read_text(encoding="utf-8")).value]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_code_of_the_source_has_words_and_no_words_are_left_over(lang: str) -> None:
    said = {key for key in problem_texts(lang) if key.startswith("G") and not key.endswith(".hint")}
    assert said == codes_in_source()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_hint_belongs_to_a_message(lang: str) -> None:
    said = problem_texts(lang)
    assert [key for key in said if key.endswith(".hint") and key.removesuffix(".hint") not in said] == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", sorted(codes_in_source()))
def test_every_problem_can_be_told(lang: str, code: str) -> None:
    """Rendered from a problem as `Problem.at` makes it, whose values are all strings."""
    said = problem_texts(lang)
    wanted = {"count"}.union(*(names(said[key]) for key in (code, f"{code}.hint") if key in said))
    types = {"type": "other"} if "type" in wanted else {}
    for count in (1, 3, 5):
        told = tell(Problem.at(Where("a.yml"), code, **dict.fromkeys(wanted, count) | types), lang)
        assert told.startswith(f"a.yml:1:1: {code.split('.', maxsplit=1)[0]} ")
        assert "{" not in re.sub(r'\{"id".*\}', "", told)


def test_counted_problems_agree_with_their_number() -> None:
    for count, form in (("1", "ячейка"), ("3", "ячейки"), ("5", "ячеек")):
        assert f"{count} {form}," in tell(Problem.at(Where("a.csv"), "G326", count=count, expected=3), "ru")


def test_russian_has_no_english_quotes_and_english_no_russian_ones() -> None:
    for room in ROOMS:
        assert not re.search(r"[“”]", str(texts("ru", room)))
        assert not re.search(r"[«»]", str(texts("en", room)))
