"""The words of gaps to fill in that were looked up before: the dictionary is opened only for new ones."""

import json
from collections.abc import Sequence
from functools import lru_cache

from gramota.cache import store
from gramota.cache.makers import makers
from gramota.rubric.forms.gap_words import compile_gap, words_of_answers


def gap_once(answers: Sequence[str], lang: str) -> dict[str, object]:
    """Return what may be typed for these answers, as compile_gap does."""
    gap: dict[str, object] = json.loads(_gap_text(tuple(words_of_answers(answers)), lang))
    return gap


@lru_cache(maxsize=256)
def _gap_text(words: tuple[str, ...], lang: str) -> str:
    address = store.address_of(b"gap", makers(), json.dumps([lang, *words], ensure_ascii=False).encode())
    return store.made_once(address, lambda: json.dumps(compile_gap(words, lang), ensure_ascii=False))
