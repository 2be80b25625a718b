"""What a command costs is that of all its processes, and what they share is counted once."""

import subprocess
import sys
import threading
from pathlib import Path

import psutil
import pytest
from tests.bench.processes import cost_of

HELD = 100
# What is measured stays long enough to be looked at many times.
SHARED = f"""
import os, time
held = bytearray(b"x") * {HELD}_000_000
if os.fork():
    os.wait()
else:
    time.sleep(1.5)
"""


def test_memory_that_processes_share_is_counted_once(tmp_path: Path):
    is_told = hasattr(psutil.Process().memory_full_info(), "pss")
    most = 1.5 if is_told else 2.5
    assert HELD < cost_of([sys.executable, "-c", SHARED], tmp_path).memory < most * HELD


def test_a_command_that_fails_leaves_no_thread_that_watches(tmp_path: Path):
    before = threading.active_count()
    with pytest.raises(subprocess.CalledProcessError):
        cost_of([sys.executable, "-c", "raise SystemExit(3)"], tmp_path)
    assert threading.active_count() == before
