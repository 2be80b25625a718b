"""A run of the command line from its arguments to its exit code; whatever goes wrong is put into words here.

Exit codes: 0 all is well, 1 the content or an answer fell short, 2 bad input or use; those below as Unix has them.
"""

import os
import signal
import sys
import traceback
from collections.abc import Sequence
from io import TextIOWrapper
from types import FrameType
from typing import TextIO

import click

from gramota.cli.language import choose_language
from gramota.cli.messages import print_problems, say
from gramota.cli.spoken import SpokenGroup, language_option, show_version
from gramota.cli.usage_errors import tell_usage_error
from gramota.errors import ContentError
from gramota.wording import wording
from gramota.wording.reasons import tell_error

BAD_INPUT = 2
OWN_FAULT = 70
INTERRUPTED = 130
NOBODY_READS = 141
BY_SIGNAL = 128


class Terminated(SystemExit):
    """The system asked the program to end; what is half done is cleaned up on the way out."""

    code: int


_COMMANDS = (
    "calibrate",
    "check",
    "eject",
    "forget",
    "grade",
    "import",
    "learn",
    "new",
    "review",
    "schema",
    "status",
    "suggest",
)


@click.group("gramota", cls=SpokenGroup, commands=_COMMANDS)
@language_option
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=show_version)
def gramota() -> None:
    """Hold the commands together; their help stands in the wording."""


def main() -> int:
    """Run the command that the process was started with, and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        _prepare(stream)
    for name in ("SIGTERM", "SIGHUP"):
        _leave_on(name)
    return run(sys.argv[1:])


def run(arguments: Sequence[str]) -> int:
    """Run a command and return its exit code; whatever goes wrong is said on stderr, without a traceback."""
    lang = choose_language(arguments, os.environ)
    try:
        code = gramota.main([*arguments], prog_name="gramota", standalone_mode=False, obj=lang)
        if sys.stdout:
            sys.stdout.flush()
    except (click.Abort, KeyboardInterrupt):
        say(wording("cli", lang)("interrupted"))
        return INTERRUPTED
    except Terminated as asked:
        return asked.code
    except SystemExit:
        # In this mode click leaves so on a broken pipe alone.
        return NOBODY_READS
    except BrokenPipeError:
        _let_go_of_stdout()
        return NOBODY_READS
    except Exception as error:  # noqa: BLE001 - whatever it is, people get a message and not a traceback
        return _tell(error, lang)
    return code if isinstance(code, int) else 0


def _tell(error: Exception, lang: str) -> int:
    """Say what went wrong, and return the exit code that it has."""
    t = wording("cli", lang)
    match error:
        case ContentError(problems=problems):
            print_problems(problems, lang)
            say(t("problems", count=len(problems)))
        case click.exceptions.NoArgsIsHelpError():
            error.show()
        case click.ClickException():
            say(f"{t('usage_error')}: {tell_usage_error(error, t)}")
        case OSError(filename=None):
            _let_go_of_stdout()
            say(t("cannot_write_out", reason=tell_error(error, lang)))
        case PermissionError():
            say(t("cannot_write.open", path=error.filename, reason=tell_error(error, lang)))
        case OSError():
            say(t("cannot_write", path=error.filename, reason=tell_error(error, lang)))
        case _:
            return _tell_own_fault(error, t("internal_error", error=f"{type(error).__name__}: {error}"))
    return BAD_INPUT


def _tell_own_fault(error: Exception, message: str) -> int:
    if os.environ.get("GRAMOTA_DEBUG"):
        traceback.print_exception(error)
    say(message)
    return OWN_FAULT


def _let_go_of_stdout() -> None:
    """Spare Python's own complaint, and another exit code, when it closes what cannot be written."""
    if sys.stdout:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _leave_on(name: str) -> None:
    """Clean up before a signal ends the process, unless it was told to ignore it; not every system has each."""
    number = getattr(signal, name, None)
    if number is not None and signal.getsignal(number) is signal.SIG_DFL:
        signal.signal(number, _leave)


def _leave(number: int, _frame: FrameType | None) -> None:
    raise Terminated(BY_SIGNAL + number)


def _prepare(stream: TextIO | None) -> None:
    """Let a terminal show what its encoding lacks as a question mark; files and pipes are UTF-8 wherever they are."""
    if isinstance(stream, TextIOWrapper) and stream.isatty():
        stream.reconfigure(errors="replace")
    elif isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding="utf-8")
