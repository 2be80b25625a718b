"""Words that a site had before: their forms are kept, so that the dictionaries are opened only for new ones."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from gramota.cache import store
from gramota.cache.makers import searchers
from gramota.search.words import Group, groups_of

Word = tuple[str, str]
"""A language and a folded word of a text in it."""


def groups_once(words: Iterable[Word]) -> Iterator[tuple[Word, Sequence[Group]]]:
    """Yield each word, sorted, with its groups as groups_of returns them."""
    alike: dict[Word, list[str]] = defaultdict(list)
    for lang, word in sorted(words):
        alike[lang, word[0]].append(word)
    for (lang, _), each in alike.items():
        yield from _kept(lang, each)


def _kept(lang: str, words: Sequence[str]) -> Iterator[tuple[Word, Sequence[Group]]]:
    """A word more or less is looked up with those that begin with the same letter, and with no others."""
    address = store.address_of(b"search", searchers(), json.dumps([lang, *words]).encode())
    rows = json.loads(store.made_once(address, lambda: _made(lang, words)))
    for word, groups in zip(words, rows, strict=True):
        yield (lang, word), [Group(forms, tail) for forms, tail in groups]


def _made(lang: str, words: Sequence[str]) -> str:
    return json.dumps([groups_of(word, lang) for word in words], ensure_ascii=False)
