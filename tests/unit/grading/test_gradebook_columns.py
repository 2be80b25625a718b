"""People ask for columns by the headings that they see."""

import pytest

from gramota.grading.gradebook.columns import COLUMNS, UnknownColumnError, choose_columns, default_columns
from gramota.wording import LANGUAGES, wording

RU = wording("grading", "ru")


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ("Имя,Баллы,Результат", ["name", "score", "result"]),
        (" имя ,  РЕЗУЛЬТАТ ", ["name", "result"]),
        ("Сдано, Решено (UTC)", ["finished", "decided"]),
        ("Name, баллы, share", ["name", "score", "share"]),
        ("Имя, Имя,, Name", ["name"]),
        ("Прочитано", ["acknowledged"]),
    ],
)
def test_headings_are_understood_in_any_language_and_case(asked: str, names: list[str]):
    assert [column.name for column in choose_columns(asked, RU)] == names


def test_an_unknown_heading_is_named_with_the_nearest():
    with pytest.raises(UnknownColumnError) as caught:
        choose_columns("Имя, Балы", RU)
    assert (caught.value.name, caught.value.similar) == ("Балы", "Баллы")
    assert "Имя" in caught.value.known


def test_an_empty_wish_gives_the_usual_columns():
    assert choose_columns(" , ", RU) == ()
    assert len(default_columns("title")) > 10


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_heading_stands_for_two_columns(lang: str):
    for name, column in COLUMNS.items():
        heading = column.heading(wording("grading", lang))
        assert [found.name for found in choose_columns(heading, RU)] == [name]
