"""The command line: the only place that prints and exits.

Nothing that takes time is imported here, for Ctrl-C must be heard while everything else is.
"""

import gc
import signal
import sys

_INTERRUPTED = 130
"""The exit code of Ctrl+C; those of other signals are larger."""


def main() -> None:
    """Run the command that the process was started with, and leave with its exit code."""
    try:
        from gramota.cli.running import main as run  # noqa: PLC0415 - see above

        code = run()
    except KeyboardInterrupt:
        code = _INTERRUPTED
    if code >= _INTERRUPTED:
        _ignore_more()
    gc.freeze()  # the system takes all memory back: to look for circles in rubrics and models first costs .3 s
    sys.exit(code)


def _ignore_more() -> None:
    """Let nobody interrupt the end, too: Python would show where it was."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if number := getattr(signal, name, None):
            signal.signal(number, signal.SIG_IGN)
