"""Which words of an answer are denied, by what, and how firmly."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile
from typing import NamedTuple

from gramota.rubric.languages import word_class as kind
from gramota.rubric.languages.language import Language
from gramota.rubric.reading.forbidding import begins_prohibition, forbidden
from gramota.rubric.reading.reading import START, Reading
from gramota.rubric.reading.scope import noun_scope, scope_after, stretch_before, with_clause
from gramota.rubric.spelling.fold import DASH, STOP

OBJECTS_BEFORE = 3


class Denial(NamedTuple):
    """A negation: where it stands, which words it covers, whether it only echoes another, whether it has force."""

    at: int
    covers: tuple[int, ...]
    echo: bool
    firm: bool


@dataclass(slots=True)
class Denials:
    """All negations of an answer; `over`: which cover a word, `denied`: what counts so, `places`: where they stand."""

    all: list[Denial] = field(default_factory=list)
    over: dict[int, list[int]] = field(default_factory=dict)
    denied: set[int] = field(default_factory=set)
    places: set[int] = field(default_factory=set)

    def places_over(self, word: int) -> list[int]:
        """Where the negations stand that cover a word."""
        return [self.all[index].at for index in self.over.get(word, ())]


def find_denials(reading: Reading, language: Language) -> Denials:
    """Read the negations of an answer, by the language's closed word lists alone."""
    found = Denials(_soften(_all_denials(reading, language), reading))
    for index, denial in enumerate(found.all):
        for word in denial.covers:
            found.over.setdefault(word, []).append(index)
    found.places = {denial.at for denial in found.all}
    found.denied = {word for word, over in found.over.items() if _is_denied([found.all[index] for index in over])}
    return found


def _is_denied(denials: list[Denial]) -> bool:
    """Two firm negations make an assertion («нельзя не влиять»); an echo counts only alone («никак»)."""
    firm = [denial.echo for denial in denials if denial.firm]
    return firm.count(False) % 2 == 1 or (bool(firm) and all(firm))


def _all_denials(reading: Reading, language: Language) -> list[Denial]:
    denials: list[Denial] = []
    for at in range(len(reading.words)):
        classes = reading.classes[at]
        if classes & kind.ATTACHED:
            denials.append(Denial(at, (at,), echo=False, firm=True))
        elif classes & kind.ANY_NEGATOR and not begins_prohibition(reading, at, language):
            denials += [] if _is_idiom(reading, at, language) else [_denial(reading, at, language)]
        if classes & kind.VERDICT:
            denials += _by_rows(reading, at, language)
    return denials


def _by_rows(reading: Reading, at: int, language: Language) -> Iterator[Denial]:
    """What listed sequences of words deny, before them or after them."""
    if size := reading.row(at, language.verdicts):
        yield Denial(_telling(reading, at, size), tuple(_dismissed(reading, at)), echo=False, firm=True)
    if covers := forbidden(reading, at, language):
        yield Denial(at, tuple(covers), echo=False, firm=True)


def _telling(reading: Reading, at: int, size: int) -> int:
    """Of “is forbidden” the second word: `lift forbidden` names it, and so owns the denial."""
    told = (word for word in range(at, at + size) if _tells(reading.classes[word]))
    return next(told, at)


def _tells(classes: int) -> bool:
    return not classes & kind.FREE or classes & kind.ANY_NEGATOR > 0


def _denial(reading: Reading, at: int, language: Language) -> Denial:
    classes = reading.classes[at]
    is_noun = classes & kind.NOUN_NEGATOR
    after = noun_scope(reading, at, language) if is_noun else with_clause(reading, scope_after(reading, at), language)
    covers = tuple(sorted({*after, *_covered_before(reading, at, language)}))
    is_weakened = any(reading.classes[word] & kind.WEAKENER for word in stretch_before(reading, at))
    return Denial(at, covers, classes & kind.ECHO > 0, not (is_weakened or _is_condition(reading, at, after)))


def _is_condition(reading: Reading, at: int, after: list[int]) -> bool:
    """«Не будет маржи — не будет и компании»: an absence at the start of a clause, and a dash after it."""
    opens = at == 0 or reading.edges[at] > 0
    absent = reading.classes[at] & kind.NONE or reading.classes[at + 1] & kind.ABSENCE
    end = after[-1] + 1 if after else len(reading.words)
    return bool(opens and absent and end < len(reading.words) and reading.pauses[end] == DASH)


