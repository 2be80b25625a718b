"""Whole built sites for the browser, on a server of their own, in a sub-path of it or from a folder."""

import functools
import http.server
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.built_site.building import ROOT, build_site

PROJECT = ROOT / "tests/sites/anywhere"
SUB_PATH = "company/handbook"
KINDS = {
    "home": "index.html",
    "letter": "letters/russian/index.html",
    "control sheet": "letters/russian/control.html",
    "English letter": "letters/english/index.html",
    "English control sheet": "letters/english/control.html",
    "page by hand": "by-hand.html",
    "nothing found": "404.html",
}
"""A page of each kind by its address in a site with flat addresses."""


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serves files and logs nothing."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        """Say nothing: what matters is what the browser asked for."""


class QuietServer(http.server.ThreadingHTTPServer):
    """Says nothing of browsers that leave before all is sent, as they do when a page is closed."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Tell what went wrong, but for a connection that was cut."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class HostHandler(QuietHandler):
    """Answers what is not there with the site's own page for that, as hosts of static sites do."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Send the page where nothing was found."""
        if code != http.HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write((Path(self.directory) / SUB_PATH / "404.html").read_bytes())


def build_anywhere(folder: Path, config: str = "mkdocs.yml") -> Path:
    """Build the site into the sub-path of a server's folder; return the site's own folder."""
    return build_site(PROJECT, folder / SUB_PATH, config)


@contextmanager
def served(folder: Path, handle: type[http.server.SimpleHTTPRequestHandler] = QuietHandler) -> Iterator[str]:
    """Serve a folder on this machine; yield its address without a slash at its end."""
    handler = functools.partial(handle, directory=str(folder))
    with QuietServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()
