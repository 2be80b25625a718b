"""Russian typed with the keyboard left on English: «vfh;f» for «маржа»."""

import re
from collections.abc import Callable

from gramota.rubric.spelling.fold import WORD, fold_word

KEYS = (
    "qwertyuiop[]asdfghjkl;'zxcvbnm,.`/?" + 'QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>~',
    "йцукенгшщзхъфывапролджэячсмитьбюё.," + "ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ",
)
"""The signs of the keys in the English layout, and in the Russian one."""

_TO_RUSSIAN = str.maketrans(*KEYS)
_RUN = re.compile("[!-~]*[A-Za-z][ -~]*")
_CHUNK = re.compile("[!-~]+")
_SHORTEST = 4
"""Letters of a word that shows which layout was meant."""


def as_meant(answer: str, is_form: Callable[[str], bool]) -> str:
    """The answer, sign for sign, with its runs of Latin text read as Russian where that makes a word of them a form."""
    return _RUN.sub(lambda run: _run_as_meant(run[0], is_form), answer)


def _run_as_meant(run: str, is_form: Callable[[str], bool]) -> str:
    """What is a form as it stands («CRM») stays as it is."""
    words = map(fold_word, WORD.findall(run.translate(_TO_RUSSIAN)))
    if not any(len(word) >= _SHORTEST and is_form(word) for word in words):
        return run
    return _CHUNK.sub(lambda chunk: chunk[0] if _is_known(chunk[0], is_form) else chunk[0].translate(_TO_RUSSIAN), run)


def _is_known(chunk: str, is_form: Callable[[str], bool]) -> bool:
    return any(is_form(fold_word(word)) for word in WORD.findall(chunk))
