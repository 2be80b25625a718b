"""Finds LibreOffice for its tests, or gets it: `python -m tests.office.soffice` prints its path, or nothing."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("soffice", "libreoffice")
PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
)
PARTS = ("libreoffice-calc", "libreoffice-writer")
PACKAGE_MANAGERS = {
    "apt-get": (["apt-get", "update"], ["apt-get", "install", "-y", "--no-install-recommends", *PARTS]),
    "dnf": (["dnf", "install", "-y", *PARTS],),
    "apk": (["apk", "add", "--no-cache", *PARTS],),
}


def find_soffice() -> str | None:
    """Return the path of LibreOffice, or None."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    return found or next((place for place in PLACES if Path(place).is_file()), None)


def has_writer() -> bool:
    """Whether LibreOffice is there and opens documents: its part for them is installed apart on some systems."""
    program = Path(find_soffice() or "nowhere").resolve().parent
    return any(any(folder.glob("*swlo.*")) for folder in (program, program.parent / "Frameworks"))


def ensure_soffice() -> str | None:
    """Return the path of LibreOffice, installed now where that can be done unasked; None where it cannot."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if not has_writer() and is_root:
        manager = next((name for name in PACKAGE_MANAGERS if shutil.which(name)), "")
        for command in PACKAGE_MANAGERS.get(manager, ()):
            print("$", *command, file=sys.stderr)
            subprocess.run(command, stdout=sys.stderr, check=False)
    return find_soffice()


if __name__ == "__main__":
    print(ensure_soffice() or "")
