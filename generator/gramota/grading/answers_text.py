"""The answers as text, `gramota-text/1`, read back after a mail program or a messenger has changed its signs.

What a program reads stands in square brackets: a heading before each answer, `[2/5 actions: What do you do?]`, and
after the last one the fields, `[letter: closer-product]`. The rest is for people. The checksum is over letters and
digits alone, so that quotes, dashes, spaces, line ends and emoji may change.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping

from gramota.grading.answers import FORMAT, checksum
from gramota.grading.strict_json import Json
from gramota.wording import LANGUAGES, wording

TEXT_FORMAT = "gramota-text/1"
_SEALED = ("letter", "revision", "hash", "site", "id", "name", "started", "finished", "acknowledged", "attempt")
_FIELD = re.compile(rf"\[\s*({'|'.join(('format', *_SEALED, 'checksum'))})\s*:([^\[\]]*)\]")
_HEADING = re.compile(r"\[\s*([0-9]{1,4})\s*/\s*([0-9]{1,4})\s+([^\s\[\]:]{1,60})\s*:[^\[\]]*\]")
_QUOTED = re.compile(r"^[ \t]*(?:>[ \t]*)*", re.MULTILINE)
# The twin of `lettersOf` in the browser; by code points, for no two versions of Unicode agree on what is a letter.
_SIGNS = re.compile(
    "[\0-/:-@\\[-`{-\u00bf\u2000-\u2bff\u3000-\u303f\ufe00-\ufe0f\ufeff\U00010000-\U0010ffff]",
)
_NOTHING = {wording("runtime", lang)("text_no_answer") for lang in LANGUAGES}


def letters_of(text: str) -> str:
    """Return the text without what a messenger may change."""
    return _SIGNS.sub("", unicodedata.normalize("NFC", text))


def is_answers_text(text: str) -> bool:
    """Return whether the text says that it is one, of whatever version."""
    return re.search(r"\[\s*format\s*:\s*gramota-text/", text) is not None


def parse_answers_text(text: str) -> tuple[dict[str, Json], bool]:
    """Return the content as the file would have it, without the self-check, and whether the checksum is right.

    A field that the text lacks is absent, so that it is told like one that a file lacks.
    """
    plain = _QUOTED.sub("", text)
    fields = {key: " ".join(value.split()) for key, value in _FIELD.findall(plain)}
    answers = [*_answers(plain)]
    content = _content(fields, answers)
    return {**content, "checksum": checksum(content)}, fields.get("checksum") == _text_checksum(fields, answers)


def _answers(text: str) -> Iterator[tuple[str, str]]:
    """Yield question and text; a heading out of its turn was written by whoever answered."""
    found: list[re.Match[str]] = []
    for heading in _HEADING.finditer(text):
        if int(heading[1]) == len(found) + 1:
            found.append(heading)
    foot = [field.start() for field in _FIELD.finditer(text) if field[1] == "format"]
    ends = [*(heading.start() for heading in found[1:]), foot[-1] if foot else len(text)]
    for heading, end in zip(found, ends, strict=False):
        said = "\n".join(line.strip() for line in text[heading.end() : end].splitlines()).strip()
        yield heading[3], "" if " ".join(said.split()) in _NOTHING else said


def _content(fields: Mapping[str, str], answers: list[tuple[str, str]]) -> dict[str, Json]:
    numbers = {key: int(value) if value.isascii() and value.isdigit() else value for key, value in fields.items()}
    letter = {"id": fields.get("letter"), "revision": numbers.get("revision"), "hash": fields.get("hash")}
    learner = {key: fields.get(key) for key in ("id", "name")}
    content: dict[str, Json] = {
        "format": FORMAT,
        **{key: fields[key] for key in ("site", "started", "finished") if key in fields},
        "letter": {key: value for key, value in letter.items() if value is not None},
        "learner": {key: value for key, value in learner.items() if value is not None},
        "acknowledged": _acknowledged(fields.get("acknowledged", "")),
        "attempt": numbers.get("attempt"),
        "answers": [{"question": question, "text": said} for question, said in answers],
        "self_check": [],
    }
    return content


def _acknowledged(said: str) -> dict[str, Json] | str | None:
    """Return the stamp that the field says; what cannot be one stays as it is, to be refused."""
    match said.split():
        case []:
            return None
        case revision, digest, moment if revision.isascii() and revision.isdigit():
            return {"revision": int(revision), "hash": digest, "at": moment}
        case _:
            return said


def _text_checksum(fields: Mapping[str, str], answers: list[tuple[str, str]]) -> str:
    pairs = [*((key, fields.get(key, "")) for key in _SEALED), *answers]
    sealed = "\n".join("=".join(letters_of(part) for part in pair) for pair in pairs)
    return hashlib.sha256(sealed.encode()).hexdigest()[:16]
