"""Which words of an answer are denied, by what, and how firmly."""

from dataclasses import dataclass, field
from typing import NamedTuple

from gramota.rubric.fold import Pause
from gramota.rubric.language import Language, Rows
from gramota.rubric.reading import Reading

LONGEST_SCOPE = 10
OBJECTS_BEFORE = 3
NOUNS_AFTER = 3


class Denial(NamedTuple):
    """A negation: where it stands, which words it covers, whether it only echoes another, whether it has force."""

    at: int
    covers: tuple[int, ...]
    echo: bool
    firm: bool


@dataclass(slots=True)
class Denials:
    """All negations of an answer; `by_word`: those over each word; `denied`: the words that count as denied."""

    all: list[Denial] = field(default_factory=list)
    by_word: dict[int, list[int]] = field(default_factory=dict)
    denied: set[int] = field(default_factory=set)

    def over(self, word: int) -> list[int]:
        """Where the negations stand that cover a word."""
        return [self.all[index].at for index in self.by_word.get(word, ())]


def find_denials(reading: Reading, language: Language) -> Denials:
    """Read the negations of an answer, by the language's closed word lists alone."""
    found = Denials(_soften(_all_denials(reading, language), reading, language))
    for index, denial in enumerate(found.all):
        for word in denial.covers:
            found.by_word.setdefault(word, []).append(index)
    found.denied = {
        word for word, indexes in found.by_word.items() if _is_denied([found.all[index] for index in indexes])
    }
    return found


def _is_denied(denials: list[Denial]) -> bool:
    """Two firm negations make an assertion («нельзя не влиять»); an echo counts only alone («никак»)."""
    firm = sum(not denial.echo for denial in denials if denial.firm)
    return firm % 2 == 1 or (firm == 0 and any(denial.firm and denial.echo for denial in denials))


def _all_denials(reading: Reading, language: Language) -> list[Denial]:
    denials: list[Denial] = []
    for at, word in enumerate(reading.words):
        if word.denied_within:
            denials.append(Denial(at, (at,), echo=False, firm=True))
        elif word.text in language.all_negators and not _is_idiom(reading, at, language):
            denials.append(_denial(reading, at, language))
        if row_at(reading, at, language.verdicts):
            denials.append(Denial(at, tuple(_dismissed(reading, at, language)), echo=False, firm=True))
    return denials


def _denial(reading: Reading, at: int, language: Language) -> Denial:
    text = reading.words[at].text
    after = _noun_scope(reading, at, language) if text in language.noun_negators else _scope(reading, at, language)
    covers = tuple(sorted({*after, *_covered_before(reading, at, language)}))
    return Denial(at, covers, echo=text in language.echoes, firm=not _is_weakened(reading, at, language))


def _is_idiom(reading: Reading, at: int, language: Language) -> bool:
    """«Не только», «не менее»; and «нет, не …», where the first is but an interjection."""
    opens = at == 0 or reading.edges[at] == 3
    follows = text_of(reading, at + 1)
    interjection = opens and text_of(reading, at) in language.nones and follows in language.negators
    return interjection or row_at(reading, at + 1, language.idioms) > 0


def text_of(reading: Reading, at: int) -> str:
    """A word's folded text, or nothing beyond the ends."""
    return reading.words[at].text if 0 <= at < len(reading.words) else ""


def row_at(reading: Reading, at: int, rows: Rows) -> int:
    """How many words at a place make a listed sequence within a clause, 0 for none."""
    if at >= len(reading.words) or reading.words[at].text not in rows:
        return 0
    return next((len(row) for row in rows[reading.words[at].text] if _stands(reading, at, row)), 0)


def _stands(reading: Reading, at: int, row: tuple[str, ...]) -> bool:
    seen = reading.words[at : at + len(row)]
    return tuple(word.text for word in seen) == row and all(word.pause == Pause.NONE for word in seen[1:])


def _scope(reading: Reading, at: int, language: Language) -> list[int]:
    """From a negator to the next boundary, the next negator of the same row, or «и» with a verb."""
    scope: list[int] = []
    for word in range(at + 1, min(len(reading.words), at + 1 + LONGEST_SCOPE)):
        if reading.edges[word] or _ends_scope(reading, at, word, language):
            break
        scope.append(word)
    return scope


def _ends_scope(reading: Reading, at: int, word: int, language: Language) -> bool:
    if text_of(reading, word) in language.negators:
        return word > at + 2
    if text_of(reading, word) not in language.joins:
        return False
    follows = text_of(reading, word + 1)
    return follows in language.all_negators or any(
        text_of(reading, verb).endswith(language.verb_endings) for verb in (word + 1, word + 2) if language.verb_endings
    )


