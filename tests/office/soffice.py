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
PACKAGE_MANAGERS = {
    "apt-get": (["apt-get", "update"], ["apt-get", "install", "-y", "--no-install-recommends", "libreoffice-calc"]),
    "dnf": (["dnf", "install", "-y", "libreoffice-calc"],),
    "apk": (["apk", "add", "--no-cache", "libreoffice-calc"],),
}


def find_soffice() -> str | None:
    """Return the path of LibreOffice, or None."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    return found or next((place for place in PLACES if Path(place).is_file()), None)


def ensure_soffice() -> str | None:
    """Return the path of LibreOffice, installed now where that can be done unasked; None where it cannot."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if not find_soffice() and is_root:
        manager = next((name for name in PACKAGE_MANAGERS if shutil.which(name)), "")
        for command in PACKAGE_MANAGERS.get(manager, ()):
            print("$", *command, file=sys.stderr)
            subprocess.run(command, stdout=sys.stderr, check=False)
    return find_soffice()


if __name__ == "__main__":
    print(ensure_soffice() or "")
