"""What only all letters together can know: links and translations that lead nowhere, groups in several spellings."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from gramota.course.checks.group_names import advise_groups
from gramota.course.checks.link_check import check_links
from gramota.course.checks.linked import LinkedLetter
from gramota.course.checks.translations import Fault, advise_translations, check_translations
from gramota.errors import Problem


class Connections(NamedTuple):
    """Links and translations that lead nowhere; as advice, translations that lag behind, and spellings of groups."""

    problems: list[Problem]
    advice: list[Problem]


def find_connections(letters: Mapping[str, LinkedLetter], docs: Path) -> Connections:
    """Return what is wrong between these letters, and between them and the other files of the docs folder."""
    spoken = {letter_id: letter.spoken for letter_id, letter in letters.items()}
    problems = (*check_links(letters, docs), *_told(check_translations(spoken), letters))
    groups = {letter_id: (letter.source, letter.groups) for letter_id, letter in letters.items()}
    return Connections([*problems], [*_told(advise_translations(spoken), letters), *advise_groups(groups)])


def _told(faults: Iterable[Fault], letters: Mapping[str, LinkedLetter]) -> Iterator[Problem]:
    yield from (fault.told(letters[fault.letter_id].source) for fault in faults)
