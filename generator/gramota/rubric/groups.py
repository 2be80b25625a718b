"""What is wrong with phrases, and with the synonym groups that they refer to."""

from collections.abc import Collection, Mapping, Sequence

from gramota.rubric.mistakes import PhraseError
from gramota.rubric.phrase import parse_phrase
from gramota.rubric.phrase_tree import Group, groups_of


def find_phrase_errors(text: str, groups: Collection[str]) -> list[PhraseError]:
    """Everything wrong with one phrase, given the names of the synonym groups there are."""
    try:
        phrase = parse_phrase(text)
    except PhraseError as error:
        return [error]
    return [_unknown_group(group, groups) for group in groups_of(phrase) if group.name not in groups]


def find_group_errors(synonyms: Mapping[str, Sequence[str]]) -> list[PhraseError]:
    """Everything wrong with the synonym groups; each error's place is ("synonyms", name, index)."""
    errors = [
        PhraseError("G115", 0, 0, {"name": name}, ("synonyms", name))
        for name, members in synonyms.items()
        if not members
    ]
    for name, members in synonyms.items():
        for index, text in enumerate(members):
            errors.extend(error.at("synonyms", name, index) for error in find_phrase_errors(text, synonyms))
    return errors or [_cycle(name) for name in synonyms if name in _reached_from(name, synonyms)]


def _unknown_group(group: Group, groups: Collection[str]) -> PhraseError:
    return PhraseError("G108", group.start, group.end, {"name": group.name, "known": ", ".join(sorted(groups))})


def _cycle(name: str) -> PhraseError:
    return PhraseError("G114", 0, 0, {"name": name}, ("synonyms", name))


def _reached_from(name: str, synonyms: Mapping[str, Sequence[str]]) -> set[str]:
    reached: set[str] = set()
    ahead = [name]
    while ahead:
        inner = {group.name for text in synonyms[ahead.pop()] for group in groups_of(parse_phrase(text))}
        ahead.extend(sorted(inner - reached))
        reached |= inner
    return reached
