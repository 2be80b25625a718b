"""`gramota import`: letters and questions from other formats into the project, and a report of what became of them."""

import datetime as dt
from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import chain
from os.path import realpath
from pathlib import Path

import click

from gramota.cli.folders import folder_options
from gramota.cli.imported_before import find_imported_before
from gramota.cli.letter_ids import find_bad_id
from gramota.cli.messages import print_problems, say
from gramota.cli.output import open_stdout
from gramota.cli.spoken import SpokenCommand, language_option
from gramota.course.files.folder import shown_path
from gramota.course.load import load_letter_text
from gramota.course.model.letter import LetterText
from gramota.errors import ContentError, Problem, Where, in_order
from gramota.exchange.given_folder import files_of, find_beside
from gramota.exchange.losses import is_loss, is_to_look_at
from gramota.exchange.plan import Given, Lesson, plan_lessons
from gramota.exchange.read_file import read_file
from gramota.grading.files.atomic_file import replace_files
from gramota.grading.files.new_files import find_taken
from gramota.wording import wording


@click.command("import", cls=SpokenCommand)
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@click.option("--letter", metavar="ID")
@click.option("-o", "--output", metavar="FOLDER", type=click.Path(path_type=Path), default=None)
@click.option("--no-questions", "has_no_questions", is_flag=True)
@click.option("--force", "is_forced", is_flag=True)
@click.option("--dry-run", "is_dry", is_flag=True)
@folder_options
@language_option
@click.pass_obj
def import_(  # noqa: PLR0913, PLR0917 - click passes one argument for each option
    lang: str,
    files: tuple[Path, ...],
    letter: str | None,
    output: Path | None,
    has_no_questions: bool,  # noqa: FBT001 - click's signature
    is_forced: bool,  # noqa: FBT001 - click's signature
    is_dry: bool,  # noqa: FBT001 - click's signature
    docs: Path,
    quizzes: Path,
) -> int:
    """Return 0 where all was kept, 1 where something was left out, 2 where a file could not be read."""
    name = _name_of_letter(letter or "", lang)
    folders = ((output or Path()) / docs / "letters", (output or Path()) / quizzes)
    opened, unusable = _open(files)
    given, unread = _read(chain.from_iterable(opened.values()))
    beside = _find_beside(opened, given)
    given = [each.without_questions() for each in given] if has_no_questions else given
    planned = plan_lessons(given, name, lambda letter_id: _existing(folders[0] / f"{letter_id}.yml"))
    unnamed = frozenset() if is_forced else _only_in_folders(opened)
    kept = find_imported_before(planned, unnamed, lambda lesson: _files_of([lesson], *folders))
    lessons = [lesson for lesson in planned if lesson.files[0].file not in kept]
    _put(_files_of(lessons, *folders), is_forced=is_forced, is_dry=is_dry)
    told = [*unusable, *unread, *beside, *kept.values(), *_told_of(given, lessons, kept)]
    _report(in_order(told), lessons, folders, lang, is_dry=is_dry)
    return 2 if unusable or unread or _gave_nothing(given) else 1 if any(map(is_loss, told)) else 0


def _name_of_letter(letter: str, lang: str) -> str:
    if letter and (bad := find_bad_id(letter)):
        raise click.UsageError(wording("cli", lang)(f"new.{bad}", id=letter))
    return letter


def _open(paths: Iterable[Path]) -> tuple[dict[Path, list[Path]], list[Problem]]:
    """Return the files that each path gives, a folder those in it; and a word on the folders that give none."""
    opened: dict[Path, list[Path]] = {}
    unusable: list[Problem] = []
    for path in paths:
        try:
            opened[path] = files_of(path)
        except ContentError as error:
            unusable += error.problems
    return opened, unusable


def _find_beside(paths: Iterable[Path], given: Iterable[Given]) -> list[Problem]:
    """Return what is in the folders and was neither imported nor used by what was."""
    used = frozenset[Path]().union(*(each.found.used for each in given))
    return [problem for path in paths for problem in find_beside(path, used)]


