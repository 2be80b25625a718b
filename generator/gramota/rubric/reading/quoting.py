"""Which words of an answer are only somebody else's wrong opinion: «многие думают, что …, но это не так»."""

from gramota.rubric.languages import word_class as kind
from gramota.rubric.languages.language import Language
from gramota.rubric.reading.reading import START, TURNING, Reading

CROWD_WITHIN = 3
ASIDE_WITHIN = 4
THAT_WITHIN = 5
DISBELIEVED_WITHIN = 3
OPENING, CLOSING = '«„“"', '»”“"'
LONGEST_OPINION = 60
"""Words of an opinion, and of what is said on it, that are read."""

REBUTTED_WITHIN = 3
"""Words from the start of a clause: deeper inside, a rebuttal speaks of something else."""


def find_quoted(reading: Reading, language: Language) -> set[int]:
    """The words of opinions that the answer reports and does not share."""
    quoted: set[int] = set()
    sentences = reading.sentences()
    for at in range(len(reading.words)):
        classes = reading.classes[at]
        if classes & kind.OPINION and at not in quoted and not _is_aside(reading, at, language):
            quoted.update(_opinion(reading, sentences, at, language))
        elif classes & kind.ALLEGEDLY:
            quoted.update(_until_edge(reading, at))
        if classes & kind.DISBELIEF:
            quoted.update(_disbelieved(reading, at, language))
            if _takes_back(reading, at, language):
                quoted.update(_taken_back(reading, sentences, at))
            elif _answers_no(reading, at, language):
                quoted.update(_sentence_before(sentences, at))
    return quoted


def _is_aside(reading: Reading, at: int, language: Language) -> bool:
    """«Как кажется новичкам» is said in passing, «я не думаю», «я бы сказал» are no report."""
    before = range(_aside_start(reading, at), at)
    is_aside = any(reading.classes[word] & kind.AS or word + reading.row(word, language.own) >= at for word in before)
    return is_aside or reading.classes[at - 1] & kind.NEGATOR > 0


def _aside_start(reading: Reading, at: int) -> int:
    """The start of the clause, or a few words back."""
    first = at
    while first > max(0, at - ASIDE_WITHIN) and not reading.edges[first]:
        first -= 1
    return first


def _opinion(reading: Reading, sentences: list[int], at: int, language: Language) -> range:
    claim = _claim_before(reading, sentences, at, language)
    start = claim.start if claim else _content_start(reading, at, language)
    if start < 0:
        return range(0)
    end = claim.stop if claim else _speech_end(reading, start) or _content_end(reading, start, language)
    verdict = _verdict(reading, sentences, max(end, at), sentences[max(end - 1, at)], language)
    is_wrong = verdict == "wrong" or (not verdict and _is_of_the_crowd(reading, sentences, at))
    return range(start, end) if is_wrong else range(0)


def _claim_before(reading: Reading, sentences: list[int], at: int, language: Language) -> range:
    """«План взят с потолка, многие так считают»: what a clause takes up that says «так», who thinks, and no more."""
    first, end = _aside_start(reading, at), at + 1
    while end < at + ASIDE_WITHIN and not reading.edge(end):
        end += 1
    others = [word for word in range(first, end) if word != at and not reading.row(word, language.thus)]
    says_more = any(not reading.classes[word] & (kind.CROWD | kind.FREE) for word in others)
    opens = first == 0 or sentences[first - 1] < sentences[at]
    if says_more or len(others) == end - first - 1 or reading.edge(end) < (START if opens else 1):
        return range(0)
    start = first
    while start > max(0, first - LONGEST_OPINION) and (start == first or reading.edges[start] < START):
        start -= 1
    return range(start, first)


def _disbelieved(reading: Reading, at: int, language: Language) -> range:
    """What stands after «что» in «неправда, что …»."""
    start = at + reading.row(at, language.disbeliefs)
    for word in range(start, min(len(reading.words), start + DISBELIEVED_WITHIN) if start > at else start):
        if reading.edges[word] == START:
            break
        if reading.classes[word] & kind.THAT:
            return range(word, _before_turn(reading, word, _content_end(reading, word, language)))
    return range(0)


def _before_turn(reading: Reading, start: int, end: int) -> int:
    """«Не верю, что дело в цене, а верю в качество»: what follows «а» is meant, save in a contrast («не X, а Y»)."""
    turn = next((word for word in range(start, end) if reading.edges[word] == TURNING), end)
    denies = any(classes & kind.NEGATOR for classes in reading.classes[start : turn + 2])
    return end if denies else turn


