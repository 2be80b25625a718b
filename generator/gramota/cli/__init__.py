"""The command line: the only place that prints and exits.

Exit codes: 0 all is well, 1 the content or an answer fell short, 2 bad input or use, 70 our own fault,
130 interrupted, 141 nobody reads the results any more.
"""

import os
import sys
import traceback
from collections.abc import Sequence

import click

from gramota.cli.language import choose_language
from gramota.cli.messages import print_problems, say
from gramota.cli.spoken import SpokenGroup, language_option, show_version
from gramota.errors import ContentError
from gramota.wording import wording


@click.group("gramota", cls=SpokenGroup, commands=("check", "grade"))
@language_option
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=show_version)
def gramota() -> None:
    """Hold the commands together; their help stands in the wording."""


def main() -> None:
    """Run the command that the process was started with, and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal's encoding may lack a letter; files and pipes are UTF-8 wherever they are written.
        stream.reconfigure(**({"errors": "replace"} if stream.isatty() else {"encoding": "utf-8"}))  # type: ignore[union-attr] - started as a process, both are real text files
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run a command and return its exit code; whatever goes wrong has been said on stderr, without a traceback."""
    lang = choose_language(arguments, os.environ)
    t = wording("cli", lang)
    try:
        code = gramota.main([*arguments], prog_name="gramota", standalone_mode=False, obj=lang)
        sys.stdout.flush()
    except ContentError as error:
        print_problems(error.problems, lang)
        say(t("problems", count=len(error.problems)))
        return 2
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return 2
    except click.ClickException as error:
        say(f"{t('usage_error')}: {error.format_message()}")
        return 2
    except (click.Abort, KeyboardInterrupt):
        say(t("interrupted"))
        return 130
    except BrokenPipeError:
        # Python would complain once more when it closes the pipe at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except OSError as error:
        say(t("cannot_write", path=error.filename or "-", reason=error.strerror or error))
        return 2
    except Exception as error:  # noqa: BLE001 - whatever it is, people get one line and not a traceback
        return _own_fault(error, t("internal_error", error=f"{type(error).__name__}: {error}"))
    return code if isinstance(code, int) else 0


def _own_fault(error: Exception, message: str) -> int:
    if os.environ.get("GRAMOTA_DEBUG"):
        traceback.print_exception(error)
    say(message)
    return 70