def _noun_scope(reading: Reading, at: int, language: Language) -> list[int]:
    """From «без» to the first word that is no adjective."""
    scope: list[int] = []
    weighty = 0
    for word in _scope(reading, at, language):
        text = text_of(reading, word)
        if text in language.all_negators:
            break
        scope.append(word)
        weighty += text not in language.free
        is_noun = (
            text not in language.free and language.adjective_endings and not text.endswith(language.adjective_endings)
        )
        is_pronoun = word == at + 1 and text in language.pronoun_objects
        if is_noun or is_pronoun or weighty >= NOUNS_AFTER:
            break
    return scope


def _covered_before(reading: Reading, at: int, language: Language) -> list[int]:
    """What a negator denies to its left: «не обязательно», «повлиять не могу», «отзывов нет», «скидок не даю»."""
    if row_at(reading, at + 1, language.dismissals):
        return _dismissed(reading, at, language)
    if _is_absence(reading, at, language) or text_of(reading, at + 1).endswith(language.own_verb_endings or ("\0",)):
        return _objects_before(reading, at, language)
    modal = row_at(reading, at + 1, language.modals)
    return _infinitives_before(reading, at, modal, language) if modal or text_of(reading, at) in language.bans else []


def _is_absence(reading: Reading, at: int, language: Language) -> bool:
    ends_clause = _edge_at(reading, at + 1) > 0
    return text_of(reading, at + 1) in language.absences or (ends_clause and text_of(reading, at) in language.nones)


def _objects_before(reading: Reading, at: int, language: Language) -> list[int]:
    """The few words before a negator, back to «и»; function words among them are not counted."""
    objects: list[int] = []
    left = OBJECTS_BEFORE
    for word in reversed(stretch_before(reading, at)):
        text = text_of(reading, word)
        left -= text not in language.free
        if text in language.circumstances:
            return []
        if left < 0 or text in language.joins:
            break
        objects.append(word)
    return objects


def _infinitives_before(reading: Reading, at: int, modal: int, language: Language) -> list[int]:
    if is_infinitive(text_of(reading, at + 1 + modal), language) and not _edge_at(reading, at + 1 + modal):
        return []
    return [word for word in stretch_before(reading, at) if is_infinitive(text_of(reading, word), language)]


def _edge_at(reading: Reading, at: int) -> int:
    return reading.edges[at] if at < len(reading.edges) else 3


def is_infinitive(text: str, language: Language) -> bool:
    """By its ending only: the matcher has no dictionary."""
    endings, false_endings = language.infinitive
    return len(text) > 3 and text.endswith(endings) and not text.endswith(false_endings) if endings else False


def stretch_before(reading: Reading, at: int, passed: frozenset[str] = frozenset()) -> list[int]:
    """The words back to the nearest boundary, at most LONGEST_SCOPE; a dash is none if only passed words follow it."""
    words: list[int] = []
    here = at
    while here > 0 and len(words) < LONGEST_SCOPE:
        is_dash = reading.edges[here] == 1 and reading.words[here].pause == Pause.DASH
        if reading.edges[here] and not (is_dash and all(text_of(reading, word) in passed for word in words)):
            break
        here -= 1
        words.append(here)
    return words[::-1]


def _dismissed(reading: Reading, at: int, language: Language) -> list[int]:
    """The stretch before a dismissal; when a pronoun stands for the thing dismissed, the stretch before that too."""
    stretch = stretch_before(reading, at, language.free)
    texts = {text_of(reading, word) for word in stretch}
    first = stretch[0] if stretch else at
    if not texts & language.pronouns or not texts <= language.free or _edge_at(reading, first) == 3 or first == 0:
        return stretch
    return [*stretch_before(reading, first - 1), first - 1, *stretch]


def _is_weakened(reading: Reading, at: int, language: Language) -> bool:
    """«Если не», «пока клиент не»."""
    return any(text_of(reading, word) in language.weakeners for word in stretch_before(reading, at))


def _soften(denials: list[Denial], reading: Reading, language: Language) -> list[Denial]:
    """«Без маржи компания не проживёт»: a need, not a denial; so are the negations that go on in its sentence."""
    softened = list(denials)
    needed_in: int | None = None
    for index, denial in enumerate(denials):
        sentence = reading.sentences[denial.at]
        if needed_in == sentence:
            softened[index] = denial._replace(firm=False)
            continue
        follower = denials[index + 1] if index + 1 < len(denials) else None
        if (
            follower
            and text_of(reading, denial.at) in language.noun_negators
            and _goes_on(reading, denial, follower, language)
        ):
            softened[index] = denial._replace(firm=False)
            needed_in = sentence
    return softened


def _goes_on(reading: Reading, denial: Denial, follower: Denial, language: Language) -> bool:
    between = range(denial.at + 1, follower.at + 1)
    if any(reading.edges[word] or text_of(reading, word) in language.joins for word in between):
        return False
    return text_of(reading, follower.at) in language.negators
