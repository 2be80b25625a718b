"""Answers that came as text are read as they were written, whatever a messenger has done to them."""

import re
from pathlib import Path

import pytest

from gramota.course import Course, load_course
from gramota.grading.files.strict_json import Json
from gramota.grading.inbox.answer_files import HandedIn, load_answer_file
from gramota.grading.inbox.answers_text import Written, content_of, find_sheets, is_answers_text

COURSE = Path(__file__).parents[2] / "answers/course"
TEXT = """\
Контрольный лист: Возврат товара
Сотрудник: Анна Иванова, табельный номер 4711
Начато 05.03.2026, 13:00, закончено 05.03.2026, 13:20
Попытка 2
Прочтение подтверждено: редакция 2

[1/3 why-act: Зачем нужен «акт» - объясните]
Чтобы записать состояние товара - и "точка".

Второй экземпляр - клиенту: 1,5 дня...

[2/3 when: Когда?]
(без ответа)

[3/3 who: Кто?]
Я :)

[format: gramota-text/1]
[letter: returns]
[revision: 2]
[hash: 0123456789abcdef]
[site: Учебный центр]
[id: 4711]
[name: Анна Иванова]
[started: 2026-03-05T10:00:00.000Z]
[finished: 2026-03-05T10:20:00.000Z]
[acknowledged: 2 0123456789abcdef 2026-03-05T09:00:00.000Z]
[attempt: 2]
[checksum: CHECKSUM]
Строки в квадратных скобках читает программа, не меняйте их.
"""


def parse_answers_text(text: str) -> tuple[dict[str, Json], bool]:
    [found] = find_sheets(text)
    assert isinstance(found, Written), "the text is not whole"
    return content_of(found, {}), found.is_sealed


def quoted(text: str) -> str:
    return re.sub("^", "> ", text, flags=re.MULTILINE)


def wrapped(text: str) -> str:
    """As mail programs wrap: a line break for a space, somewhere in each longer line."""
    return re.sub(r"(.{12,}?) ", r"\1\n", text)


CHANGES = {
    "nothing": str,
    "typographic quotes and dashes": lambda text: text.replace('"', "”").replace(" - ", " — ").replace("...", "…"),
    "windows line ends": lambda text: text.replace("\n", "\r\n"),
    "empty lines between all lines": lambda text: text.replace("\n", "\n\n"),
    "no empty lines": lambda text: re.sub("\n+", "\n", text),
    "spaces that do not break": lambda text: text.replace(" ", "\u00a0"),
    "spaces at both ends of lines": lambda text: text.replace("\n", "  \n  "),
    "emoji for smileys": lambda text: text.replace(":)", "🙂"),
    "emphasis taken for formatting": lambda text: text.replace("точка", "*точка*"),
    "quoted in a reply": quoted,
    "quoted twice": lambda text: quoted(quoted(text)),
    "wrapped": wrapped,
    "a greeting before and a signature after": lambda text: f"Добрый день!\n{text}\n--\nАнна [Отдел: продажи]\n",
    "sent by somebody at some time": lambda text: f"[05.03.2026, 13:21] Анна: {text}",
    "decomposed letters": lambda text: text.replace("й", "и\u0306"),
}


@pytest.fixture(scope="module")
def sealed() -> str:
    return TEXT.replace("CHECKSUM", "5baf1c446ede5053")


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_a_messenger_changes_is_read_all_the_same(sealed: str, change):
    changed = change(sealed)
    assert is_answers_text(changed)
    content, is_whole = parse_answers_text(changed)
    assert is_whole
    assert [answer["question"] for answer in content["answers"]] == ["why-act", "when", "who"]
    assert content["answers"][1]["text"] == ""
    assert content["learner"] == {"id": "4711", "name": "Анна Иванова"}
    assert content["letter"] == {"id": "returns", "revision": 2, "hash": "0123456789abcdef"}
    assert content["attempt"] == 2
    assert content["acknowledged"] == {"revision": 2, "hash": "0123456789abcdef", "at": "2026-03-05T09:00:00.000Z"}
    assert (content["started"], content["finished"]) == ("2026-03-05T10:00:00.000Z", "2026-03-05T10:20:00.000Z")


@pytest.mark.parametrize(("old", "new"), [("товара -", "груза -"), ("4711]", "4712]"), ("revision: 2", "revision: 3")])
def test_a_changed_word_is_noticed(sealed: str, old: str, new: str):
    assert parse_answers_text(sealed.replace(old, new))[1] is False


def test_lines_of_an_answer_stay_lines(sealed: str):
    said = parse_answers_text(sealed)[0]["answers"][0]["text"]
    assert said.splitlines() == [
        'Чтобы записать состояние товара - и "точка".',
        "",
        "Второй экземпляр - клиенту: 1,5 дня...",
    ]


@pytest.fixture
def course() -> Course:
    return load_course(COURSE / "docs", COURSE / "quizzes")


def loaded(folder: Path, text: str, course: Course):
    path = folder / "sheet.txt"
    path.write_text(text, encoding="utf-8")
    return load_answer_file(path, course)


def test_a_text_is_graded_like_a_file(sealed: str, tmp_path: Path, course: Course):
    found = loaded(tmp_path, sealed, course)
    assert isinstance(found, HandedIn)
    assert found.answers.learner.name == "Анна Иванова"
    assert "G350" not in {warning.code for warning in found.warnings}
    altered = loaded(tmp_path, sealed.replace("товара -", "груза -"), course)
    assert isinstance(altered, HandedIn)
    assert "G350" in {warning.code for warning in altered.warnings}


@pytest.mark.parametrize(
    ("line", "code"),
    [("[letter: returns]\n", "G306.missing"), ("[started: 2026-03-05T10:00:00.000Z]\n", "G306.missing"),
     ("[revision: 2]\n", "G306.missing"), ("[id: 4711]\n[name: Анна Иванова]\n", "G306.missing")],
)  # fmt: skip
def test_what_is_cut_off_is_told(sealed: str, line: str, code: str, tmp_path: Path, course: Course):
    assert line in sealed
    assert loaded(tmp_path, sealed.replace(line, ""), course).code == code


def test_a_file_that_speaks_of_the_text_form_is_a_file(tmp_path: Path, course: Course):
    assert loaded(tmp_path, '{"format": "[format: gramota-text/1]"}', course).code == "G305"


def test_any_other_text_is_refused_with_words(tmp_path: Path, course: Course):
    assert loaded(tmp_path, "Добрый день, лист пришлю завтра.", course).code == "G314"
