"""A desk in a process of its own, as trainers start it, and a client that speaks to it as its page does."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tests.answers.sheets import FOLDERS, sheet, write

TRAINER = "Ирина"


@dataclass
class Reply:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Client:
    """Sends what the page would send, with any header changed."""

    address: str
    cookie: str = ""

    @property
    def host(self) -> str:
        return urlsplit(self.address).netloc

    def enter(self) -> "Client":
        reply = self.get(urlsplit(self.address).path)
        assert reply.status == 200
        self.cookie = reply.headers["set-cookie"].split(";")[0]
        return self

    def get(self, path: str, **headers: str) -> Reply:
        return self._ask("GET", path, None, headers)

    def post(self, action: str, request: object, **headers: str) -> Reply:
        return self._ask("POST", f"/api/{action}", request, headers)

    def do(self, action: str, **request: object) -> Any:
        """Do something that goes well, and return the state after it."""
        reply = self.post(action, request)
        assert reply.status == 200, reply.body
        return reply.json

    def connect(self) -> HTTPConnection:
        return HTTPConnection(self.host, timeout=30)

    def send(
        self, connection: HTTPConnection, method: str, path: str, request: object, headers: dict[str, str]
    ) -> None:
        """Send a request and do not wait for the answer."""
        body = None if request is None else json.dumps(request).encode()
        own = {"Cookie": self.cookie, "Content-Type": "application/json", "Origin": f"http://{self.host}"}
        if method == "GET":
            own.pop("Origin")
        said = {**own, **{name.replace("_", "-"): value for name, value in headers.items()}}
        host = said.pop("Host", self.host)
        connection.putrequest(method, path, skip_host=True)
        for name, value in {"Host": host, "Content-Length": str(len(body or b"")), **said}.items():
            if value:
                connection.putheader(name, value)
        connection.endheaders(body)

    def _ask(self, method: str, path: str, request: object, headers: dict[str, str]) -> Reply:
        connection = self.connect()
        self.send(connection, method, path, request, headers)
        reply = read_reply(connection.getresponse())
        connection.close()
        return reply


def read_reply(response: HTTPResponse) -> Reply:
    headers = {name.lower(): value for name, value in response.getheaders()}
    return Reply(response.status, headers, response.read())


def start_desk(inbox: Path, out: Path, *options: str, folders: tuple[str, ...] = FOLDERS) -> subprocess.Popen[bytes]:
    """Start a desk; it is ready when it has printed its address."""
    command = [
        sys.executable,
        "-m",
        "gramota",
        "review",
        str(inbox),
        "-o",
        str(out),
        "--no-browser",
        *options,
        *folders,
    ]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def client_of(desk: subprocess.Popen[bytes]) -> Client:
    assert desk.stdout
    address = desk.stdout.readline().decode().strip()
    assert address, desk.communicate()[1].decode()
    return Client(address).enter()


@contextmanager
def running_desk(inbox: Path, out: Path, *options: str, folders: tuple[str, ...] = FOLDERS) -> Iterator[Client]:
    desk = start_desk(inbox, out, *(options or ("--trainer", TRAINER)), folders=folders)
    try:
        yield client_of(desk)
    finally:
        desk.kill()
        desk.communicate()


def hand_in(folder: Path, *answers: dict[str, str], **changed: object) -> Path:
    """Write a sheet for each of the answers, by people with the numbers 1, 2, 3 …"""
    folder.mkdir(exist_ok=True)
    for number, said in enumerate(answers, start=1):
        learner = {"id": str(number), "name": f"Сотрудник {number}"}
        write(folder / f"{number:04}.json", sheet(said, **{"learner": learner, **changed}))
    return folder
