"""The command line: the only place that prints and exits.

Exit codes: 0 all is well, 1 the content or an answer fell short, 2 bad input or use; those below as Unix has them.
"""

import os
import sys
import traceback
from collections.abc import Sequence
from io import TextIOWrapper
from typing import TextIO

import click

from gramota.cli.language import choose_language
from gramota.cli.messages import print_problems, say
from gramota.cli.spoken import SpokenGroup, language_option, show_version
from gramota.errors import ContentError
from gramota.wording import wording

BAD_INPUT = 2
OWN_FAULT = 70
INTERRUPTED = 130
NOBODY_READS = 141


@click.group("gramota", cls=SpokenGroup, commands=("check", "grade"))
@language_option
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=show_version)
def gramota() -> None:
    """Hold the commands together; their help stands in the wording."""


def main() -> None:
    """Run the command that the process was started with, and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        _prepare(stream)
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run a command and return its exit code; whatever goes wrong is said on stderr, without a traceback."""
    lang = choose_language(arguments, os.environ)
    try:
        code = gramota.main([*arguments], prog_name="gramota", standalone_mode=False, obj=lang)
        sys.stdout.flush()
    except (click.Abort, KeyboardInterrupt):
        say(wording("cli", lang)("interrupted"))
        return INTERRUPTED
    except SystemExit:
        # In this mode click leaves so on a broken pipe alone.
        return NOBODY_READS
    except BrokenPipeError:
        # Python would complain once more when it closes the pipe at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
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
            say(f"{t('usage_error')}: {error.format_message()}")
        case OSError():
            say(t("cannot_write", path=error.filename or "-", reason=error.strerror or error))
        case _:
            return _tell_own_fault(error, t("internal_error", error=f"{type(error).__name__}: {error}"))
    return BAD_INPUT


def _tell_own_fault(error: Exception, message: str) -> int:
    if os.environ.get("GRAMOTA_DEBUG"):
        traceback.print_exception(error)
    say(message)
    return OWN_FAULT


def _prepare(stream: TextIO) -> None:
    """Let a terminal show what its encoding lacks as a question mark; files and pipes are UTF-8 wherever they are."""
    if isinstance(stream, TextIOWrapper) and stream.isatty():
        stream.reconfigure(errors="replace")
    elif isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding="utf-8")
