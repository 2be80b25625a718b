"""Questions of other systems as questions of ours: what our model refuses is left out by itself, and told why."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import TypeAdapter, ValidationError

from gramota.course import SelfCheckItem
from gramota.course.names import shorten
from gramota.course.validation.complaint import CODES_OF_KINDS, bound_in
from gramota.errors import Problem, Where
from gramota.exchange.draft import NO_ID

_ITEM: TypeAdapter[SelfCheckItem] = TypeAdapter(SelfCheckItem)


class LeftOutError(Exception):
    """A question that cannot be kept; carries what its author is told."""

    def __init__(self, *problems: Problem) -> None:
        self.problems = problems
        super().__init__(*(problem.code for problem in problems))


def make_item(fields: Mapping[str, Any], name: str, where: Where) -> SelfCheckItem:
    """Return the question that the fields describe, empty ones apart; raise LeftOutError where it can be none."""
    filled = {key: value for key, value in fields.items() if value not in ("", (), None)}
    try:
        return _ITEM.validate_python({"id": NO_ID, "section": NO_ID, **filled}, by_alias=True, by_name=False)
    except ValidationError as error:
        shown = name or str(fields.get("prompt", ""))
        raise LeftOutError(Problem.at(where, "G441", name=shorten(shown)), *_reasons(error, where)) from None


def _reasons(error: ValidationError, where: Where) -> Iterator[Problem]:
    for detail in error.errors(include_url=False):
        context, key = detail.get("ctx", {}), next((str(s) for s in reversed(detail["loc"]) if isinstance(s, str)), "")
        found = context.get("findings", ())
        yield from (
            Problem.at(where, each.code, **{name: shorten(value) for name, value in each.values.items()})
            for each in found
        )
        if detail["type"] == "too_short":
            yield Problem.at(
                where, "G037", key=key, min_length=context["min_length"], actual_length=context["actual_length"]
            )
        elif not found:
            code = "G036" if "string" in detail["type"] else CODES_OF_KINDS.get(detail["type"], "G040")
            yield Problem.at(where, code, key=key, value=shorten(str(detail["input"])), bound=bound_in(context))
