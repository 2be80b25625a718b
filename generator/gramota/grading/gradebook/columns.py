"""The columns that say of an attempt whose it is and what came of it; people choose some of them by their headings."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from gramota.course.model.plain_name import plain_name
from gramota.course.names import suggestion
from gramota.grading.decision_facts import decided_at, trainers_of
from gramota.grading.grade import Attempt
from gramota.grading.gradebook.spreadsheet_cells import Cell
from gramota.grading.shown.notices_in_words import tell_notice
from gramota.wording import LANGUAGES, Wording, wording
from gramota.wording.problems import describe

Kind = Literal["text", "long", "number", "share", "moment", "day", "outcome"]


@dataclass(frozen=True)
class Column:
    """A column's name in the wording and in --columns, what kind of cells it has, and what stands in them."""

    name: str
    kind: Kind
    cell: Callable[[Attempt, Wording], Cell]

    def heading(self, t: Wording) -> str:
        """Return the column's heading in the language of the gradebook."""
        return t(f"column.{self.name}")


class UnknownColumnError(ValueError):
    """A name is no column's; carries the name, the most similar heading (or an empty text) and all the headings."""

    def __init__(self, name: str, similar: str, known: tuple[str, ...]) -> None:
        self.name = name
        self.similar = similar
        self.known = known
        super().__init__(name)


def default_columns(letter: Literal["letter", "title"]) -> tuple[Column, ...]:
    """Return the columns of a gradebook when nobody asks for others; letters go by their ids, or by their titles."""
    return tuple(COLUMNS[letter if name == "letter" else name] for name in _USUAL)


def choose_columns(asked: str, t: Wording) -> tuple[Column, ...]:
    """Return the columns whose headings, in any language, stand between the commas; raise UnknownColumnError."""
    names = _names_by_heading()
    chosen: dict[str, Column] = {}
    for said in filter(None, map(str.strip, asked.split(","))):
        name = names.get(_plain(said))
        if name is None:
            headings = tuple(column.heading(t) for column in COLUMNS.values())
            raise UnknownColumnError(said, suggestion(said, headings), headings)
        chosen[name] = COLUMNS[name]
    return tuple(chosen.values())


def _names_by_heading() -> dict[str, str]:
    headings = ((_plain(wording("grading", lang)(f"column.{name}")), name) for lang in LANGUAGES for name in COLUMNS)
    return {name: name for name in COLUMNS} | dict(headings)


def _plain(heading: str) -> str:
    """Return a heading as people write it: in any case, and without what it says in brackets."""
    return plain_name(heading.partition("(")[0])


def _counts(attempt: Attempt, t: Wording) -> str:
    return t(f"standing.{attempt.standing}")


def _share(attempt: Attempt, _t: Wording) -> float | None:
    return None if attempt.share is None else round(attempt.share, 4)


def _self_check(attempt: Attempt, _t: Wording) -> float | None:
    results = attempt.handed_in.answers.self_check
    return round(sum(result.correct for result in results) / len(results), 4) if results else None


def _review(attempt: Attempt, _t: Wording) -> str:
    return ", ".join(grade.question for grade in attempt.grades if grade.review)


def _notices(attempt: Attempt, t: Wording) -> str:
    told = (
        f"{grade.question}: {tell_notice(notice, notice.question, t)}"
        for grade in attempt.grades
        for notice in grade.notices
    )
    return "; ".join(told)


def _warnings(attempt: Attempt, t: Wording) -> str:
    told = (
        f"{warning.code.partition('.')[0]} {describe(warning, t.lang)[0]}" for warning in attempt.handed_in.warnings
    )
    return " ".join(told)


def _acknowledged(attempt: Attempt, _t: Wording) -> dt.datetime | None:
    moment = attempt.handed_in.answers.acknowledged_at
    return _moment(moment) if moment else None


def _moment(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).astimezone(dt.UTC)


def _all_columns() -> Iterator[Column]:
    yield Column("learner_id", "text", lambda attempt, _: attempt.handed_in.answers.learner.id)
    yield Column("name", "text", lambda attempt, _: attempt.handed_in.answers.learner.name)
    yield Column("letter", "text", lambda attempt, _: attempt.handed_in.answers.letter.id)
    yield Column("title", "text", lambda attempt, _: attempt.compiled.letter.title)
    yield Column("revision", "number", lambda attempt, _: attempt.handed_in.answers.letter.revision)
    yield Column("acknowledged", "moment", _acknowledged)
    yield Column("attempt", "number", lambda attempt, _: attempt.handed_in.answers.attempt)
    yield Column("started", "moment", lambda attempt, _: _moment(attempt.handed_in.answers.started))
    yield Column("finished", "moment", lambda attempt, _: attempt.handed_in.answers.finished_at)
    yield Column("score", "number", lambda attempt, _: attempt.score)
    yield Column("max", "number", lambda attempt, _: attempt.max)
    yield Column("share", "share", _share)
    yield Column("result", "outcome", lambda attempt, t: t(f"outcome.{attempt.outcome}"))
    yield Column("counts", "text", _counts)
    yield Column("trainer", "text", lambda attempt, _: trainers_of(attempt))
    yield Column("decided", "moment", lambda attempt, _: decided_at(attempt))
    yield Column("review", "long", _review)
    yield Column("notices", "long", _notices)
    yield Column("warnings", "long", _warnings)
    yield Column("self_check", "share", _self_check)
    yield Column("site", "text", lambda attempt, _: attempt.handed_in.answers.site)
    yield Column("file", "text", lambda attempt, _: attempt.handed_in.file)


COLUMNS: Mapping[str, Column] = {column.name: column for column in _all_columns()}
_USUAL = (
    "learner_id",
    "name",
    "letter",
    "revision",
    "acknowledged",
    "finished",
    "score",
    "max",
    "share",
    "result",
    "counts",
    "trainer",
    "decided",
    "review",
    "notices",
    "warnings",
)
