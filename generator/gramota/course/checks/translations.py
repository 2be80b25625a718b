"""The same letter in several languages: one is the original, and each other one names it."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from gramota.course.model.letter import LetterText
from gramota.course.names import likely_path, listed, shorten
from gramota.course.yaml_files.source import Source
from gramota.course.yaml_files.tree import Scalar
from gramota.errors import Problem

KEY = "translation_of"
_DEFAULT = LetterText.model_fields["lang"].default


class Spoken(NamedTuple):
    """What is compared of a letter and its translations; `sections` are None where they cannot be known."""

    lang: str
    revision: int
    original: str
    sections: tuple[str, ...] | None


def read_spoken(source: Source, sections: tuple[str, ...] | None) -> Spoken:
    """Return what the letter's file says, whatever else is wrong with it."""
    lang, revision, original = (source.node(name) for name in ("lang", "revision", KEY))
    return Spoken(
        lang.raw if isinstance(lang, Scalar) else _DEFAULT,
        revision.value if isinstance(revision, Scalar) and isinstance(revision.value, int) else 1,
        original.raw if isinstance(original, Scalar) and isinstance(original.value, str) else "",
        sections,
    )


class Fault(NamedTuple):
    """What is wrong with the letter that a letter calls its original: a code and the values of its message."""

    letter_id: str
    code: str
    values: dict[str, object]

    def told(self, source: Source) -> Problem:
        """Return the problem, at the place where the letter's source names its original."""
        return Problem.at(source.where(KEY), self.code, **self.values)


def check_translations(letters: Mapping[str, Spoken]) -> Iterator[Fault]:
    """Yield a fault for each letter that cannot be a translation of the one that it names."""
    taken: dict[tuple[str, str], str] = {}
    for letter_id, letter in letters.items():
        if letter.original:
            first = taken.setdefault((letter.original, letter.lang), letter_id)
            yield from _find_fault(letter_id, letters, first)


def advise_translations(letters: Mapping[str, Spoken]) -> Iterator[Fault]:
    """Yield a fault for each translation that lags behind its original: an older revision, or missing sections."""
    for letter_id, letter in letters.items():
        original = letters.get(letter.original)
        if original and letter.revision < original.revision:
            values = {"id": letter.original, "now": original.revision, "revision": letter.revision}
            yield Fault(letter_id, "G145", values)
        if original and original.sections and letter.sections is not None:
            missing = [section for section in original.sections if section not in letter.sections]
            if missing:
                yield Fault(letter_id, "G146", {"id": letter.original, "sections": listed(missing)})


def _find_fault(letter_id: str, letters: Mapping[str, Spoken], first: str) -> Iterator[Fault]:
    """`first` is the letter of the same language that has named the same original before."""
    letter = letters[letter_id]
    named, original = shorten(letter.original), letters.get(letter.original)
    if letter.original == letter_id:
        yield Fault(letter_id, "G141", {})
    elif original is None:
        likely = likely_path(named.removesuffix(".yml"), letters.keys() - {letter_id})
        yield Fault(letter_id, "G140", {"id": named, "suggestion": likely})
    elif original.original:
        yield Fault(letter_id, "G143", {"id": named, "suggestion": shorten(original.original)})
    elif original.lang == letter.lang:
        yield Fault(letter_id, "G142", {"id": named, "lang": shorten(letter.lang)})
    elif first != letter_id:
        yield Fault(letter_id, "G144", {"id": named, "other": first, "lang": shorten(letter.lang)})
