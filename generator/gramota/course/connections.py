"""What only all letters together can know: links that lead nowhere, translations of no letter or of an older one."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from gramota.course.link_check import LinkedLetter, check_links
from gramota.course.translations import advise_translations, check_translations
from gramota.errors import Problem


def check_connections(letters: Mapping[str, LinkedLetter], docs: Path) -> Iterator[Problem]:
    """Yield each link that leads nowhere, and each letter that cannot be a translation of the one that it names."""
    yield from check_links(letters, docs)
    for fault in check_translations({letter_id: letter.spoken for letter_id, letter in letters.items()}):
        yield fault.told(letters[fault.letter_id].source)


def advise_connections(letters: Mapping[str, LinkedLetter]) -> Iterator[Problem]:
    """Yield each translation that lags behind its original."""
    for fault in advise_translations({letter_id: letter.spoken for letter_id, letter in letters.items()}):
        yield fault.told(letters[fault.letter_id].source)
