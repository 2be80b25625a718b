"""Work that makes many objects which stay, and no circles: collecting garbage meanwhile would only cost time."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Spare a block the garbage collector, which would look through what stays again and again."""
    is_collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        _count_as_old()
        if is_collecting:
            gc.enable()


def _count_as_old() -> None:
    """Put all that there is among what is looked through last; frozen and thawed it stands there unexamined."""
    gc.freeze()
    gc.unfreeze()
