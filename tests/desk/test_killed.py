"""A desk that is killed in the middle of saves, again and again, has lost nothing of what it said was saved."""

import subprocess
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from gramota.decisions import Decisions, read_decisions
from gramota.decisions.log import load_chain
from tests.desk.running import TRAINER, Client, client_of, hand_in, read_reply, start_desk

KILLS = 50
AT_ONCE = 8


def test_a_desk_killed_fifty_times_in_the_middle_of_saves_has_every_confirmed_decision(tmp_path: Path):
    """Saves are under way on several connections at each kill; after each, all that was ever confirmed is there."""
    inbox, out = hand_in(tmp_path / "in", *[{}] * AT_ONCE), tmp_path / "out"
    confirmed: dict[str, str] = {}
    under_way = 0
    for number in range(KILLS):
        desk = start_desk(inbox, out, "--trainer", TRAINER)
        try:
            client = client_of(desk)
            assert_all_there(read_comments(out), confirmed)
            under_way += save_until_killed(desk, client, number, confirmed)
        finally:
            desk.kill()
            desk.communicate()
    decisions, _ = read_decisions(out)
    assert_all_there(texts_of(decisions, load_chain(out / "decisions.jsonl").lines), confirmed)
    assert len(confirmed) > KILLS
    assert under_way > KILLS


def save_until_killed(desk: subprocess.Popen[bytes], client: Client, number: int, confirmed: dict[str, str]) -> int:
    """Save on several connections at once; kill the desk when some saves are confirmed and the others are not."""
    connections = [client.connect() for _ in range(AT_ONCE)]
    keys = [item["key"] for item in client.do("open", show="all")["queue"]["items"]]
    waiting = [*begin_saves(client, connections, keys, number)]
    # Each time the kill comes after another count of answers, so that it strikes another moment of a save.
    for connection, text in waiting[: number % AT_ONCE]:
        confirm(connection, text, confirmed)
    desk.kill()
    for connection, text in waiting[number % AT_ONCE :]:
        # What the desk could still say before it died counts as said.
        confirm(connection, text, confirmed)
    return AT_ONCE - number % AT_ONCE


def begin_saves(
    client: Client, connections: list[HTTPConnection], keys: list[str], number: int
) -> Iterator[tuple[HTTPConnection, str]]:
    for place, (connection, key) in enumerate(zip(connections, keys, strict=False)):
        last = client.do("open", key=key)["answer"]["last"]
        text = f"{number}-{place} " + "длинный комментарий " * 100
        client.send(connection, "POST", "/api/comment", {"key": key, "after": last, "text": text}, {})
        yield connection, text


def confirm(connection: HTTPConnection, text: str, confirmed: dict[str, str]) -> None:
    try:
        reply = read_reply(connection.getresponse())
    except (HTTPException, OSError):
        return
    finally:
        connection.close()
    assert reply.status == 200
    assert reply.json["saved"]
    confirmed[text.split(maxsplit=1)[0]] = text.strip()


def read_comments(out: Path) -> dict[str, str]:
    decisions, told = read_decisions(out)
    assert told == [], "the desk mends the log before it says that it is ready"
    return texts_of(decisions, load_chain(out / "decisions.jsonl").lines)


def texts_of(decisions: Decisions, lines: object) -> dict[str, str]:
    texts = [line.did.text for line in lines if line.did.act == "commented"]
    standing = [line.n for line in lines if line.did.act == "commented" and decisions.line(line.n)]
    assert len(standing) == len(texts)
    return {text.split()[0]: text for text in texts}


def assert_all_there(found: dict[str, str], confirmed: dict[str, str]) -> None:
    assert {name: found.get(name) for name in confirmed} == confirmed
