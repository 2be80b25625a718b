"""Names are known by the dictionary and by their capitals; what only looks like one is learned from as before."""

import pytest

from gramota.grading.learning.names import find_names


@pytest.mark.parametrize(
    ("lang", "answers", "names"),
    [
        ("ru", ["звоню петрову, потом сергеевне и оле"], {"петрову", "сергеевне", "оле"}),
        ("ru", ["Сначала к Дирдыбаю"], {"дирдыбаю"}),
        ("ru-RU", ["Верю в Веру и в план", "вера в план", "роман с клиентом", "любовь"], {"веру"}),
        ("ru", ["Ответ. Клиент, а Вы", "вы"], set()),
        ("ru", ["Записать в CRM, Вписать"], {"вписать"}),
        ("en", ["Smith? I ask Smith and, later, Mary", "Ask mary in CRM"], {"smith"}),
        ("de", ["Den Kunden fragt Schmidt"], set()),
        ("en", [""], set()),
    ],
)
def test_names_are_found(lang: str, answers: list[str], names: set[str]):
    assert find_names(answers, lang) == names
