"""Finds Zensical for its tests, or gets it: `python -m tests.zensical.engine` prints its path, or nothing.

It lives in an environment of its own, for its requirements are none of ours.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

# The newest that installs: later ones want a companion, zensical-ui, that registries lack.
RELEASE = "zensical==0.0.73"
FOLDER = Path(sys.prefix) / "zensical"
LONGEST = 240


def find_zensical() -> str | None:
    """Return the path of the command that GRAMOTA_ZENSICAL names, else of that in our environment, or None."""
    wanted = os.environ.get("GRAMOTA_ZENSICAL")
    return wanted or shutil.which("zensical", path=str(_bin()))


def ensure_zensical() -> str | None:
    """Return the path of the command, installed now where it is missing; None where it cannot be."""
    if not find_zensical():
        for command in (
            [sys.executable, "-m", "venv", FOLDER],
            [_bin() / "python", "-m", "pip", "install", "--quiet", RELEASE],
        ):
            print("$", *command, file=sys.stderr)
            try:
                subprocess.run(command, stdout=sys.stderr, check=True, timeout=LONGEST)
            except (OSError, subprocess.SubprocessError) as error:
                print(f"Zensical cannot be installed: {error}", file=sys.stderr)
                break
    return find_zensical()


def _bin() -> Path:
    return FOLDER / ("Scripts" if os.name == "nt" else "bin")


if __name__ == "__main__":
    print(ensure_zensical() or "")
