"""Moodle XML: what its questions become, and a broken question that does not take the others along."""

import base64

import pytest

from gramota.errors import ContentError
from gramota.exchange.banks.moodle_xml import read_moodle_xml
from gramota.exchange.draft import ControlDraft


def question(kind: str, inside: str, prompt: str = "<p>Что?</p>") -> str:
    text = f"<questiontext format='html'><text><![CDATA[{prompt}]]></text></questiontext>"
    return f"<question type='{kind}'><name><text>Имя</text></name>{text}{inside}</question>"


def answer(text: str, share: float, feedback: str = "") -> str:
    return f"<answer fraction='{share}'><text>{text}</text><feedback><text>{feedback}</text></feedback></answer>"


def bank(*questions: str) -> bytes:
    return ("<?xml version='1.0' encoding='UTF-8'?>\n<quiz>\n" + "\n".join(questions) + "\n</quiz>").encode()


def only(data: bytes) -> dict:
    (found,) = read_moodle_xml(data, "bank.xml").questions
    return found.asked.model_dump(by_alias=True, exclude_unset=True, exclude={"id", "section"})


def test_what_is_for_graders_stays_with_the_control_question():
    inside = (
        "<graderinfo format='html'><text><![CDATA[<ul><li>маржа</li><li>план</li></ul>]]></text></graderinfo>"
        "<minwordlimit>20</minwordlimit><responserequired>0</responserequired>"
    )
    (found,) = read_moodle_xml(bank(question("essay", inside)), "bank.xml").questions
    assert found.asked == ControlDraft("Что?", "- маржа\n- план", is_required=False, words=(20, None))


def test_options_keep_their_order_feedback_hints_and_points():
    inside = (
        "<single>false</single><shuffleanswers>0</shuffleanswers><defaultgrade>2</defaultgrade>"
        f"{answer('Да', 50, 'Так.')}{answer('Тоже', 50)}{answer('Нет', -50)}"
        "<hint format='html'><text>Подумайте</text></hint><generalfeedback><text>Итог</text></generalfeedback>"
    )
    assert only(bank(question("multichoice", inside))) == {
        "type": "multiple",
        "prompt": "Что?",
        "hints": ("Подумайте",),
        "why": "Итог",
        "worth": 2,
        "shuffle": False,
        "options": ({"text": "Да", "correct": True, "why": "Так."}, {"text": "Тоже", "correct": True}, {"text": "Нет"}),
    }


def test_things_to_order_stand_in_the_right_order():
    inside = "".join(answer(text, place) for text, place in (("второе", 2), ("первое", 1), ("третье", 3)))
    assert [step["text"] for step in only(bank(question("ordering", inside)))["items"]] == [
        "первое",
        "второе",
        "третье",
    ]


def test_hostile_html_never_gets_through():
    hostile = (
        "<p onclick='x()'>Что <b>это</b>?<script>alert(1)</script><iframe src='//x'></iframe></p>"
        "<a href='javascript:x'>там</a>"
    )
    found = read_moodle_xml(bank(question("shortanswer", answer("да", 100), hostile)), "bank.xml")
    assert found.questions[0].asked.prompt == "Что **это**?\n\nтам ___"
    assert "G442.markup" in {problem.code for problem in found.problems}


def test_a_broken_question_is_named_and_the_others_are_kept():
    good = question("truefalse", answer("true", 100) + answer("false", 0))
    data = bank(good, good.replace("</questiontext>", "", 1).replace("Имя", "Сломан"), good)
    found = read_moodle_xml(data, "bank.xml")
    assert len(found.questions) == 2
    assert [(problem.where.line, problem.code) for problem in found.problems] == [(4, "G415"), (4, "G443.xml")]
    assert found.problems[0].where.column > 1


@pytest.mark.parametrize("kind", ["cloze", "multianswer", "calculated", "ddwtos", "gapselect", ""])
def test_types_that_we_lack_are_named_with_their_line(kind: str):
    found = read_moodle_xml(bank(question(kind, "")), "bank.xml")
    assert [(problem.where.line, problem.code) for problem in found.problems] == [(3, "G440")]


def test_letters_of_windows_are_read_as_the_file_says():
    data = bank(question("shortanswer", answer("да", 100))).decode().replace("UTF-8", "windows-1251").encode("cp1251")
    assert only(data)["prompt"] == "Что? ___"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("<html><body/></html>", "G415.other"),
        ("<quiz>", "G415"),
        ("", "G415"),
        ("<?xml version='1.0' encoding='klingon'?><quiz/>", "G415"),
        ("<!DOCTYPE q [<!ENTITY a 'x'>]><quiz>&a;</quiz>", "G415.entities"),
        ("<!DOCTYPE q [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><quiz>&a;</quiz>", "G415.entities"),
        ("<quiz>" + "<a>" * 100_000, "G415.nested"),
    ],
)
def test_what_is_no_bank_is_told_and_not_tried(data: str, code: str):
    with pytest.raises(ContentError) as caught:
        read_moodle_xml(data.encode(), "bank.xml")
    assert caught.value.problems[0].code.startswith(code)


PNG = base64.b64encode(b"\x89PNG\r\n\x1a\nplan").decode()
OTHER = base64.b64encode(b"\x89PNG\r\n\x1a\nother").decode()


def with_picture(kind: str, inside: str, file: str = PNG, name: str = "plan 1.png") -> str:
    shown = '<p>Что? <img src="@@PLUGINFILE@@/plan%201.png?x=1" alt="План"></p>'
    asked = question(kind, inside, shown)
    return asked.replace(
        "</questiontext>", f"<file name='{name}' path='/' encoding='base64'>{file}</file></questiontext>"
    )


def test_a_picture_of_a_question_is_kept_once_whatever_questions_show_it():
    inside = answer("Да", 100) + answer("Нет", 0)
    found = read_moodle_xml(bank(with_picture("multichoice", inside), with_picture("essay", "")), "bank.xml")
    (picture,) = found.pictures
    assert picture.data == base64.b64decode(PNG)
    assert [each.asked.prompt for each in found.questions] == [f"Что? ![План]({picture.name})"] * 2
    assert found.problems == ()


def test_pictures_of_the_same_name_stay_apart():
    inside = answer("Да", 100) + answer("Нет", 0)
    data = bank(with_picture("multichoice", inside), with_picture("multichoice", inside, OTHER))
    assert len({picture.name for picture in read_moodle_xml(data, "bank.xml").pictures}) == 2


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (with_picture("essay", "", name="other.png"), "G442.picture"),
        (with_picture("essay", "", base64.b64encode(b"GIF9").decode()), "G447.kind"),
        (with_picture("essay", "", "=x="), "G447.missing"),
        (question("essay", "", "<img src='https://example.org/a.png' alt='a'>Что?"), "G442.picture"),
    ],
)
def test_a_picture_that_cannot_be_kept_is_told_once(asked: str, code: str):
    found = read_moodle_xml(bank(asked), "bank.xml")
    assert [problem.code for problem in found.problems] == [code]
    assert found.pictures == ()


def test_pictures_for_graders_are_not_published():
    picture = "<![CDATA[Верно <img src='@@PLUGINFILE@@/a.png' alt='a'>]]>"
    inside = f"<text>{picture}</text><file name='a.png' path='/' encoding='base64'>{PNG}</file>"
    found = read_moodle_xml(bank(question("essay", f"<graderinfo format='html'>{inside}</graderinfo>")), "bank.xml")
    assert found.pictures == ()
    assert [problem.code for problem in found.problems] == ["G442.picture"]
