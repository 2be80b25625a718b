"""The trainer's whole way: twenty files come in, are decided by keyboard, and go out as book, report and feedback."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from gramota.course import load_course
from gramota.course.model.identity import content_hash
from tests.answers.sheets import sheet, write
from tests.answers.texts import sheet_text
from tests.built_site.building import ROOT
from tests.cli.command import Ended, gramota
from tests.desk.running import client_of, start_desk
from tests.office.soffice import find_soffice
from tests.office.test_gradebook import opened

# openpyxl does not know bars behind numbers, and says so.
pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported")
TRAINER = "Ирина Сергеева"
COMMENT = "Вспомните, чем плановая маржа отличается от фактической."
PEOPLE = 17
SLOW_DISK = 30_000
"""Milliseconds that a decision may take to be on the disk while other programs keep it busy."""
QUESTIONS = ("product", "actions", "limits", "efficiency", "department")


def written() -> dict[str, list[str]]:
    """What people wrote to each question of the shipped letter, in the order of the quiz."""
    found: dict[str, list[str]] = {}
    rows = (ROOT / "tests/answers/fresh/first/trainer-1.jsonl").read_text(encoding="utf-8").splitlines()
    for row in map(json.loads, rows):
        found.setdefault(row["question"], []).append(row["answer"])
    return found


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped letter in a second revision, and an inbox of twenty files."""
    place = tmp_path_factory.mktemp("walk")
    shutil.copytree(ROOT / "docs/letters", place / "docs/letters")
    shutil.copytree(ROOT / "quizzes", place / "quizzes")
    letter = place / "docs/letters/closer-product.yml"
    letter.write_text(letter.read_text(encoding="utf-8").replace("revision: 1\n", "revision: 2\n"), encoding="utf-8")
    (place / "inbox").mkdir()
    sheets = [*make_sheets(place)]
    for number, content in enumerate(sheets):
        write(place / f"inbox/{number:02}.json", content)
    write(place / "inbox/broken.json", json.dumps(sheets[0])[:700])
    write(place / "inbox/from-messenger.txt", sheet_text(sheets[3]))
    return place


def make_sheets(place: Path) -> Iterator[dict[str, Any]]:
    """Sheets of seventeen people who read the revision in force, and of one who read the one before."""
    letter = load_course(place / "docs", place / "quizzes").lesson("closer-product").letter
    read = {"id": letter.id, "revision": letter.revision, "hash": content_hash(letter)}
    for number in range(PEOPLE + 1):
        about = read if number < PEOPLE else {**read, "revision": 1, "hash": "0" * 16}
        stamp = {"revision": about["revision"], "hash": about["hash"], "at": "2026-11-23T09:58:00.000Z"}
        answers = [
            {"question": question, "text": texts[number * (7 + at) % len(texts)]}
            for at, (question, texts) in enumerate(written().items())
        ]
        learner = {"id": f"{4700 + number}", "name": f"Сотрудник {number}"}
        yield sheet(letter=about, learner=learner, acknowledged=stamp, answers_in_file=answers)


def folders(place: Path) -> tuple[str, ...]:
    return ("--docs", str(place / "docs"), "--quizzes", str(place / "quizzes"), "--lang", "ru")


def grade(place: Path) -> Ended:
    return gramota("grade", place / "inbox", "-o", place / "out", *folders(place))


def lines(place: Path) -> list[dict[str, Any]]:
    return [*map(json.loads, (place / "out/grades.jsonl").read_text(encoding="utf-8").splitlines())]


def left(page: Page) -> int:
    return int(re.findall(r"\d+", page.locator("#left").inner_text())[0])


def decide_everything(page: Page) -> tuple[str, int, bool]:
    """Set the first answer's first criterion otherwise, comment on it, and finish the whole queue.

    Return whose answer it was, to which question, and whether the criterion is met now.
    """
    expect(page.locator("#learner")).not_to_be_empty()
    learner = page.locator("#learner").inner_text()
    number = int(page.locator("#place").inner_text().split()[0])
    first = page.locator("#criteria .toggle").first
    was_met = first.get_attribute("aria-pressed") == "true"
    page.keyboard.press("Escape")
    page.keyboard.press("1")
    expect(first).to_have_attribute("aria-pressed", str(not was_met).lower())
    page.keyboard.press("c")
    page.keyboard.type(COMMENT)
    page.keyboard.press("Control+Enter")
    expect(page.locator("#comments .said")).to_have_text(COMMENT)
    expect(page.locator("#comment")).to_have_value("")
    page.keyboard.press("Escape")
    for rest in range(left(page) - 1, -1, -1):
        page.keyboard.press("Enter")
        expect(page.locator("#left")).to_have_text(re.compile(rf"^\D*{rest} "), timeout=SLOW_DISK)
    return learner, number, not was_met


