"""Nobody comes to the desk but the browser that was given its address: no other page, host, name or program."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk.running import Client, hand_in, running_desk

OPEN = {"show": "all"}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    place = tmp_path_factory.mktemp("desk")
    with running_desk(hand_in(place / "in", {}), place / "out") as found:
        yield found


def test_the_desk_listens_on_this_computer_alone(client: Client):
    assert client.host.startswith("127.0.0.1:")


def test_the_right_address_sets_a_cookie_that_no_script_and_no_other_site_can_use(client: Client):
    reply = client.get(client.address.removeprefix(f"http://{client.host}"), Cookie="")
    assert reply.status == 200
    assert reply.headers["set-cookie"].split("; ")[1:] == ["Path=/", "HttpOnly", "SameSite=Strict"]


@pytest.mark.parametrize("token", ["", "x", "%00", "%D1%8F", "../", "a" * 10_000])
def test_a_wrong_address_lets_nobody_in(client: Client, token: str):
    reply = client.get(f"/enter/{token}", Cookie="")
    assert reply.status in {401, 404}
    assert "set-cookie" not in reply.headers


@pytest.mark.parametrize(
    "cookie", ["", "gramota-desk-1=x", "gramota-desk-{port}=", "gramota-desk-{port}=x", "=;=;,\x7f"]
)
@pytest.mark.parametrize("path", ["/", "/desk.js", "/api/near/x", "/icon.svg", "/nowhere"])
def test_without_the_cookie_there_is_nothing_to_see(client: Client, path: str, cookie: str):
    said = cookie.replace("{port}", client.host.rpartition(":")[2])
    reply = client.get(path, Cookie=said)
    assert (reply.status, b"<" in reply.body) == (401, False)


def test_without_the_cookie_nothing_is_done(client: Client):
    assert client.post("trainer", {"name": "Чужой"}, Cookie="").status == 401
    assert client.do("open")["who"] == "Ирина"


@pytest.mark.parametrize(
    "host",
    ["localhost:{port}", "127.0.0.1", "127.0.0.1:1", "evil.test", "evil.test:{port}", "[::1]:{port}", "127.1:{port}"],
)
def test_a_name_that_was_turned_to_this_computer_is_refused(client: Client, host: str):
    """DNS rebinding: the browser believes that evil.test is 127.0.0.1, and sends that name."""
    said = host.replace("{port}", client.host.rpartition(":")[2])
    assert client.get("/", Host=said).status == 421
    assert client.post("open", OPEN, Host=said, Origin=f"http://{said}").status == 421


@pytest.mark.parametrize(
    "origin", ["", "null", "http://evil.test", "https://{host}", "http://127.0.0.1", "http://127.0.0.1:1"]
)
def test_another_page_can_have_nothing_done(client: Client, origin: str):
    """Request forgery: the browser would even send the cookie, were it not for SameSite."""
    said = origin.replace("{host}", client.host)
    assert client.post("trainer", {"name": "Чужой"}, Origin=said).status == 403
    assert client.do("open")["who"] == "Ирина"


def test_another_page_can_read_nothing(client: Client):
    assert client.get("/", Origin="http://evil.test").status == 403
    assert client.post("open", OPEN, Sec_Fetch_Site="cross-site").status == 403
    assert client.post("open", OPEN, Sec_Fetch_Site="same-site").status == 403
    reply = client.post("open", OPEN)
    assert reply.status == 200
    assert "access-control-allow-origin" not in reply.headers


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", ""])
def test_what_a_form_of_another_page_could_send_is_refused(client: Client, kind: str):
    assert client.post("open", OPEN, Content_Type=kind).status == 415


@pytest.mark.parametrize(
    "request_",
    [None, [], {"show": "none"}, {"key": 1}, {"extra": 1}, {"question": "x" * 61}, {"key": None, "show": None}],
)
def test_what_the_page_would_never_ask_is_refused(client: Client, request_: object):
    assert client.post("open", request_).status == 400


def test_a_huge_request_is_not_read_to_its_end(client: Client):
    assert client.post("trainer", {"name": "x" * 100_000}).status == 413


def test_reading_changes_nothing(client: Client):
    assert client.get("/api/open").status == 405


@pytest.mark.parametrize("path", ["/", "/desk.js", "/nowhere", "/enter/wrong"])
def test_every_answer_says_what_its_page_may_do(client: Client, path: str):
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';")
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "server" not in headers


def test_files_outside_the_desk_s_own_are_not_served(client: Client):
    for path in (
        "/../app.py",
        "/%2e%2e/app.py",
        "/assets/desk.js",
        "/desk.js/..",
        "//etc/passwd",
        "/templates/desk.html.j2",
    ):
        assert client.get(path).status == 404


def test_two_desks_have_different_words_and_secrets(client: Client, tmp_path: Path):
    with running_desk(hand_in(tmp_path / "in", {}), tmp_path / "out") as other:
        assert other.address.rpartition("/")[2] != client.address.rpartition("/")[2]
        assert other.get("/", Cookie=client.cookie).status == 401
