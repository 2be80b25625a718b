"""The navigation of a plain project with many letters: in groups, of which the theme shows a page its own alone.

The plugin shows each page the letters around it. Settings cannot, and every page would list them all.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from typing import Any

from gramota.pages.groups import LONG_LIST


def grouped_nav(entries: Any, letters: Collection[str]) -> Any:  # noqa: ANN401 - MkDocs' nav is nested lists, mappings and strings
    """Return the navigation with long lists of letters in numbered groups; `letters` are the paths of our pages."""
    if isinstance(entries, dict):
        return {title: grouped_nav(value, letters) for title, value in entries.items()}
    if not isinstance(entries, list):
        return entries
    grouped: list[Any] = []
    for is_letters, run in groupby(entries, lambda entry: _is_letter(entry, letters)):
        listed = [*run]
        if is_letters and len(listed) > LONG_LIST:
            grouped += _groups(listed)
        else:
            grouped += listed if is_letters else [grouped_nav(entry, letters) for entry in listed]
    return grouped


def _groups(entries: Sequence[Any]) -> Iterator[dict[str, list[Any]]]:
    for begin in range(0, len(entries), LONG_LIST):
        group = [*entries[begin : begin + LONG_LIST]]
        yield {f"{begin + 1}–{begin + len(group)}": group}


def _is_letter(entry: Any, letters: Collection[str]) -> bool:  # noqa: ANN401 - as above
    """Whether it is a letter's page, alone or with its control sheet."""
    pages = [*entry.values()] if isinstance(entry, dict) else [entry]
    named = pages[0] if len(pages) == 1 and isinstance(pages[0], list) else pages
    return bool(named) and all(isinstance(page, str) and page in letters for page in named)
