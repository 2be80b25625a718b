"""Words that a site had before: their forms are kept, so that the dictionaries are opened only for new ones."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from gramota.cache import store
from gramota.cache.makers import searchers
from gramota.search.words import Group, groups_of

Word = tuple[str, str]
"""A language and a folded word of a text in it."""


def groups_once(words: Iterable[Word]) -> dict[Word, Sequence[Group]]:
    """Return the groups of each word, as groups_of does."""
    alike: dict[Word, list[str]] = defaultdict(list)
    for lang, word in sorted(words):
        alike[lang, word[0]].append(word)
    return {word: groups for (lang, _), each in alike.items() for word, groups in _kept(lang, each)}


def _kept(lang: str, words: Sequence[str]) -> Iterator[tuple[Word, Sequence[Group]]]:
    """A word more or less is looked up with those that begin with the same letter, and with no others."""
    address = store.address_of(b"search", searchers(), json.dumps([lang, *words]).encode())
    rows = json.loads(store.made_once(address, lambda: _made(lang, words)))
    for word, groups in zip(words, rows, strict=True):
        yield (lang, word), [Group(frozenset(forms.split()), tail) for forms, tail in groups]


def _made(lang: str, words: Sequence[str]) -> str:
    rows = [[(" ".join(sorted(group.forms)), group.tail) for group in groups_of(word, lang)] for word in words]
    return json.dumps(rows, ensure_ascii=False)
