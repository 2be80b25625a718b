"""A course served by `mkdocs serve` in a process of its own, and patience with it."""

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
def serve(project: Path, first: str = "letters/border/") -> Iterator[Served]:
    """Serve the project until the block is left; it is entered when the page `first` is there."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "-f", project / "mkdocs.yml", "-a", f"127.0.0.1:{port}"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
    said: list[str] = []
    reader = threading.Thread(target=lambda: said.extend(iter(process.stderr.readline, "")), daemon=True)
    reader.start()
    course = Served(project, f"http://127.0.0.1:{port}/", said)
    try:
        wait_until(lambda: bool(course.page(first)) or process.poll() is not None, "the server answers")
        assert process.poll() is None, "".join(said)
        yield course
    finally:
        process.terminate()
        process.wait(PATIENCE)
        reader.join(PATIENCE)
