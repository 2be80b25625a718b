"""The file in which second readers stand beside their quiz: whole numbers and beginnings of words, no answers."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from gramota.course.folder import shown_path
from gramota.course.source import Source
from gramota.errors import ContentError, Problem, Where, reason_of
from gramota.grading.atomic_file import write_atomically
from gramota.grading.second_reader.reader import SecondReader

FORMAT: Literal["gramota-learned/1"] = "gramota-learned/1"
ENDING = ".learned.json"


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class _Reader(_Entry):
    answers: int
    criteria: tuple[str, ...]
    start: tuple[int, ...]
    weights: dict[str, tuple[int, ...]]

    @model_validator(mode="after")
    def _has_one_weight_for_each(self) -> Self:
        if any(len(row) != len(self.criteria) for row in (self.start, *self.weights.values())):
            raise ValueError("rows differ in length")
        return self


class _Learned(_Entry):
    format: Literal["gramota-learned/1"]
    questions: dict[str, _Reader]


def learned_beside(source: Source) -> Path:
    """Return where the second readers of the quiz stand, whether there are any or not."""
    quiz = Path(source.path)
    return quiz.with_name(quiz.name.partition(".")[0] + ENDING)


def load_readers(path: Path) -> Mapping[str, SecondReader]:
    """Return the second reader of each question, none where there is no file; raise ContentError for a broken one."""
    where = Where(shown_path(path))
    try:
        learned = _Learned.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise ContentError([Problem.at(where, "G001", reason=reason_of(error))]) from None
    except ValidationError:
        raise ContentError([Problem.at(where, "G403", expected=FORMAT)]) from None
    return {name: _reader_of(each) for name, each in learned.questions.items()}


def save_readers(path: Path, readers: Mapping[str, SecondReader]) -> None:
    """Write the file, one line for each beginning; the same readers make the same bytes. Raises OSError."""
    with write_atomically(path) as stream:
        stream.writelines(_lines(readers))


def plain_readers(readers: Mapping[str, SecondReader]) -> dict[str, object]:
    """Return the readers as plain data for readers_of."""
    return {name: [each.answers, each.criteria, each.start, each.weights] for name, each in readers.items()}


def readers_of(plain: Mapping[str, tuple[int, list[str], list[int], dict[str, list[int]]]]) -> dict[str, SecondReader]:
    """Read what plain_readers returned, after it was JSON."""
    return {
        name: SecondReader(answers, tuple(criteria), tuple(start), {each: tuple(row) for each, row in weights.items()})
        for name, (answers, criteria, start, weights) in plain.items()
    }


def _reader_of(read: _Reader) -> SecondReader:
    return SecondReader(read.answers, read.criteria, read.start, read.weights)


def _lines(readers: Mapping[str, SecondReader]) -> Iterator[str]:
    yield f'{{"format": {_json(FORMAT)}, "questions": {{'
    for number, (name, reader) in enumerate(readers.items()):
        head = f'"answers": {reader.answers}, "criteria": {_json(reader.criteria)}, "start": {_json(reader.start)}'
        yield f'{"," if number else ""}\n{_json(name)}: {{{head}, "weights": {{'
        yield ",".join(f"\n{_json(each)}: {_json(row)}" for each, row in reader.weights.items())
        yield "\n}}"
    yield "\n}}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
