"""Files of situations, each made of what a reader is shown of it.

A file is written in YAML as text, or as a mapping with one of the keys of RECIPES; `shown` gives other lines to show.
"""

import gzip
import io
import tarfile
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.docs.error_examples import translated
from tests.docs.situations.archives import pack
from tests.docs.situations.documents import listed_lines, word_file, word_lines
from tests.docs.situations.kept_work import write_begun, write_damaged_log, write_log_of_sheet
from tests.docs.situations.pdf_files import blank_pdf, letter_pdf, locked_pdf, pdf_of
from tests.docs.situations.place import Place
from tests.docs.situations.sheets import sheet_file, shown_fields, text_file
from tests.docs.situations.tables import parquet_file, shown_columns

_NAMES = {"cp1251": "Windows-1251", "cp866": "CP866", "utf-8": "UTF-8"}
_MARKDOWN = """{front}# Возврат товара

Письмо от 15.03.2021. Аудитория: Отдел продаж

## Прием товара

Осмотрите товар.

{more}

## Деньги

Деньги возвращают за 10 дней.
"""
_IN_MEMORY = Path("/dev/shm")
_ODD = {
    "old word": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "zeros": bytes(40),
    "stray byte": b"\xff",
}


def write_file(place: Place, name: str, made: Any) -> None:
    """Write the file under its name; what is None is deleted."""
    path = place.root / place.text(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    if made is None:
        path.unlink()
    elif isinstance(made, str):
        path.write_text(place.text(made), encoding="utf-8")
    else:
        RECIPES[_kind(made)](place, path, made)


def shown_lines(name: str, made: Any, lang: str) -> list[str]:
    """Return the lines that show the file."""
    if not isinstance(made, str):
        made = made["shown"] if "shown" in made else _VIEWS.get(_kind(made), _view_of_nothing)(made, lang)
    return translated(made, lang).rstrip("\n").split("\n") if made else []


def label(made: Any, lang: str) -> str:
    """Return what stands behind the file's name: its encoding or size where that is the point."""
    if not isinstance(made, Mapping):
        return ""
    said = made.get("label") or _NAMES.get(_encoding(made, lang) if "encoding" in made else "", "")
    return f" ({translated(str(said), lang)})" if said else ""


def _kind(made: Mapping[str, Any]) -> str:
    return next(key for key in made if key in RECIPES)


def _write_text(place: Place, path: Path, made: Mapping[str, Any]) -> None:
    path.write_bytes(place.text(made["text"]).encode(_encoding(made, place.lang)))


def _encoding(made: Mapping[str, Any], lang: str) -> str:
    asked = made.get("encoding", "utf-8")
    return str(asked if isinstance(asked, str) else asked[lang])


def _write_packed(place: Place, path: Path, made: Mapping[str, Any]) -> None:
    data = place.text(made["gzip"]).encode()
    for _ in range(made.get("times", 1)):
        data = gzip.compress(data, mtime=0)
    path.write_bytes(data)


def _write_tar(place: Place, path: Path, made: Mapping[str, Any]) -> None:
    """Write an archive with this table in it."""
    data = place.text(made["tar"]).encode()
    about = tarfile.TarInfo("table.csv")
    about.size = len(data)
    with tarfile.open(path, "w:gz") as archive:
        archive.addfile(about, io.BytesIO(data))


def _write_markdown(place: Place, path: Path, made: Mapping[str, Any]) -> None:
    """Write the letter as Markdown, with a paragraph of its own and fields at the top."""
    front = f"---\n{made['front']}\n---\n" if "front" in made else ""
    path.write_text(place.text(_MARKDOWN.format(front=front, more=made["markdown"])), encoding="utf-8")


def moodle_lines(made: Mapping[str, Any]) -> list[str]:
    """Return the lines of a bank with one question of this type."""
    return [
        "<quiz>",
        f'<question type="{made["moodle"]}">',
        *made["lines"],
        *listed_lines(made.get("more")),
        "</question>",
        "</quiz>",
    ]


def _write_moodle(place: Place, path: Path, made: Mapping[str, Any]) -> None:
    path.write_text(place.text("\n".join(moodle_lines(made))) + "\n", encoding="utf-8")


def _write_copy(place: Place, path: Path, made: Mapping[str, Any]) -> None:
    path.write_bytes((place.root / made["course"]).read_bytes())


def _write_edited(place: Place, path: Path, made: Mapping[str, Any]) -> None:
    """Change the course's own file; ⋯ in what comes in stands for a text that is written many times."""
    text = path.read_text(encoding="utf-8")
    for change in (_with_many(made), *made.get("also", ())):
        old, new = place.text(change[0]), place.text(_edited(change))
        assert old in text, old
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")


def _with_many(made: Mapping[str, Any]) -> list[Any]:
    return [*made["edit"], made["many"], ""] if "many" in made else made["edit"]


def _edited(change: Sequence[Any]) -> str:
    if len(change) == 2:
        return str(change[1])
    _, new, (unit, times), end = change
    return new.replace("⋯", "".join(unit.format(n=number, next=number + 1) for number in range(times))) + end


def _write_odd(_: Place, path: Path, made: Mapping[str, Any]) -> None:
    path.write_bytes(_ODD[made["bytes"]])


def _write_repeated(place: Place, path: Path, made: Mapping[str, Any]) -> None:
    path.write_text(place.text(_repeated(made)), encoding="utf-8")


def _repeated(made: Mapping[str, Any]) -> str:
    """Return the text, its middle many times with its number in the place of №."""
    before, text, after = made["repeat"]
    many = (
        (text.replace("№", str(number)) for number in range(1, made["times"] + 1))
        if "№" in text
        else [text] * made["times"]
    )
    return before + "".join(many) + after


def _write_large(_: Place, path: Path, made: Mapping[str, Any]) -> None:
    with path.open("wb") as stream:
        stream.truncate(made["size"])


def _write_folder(place: Place, path: Path, made: Mapping[str, Any]) -> None:
    path.mkdir()
    for name, content in (made["folder"] or {}).items():
        write_file(place, f"{path.relative_to(place.root).as_posix()}/{name}", content)


def _write_crowd(_: Place, path: Path, made: Mapping[str, Any]) -> None:
    path.symlink_to(_crowd(made["crowd"]).name)


@cache
def _crowd(count: int) -> TemporaryDirectory[str]:
    """Make a folder of empty files, once for all who ask, in memory where the system has such a place."""
    folder = TemporaryDirectory(dir=_IN_MEMORY if _IN_MEMORY.is_dir() else None)
    for number in range(count):
        (Path(folder.name) / f"{number}.jpg").touch()
    return folder


def _write_link(place: Place, path: Path, made: Mapping[str, Any]) -> None:
    path.symlink_to(place.root / made["link"])


def _write_pipe(_: Place, path: Path, __: Mapping[str, Any]) -> None:
    import os  # noqa: PLC0415 - one system has no pipes in folders

    os.mkfifo(path)


def _binary(make: Callable[[Place, Any], bytes], key: str) -> Callable[[Place, Path, Mapping[str, Any]], None]:
    def write(place: Place, path: Path, made: Mapping[str, Any]) -> None:
        path.write_bytes(make(place, made[key]))

    return write


def _write_part(place: Place, path: Path, made: Mapping[str, Any]) -> None:
    """Write the beginning of another file, as a download that broke off leaves it."""
    write_file(place, path.relative_to(place.root).as_posix(), made["part"])
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * made.get("of", 0.5))])


