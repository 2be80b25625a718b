"""Run the command as people do, in a process of its own, or within this one where hundreds of runs are wanted."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from gramota.cli.running import run

CLEAN = {"LC_ALL", "LC_MESSAGES", "LANG", "GRAMOTA_LANG", "GRAMOTA_DEBUG", "FORCE_COLOR"}


@dataclass(frozen=True)
class Ended:
    code: int
    out: str
    err: str


def gramota(*arguments: object, cwd: Path | None = None, **environment: str) -> Ended:
    """Run `python -m gramota` to its end."""
    kept = {name: value for name, value in os.environ.items() if name not in CLEAN}
    ended = subprocess.run(
        [sys.executable, "-m", "gramota", *map(str, arguments)],
        capture_output=True,
        cwd=cwd,
        env={**kept, **environment},
        timeout=120,
        check=False,
    )
    return Ended(ended.returncode, ended.stdout.decode(), ended.stderr.decode())


def gramota_within(capsys: pytest.CaptureFixture[str], *arguments: object) -> Ended:
    """Run the command in this process."""
    code = run([*map(str, arguments)])
    captured = capsys.readouterr()
    return Ended(code, captured.out, captured.err)
