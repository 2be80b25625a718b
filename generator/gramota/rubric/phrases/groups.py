"""What is wrong with phrases, and with the synonym groups that they refer to."""

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

from gramota.rubric.phrases.mistakes import PhraseError
from gramota.rubric.phrases.parse import GROUP, parse_phrase
from gramota.rubric.phrases.tree import Group

MAX_GROUP_DEPTH = 20


def find_phrase_errors(text: str, groups: Collection[str]) -> list[PhraseError]:
    """Everything wrong with one phrase, given the names of the synonym groups there are."""
    try:
        phrase = parse_phrase(text)
    except PhraseError as error:
        return [error]
    return [_unknown_group(group, groups) for group in phrase.groups if group.name not in groups]


def find_group_errors(synonyms: Mapping[str, Sequence[str]]) -> list[PhraseError]:
    """Everything wrong with the synonym groups; each error's place is ("synonyms", name, index)."""
    found = _group_errors(tuple((name, tuple(members)) for name, members in synonyms.items()))
    return [error.at(*error.place) for error in found]


@lru_cache(maxsize=8)
def _group_errors(groups: tuple[tuple[str, tuple[str, ...]], ...]) -> list[PhraseError]:
    """Found once, for the synonyms of a quiz are asked for with each of its questions."""
    synonyms = dict(groups)
    errors = [
        PhraseError("G115", 0, 0, {"name": name}, ("synonyms", name))
        for name, members in synonyms.items()
        if not members
    ]
    for name, members in synonyms.items():
        found = [(index, error) for index, text in enumerate(members) for error in find_phrase_errors(text, synonyms)]
        errors += [error.at("synonyms", name, index) for index, error in found]
    return errors or _find_tangles(synonyms)


def _unknown_group(group: Group, groups: Collection[str]) -> PhraseError:
    return PhraseError("G108", group.start, group.end, {"name": group.name, "known": ", ".join(sorted(groups)) or "—"})


def _find_tangles(synonyms: Mapping[str, Sequence[str]]) -> list[PhraseError]:
    """Groups that contain themselves; where there is none, those that are the first to stand too deep."""
    inner = {name: _named_in(members) for name, members in synonyms.items()}
    circles = [
        PhraseError("G114", 0, 0, {"name": name}, ("synonyms", name)) for name in inner if _is_inside(name, inner)
    ]
    return circles or [
        PhraseError("G117", 0, 0, {"name": name, "limit": f"{MAX_GROUP_DEPTH}"}, ("synonyms", name))
        for name, depth in _depths(inner).items()
        if depth == MAX_GROUP_DEPTH + 1
    ]


def _named_in(members: Sequence[str]) -> frozenset[str]:
    return frozenset([name for _, name in GROUP.findall("\n".join(members))])


def _is_inside(name: str, inner: Mapping[str, frozenset[str]]) -> bool:
    reached: set[str] = set()
    ahead = [name]
    while ahead:
        new = inner[ahead.pop()] - reached
        ahead.extend(new)
        reached |= new
    return name in reached


def _depths(inner: Mapping[str, frozenset[str]]) -> dict[str, int]:
    """How many groups stand inside one another under each name, itself counted; not recursive, for it may be deep."""
    depths: dict[str, int] = {}
    ahead = [*inner]
    while ahead:
        name = ahead[-1]
        unknown = [group for group in inner[name] if group not in depths]
        if not unknown:
            depths[name] = 1 + max((depths[group] for group in inner[name]), default=0)
            ahead.pop()
        ahead.extend(unknown)
    return {name: depths[name] for name in inner}
