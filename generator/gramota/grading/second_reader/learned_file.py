"""The file in which second readers stand beside their quiz: numbers and beginnings of words, no answers, no names."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal, NamedTuple, Self, get_args

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from gramota.course import Quiz
from gramota.course.files.folder import shown_path
from gramota.course.names import listed
from gramota.course.yaml_files.source import Source
from gramota.errors import ContentError, Problem, Where, reason_of
from gramota.grading.files.atomic_file import write_atomically
from gramota.grading.second_reader.meanings import Meanings, meanings_of
from gramota.grading.second_reader.place import learned_beside
from gramota.grading.second_reader.reader import SecondReader, Weights

_Format = Literal["gramota-learned/2"]
(FORMAT,) = get_args(_Format)


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class _Reader(_Entry):
    criteria: dict[str, str]
    start: tuple[int, ...]
    weights: dict[str, tuple[int, ...]]

    @model_validator(mode="after")
    def _has_one_weight_for_each(self) -> Self:
        if any(len(row) != len(self.criteria) for row in (self.start, *self.weights.values())):
            raise ValueError("rows differ in length")
        return self


class KnownReaders(NamedTuple):
    """The second reader of each question, and as advice which criteria are no longer what it had learned."""

    readers: Mapping[str, SecondReader]
    advice: Sequence[Problem] = ()


class _Learned(_Entry):
    format: _Format
    questions: dict[str, _Reader]


def load_known_readers(quiz: Quiz, source: Source) -> KnownReaders:
    """Return what was learned beside the quiz; raise ContentError where the file is broken."""
    return load_readers(learned_beside(source.path), meanings_of(quiz))


def load_readers(path: Path, meanings: Meanings) -> KnownReaders:
    """Return what was learned of criteria that mean the same today; none where there is no file.

    Raises ContentError for a broken one.
    """
    where = Where(shown_path(path))
    try:
        learned = _Learned.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        return KnownReaders({})
    except OSError as error:
        raise ContentError([Problem.at(where, "G001", reason=reason_of(error))]) from None
    except ValidationError:
        raise ContentError([Problem.at(where, "G403", expected=FORMAT)]) from None
    readers = {name: _reader_of(each, meanings.get(name, {})) for name, each in learned.questions.items()}
    outlived = [
        f"{name} → {each}"
        for name, read in learned.questions.items()
        for each in read.criteria
        if each not in readers[name].criteria
    ]
    advice = [Problem.at(where, "G404", criteria=listed(outlived))] if outlived else ()
    return KnownReaders({name: reader for name, reader in readers.items() if reader.criteria}, advice)


def save_readers(path: Path, readers: Mapping[str, SecondReader], meanings: Meanings) -> None:
    """Write the file, one line for each beginning; the same readers make the same bytes. Raises OSError."""
    with write_atomically(path) as stream:
        stream.writelines(_lines(readers, meanings))


def plain_readers(readers: Mapping[str, SecondReader]) -> dict[str, object]:
    """Return the readers as plain data for readers_of."""
    return {name: [each.criteria, each.start, each.weights] for name, each in readers.items()}


def readers_of(plain: Mapping[str, tuple[list[str], list[int], dict[str, list[int]]]]) -> dict[str, SecondReader]:
    """Read what plain_readers returned, after it was JSON."""
    return {
        name: SecondReader(tuple(criteria), tuple(start), {each: tuple(row) for each, row in weights.items()})
        for name, (criteria, start, weights) in plain.items()
    }


def _reader_of(read: _Reader, meanings: Mapping[str, str]) -> SecondReader:
    """Return the reader without the criteria that have another meaning by now."""
    known = [at for at, (name, meant) in enumerate(read.criteria.items()) if meanings.get(name) == meant]
    if len(known) == len(read.criteria):
        return SecondReader(tuple(read.criteria), read.start, read.weights)
    names = [*read.criteria]
    weights = {begun: _only(known, row) for begun, row in read.weights.items()}
    return SecondReader(tuple(names[at] for at in known), _only(known, read.start), weights)


def _only(places: Sequence[int], row: Weights) -> Weights:
    return tuple(row[at] for at in places)


def _lines(readers: Mapping[str, SecondReader], meanings: Meanings) -> Iterator[str]:
    yield f'{{"format": {_json(FORMAT)}, "questions": {{'
    for number, (name, reader) in enumerate(readers.items()):
        criteria = {each: meanings[name][each] for each in reader.criteria}
        head = f'"criteria": {_json(criteria)}, "start": {_json(reader.start)}'
        yield f'{"," if number else ""}\n{_json(name)}: {{{head}, "weights": {{'
        yield ",".join(f"\n{_json(each)}: {_json(row)}" for each, row in reader.weights.items())
        yield "\n}}"
    yield "\n}}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
