"""`mkdocs serve` shows what authors change: the letter, the quiz, and a mistake that was mended."""

import re
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.built_site.building import ROOT

PATIENCE = 60.0  # seconds; a condition is awaited, this only ends a test that hangs


@dataclass(frozen=True)
class Served:
    """A course being served from a copy, and what the server said so far."""

    project: Path
    address: str
    said: list[str]

    def page(self, path: str) -> str:
        try:
            with urllib.request.urlopen(self.address + path, timeout=PATIENCE) as answer:
                return answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.read().decode()
        except (urllib.error.URLError, ConnectionError):
            return ""

    def replace(self, file: str, old: str, new: str) -> None:
        path = self.project / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")


def wait_until(condition: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + PATIENCE
    pause = threading.Event()
    while not condition():
        assert time.monotonic() < deadline, f"in {PATIENCE:.0f} s it did not happen that {what}"
        pause.wait(0.05)


@contextmanager
def serve(project: Path) -> Iterator[Served]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "-f", project / "mkdocs.yml", "-a", f"127.0.0.1:{port}"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
    said: list[str] = []
    reader = threading.Thread(target=lambda: said.extend(iter(process.stderr.readline, "")), daemon=True)
    reader.start()
    course = Served(project, f"http://127.0.0.1:{port}/", said)
    try:
        wait_until(lambda: bool(course.page("letters/border/")) or process.poll() is not None, "the server answers")
        assert process.poll() is None, "".join(said)
        yield course
    finally:
        process.terminate()
        process.wait(PATIENCE)
        reader.join(PATIENCE)


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with serve(shutil.copytree(ROOT / "tests/sites/canary", tmp_path / "course")) as course:
        yield course


def test_letters_without_a_quizzes_folder_are_served(tmp_path: Path):
    project = shutil.copytree(ROOT / "tests/sites/canary", tmp_path / "course")
    shutil.rmtree(project / "quizzes")
    with serve(project) as course:
        assert "Only the prompts" in course.page("letters/border/")


def test_a_changed_letter_or_quiz_is_shown_and_a_mistake_does_not_end_serving(served: Served):
    served.replace("docs/letters/border.yml", "Only the prompts", "Nothing but the prompts")
    wait_until(lambda: "Nothing but the prompts" in served.page("letters/border/"), "the changed letter is served")

    served.replace("quizzes/border.yml", "publicpromptone", "publicpromptnew")
    wait_until(lambda: "publicpromptnew" in served.page("letters/border/control/"), "the changed quiz is served")

    served.replace("quizzes/border.yml", "section: text\n    criteria", "section: txet\n    criteria")
    wait_until(lambda: any("G062" in line for line in served.said), "the mistake is told")
    told = "".join(served.said)
    assert re.search(r"quizzes/border\.yml:\d+:\d+: G062", told)
    assert "Traceback" not in told

    shown = served.page("letters/border/")
    assert ("G062" in shown, "<mark>txet</mark>" in shown, "Only the prompts" in shown) == (True, True, False)

    served.replace("quizzes/border.yml", "section: txet", "section: text")
    served.replace("quizzes/border.yml", "publicprompttwo", "publicpromptmended")
    wait_until(lambda: "publicpromptmended" in served.page("letters/border/control/"), "the mended quiz is served")


def test_a_folder_of_quizzes_made_while_serving_is_noticed_and_so_is_one_made_anew(tmp_path: Path):
    project = shutil.copytree(ROOT / "tests/sites/canary", tmp_path / "course")
    quizzes = shutil.move(project / "quizzes", tmp_path / "quizzes")
    with serve(project) as course:
        assert "404" in course.page("letters/border/control/")
        shutil.copytree(quizzes, project / "quizzes")
        wait_until(lambda: "publicpromptone" in course.page("letters/border/control/"), "the new folder is noticed")

        shutil.rmtree(project / "quizzes")
        wait_until(lambda: "publicpromptone" not in course.page("letters/border/control/"), "its end is noticed")
        shutil.copytree(quizzes, project / "quizzes")
        wait_until(lambda: "publicpromptone" in course.page("letters/border/control/"), "its return is noticed")
        course.replace("quizzes/border.yml", "publicpromptone", "publicpromptnew")
        wait_until(lambda: "publicpromptnew" in course.page("letters/border/control/"), "a change in it is noticed")


def test_a_server_that_begins_with_a_mistake_shows_it_and_then_the_mended_site(tmp_path: Path):
    project = shutil.copytree(ROOT / "tests/sites/canary", tmp_path / "course")
    config = project / "mkdocs.yml"
    config.write_text(f"{config.read_text(encoding='utf-8')}\nstrict: true\n", encoding="utf-8")
    quiz = project / "quizzes/border.yml"
    right = quiz.read_text(encoding="utf-8")
    quiz.write_text(right.replace("section: text\n    criteria", "section: <b>txet\n    criteria", 1), encoding="utf-8")
    with serve(project) as course:
        shown = course.page("letters/border/")
        assert "G035" in shown
        assert "<mark>&lt;b&gt;txet</mark>" in shown
        quiz.write_text(right, encoding="utf-8")
        wait_until(lambda: "Only the prompts" in course.page("letters/border/"), "the mended site is served")
