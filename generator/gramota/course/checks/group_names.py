"""What all letters together call their groups: one group in several spellings, and two that look like one."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from gramota.course.model.audience import part_groups, usual_spelling
from gramota.course.model.plain_name import plain_name, tidy_name
from gramota.course.names import latin_twin, shorten
from gramota.course.validation.told_groups import AUDIENCE, tell_group
from gramota.course.yaml_files.source import Source
from gramota.course.yaml_files.tree import Scalar
from gramota.course.yaml_files.tree import Sequence as ListNode
from gramota.errors import Problem


class PlacedGroup(NamedTuple):
    """A group's name as a letter has it, and which of the letter's groups it is."""

    place: int
    name: str


class _Named(NamedTuple):
    """A group's name in the letter with this source."""

    source: Source
    group: PlacedGroup

    def advice(self, code: str, other: "_Named") -> Problem:
        """Return the advice at the place of this name, which tells where the other stands."""
        elsewhere = tell_group(other.source, (AUDIENCE, other.group.place), code).where
        values = {"name": shorten(self.group.name), "other": shorten(other.group.name), "place": str(elsewhere)}
        return tell_group(self.source, (AUDIENCE, self.group.place), code, **values)


def read_groups(source: Source) -> tuple[PlacedGroup, ...]:
    """Return the groups that the letter's file names, whatever else is wrong with it."""
    node = source.node(AUDIENCE)
    if isinstance(node, Scalar):
        return tuple(PlacedGroup(*each) for each in enumerate(part_groups(_text(node))))
    items = node.items if isinstance(node, ListNode) else ()
    names = (tidy_name(_text(item)) if isinstance(item, Scalar) else "" for item in items)
    return tuple(PlacedGroup(place, name) for place, name in enumerate(names) if name)


def advise_groups(letters: Mapping[str, tuple[Source, Sequence[PlacedGroup]]]) -> Iterator[Problem]:
    """Yield advice on each name that others write otherwise, and on groups that look alike and are two."""
    found = defaultdict[str, list[_Named]](list)
    for source, groups in letters.values():
        for group in groups:
            found[plain_name(group.name)].append(_Named(source, group))
    for names in found.values():
        yield from _advise_spelling(names)
    yield from _advise_twins(found)


def _advise_spelling(names: Sequence[_Named]) -> Iterator[Problem]:
    usual = usual_spelling(each.group.name for each in names)
    model = next(each for each in names if each.group.name == usual)
    yield from (each.advice("G147", model) for each in names if each.group.name != usual)


def _advise_twins(found: Mapping[str, Sequence[_Named]]) -> Iterator[Problem]:
    """Of two groups whose names look alike the smaller is likely the slip."""
    alike = defaultdict[str, list[Sequence[_Named]]](list)
    for key, names in found.items():
        alike[latin_twin(key.upper())].append(names)
    for groups in alike.values():
        model, *others = sorted(groups, key=lambda names: (-len(names), names[0].group.name))
        yield from (each.advice("G148", model[0]) for names in others for each in names)


def _text(node: Scalar) -> str:
    return node.value if isinstance(node.value, str) else ""
