"""What an answer is as a whole: empty phrases, or words that say nothing, in a list or over and over."""

from gramota.notice_kinds import EMPTY, KEYWORD_LIST, NoticeKind
from gramota.rubric.languages.endings import ends_in
from gramota.rubric.languages.language import Language
from gramota.rubric.languages.word_class import ACTION, ANY_NEGATOR, FREE, INFINITIVE, JOIN, OWN_VERB, VERB
from gramota.rubric.reading.lexicon import Entry
from gramota.rubric.reading.reading import Reading, read
from gramota.rubric.reading.words import Words

LONG_LIST = 5
LONG_ROW = 6
LONGEST_ITEM = 2
LONGEST_EMPTY = 8
TIMES = 3
_SAYING = VERB | OWN_VERB | INFINITIVE | ANY_NEGATOR
"""A word of these says something of the others: «нет маржи — нет зарплаты» is no list."""


def find_notices(words: Words, language: Language) -> tuple[NoticeKind, ...]:
    """Which of EMPTY and KEYWORD_LIST the answer is."""
    if _is_empty(words, language):
        return (EMPTY,)
    return (KEYWORD_LIST,) if _is_repeated(words) or _is_keyword_list(words, language) else ()


def _is_empty(words: Words, language: Language) -> bool:
    """No word at all, or one of the language's ways to give no answer, and little besides."""
    size = len(words.entries)
    if not 0 < size <= LONGEST_EMPTY:
        return not size
    reading = read(words, language)
    return any(reading.row(at, language.empties) for at in range(size))


def _is_repeated(words: Words) -> bool:
    """Each word so many times on the average; «нет, нет, нет» is an answer."""
    said = {entry.text for entry in words.entries}
    return len(words.entries) >= TIMES * len(said) and not words.seen & ANY_NEGATOR


def _is_keyword_list(words: Words, language: Language) -> bool:
    """Items of a word or two, no verb, negation or small word among them but «и»; or a row of the rubric's words."""
    size = len(words.entries)
    if size < LONG_LIST or words.seen & _SAYING or any(map(_binds, words.entries)):
        return False
    reading = read(words, language)
    starts = [0, *(at for at in range(1, size) if reading.edges[at])]
    if len(starts) >= LONG_LIST:
        return all(_is_bare(reading, start, end) for start, end in zip(starts, [*starts[1:], size], strict=True))
    known = sum(bool(entry.keys) for entry in words.entries)
    is_row = size >= LONG_ROW and len(starts) == 1 and known * 10 >= size * 7
    # «Отпугнёт» may be a verb: to let a list pass is better than to refuse a sentence.
    return is_row and not any(ends_in(entry.text, language.likely_verb) for entry in words.entries)


def _binds(entry: Entry) -> bool:
    return entry.classes & FREE > 0 and not entry.classes & JOIN


def _is_bare(reading: Reading, start: int, end: int) -> bool:
    """«Выявление потребностей» names an action, and is no bare item; «коммерческое предложение» is one."""
    acts = any(reading.classes[at] & ACTION for at in range(start, end - 1))
    return reading.weights[end] - reading.weights[start] <= LONGEST_ITEM and not acts
