"""Which words of an answer are only somebody else's wrong opinion: «многие думают, что …, но это не так»."""

from gramota.rubric.language import Language
from gramota.rubric.negation import row_at, text_of
from gramota.rubric.reading import Reading

CROWD_WITHIN = 3
THAT_WITHIN = 5
DISBELIEVED_WITHIN = 3


def find_quoted(reading: Reading, language: Language) -> set[int]:
    """The words of opinions that the answer reports and does not share."""
    quoted: set[int] = set()
    for at, word in enumerate(reading.words):
        if at not in quoted and word.text in language.opinions and not _is_aside(reading, at, language):
            quoted |= _opinion(reading, at, language)
        elif word.text in language.allegedly:
            quoted |= set(_until_edge(reading, at))
        elif size := row_at(reading, at, language.disbeliefs):
            quoted |= _disbelieved(reading, at + size, language)
    return quoted


def _is_aside(reading: Reading, at: int, language: Language) -> bool:
    """«Как кажется новичкам» is said in passing, «я не думаю» is no report."""
    before = {text_of(reading, at - 1), text_of(reading, at - 2)}
    return bool(before & language.as_words) or text_of(reading, at - 1) in language.negators


def _opinion(reading: Reading, at: int, language: Language) -> set[int]:
    start = _content_start(reading, at, language)
    if start is None:
        return set()
    end = _content_end(reading, start, language)
    verdict = _verdict(reading, end, reading.sentences[at], language)
    distanced = _is_of_the_crowd(reading, at, language)
    return set(range(start, end)) if verdict == "wrong" or (distanced and verdict != "right") else set()


def _disbelieved(reading: Reading, at: int, language: Language) -> set[int]:
    """What stands after «что» in «неправда, что …»."""
    for word in range(at, min(len(reading.words), at + DISBELIEVED_WITHIN)):
        if reading.edges[word] == 3:
            break
        if text_of(reading, word) in language.that_words:
            return set(range(word, _content_end(reading, word, language)))
    return set()


def _content_start(reading: Reading, at: int, language: Language) -> int | None:
    """The word after «что», or after a comma or colon."""
    for word in range(at + 1, min(len(reading.words), at + 1 + THAT_WITHIN)):
        if reading.edges[word] == 3:
            break
        if text_of(reading, word) in language.that_words or reading.edges[word] > 0:
            return word
    return at + 1 if language.that_may_be_left_out else None


def _content_end(reading: Reading, start: int, language: Language) -> int:
    """The end of the sentence, a break («но»), or a rebuttal within it."""
    for word in range(start + 1, len(reading.words)):
        if reading.edges[word] == 3 or (reading.edges[word] and row_at(reading, word, language.rebuttals)):
            return word
    return len(reading.words)


def _is_of_the_crowd(reading: Reading, at: int, language: Language) -> bool:
    near = range(max(0, at - CROWD_WITHIN), min(len(reading.words), at + CROWD_WITHIN))
    sentence = reading.sentences[at]
    return any(text_of(reading, word) in language.crowd for word in near if reading.sentences[word] == sentence)


def _verdict(reading: Reading, end: int, sentence: int, language: Language) -> str:
    """Whether the rest of the sentence or the next two call the opinion wrong or right; the first word has it."""
    for word in range(end, len(reading.words)):
        if reading.sentences[word] > sentence + 2:
            break
        if row_at(reading, word, language.approvals) and text_of(reading, word - 1) not in language.negators:
            return "right"
        if reading.sentences[word] <= sentence + 1 and _is_rebuttal(reading, word, language):
            return "wrong"
    return ""


def _is_rebuttal(reading: Reading, word: int, language: Language) -> bool:
    """A rebuttal near the start of its clause; deep inside one it speaks of something else."""
    opens = any(reading.edges[near] or near == 0 for near in range(max(0, word - 3), word + 1))
    return opens and (
        row_at(reading, word, language.rebuttals) > 0
        or (reading.edges[word] == 3 and text_of(reading, word) in language.breaks)
    )


def _until_edge(reading: Reading, at: int) -> list[int]:
    words: list[int] = []
    for word in range(at + 1, len(reading.words)):
        if reading.edges[word]:
            break
        words.append(word)
    return words
