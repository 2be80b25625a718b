"""Finds a Chromium for the browser tests, or gets one: `python -m tests.browser.chromium` prints its path.

Best is one that has no windows at all: the usual one draws a whole window with its buttons for every page that is
opened unseen, which takes five times the work of the page itself.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

WINDOWLESS = ("chromium-headless-shell", "chrome-headless-shell", "headless_shell")
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge")
MAC = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
WINDOWS = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
WINDOWLESS_PACKAGES = {
    "apt-get": (["apt-get", "update"], ["apt-get", "install", "-y", "--no-install-recommends", WINDOWLESS[0]]),
}
PACKAGE_MANAGERS = {
    "apt-get": (["apt-get", "update"], ["apt-get", "install", "-y", "--no-install-recommends", "chromium"]),
    "dnf": (["dnf", "install", "-y", "chromium"],),
    "apk": (["apk", "add", "--no-cache", "chromium"],),
    "zypper": (["zypper", "--non-interactive", "install", "chromium"],),
    "pacman": (["pacman", "-Sy", "--noconfirm", "chromium"],),
}
# The tests watch every request: the browser itself is to make none.
FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
)


def launch_flags() -> list[str]:
    """Return the flags of every start; as root Chromium starts without its sandbox only."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [*FLAGS, "--no-sandbox"] if is_root else list(FLAGS)


def find_chromium() -> str | None:
    """Return the path of a Chromium, the one that GRAMOTA_CHROMIUM names before all others, or None."""
    return find_windowless() or next(_candidates(), None)


def find_windowless() -> str | None:
    """Return the path of a Chromium without windows, or None; the one that GRAMOTA_CHROMIUM names is taken for one."""
    wanted = os.environ.get("GRAMOTA_CHROMIUM") or next(filter(None, map(shutil.which, WINDOWLESS)), None)
    return wanted or next(_existing(_playwrights_own_windowless()), None)


def ensure_chromium() -> str | None:
    """Return the path of a Chromium, installed now where that helps and can be done unasked; None where none is."""
    if not find_windowless():
        _install(WINDOWLESS_PACKAGES)
    return find_chromium() or _install_with_playwright() or _install_with_package_manager()


def _candidates() -> Iterator[str]:
    yield from filter(None, (shutil.which(name) for name in NAMES))
    yield from _existing(Path(folder) / name for folder in ("/Applications", "~/Applications") for name in MAC)
    programs = filter(None, (os.environ.get(name) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")))
    yield from _existing(Path(folder) / name for folder in programs for name in WINDOWS)
    yield from _existing([_path_of_playwrights_own()])


def _existing(paths: Iterable[Path]) -> Iterator[str]:
    yield from (str(path.expanduser()) for path in paths if path.expanduser().is_file())


def _path_of_playwrights_own() -> Path:
    # In a process of its own: Playwright refuses to start twice in one that runs tests.
    script = (
        "from playwright.sync_api import sync_playwright as start\nwith start() as p: print(p.chromium.executable_path)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    return Path(done.stdout.strip() or "no-such-file")


def _playwrights_own_windowless() -> Iterator[Path]:
    """Beside its usual Chromium, in a folder with a number in its name and one of the system's name below that."""
    for folder in _path_of_playwrights_own().parents:
        if folder.name.startswith("chromium-"):
            yield from folder.parent.glob("chromium_headless_shell-*/*/*headless[-_]shell*")


def _install_with_playwright() -> str | None:
    _run([sys.executable, "-m", "playwright", "install", "chromium"])
    return find_chromium()


def _install_with_package_manager() -> str | None:
    _install(PACKAGE_MANAGERS)
    return find_chromium()


def _install(packages: Mapping[str, tuple[list[str], ...]]) -> None:
    """Let the first package manager that is there do its commands, if we may."""
    if "--no-sandbox" not in launch_flags():
        return
    manager = next((name for name in packages if shutil.which(name)), "")
    for command in packages.get(manager, ()):
        _run(command)


def _run(command: list[str]) -> None:
    """Run the command, its words on stderr: stdout is for the path."""
    print("$", *command, file=sys.stderr)
    subprocess.run(command, stdout=sys.stderr, check=False)


if __name__ == "__main__":
    found = ensure_chromium()
    if not found:
        sys.exit(
            "No Chromium was found, and none could be installed. Install Chromium, Chrome or Edge, "
            "or set GRAMOTA_CHROMIUM to the path of one."
        )
    print(found)
