"""How much work a call does, in Python function calls: the same on every machine, unlike seconds."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def count_steps(work: Callable[[], object]) -> int:
    """Return how many functions, Python's own included, are called while `work` runs."""
    steps = 0

    def on_event(_frame: object, event: str, _argument: object) -> None:
        nonlocal steps
        steps += event in {"call", "c_call"}

    sys.setprofile(on_event)
    try:
        work()
    finally:
        sys.setprofile(None)
    return steps


def count_lines(work: Callable[[], object]) -> int:
    """Return how many lines run; slower than steps, and sees the rounds of a comprehension, which calls nothing."""
    lines = 0

    def on_event(_frame: FrameType, event: str, _argument: object) -> Any:
        nonlocal lines
        lines += event == "line"
        return on_event

    sys.settrace(on_event)
    try:
        work()
    finally:
        sys.settrace(None)
    return lines
