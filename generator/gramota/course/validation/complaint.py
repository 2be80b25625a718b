"""One complaint of the model, explained: which problem it is to an author, where, and what its message names."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from gramota.course.finding import Finding
from gramota.course.model.base import ID_PATTERN, TEXT_PATTERN
from gramota.course.names import latin_twin, listed, shorten, suggestion
from gramota.course.validation.annotations import Path, Spot, keys_of
from gramota.course.validation.told_groups import tell_group
from gramota.course.yaml_files.scalar import value_of
from gramota.course.yaml_files.source import Source
from gramota.course.yaml_files.tree import Mapping, Node, Scalar, Sequence
from gramota.errors import Problem, Where

CODES_OF_KINDS = {
    "string_too_long": "G035",
    "greater_than": "G038.above",
    "greater_than_equal": "G038.least",
    "less_than_equal": "G038.most",
    "finite_number": "G038",
    "int_parsing_size": "G038",
    "percent": "G039",
    "time_span": "G045",
    "int_type": "G042.whole_number",
    "float_type": "G042.number",
    "bool_type": "G042.yes_no",
    "tuple_type": "G042.list",
    "dict_type": "G042.mapping",
    "model_type": "G042.mapping",
    "model_attributes_type": "G042.mapping",
}
"""pydantic's names of errors, and our codes where the key, the value and a limit are all that the message needs."""

# pydantic's names of errors -> what would do in place of a text.
_MEANT: dict[str, set[type]] = {"int_type": {int}, "float_type": {int, float}, "bool_type": {bool}}


# What was meant for a text; a remark has a space after its sign.
_REMARK_ALONE = re.compile(r":[ \t]+#[^\s#]")


def bound_in(context: dict[str, Any]) -> str:
    """Return the bound that pydantic names, as it may be copied into YAML; empty where it names none."""
    bound = next((context[name] for name in ("gt", "ge", "le") if name in context), "")
    return str(bound).removesuffix(".0")


