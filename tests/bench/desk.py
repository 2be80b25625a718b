"""How soon the trainer's desk answers a key with thousands of answers waiting: to a program, and to a person."""

import json
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from gramota.course import Lesson, load_course
from gramota.course.model.identity import content_hash
from gramota.grading.inbox.answers import FORMAT, checksum
from tests.browser.chromium import ensure_chromium, launch_flags
from tests.desk.running import Client, client_of, start_desk

ANSWERS = 5_000
KEYS = 200
LIMIT = 50
HEAD = f"""## The trainer's desk

{ANSWERS:,} answers waiting, {KEYS} keys of each kind one after another. A decision is on disk before its answer comes.
"From key to page" is measured in Chromium, from the key's event until the page shows what was saved.

| what | median, ms | 99th of 100, ms | aim, ms |
| --- | ---: | ---: | ---: |
"""
# Presses a key, and waits until the page has changed.
PRESS = """([code, watched]) => new Promise((done) => {
    const began = performance.now();
    const seen = new MutationObserver(() => {
        seen.disconnect();
        requestAnimationFrame(() => done(performance.now() - began));
    });
    seen.observe(document.getElementById(watched), { childList: true, subtree: true, characterData: true });
    document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { code, key: code, bubbles: true }));
})"""


def desk_section(root: Path) -> str:
    with tempfile.TemporaryDirectory() as folder:
        inbox, out = Path(folder, "in"), Path(folder, "out")
        _hand_in(root, inbox)
        began = time.perf_counter()
        with _desk(root, inbox, out) as client:
            client.do("open")
            ready = time.perf_counter() - began
            rows = [*_requests(client), *_keys(client.address)]
    table = "".join(f"| {what} | {median:.1f} | {worst:.1f} | {LIMIT} |\n" for what, median, worst in rows)
    return f"{HEAD}{table}\nFrom the command to the first answer: {ready:.1f} s, all graded and compared.\n"


@contextmanager
def _desk(root: Path, inbox: Path, out: Path) -> Iterator[Client]:
    folders = ("--docs", str(root / "docs"), "--quizzes", str(root / "quizzes"))
    desk = start_desk(inbox, out, "--trainer", "Bench", folders=folders)
    try:
        yield client_of(desk)
    finally:
        desk.kill()
        desk.communicate()


def _hand_in(root: Path, inbox: Path) -> None:
    """Hand in sheets that answer with the rubric's own examples, two at a time so that few are the same."""
    inbox.mkdir()
    lesson = load_course(root / "docs", root / "quizzes").lesson("closer-product")
    for number in range(ANSWERS // len(lesson.control)):
        content = _sheet(lesson, number)
        text = json.dumps({**content, "checksum": checksum(content)}, ensure_ascii=False)
        (inbox / f"{number:05}.json").write_text(text, encoding="utf-8")


def _sheet(lesson: Lesson, number: int) -> dict[str, object]:
    letter = lesson.letter
    texts = {question.id: [example.answer for example in question.examples] for question in lesson.control}
    answers = [
        {"question": name, "text": f"{given[number % len(given)]} {given[number * 7 % len(given)]}"}
        for name, given in texts.items()
    ]
    return {
        "format": FORMAT,
        "site": "bench",
        "letter": {"id": letter.id, "revision": letter.revision, "hash": content_hash(letter)},
        "learner": {"id": str(number)},
        "started": "2026-11-23T10:00:00Z",
        "finished": "2026-11-23T10:20:00Z",
        "acknowledged": letter.revision,
        "answers": answers,
        "self_check": [],
    }


def _requests(client: Client) -> Iterator[tuple[str, float, float]]:
    state = client.do("open")

    def mark() -> None:
        nonlocal state
        answer = state["answer"]
        first = answer["meanings"][0]
        asked = {"kind": first["kind"], "id": first["id"], "met": not first["met"]}
        state = client.do("mark", key=answer["key"], after=answer["last"], **asked)

    def go_on() -> None:
        nonlocal state
        state = client.do("open", key=state["queue"]["next"])

    def finish() -> None:
        nonlocal state
        state = client.do("finish", key=state["answer"]["key"], after=state["answer"]["last"])

    for what, work in (
        ("mark", mark),
        ("next", go_on),
        ("finish and go on", finish),
        ("undo", lambda: client.do("undo")),
    ):
        yield _figures(f"{what}, over HTTP", [_milliseconds(work) for _ in range(KEYS)])


def _keys(address: str) -> Iterator[tuple[str, float, float]]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=ensure_chromium(), args=launch_flags())
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(address)
        page.locator("#criteria .toggle").first.wait_for()
        for what, code, watched in (
            ("mark", "Digit1", "criteria"),
            ("next", "ArrowRight", "text"),
            ("finish and go on", "Enter", "text"),
        ):
            yield _figures(f"{what}, from key to page", [_press(page, code, watched) for _ in range(KEYS)])
        browser.close()


def _press(page: Page, code: str, watched: str) -> float:
    return float(page.evaluate(PRESS, [code, watched]))


def _figures(what: str, times: list[float]) -> tuple[str, float, float]:
    return what, statistics.median(times), statistics.quantiles(times, n=100)[98]


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000
