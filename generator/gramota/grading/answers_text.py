"""Sheets that came as text, `gramota-text/1`: found again in what a messenger or a mail program made of them.

What the control sheet writes for programs stands in square brackets at the beginnings of lines. Quotes, dashes, spaces,
line ends and emoji may have changed on the way, lines may be quoted or parted by a messenger's own; the checksum
covers none of that and says which reading is right.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from gramota.grading.answers import FORMAT, Answers, checksum
from gramota.grading.messenger_lines import unquote, without_messenger_lines
from gramota.grading.strict_json import Json
from gramota.wording import LANGUAGES, wording

TEXT_FORMAT = "gramota-text/1"

# What answers_text.js leaves out of the checksum: signs, spaces, emoji, whatever a messenger may change.
_SIGNS = re.compile("[\\0-/:-@\\[-`{-\u00bf\u2000-\u2bff\u3000-\u303f\ufe00-\ufe0f\ufeff\U00010000-\U0010ffff]")
_HEADING = re.compile(r"^[ \t]*\[\s*(\d{1,4})\s*/\s*(\d{1,4})\s+([^\s\[\]:]{1,100})\s*:[^\[\]]{0,5000}\]", re.MULTILINE)
_SEALED = ("letter", "revision", "hash", "site", "id", "name", "started", "finished", "acknowledged", "attempt")
_FIELD = re.compile(rf"^[ \t]*\[\s*(format|{'|'.join(_SEALED)}|checksum)\s*:([^\[\]]{{0,1000}})\]", re.MULTILINE)
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


def find_sheets(text: str) -> Iterator[Written | Cut]:
    """Yield each sheet in the text, in order; nothing where the text has none."""
    plain = unquote(_LINE_ENDS.sub("\n", text), _HEADING)
    for block in _split(plain):
        yield _best_reading(map(_read_block, without_messenger_lines(block)))


def content_of(written: Written, restore: Mapping[str, str]) -> dict[str, Json]:
    """Return the content of the answers file that says the same; `restore` has known ids by their letters."""
    fields = written.fields
    answers: list[Json] = [
        {"question": restore.get(letters_of(key), key), "text": text} for key, text in written.answers
    ]
    learner: dict[str, Json] = {key: fields[key] for key in ("id", "name") if fields.get(key)}
    letter = fields.get("letter", "")
    content: dict[str, Json] = {
        "format": FORMAT,
        "site": fields.get("site", ""),
        "letter": {
            "id": restore.get(letters_of(letter), letter),
            "revision": _number(fields.get("revision")),
            "hash": fields.get("hash", "").lower(),
        },
        "learner": learner,
        "started": _moment(fields.get("started")),
        "finished": _moment(fields.get("finished")),
        "acknowledged": _number(fields.get("acknowledged")),
        **({"attempt": _number(fields["attempt"])} if "attempt" in fields else {}),
        "answers": answers,
        "self_check": [],
    }
    return {**content, "checksum": checksum(content)}


def seal_of(answers: Answers) -> str:
    """Return what a sheet has in common as a file and as a text: the checksum that its text has."""
    letter, learner = answers.letter, answers.learner
    values = (letter.id, letter.revision, letter.hash, answers.site, learner.id, learner.name)
    moments = (answers.started, answers.finished, answers.acknowledged, answers.attempt)
    fields = dict(zip(_SEALED, ("" if value is None else str(value) for value in (*values, *moments)), strict=True))
    return _seal(fields, [(answer.question, answer.text) for answer in answers.answers])


def letters_of(text: str) -> str:
    """Return what no messenger changes of the text: its letters and digits."""
    return _SIGNS.sub("", unicodedata.normalize("NFC", text))


def by_letters(ids: Iterable[str]) -> dict[str, str]:
    """Return the ids by their letters and digits, without those that these do not tell apart."""
    found: dict[str, list[str]] = {}
    for each in ids:
        found.setdefault(letters_of(each), []).append(each)
    return {key: same[0] for key, same in found.items() if len(same) == 1}


def _split(text: str) -> Iterator[str]:
    """Yield the parts of the text that have a first question, each up to the next or to its own checksum."""
    starts = [found.start() for found in _HEADING.finditer(text) if int(found[1]) == 1]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        fields = [found.end() for found in _FIELD.finditer(text, start, end) if found[1] == "checksum"]
        yield text[start : fields[0] if fields else end]


def _read_block(block: str) -> Written | Cut:
    headings = _consecutive(block)
    total = int(headings[0][2])
    foot = _find_foot(block, headings[-1].end())
    fields = {found[1]: _one_line(found[2]) for found in foot}
    has_end = "checksum" in fields
    if len(headings) < total or not has_end:
        return Cut(len(headings), total, has_end)
    ends = [*(found.start() for found in headings[1:]), foot[0].start()]
    texts = [block[found.end() : end] for found, end in zip(headings, ends, strict=True)]
    texts[-1] = _without_foot(texts[-1])
    answers = [(found[3], _answer(text)) for found, text in zip(headings, texts, strict=True)]
    is_sealed = _seal(fields, answers) == fields["checksum"].lower()
    return Written(fields, tuple(answers), is_sealed)


def _best_reading(readings: Iterator[Written | Cut]) -> Written | Cut:
    """Return the first reading that the checksum confirms, else the first of all."""
    first = next(readings)
    if isinstance(first, Written) and first.is_sealed:
        return first
    return next((other for other in readings if isinstance(other, Written) and other.is_sealed), first)


def _find_foot(block: str, start: int) -> list[re.Match[str]]:
    """Return the fields from the one that names the format; what looks like a field before it is the learner's."""
    fields = list(_FIELD.finditer(block, start))
    formats = [place for place, field in enumerate(fields) if letters_of(field[2]) == letters_of(TEXT_FORMAT)]
    return fields[formats[-1] :] if formats else []


def _consecutive(block: str) -> list[re.Match[str]]:
    """Return the headings that count on from the first: whatever else looks like one was written by the learner."""
    found: list[re.Match[str]] = []
    for heading in _HEADING.finditer(block):
        if int(heading[1]) == len(found) + 1 and (not found or heading[2] == found[0][2]):
            found.append(heading)
    return found


def _seal(fields: Mapping[str, str], answers: Sequence[tuple[str, str]]) -> str:
    said = [*((key, fields.get(key, "")) for key in _SEALED), *answers]
    sealed = "\n".join(f"{letters_of(key)}={letters_of(value)}" for key, value in said)
    return hashlib.sha256(sealed.encode()).hexdigest()[:16]


def _answer(text: str) -> str:
    said = text.strip()
    return "" if letters_of(said) in _no_answer() else said


def _without_foot(text: str) -> str:
    """Return the last answer without the line that introduces the fields."""
    said, _, last = text.rstrip().rpartition("\n")
    return said if letters_of(last) in _introductions() else text


@cache
def _no_answer() -> frozenset[str]:
    return frozenset(letters_of(wording("runtime", lang)("text_no_answer")) for lang in LANGUAGES)


@cache
def _introductions() -> frozenset[str]:
    return frozenset(letters_of(wording("runtime", lang)("text_foot")) for lang in LANGUAGES)


def _one_line(said: str) -> str:
    return " ".join(_INVISIBLE.sub("", _DASHES.sub("-", said)).split())


def _number(said: str | None) -> int | None:
    return int(said) if said and re.fullmatch(r"[0-9]{1,9}", said) else None


def _moment(said: str | None) -> str:
    return (said or "").replace(" ", "")