@dataclass(frozen=True)
class Complaint:
    """An error of the model under pydantic's name for it, its spot, and what pydantic says of it."""

    kind: str
    spot: Spot
    context: dict[str, Any]
    source: Source

    def problems(self) -> Iterator[Problem]:
        """Yield what the author is told: one problem, several where the model found several, none for an echo."""
        match self.kind:
            case "findings":
                yield from (self._from_finding(found) for found in self.context["findings"])
            case "missing":
                yield Problem.at(self.source.where(*self.spot.path[:-1]), "G030", key=self.key)
            case "extra_forbidden":
                yield self._unknown_key()
            case "union_tag_not_found" | "union_tag_invalid":
                yield self._no_such_type()
            case _ if isinstance(self.node, Scalar) and self.node.value is None and not self.spot.is_key:
                yield self._no_value()
            case "tuple_type" if self._is_list_of_bare_hyphens:
                pass
            case "too_short":
                yield from self._too_few()
            case _:
                yield self._wrong_value()

    def _no_value(self) -> Problem:
        where = self.source.where_key(*self.spot.path)
        is_remark = _REMARK_ALONE.search(self.source.rest_of_line(where))
        return Problem.at(where, "G041.remark" if is_remark else "G041", key=self.key)

    def _wrong_value(self) -> Problem:
        match self.kind:
            case "string_type":
                return self._problem("G032" if isinstance(self.node, Scalar) else "G042.text")
            case "string_pattern_mismatch":
                return self._wrong_text()
            case "date_type":
                return self._problem("G033", suggestion=_iso_date(self.value))
            case "literal_error":
                return self._not_among(self.context["expected"].replace("'", "").replace(" or ", ", "))
        if type(self._unquoted) in _MEANT.get(self.kind, ()):
            return self._problem("G042.quoted")
        return self._problem(CODES_OF_KINDS.get(self.kind, "G040"), bound=bound_in(self.context))

    def _not_among(self, expected: str) -> Problem:
        return self._problem("G034", expected=expected, suggestion=suggestion(self.value, expected.split(", ")))

    @property
    def meant(self) -> Path | None:
        """The path of the field that a misspelt one was most likely meant to be."""
        if self.kind != "extra_forbidden":
            return None
        known, twin = keys_of(self.spot.holder), latin_twin(self.key)
        likely = twin if twin in known else suggestion(self.key, known)
        return (*self.spot.path[:-1], likely) if likely else None

    @property
    def node(self) -> Node | None:
        """What stands at the spot."""
        return self.source.node(*self.spot.path)

    @property
    def key(self) -> str:
        """The name of the field; for an entry of a list, of the list; for a key, of what holds it."""
        path = self.spot.path[:-1] if self.spot.is_key else self.spot.path
        return next((step for step in reversed(path) if isinstance(step, str)), "")

    @property
    def value(self) -> str:
        """What the author wrote there."""
        if self.spot.is_key:
            return shorten(str(self.spot.path[-1]))
        if isinstance(self.node, Scalar):
            return shorten(self.node.raw)
        return shorten(self.source.rest_of_line(self.where))

    @property
    def _is_list_of_bare_hyphens(self) -> bool:
        """Whether the file's reading has told already why this is no list."""
        return any(found.code == "G018" and found.where.line == self.where.line for found in self.source.problems)

    @property
    def _unquoted(self) -> object:
        """What YAML would make of a text without its quotes."""
        return value_of(self.node.raw) if isinstance(self.node, Scalar) and isinstance(self.node.value, str) else None

    @property
    def where(self) -> Where:
        """The value's place, or the key's where the complaint is about the key."""
        find = self.source.where_key if self.spot.is_key else self.source.where
        return find(*self.spot.path)

    def _problem(self, code: str, **values: object) -> Problem:
        return Problem.at(self.where, code, key=shorten(self.key), value=self.value, **values)

    def _from_finding(self, found: Finding) -> Problem:
        path = (*self.spot.path, *found.at)
        values = {name: shorten(value) for name, value in found.values.items()}
        if found.offset is None:
            return tell_group(self.source, path, found.code, **values)
        end = found.offset + len(found.values.get("found", ""))
        problem = Problem.at(self.source.where_inside(found.offset, *path), found.code, **values)
        return problem.until(self.source.end_inside(found.offset, end, *path))

    def _unknown_key(self) -> Problem:
        where, known = self.source.where_key(*self.spot.path), keys_of(self.spot.holder)
        written, twin = shorten(self.key), latin_twin(self.key)
        if twin != self.key and twin in known:
            return Problem.at(where, "G031.lookalike", key=written, latin=twin)
        likely = suggestion(self.key, known)
        return Problem.at(where, "G031", key=written, suggestion=likely, known=listed(known))

    def _no_such_type(self) -> Problem:
        written = self.node.items.get("type") if isinstance(self.node, Mapping) else None
        if written is None:
            return Problem.at(self.where, "G030", key="type")
        at_type = replace(self, spot=Spot((*self.spot.path, "type")))
        if isinstance(written, Scalar) and written.value is None:
            return Problem.at(self.source.where_key(*at_type.spot.path), "G041", key="type")
        known = re.findall(r"'(\w+)'", self.context["expected_tags"])
        values = {"value": at_type.value, "known": listed(known), "suggestion": suggestion(at_type.value, known)}
        return Problem.at(at_type.where, "G043", **values)

    def _too_few(self) -> Iterator[Problem]:
        at_least = self.context["min_length"]
        written = len(self.node.items) if isinstance(self.node, Sequence) else 1
        # pydantic counts only the entries that are right; the author is told of the wrong ones anyway.
        if written < at_least:
            yield self._problem("G037", min_length=at_least, actual_length=written)

    def _wrong_text(self) -> Problem:
        if not self.value or self.context["pattern"] == TEXT_PATTERN:
            return self._problem("G036.name" if self.spot.is_key else "G036")
        twin = latin_twin(self.value)
        is_lookalike = twin != self.value and re.fullmatch(ID_PATTERN, twin)
        return self._problem("G035.lookalike", latin=twin) if is_lookalike else self._problem("G035")


def _iso_date(written: str) -> str:
    """Return the date as it should be written, where it is a Russian one (15.03.2021) or has a time after it."""
    if found := re.match(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})\b", written):
        year, month, day = map(int, found.groups())
    elif found := re.match(r"([0-9]{1,2})[./]([0-9]{1,2})[./]([0-9]{4})\b", written):
        day, month, year = map(int, found.groups())
    else:
        return ""
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return ""