def test_from_twenty_files_to_a_gradebook_a_report_and_feedback(place: Path, page: Page):
    assert len([*(place / "inbox").iterdir()]) == PEOPLE + 3
    first = grade(place)
    assert first.code == 2
    assert all(told in first.err for told in ("broken.json", "G356", "17.json:1:1: G351"))
    assert {line["attempt"]["standing"] for line in lines(place)} == {"counts", "copy"}

    desk = start_desk(place / "inbox", place / "out", "--trainer", TRAINER, folders=folders(place))
    try:
        page.goto(client_of(desk).address)
        learner, number, is_met = decide_everything(page)
    finally:
        desk.kill()
        desk.communicate()

    assert grade(place).code == 2
    counting = [line for line in lines(place) if line["attempt"]["standing"] == "counts"]
    assert not any(line["review"] for line in counting)
    name, employee = re.fullmatch(r"(.+) \((\d+)\)", learner).groups()
    own = next(line for line in counting if line["id"] == employee and line["question"] == QUESTIONS[number - 1])
    assert next(iter(own["criteria"].values()))["met"] == is_met
    look_at_book(place, employee)
    look_at_report(place, page, learner, {line["id"]: line["attempt"]["outcome"] for line in counting})
    look_at_feedback(page, learner, own["attempt"]["outcome"])
    assert len([*(place / "out/feedback").iterdir()]) == PEOPLE + 1
    assert not [path for path in (place / "out").rglob("*") if name in path.name]


def look_at_book(place: Path, employee: str) -> None:
    book = openpyxl.load_workbook(place / "out/gradebook.xlsx")
    head, *rows = [row for row in book["Попытки"].iter_rows(values_only=True) if row[1] is not None]
    attempts = [dict(zip(head, row, strict=True)) for row in rows]
    counting = [row for row in attempts if row["Считается"] == "считается"]
    assert (len(attempts), len(counting)) == (PEOPLE + 2, PEOPLE + 1)
    assert {row["Тренер"] for row in counting} == {TRAINER}
    assert {row["Результат"] for row in counting} <= {"сдано", "не сдано"}
    said = [row for row in book["Ответы"].iter_rows(values_only=True) if COMMENT in map(str, row)]
    assert len(said) == 1
    assert employee in map(str, said[0])
    assert "broken.json" in str([[*row] for row in book["Отложено"].iter_rows(values_only=True)])
    if find_soffice():
        assert COMMENT in opened(place / "out/gradebook.xlsx", place)


def look_at_report(place: Path, page: Page, learner: str, outcomes: dict[str, str]) -> None:
    page.goto((place / "out/report.html").as_uri())
    for kind in ("passed", "not_passed", "review"):
        count = sum(outcome == kind for outcome in outcomes.values())
        expect(page.locator(f".tile.{kind} b")).to_have_text(str(count))
    person = page.locator("details", has=page.locator("h4", has_text=learner)).first
    person.locator("summary").click()
    expect(person.get_by_text(COMMENT)).to_be_visible()
    expect(person.get_by_text(f"решено: {TRAINER}").first).to_be_visible()
    assert person.locator("mark.evidence").count() > 0
    expect(page.get_by_text("broken.json")).to_be_visible()
    person.get_by_role("link").click()


def look_at_feedback(page: Page, learner: str, outcome: str) -> None:
    expect(page.locator(".facts")).to_contain_text(learner)
    expect(page.locator(".facts")).to_contain_text(TRAINER)
    expect(page.locator("#result")).to_have_text("✓ Сдано" if outcome == "passed" else "✗ Не сдано")
    expect(page.get_by_text(COMMENT)).to_be_visible()
    assert page.locator("mark").count() == 0
