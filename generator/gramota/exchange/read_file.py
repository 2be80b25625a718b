"""Which reader a file has, by its ending."""

import re
from collections.abc import Collection
from pathlib import Path

from gramota.course.files.folder import shown_path
from gramota.errors import ContentError, Problem, Where, reason_of
from gramota.exchange.draft import Found
from gramota.exchange.input_file import MAX_BYTES, MAX_TEXT_BYTES, read_bytes

ENDINGS = (".docx", ".pdf", ".md", ".markdown", ".txt", ".gift", ".xml")
_LOOKS_LIKE_GIFT = re.compile(rb"(?<!\\)\{(?:[^{}\\]|\\.){0,20000}\}|^\s*\$CATEGORY:", re.MULTILINE | re.DOTALL)


def may_be_questions(path: Path) -> bool:
    """Whether a text has questions in GIFT; yes, where it cannot be read, for its reader says why."""
    try:
        return bool(_LOOKS_LIKE_GIFT.search(read_bytes(path, MAX_TEXT_BYTES)))
    except ContentError:
        return True


def read_file(path: Path, together: Collection[str] = ()) -> Found:
    """Return what the file holds; raise ContentError where it cannot be read.

    Links to the files that are imported `together` with it, by their full paths, are kept.
    """
    ending, shown = path.suffix.lower(), shown_path(path)
    if ending not in ENDINGS:
        _refuse_missing(path)
        raise ContentError([Problem.at(Where(shown, 0), "G410", ending=path.suffix or path.name)])
    data = read_bytes(path, MAX_BYTES if ending in {".docx", ".pdf"} else MAX_TEXT_BYTES)
    if not data.strip():
        raise ContentError([Problem.at(Where(shown, 0), "G417")])
    # Each reader is loaded when it is wanted: Word's and PDF's libraries take their time.
    match ending:
        case ".docx":
            from gramota.exchange.word.docx import read_docx  # noqa: PLC0415

            return read_docx(data, shown)
        case ".pdf":
            from gramota.exchange.pdf.pdf import read_pdf  # noqa: PLC0415

            return read_pdf(data, shown)
        case ".xml":
            from gramota.exchange.banks.moodle_xml import read_moodle_xml  # noqa: PLC0415

            return read_moodle_xml(data, shown)
    if ending == ".gift" or (ending == ".txt" and _LOOKS_LIKE_GIFT.search(data)):
        from gramota.exchange.banks.gift import read_gift  # noqa: PLC0415

        return read_gift(data, shown)
    from gramota.exchange.markdown_letter.markdown_file import read_markdown  # noqa: PLC0415

    return read_markdown(data, shown, path, together)


def _refuse_missing(path: Path) -> None:
    """Raise ContentError where there is nothing under this name, whose ending then says nothing."""
    try:
        path.stat()
    except (OSError, ValueError) as error:
        raise ContentError([Problem.at(Where(shown_path(path), 0), "G001", reason=reason_of(error))]) from None