def _only_in_folders(opened: Mapping[Path, Iterable[Path]]) -> frozenset[str]:
    """Return the full paths of files that a folder gave, and that were not named themselves."""
    named = {realpath(path) for path in opened}
    return frozenset(realpath(file) for files in opened.values() for file in files) - named


def _read(files: Iterable[Path]) -> tuple[list[Given], list[Problem]]:
    """Read the files; one that cannot be read is told and does not keep the others from being imported."""
    given: list[Given] = []
    unread: list[Problem] = []
    together: dict[str, Path] = {}
    for path in files:
        together.setdefault(realpath(path), path)
    for full, path in together.items():
        try:
            found = read_file(path, together.keys())
        except ContentError as error:
            unread += error.problems
            continue
        day = dt.datetime.fromtimestamp(path.stat().st_mtime, dt.UTC).date()
        given.append(Given(shown_path(path), path.stem, day, found, full))
    return given, unread


def _existing(path: Path) -> LetterText | None:
    """Return the letter that stands in this file, None where there is none; raise ContentError where it is not well."""
    return load_letter_text(path) if path.exists() else None


def _files_of(lessons: Iterable[Lesson], letters: Path, quizzes: Path) -> dict[Path, bytes]:
    """Return what goes into each file: pictures first, for the letters name them."""
    files: dict[Path, bytes] = {}
    for lesson in lessons:
        files |= {letters / lesson.id / picture.name: picture.data for picture in lesson.pictures}
        files |= {letters / f"{lesson.id}.yml": lesson.letter.encode()} if lesson.letter else {}
        files |= {quizzes / f"{lesson.id}.yml": lesson.quiz.encode()} if lesson.quiz else {}
    return files


def _put(files: dict[Path, bytes], *, is_forced: bool, is_dry: bool) -> None:
    """Write the files, or show them; raise ContentError where some are there, unless they are to be written anew."""
    if is_dry:
        _show(files)
        return
    if not is_forced:
        _refuse_existing(files)
    _write(files)


def _told_of(given: Iterable[Given], lessons: Iterable[Lesson], kept: Container[str]) -> list[Problem]:
    read = [problem for each in given if each.file not in kept for problem in each.found.problems]
    return [*read, *(problem for lesson in lessons for problem in lesson.problems)]


def _gave_nothing(given: Iterable[Given]) -> bool:
    """Whether there is a file that was read, and neither a letter nor a question came of it."""
    return any(not each.found.letter and not each.found.questions for each in given)


def _refuse_existing(files: Iterable[Path]) -> None:
    if there := find_taken(files):
        raise ContentError(Problem.at(Where(shown_path(path), 0), "G418") for path in there)


def _write(files: dict[Path, bytes]) -> None:
    for folder in dict.fromkeys(path.parent for path in files):
        replace_files(folder, [(path.name, data) for path, data in files.items() if path.parent == folder])


def _show(files: dict[Path, bytes]) -> None:
    texts = [f"# {shown_path(path)}\n{data.decode()}" for path, data in files.items() if path.suffix == ".yml"]
    open_stdout().write("\n".join(texts))


def _report(
    problems: Sequence[Problem], lessons: Sequence[Lesson], folders: tuple[Path, Path], lang: str, *, is_dry: bool
) -> None:
    print_problems(problems, lang)
    t = wording("exchange", lang)
    said = "would_write" if is_dry else "written"
    for lesson in lessons:
        for folder, is_there, kinds in (
            (folders[0], lesson.letter, ("sections", "pictures")),
            (folders[1], lesson.quiz, ("self_check", "control", "asked_pictures")),
        ):
            what = ", ".join(t(kind, count=lesson.counts[kind]) for kind in kinds if lesson.counts[kind])
            if is_there:
                say(t(said, path=shown_path(folder / f"{lesson.id}.yml"), what=what))
    for key, kind in (("left_out", is_loss), ("look_at", is_to_look_at)):
        count = sum(map(kind, problems))
        if count and lessons:
            say(t(key, count=count))
    say(t("next") if lessons and not is_dry else t("nothing_written"))