def _takes_back(reading: Reading, at: int, language: Language) -> bool:
    """«Ошибся» takes back what stands before it; «замерщик ошибся», «ошибся на метр» do not: alone, it says no more."""
    size = reading.row(at, language.retractions)
    first = at
    while size == 1 and first > 0 and not reading.edges[first] and reading.classes[first - 1] & kind.FREE:
        first -= 1
    stands_alone = (first == 0 or reading.edges[first] > 0) and reading.edge(at + 1) > 0
    return size > 1 or (size == 1 and stands_alone)


def _taken_back(reading: Reading, sentences: list[int], at: int) -> range:
    """What stands before in the sentence; if the rubric knows no word of it, the sentence before: «маржа… стоп, ой»."""
    before = _sentence_before(sentences, at)
    is_idle = not any(reading.words[word].keys for word in before)
    return range(_sentence_before(sentences, before.start).start if is_idle else before.start, at)


def _sentence_before(sentences: list[int], at: int) -> range:
    """The words before in the sentence; the whole sentence before where it is the first word of its own."""
    first = at
    while first > max(0, at - LONGEST_OPINION) and sentences[first - 1] == sentences[at - 1]:
        first -= 1
    return range(first, at)


def _answers_no(reading: Reading, at: int, language: Language) -> bool:
    """«Фактическая маржа? Нет, плановая»: a question that the answer itself puts and denies."""
    size = reading.row(at, language.noes)
    return size > 0 and reading.sign_before(at, "?") and reading.edge(at + size) > 0


def _content_start(reading: Reading, at: int, language: Language) -> int:
    """The word after «что», after a comma or colon, or after a quotation mark; -1 for none."""
    for word in range(at + 1, min(len(reading.words), at + 1 + THAT_WITHIN)):
        if reading.edges[word] == START:
            break
        if reading.classes[word] & kind.THAT or reading.edges[word] or reading.sign_before(word, OPENING):
            return word
    return at + 1 if language.that_may_be_left_out and not reading.edge(at + 1) else -1


def _speech_end(reading: Reading, start: int) -> int:
    """Where speech in quotation marks ends, be it of several sentences; 0 for none."""
    if not reading.sign_before(start, OPENING):
        return 0
    ends = range(start + 1, min(len(reading.words), start + LONGEST_OPINION) + 1)
    return next((word for word in ends if reading.sign_before(word, CLOSING)), 0)


def _content_end(reading: Reading, start: int, language: Language) -> int:
    """The end of the sentence, a break («но»), or a rebuttal within it."""
    end = min(len(reading.words), start + LONGEST_OPINION)
    return next((word for word in range(start + 1, end) if _ends_content(reading, word, language)), end)


def _ends_content(reading: Reading, word: int, language: Language) -> bool:
    """«…, неверно», «… — это неверно»."""
    edge = reading.edges[word]
    is_rebuttal = reading.row(word, language.rebuttals) or (
        reading.classes[word] & kind.FREE and reading.row(word + 1, language.rebuttals)
    )
    return edge == START or bool(edge and is_rebuttal)


def _is_of_the_crowd(reading: Reading, sentences: list[int], at: int) -> bool:
    near = range(max(0, at - CROWD_WITHIN), min(len(reading.words), at + CROWD_WITHIN))
    return any(reading.classes[word] & kind.CROWD and sentences[word] == sentences[at] for word in near)


def _verdict(reading: Reading, sentences: list[int], end: int, sentence: int, language: Language) -> str:
    """Whether the rest of the sentence or the next two call the opinion wrong or right; the first word has it."""
    for word in range(end, min(len(reading.words), end + LONGEST_OPINION)):
        if sentences[word] > sentence + 2:
            break
        is_negated = reading.classes[word - 1] & kind.NEGATOR and not reading.edges[word]
        if reading.row(word, language.approvals) and not is_negated:
            return "right"
        if sentences[word] <= sentence + 1 and _is_rebuttal(reading, word, language):
            return "right" if is_negated else "wrong"
    return ""


def _is_rebuttal(reading: Reading, word: int, language: Language) -> bool:
    opens = any(near == 0 or reading.edges[near] for near in range(max(0, word - REBUTTED_WITHIN), word + 1))
    breaks_off = reading.edges[word] == START and reading.classes[word] & kind.BREAK
    return opens and bool(breaks_off or reading.row(word, language.rebuttals))


def _until_edge(reading: Reading, at: int) -> range:
    end = at + 1
    while not reading.edge(end):
        end += 1
    return range(at + 1, end)
