"""Where results may not go: over the answers, among the answers or the quizzes, or to what is published."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from gramota.cli.built_site import find_built_sites, is_built_site
from gramota.grading.bulk.forms import TableForm
from gramota.grading.inbox.found_files import ARCHIVE
from gramota.grading.inbox.table_kinds import OTHER_PACKED, WORKBOOKS
from gramota.wording import Wording

_STDOUT = ("-", "/dev/stdout")
_OWN_ENDINGS = {".yml", ".yaml"}
_FORMS: Mapping[str, TableForm] = {".csv": "csv", ".jsonl": "jsonl", ".parquet": "parquet", ".txt": "text"}
_NEVER_WRITTEN = {ARCHIVE, *WORKBOOKS, *OTHER_PACKED}
_OTHER_FORMS = {".html", ".json", ".tsv", *_NEVER_WRITTEN}
_ENDINGS_OF_RESULTS = {*_FORMS, *_OTHER_FORMS}


def choose_file(output: Path | None) -> Path | None:
    """Return the file that is asked for; None where it is stdout, by whichever name."""
    return None if output is None or str(output) in _STDOUT else output


def choose_form(asked: TableForm | None, output: Path | None, t: Wording) -> TableForm | None:
    """Return the form that is asked for, else the one that the file's ending names; None where neither says one.

    Raises click.UsageError where the two contradict each other. Whatever is asked for may be written to a .txt file.
    """
    if output is None or is_folder(output):
        return asked
    ending = output.suffix.lower()
    named = _FORMS.get(ending)
    if asked and ending != ".txt" and (named not in {None, asked} or ending in _NEVER_WRITTEN):
        raise click.UsageError(t("form_contradicts", path=output, form=asked))
    return asked or named


def refuse_other_form(output: Path, t: Wording) -> None:
    """Raise click.UsageError where the ending names a form that the results of tables do not have, or none at all.

    A name without one is meant for a folder; a pipe or a device may have it.
    """
    is_bare = not output.suffix and (output.is_file() or not output.exists())
    if is_bare or output.suffix.lower() in _OTHER_FORMS:
        raise click.UsageError(t("no_form_of_table", path=output))


def choose_folder(output: Path | None, t: Wording, refusal: str = "output_is_file") -> Path | None:
    """Return the folder for all results; None where they go to stdout. Raise click.UsageError where it names a file."""
    if output is None:
        return None
    if (output.exists() or output.suffix.lower() in _ENDINGS_OF_RESULTS) and not is_folder(output):
        raise click.UsageError(t(refusal, path=output))
    return output


def refuse_harmful(output: Path, inputs: Iterable[Path], docs: Path, quizzes: Path, t: Wording) -> None:
    """Raise click.UsageError where results in this file would destroy answers or quizzes, or be published."""
    key = "output_is_yaml" if output.suffix.lower() in _OWN_ENDINGS else _harm(output, inputs, docs, quizzes)
    if key:
        raise click.UsageError(t(key, path=output))


def is_folder(path: Path) -> bool:
    """Whether there is such a folder; no, where the path cannot even be asked about."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _harm(output: Path, inputs: Iterable[Path], docs: Path, quizzes: Path) -> str:
    for given in inputs:
        if lies_in(given, output):
            return "output_among_answers"
        if _is_same(given, output):
            return "would_overwrite"
    # A link may lead elsewhere, and what is written beside the results still lies where the link does.
    places = (output, output.parent)
    if any(lies_in(quizzes, place) for place in places):
        return "output_among_quizzes"
    if any(lies_in(docs, place) for place in places):
        return "output_published"
    return "output_in_site" if any(_lies_in_site(docs, place) for place in places) else ""


def _lies_in_site(docs: Path, place: Path) -> bool:
    """Whether it is in the folder of a site, which may not be there yet."""
    around = (place.resolve(), *place.resolve().parents)
    return any(site.resolve() in around or lies_in(site, place) for site in find_built_sites(docs)) or any(
        map(is_built_site, around)
    )


def lies_in(folder: Path, file: Path) -> bool:
    """Whether the file is the folder or below it, by whatever names and links they are given."""
    place = file.resolve()
    return is_folder(folder) and any(_is_same(parent, folder) for parent in (place, *place.parents))


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
