"""Sheets that came as text, `gramota-text/1`: found again in what a mail program or a messenger made of them.

What a program reads stands in square brackets: a heading before each answer, `[2/5 actions: What do you do?]`, and
after the last one the fields, `[letter: closer-product]`. The rest is for people. Quotes, dashes, spaces, line ends and
emoji may have changed on the way, lines may be quoted, and a messenger may have put its own between them; the checksum
covers none of that and says which reading is right.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from gramota.grading.files.strict_json import Json
from gramota.grading.inbox.answers import FORMAT, Acknowledged, Answers, checksum
from gramota.grading.inbox.messenger_lines import unquote, without_messenger_lines
from gramota.wording import PAGE_LANGUAGES, wording

# The twin of `lettersOf` in the browser; by code points, for no two versions of Unicode agree on what is a letter.
_SIGNS = re.compile(
    "[\0-/:-@\\[-`{-\u00bf\u2000-\u2bff\u3000-\u303f\ufe00-\ufe0f\ufeff\U00010000-\U0010ffff]",
)
_HEADING = re.compile(r"\[\s*([0-9]{1,4})\s*/\s*([0-9]{1,4})\s+([^\s\[\]:]{1,100})\s*:[^\[\]]*\]")
_SEALED = ("letter", "revision", "hash", "site", "id", "name", "started", "finished", "acknowledged", "attempt")
_FIELD = re.compile(rf"\[\s*({'|'.join(('format', *_SEALED, 'checksum'))})\s*:([^\[\]]*)\]")
_FORMAT = re.compile(r"\[\s*format\s*:\s*gramota.text/")
_DASHES = re.compile("[\u2010-\u2015\u2212\ufe58\uff0d]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


@dataclass(frozen=True)
class Written:
    """A sheet as a text has it: its fields by name, its answers by question, and whether the checksum fits."""

    fields: Mapping[str, str]
    answers: tuple[tuple[str, str], ...]
    is_sealed: bool


@dataclass(frozen=True)
class Cut:
    """A sheet of which a part is missing: so many of so many answers are there, and the end with its fields or not."""

    found: int
    total: int
    has_end: bool


def is_answers_text(text: str) -> bool:
    """Return whether the text says that it is one, of whatever version."""
    return _FORMAT.search(text) is not None


def find_sheets(text: str) -> Iterator[Written | Cut]:
    """Yield each sheet in the text, in order; nothing where the text has none."""
    plain = unquote(_LINE_ENDS.sub("\n", text))
    for block in _split(plain):
        yield _best_reading(map(_read_block, without_messenger_lines(block)))


def content_of(written: Written, restore: Mapping[str, str]) -> dict[str, Json]:
    """Return the content of the answers file that says the same, without the self-check.

    `restore` has known ids by their letters. A field that the text lacks is absent, as in a file.
    """
    fields: dict[str, Json] = {key: _number(value) for key, value in written.fields.items()}
    if "letter" in fields:
        fields["letter"] = restore.get(letters_of(written.fields["letter"]), written.fields["letter"])
    answers: list[Json] = [
        {"question": restore.get(letters_of(key), key), "text": said} for key, said in written.answers
    ]
    content: dict[str, Json] = {
        "format": FORMAT,
        **{key: written.fields[key] for key in ("site", "started", "finished") if key in fields},
        "letter": {key: fields[name] for key, name in _LETTER.items() if name in fields},
        "learner": {key: written.fields[key] for key in ("id", "name") if key in fields},
        "acknowledged": _acknowledged(written.fields.get("acknowledged", "")),
        **({"attempt": fields["attempt"]} if "attempt" in fields else {}),
        "answers": answers,
        "self_check": [],
    }
    return {**content, "checksum": checksum(content)}


_LETTER = {"id": "letter", "revision": "revision", "hash": "hash"}


def seal_of(answers: Answers) -> str:
    """Return what a sheet has in common as a file and as a text: the checksum that its text has."""
    letter, learner = answers.letter, answers.learner
    values = (letter.id, letter.revision, letter.hash, answers.site, learner.id, learner.name)
    moments = (answers.started, answers.finished, _stamp(answers), answers.attempt)
    fields = dict(zip(_SEALED, ("" if value is None else str(value) for value in (*values, *moments)), strict=True))
    return _seal(fields, [(answer.question, answer.text) for answer in answers.answers])


def _stamp(answers: Answers) -> str | int | None:
    stamp = answers.acknowledged
    return f"{stamp.revision} {stamp.hash} {stamp.at}" if isinstance(stamp, Acknowledged) else stamp


def _acknowledged(said: str) -> dict[str, Json] | str | None:
    """Return the stamp that the field says; what cannot be one stays as it is, to be refused."""
    match said.split():
        case []:
            return None
        case revision, digest, moment if isinstance(_number(revision), int):
            return {"revision": _number(revision), "hash": digest, "at": moment}
        case _:
            return said


def letters_of(text: str) -> str:
    """Return the text without what a messenger may change."""
    return _SIGNS.sub("", unicodedata.normalize("NFC", text))


def by_letters(ids: Iterable[str]) -> dict[str, str]:
    """Return the ids by their letters, without those that these do not tell apart."""
    found: dict[str, list[str]] = {}
    for each in ids:
        found.setdefault(letters_of(each), []).append(each)
    return {key: same[0] for key, same in found.items() if len(same) == 1}


def _split(text: str) -> Iterator[str]:
    """Yield the parts of the text that have a first question, each up to its checksum or to the next first question."""
    starts = [found.start() for found in _HEADING.finditer(text) if int(found[1]) == 1]
    for start, end in pairwise([*starts, len(text)]):
        ends = [found.end() for found in _FIELD.finditer(text, start, end) if found[1] == "checksum"]
        yield text[start : ends[0] if ends else end]


def _read_block(block: str) -> Written | Cut:
    headings = _consecutive(block)
    total = int(headings[0][2])
    foot = _find_foot(block, headings[-1].end())
    fields = {found[1]: _one_line(found[2]) for found in foot}
    if len(headings) < total or "checksum" not in fields:
        return Cut(len(headings), total, has_end="checksum" in fields)
    ends = [*(found.start() for found in headings[1:]), foot[0].start()]
    texts = [block[found.end() : end] for found, end in zip(headings, ends, strict=True)]
    answers = [(found[3], _answer(text)) for found, text in zip(headings, texts, strict=True)]
    return Written(fields, tuple(answers), _seal(fields, answers) == fields["checksum"].lower())


def _best_reading(readings: Iterator[Written | Cut]) -> Written | Cut:
    """Return the first reading that the checksum confirms, else the first of all."""
    first = next(readings)
    if isinstance(first, Written) and first.is_sealed:
        return first
    return next((other for other in readings if isinstance(other, Written) and other.is_sealed), first)


def _find_foot(block: str, start: int) -> list[re.Match[str]]:
    """Return the fields from the one that names the format; what looks like a field before it is the learner's."""
    fields = [*_FIELD.finditer(block, start)]
    formats = [place for place, field in enumerate(fields) if field[1] == "format"]
    return fields[formats[-1] :] if formats else []


