"""`gramota review`: the desk, a page in the browser on which a trainer decides answer after answer."""

import datetime as dt
import socket
import webbrowser
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from gramota.cli.destination import choose_folder, refuse_harmful
from gramota.cli.folders import folder_options
from gramota.cli.handed_in import graded, load_sheets
from gramota.cli.messages import print_problems, say
from gramota.cli.output import show_progress
from gramota.cli.spoken import SpokenCommand, language_option
from gramota.course import load_course
from gramota.decisions import DecisionsLog
from gramota.desk.app import make_app
from gramota.desk.case import Case, lay_out
from gramota.desk.desk import Desk
from gramota.desk.guard import Entry
from gramota.desk.serving import bind, serve
from gramota.grading.files.plain_text import clean_line
from gramota.grading.inbox.answer_files import HandedIn
from gramota.grading.standing import mark_standing
from gramota.wording import wording
from gramota.wording.reasons import tell_error


@click.command("review", cls=SpokenCommand)
@click.argument("answers", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True)
@click.option("--trainer")
@click.option("--port", type=click.IntRange(0, 65535), default=0, show_default=False)
@click.option("--no-browser", is_flag=True)
@folder_options
@language_option
@click.pass_obj
def review(  # noqa: PLR0913, PLR0917 - click passes one argument for each option
    lang: str,
    answers: tuple[Path, ...],
    output: Path,
    trainer: str | None,
    port: int,
    no_browser: bool,  # noqa: FBT001 - click's way
    docs: Path,
    quizzes: Path,
) -> int:
    """Serve the desk until Ctrl+C; return 0, or 2 where sheets had to be set aside."""
    t = wording("cli", lang)
    refuse_harmful(output, answers, docs, quizzes, t)
    choose_folder(output, t, "desk.output_is_file")
    course = load_course(docs, quizzes)
    with DecisionsLog.open(output, _now) as log, _bound(port, lang) as bound:
        print_problems(log.mended, lang)
        inbox = load_sheets(answers, course, lang)
        desk = Desk(_lay_out(inbox.handed_in, lang), log, clean_line(trainer or "") or None)
        print_problems(inbox.set_aside, lang)
        _serve(desk, bound, lang, opens=not no_browser)
    return 2 if inbox.set_aside else 0


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def _lay_out(sheets: Sequence[HandedIn], lang: str) -> list[Case]:
    label = wording("cli", lang)("grading")
    return lay_out(mark_standing([*show_progress(graded(sheets, lang), label)]))


@contextmanager
def _bound(port: int, lang: str) -> Iterator[socket.socket]:
    try:
        bound = bind(port)
    except OSError as error:
        raise click.UsageError(wording("cli", lang)("port_taken", port=port, reason=tell_error(error, lang))) from None
    with bound:
        yield bound


def _serve(desk: Desk, bound: socket.socket, lang: str, *, opens: bool) -> None:
    """Serve until Ctrl+C, which is how a desk is closed and no failure."""
    t = wording("cli", lang)
    entry = Entry(bound.getsockname()[1])
    try:
        say(t("desk.open", count=len(desk.cases)))
        # The one line on stdout, for programs that start the desk.
        click.echo(entry.address)
        say(t("desk.leave"))
        if opens:
            webbrowser.open(entry.address)
        serve(make_app(desk, entry, lang), bound)
    except KeyboardInterrupt:
        say(t("desk.closed"))
