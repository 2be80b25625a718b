"""What a roster's columns may be called, in Russian and English, as personnel programs export them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, get_args

Column = Literal["id", "name", "department", "email"]
COLUMNS: tuple[Column, ...] = get_args(Column)

_CALLED: Mapping[Column, Sequence[str]] = {
    "id": (
        *("id", "number", "no", "employee id", "employee number", "personnel number", "personnel no", "staff id"),
        *("номер", "таб номер", "таб №", "табельный", "табельный номер", "табельный №", "код", "код сотрудника"),
    ),
    "name": (
        *("name", "full name", "employee", "employee name", "фио", "ф и о", "имя", "сотрудник", "работник"),
        *("фамилия имя отчество", "фамилия имя", "фамилия и имя", "фамилия и о"),
    ),
    "department": (
        *("department", "dept", "unit", "team", "division", "отдел", "департамент", "подразделение"),
        *("структурное подразделение", "служба", "управление"),
    ),
    "email": (
        *("email", "e mail", "mail", "email address", "e mail address", "почта", "эл почта", "электронная почта"),
        *("адрес электронной почты", "имейл"),
    ),
}
_COLUMN_OF: Mapping[str, Column] = {name: column for column, names in _CALLED.items() for name in names}


def column_called(name: str) -> Column | None:
    """Return which column of a roster is called so; None where it is another."""
    plain = " ".join(re.sub(r"[^\w№]+|_", " ", name).split()).casefold().replace("ё", "е")
    return _COLUMN_OF.get(plain)


def columns_called(names: Iterable[str]) -> list[Column | None]:
    """Return for each name of a header which column it is."""
    return [column_called(name) for name in names]


def is_roster_header(names: Iterable[str]) -> bool:
    """Whether a header is a list of people: it has numbers, names, and where they work or how to write to them."""
    found = set(columns_called(names))
    return found >= {"id", "name"} and not found.isdisjoint(("department", "email"))
