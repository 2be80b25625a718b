"""Which words of answers are somebody's name, so that nothing is learned of them and no file keeps them."""

import re
from collections.abc import Iterable, Iterator

from gramota.grading.second_reader.beginnings import places_of
from gramota.rubric.forms.dictionary import records_of, weighed_readings
from gramota.rubric.languages.language_code import primary_language

_NAMES = frozenset({"Name", "Surn", "Patr", "Poss"})
"""First names, surnames, patronymics and whose something is («петрова»), as OpenCorpora marks them."""
_OF_DICTIONARY = re.compile("[а-я]+")
_NOT_KEPT = "-"
# A sentence goes on behind these; behind a quotation mark or a dash another's speech may begin.
_GOES_ON = re.compile("[ ,\u00a0]+")


def find_names(answers: Iterable[str], lang: str) -> frozenset[str]:
    """Return the folded words that are names: capital inside a sentence, and nowhere small.

    In Russian also those whose usual reading is a name, however they are written. German capitals tell nothing.
    """
    language = primary_language(lang)
    met = {each for answer in answers for each in _met(answer)}
    is_small = {word for word, written in met if written[0].islower()}
    names = set() if language == "de" else {word for word, written in met if _is_capital(written)} - is_small
    return frozenset(names | {word for word, _ in met if language == "ru" and _is_usually_a_name(word)})


def _met(answer: str) -> Iterator[tuple[str, str]]:
    """Yield each word and how it is written; where it begins a sentence, that tells nothing and is not kept."""
    last = 0
    for word, (start, end) in places_of(answer):
        goes_on = last and _GOES_ON.fullmatch(answer, last, start)
        yield word, answer[start:end] if goes_on or answer[start].islower() else _NOT_KEPT
        last = end


def _is_capital(written: str) -> bool:
    """Whether it begins with a capital and goes on with small letters, as neither “I” nor “CRM” does."""
    return len(written) > 1 and written.istitle()


def _is_usually_a_name(word: str) -> bool:
    if not _OF_DICTIONARY.fullmatch(word):
        return False
    readings = weighed_readings(word, records_of(word))
    named = sum(weight for reading, weight in readings if reading.grammemes & _NAMES)
    return bool(readings) and 2 * named >= sum(weight for _, weight in readings)
