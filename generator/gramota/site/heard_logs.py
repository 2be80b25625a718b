"""Whether something has something to tell, as an author sees it in the terminal."""

import logging
from collections.abc import Callable

# MkDocs lets nothing that it tells itself come to the root.
_LOGGERS = (None, "mkdocs")


class _Listener(logging.Handler):
    has_heard = False

    def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002 - as logging calls it
        self.has_heard = True


def is_anything_logged(doing: Callable[[], object]) -> bool:
    """Do it, and say whether anything was told meanwhile."""
    listener = _Listener(logging.INFO)
    loggers = [logging.getLogger(name) for name in _LOGGERS]
    for logger in loggers:
        logger.addHandler(listener)
    try:
        doing()
    finally:
        for logger in loggers:
            logger.removeHandler(listener)
    return listener.has_heard