def _is_idiom(reading: Reading, at: int, language: Language) -> bool:
    """«Не только», «не менее», «не нужна ли»; and «нет, не …», where the first is but an interjection."""
    opens = at == 0 or reading.edges[at] == START
    interjection = opens and reading.classes[at] & kind.NONE and reading.classes[at + 1] & kind.NEGATOR
    asks = reading.row(at + 2, language.whether) and not reading.edge(at + 1)
    return bool(interjection or asks) or reading.row(at + 1, language.idioms) > 0


def _covered_before(reading: Reading, at: int, language: Language) -> list[int]:
    """What a negator denies to its left: «не обязательно», «повлиять не могу», «отзывов нет», «скидок не даю»."""
    if reading.row(at + 1, language.dismissals):
        return _dismissed(reading, at)
    is_own = _is_absence(reading, at) or reading.classes[at + 1] & kind.OWN_VERB
    objects = _objects_before(reading, at) if is_own else []
    modal = reading.row(at + 1, language.modals)
    denies_act = not objects and (modal or reading.classes[at] & kind.BAN)
    return _infinitives_before(reading, at, modal) if denies_act else objects


def _is_absence(reading: Reading, at: int) -> bool:
    ends_clause = reading.edge(at + 1) > 0 and reading.classes[at] & kind.NONE
    return bool(reading.classes[at + 1] & kind.ABSENCE or ends_clause)


def _objects_before(reading: Reading, at: int) -> list[int]:
    """The few words before a negator, back to «и»; function words among them are not counted."""
    objects: list[int] = []
    left = OBJECTS_BEFORE
    for word in reversed(stretch_before(reading, at)):
        classes = reading.classes[word]
        left -= not classes & kind.FREE
        if classes & kind.CIRCUMSTANCE:
            return []
        if left < 0 or classes & kind.JOIN:
            break
        objects.append(word)
    return objects


def _infinitives_before(reading: Reading, at: int, modal: int) -> list[int]:
    after = at + 1 + modal
    if reading.classes[after] & kind.INFINITIVE and not reading.edge(after):
        return []
    return [word for word in stretch_before(reading, at) if reading.classes[word] & kind.INFINITIVE]


def _dismissed(reading: Reading, at: int) -> list[int]:
    """The stretch before a dismissal; when a pronoun stands for the thing dismissed, the stretch before that too."""
    stretch = stretch_before(reading, at, kind.FREE)
    first = stretch[0] if stretch else at
    classes = [reading.classes[word] for word in stretch]
    takes_up = any(each & kind.PRONOUN for each in classes) and all(each & kind.FREE for each in classes)
    if not takes_up or reading.edge(first) == START or first == 0:
        return stretch
    return [*stretch_before(reading, first - 1), first - 1, *stretch]


def _soften(denials: list[Denial], reading: Reading) -> list[Denial]:
    """«Без маржи компания не проживёт»: a need, not a denial; so are the negations that go on in its sentence."""
    softened: list[Denial] = []
    needed_until = -1
    for index, denial in enumerate(denials):
        follower = denials[index + 1] if index + 1 < len(denials) else None
        if denial.at > needed_until and follower and _goes_on(reading, denial, follower):
            needed_until = _sentence_end(reading, denial.at)
        softened.append(denial._replace(firm=False) if denial.at <= needed_until else denial)
    return softened


def _sentence_end(reading: Reading, at: int) -> int:
    following = range(at + 1, len(reading.words))
    return at + sum(1 for _ in takewhile(lambda word: reading.pauses[word] != STOP, following))


def _is_need(reading: Reading, at: int) -> bool:
    """Whether a negation that follows «без …» makes it a need: «не прожить», «никуда», «как без рук»."""
    classes = reading.classes[at]
    as_without = classes & kind.NOUN_NEGATOR and reading.classes[at - 1] & kind.AS
    return bool(classes & (kind.NEGATOR | kind.ECHO) or as_without)


def _goes_on(reading: Reading, denial: Denial, follower: Denial) -> bool:
    if not reading.classes[denial.at] & kind.NOUN_NEGATOR or not _is_need(reading, follower.at):
        return False
    between = range(denial.at + 1, follower.at + 1)
    return not any(reading.edges[word] or reading.classes[word] & kind.JOIN for word in between)
