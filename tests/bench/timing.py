"""How long work takes, by the clock on the wall."""

import os
import statistics
import time
from collections.abc import Callable

RUNS = 5
INSTALLED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""The environment of commands that are measured: their modules are compiled before, as they are where pip put them."""


def median_seconds(work: Callable[[], object], runs: int = RUNS) -> float:
    return statistics.median(seconds_of(work) for _ in range(runs))


def seconds_of(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