RECIPES: Mapping[str, Callable[[Place, Path, Mapping[str, Any]], None]] = {
    "edit": _write_edited,
    "course": _write_copy,
    "text": _write_text,
    "gzip": _write_packed,
    "tar": _write_tar,
    "markdown": _write_markdown,
    "moodle": _write_moodle,
    "bytes": _write_odd,
    "repeat": _write_repeated,
    "size": _write_large,
    "folder": _write_folder,
    "crowd": _write_crowd,
    "link": _write_link,
    "pipe": _write_pipe,
    "part": _write_part,
    "zip": lambda place, path, made: path.write_bytes(pack(place, made["zip"], made.get("as", {}))),
    "docx": lambda place, path, made: path.write_bytes(word_file(place, made)),
    "begun": write_begun,
    "log": write_damaged_log,
    "log_of_sheet": write_log_of_sheet,
    "pdf": _binary(pdf_of, "pdf"),
    "blank_pdf": _binary(lambda _, pages: blank_pdf(pages), "blank_pdf"),
    "locked_pdf": _binary(lambda _, __: locked_pdf(), "locked_pdf"),
    "letter_pdf": _binary(lambda _, __: letter_pdf(), "letter_pdf"),
    "parquet": lambda place, path, made: path.write_bytes(parquet_file(place, made)),
    "sheet": lambda place, path, made: path.write_text(sheet_file(place, made), encoding="utf-8"),
    "text_sheet": lambda place, path, made: path.write_text(text_file(place, made), encoding="utf-8"),
}


def _view_of_nothing(_: Mapping[str, Any], __: str) -> str:
    return ""


_VIEWS: Mapping[str, Callable[[Mapping[str, Any], str], str]] = {
    "text": lambda made, _: made["text"],
    "markdown": lambda made, _: made["markdown"] or f"---\n{made['front']}\n---",
    "moodle": lambda made, _: "\n".join(moodle_lines(made)),
    "repeat": lambda made, _: _repeated(made),
    "edit": lambda made, _: _edited(_with_many(made)),
    "folder": lambda made, _: "\n".join(made["folder"] or ()),
    "zip": lambda made, _: "\n".join(made["zip"]),
    "docx": lambda made, _: "\n".join(word_lines(made)),
    "pdf": lambda made, _: "\n".join(made["pdf"]),
    "parquet": lambda made, _: "\n".join(shown_columns(made["parquet"])),
    "sheet": lambda made, _: "\n".join(shown_fields(made)),
}