def _consecutive(block: str) -> list[re.Match[str]]:
    """Return the headings that count on from the first; one out of its turn was written by whoever answered."""
    found: list[re.Match[str]] = []
    for heading in _HEADING.finditer(block):
        if int(heading[1]) == len(found) + 1 and (not found or heading[2] == found[0][2]):
            found.append(heading)
    return found


def _seal(fields: Mapping[str, str], answers: Sequence[tuple[str, str]]) -> str:
    said = [*((key, fields.get(key, "")) for key in _SEALED), *answers]
    sealed = "\n".join("=".join(letters_of(part) for part in pair) for pair in said)
    return hashlib.sha256(sealed.encode()).hexdigest()[:16]


def _answer(text: str) -> str:
    said = "\n".join(line.strip() for line in text.splitlines()).strip()
    return "" if letters_of(said) in _no_answer() else said


@cache
def _no_answer() -> frozenset[str]:
    return frozenset(letters_of(wording("runtime", lang)("text_no_answer")) for lang in PAGE_LANGUAGES)


def _one_line(said: str) -> str:
    return " ".join(_INVISIBLE.sub("", _DASHES.sub("-", said)).split())


def _number(said: str) -> int | str:
    return int(said) if re.fullmatch("[0-9]{1,9}", said) else said
