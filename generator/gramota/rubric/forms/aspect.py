"""Aspect partners of Russian verbs: guessed by suffix, or listed; the dictionary confirms each."""

from collections.abc import Callable, Iterable
from functools import cache

_PAIRS = """
брать взять|говорить сказать|класть положить|вкладывать вложить|складывать сложить|покупать купить|
становиться стать|делать сделать|писать написать|влиять повлиять|звонить позвонить|строить построить|
платить заплатить|платить оплатить|читать прочитать|учить выучить|учиться научиться|терять потерять|беречь сберечь|
портить испортить|тратить потратить|считать посчитать|считать сосчитать|просить попросить|советовать посоветовать|
благодарить поблагодарить|готовить подготовить|готовить приготовить|готовиться подготовиться|пробовать попробовать|
проверять проверить|работать поработать|действовать подействовать|реагировать отреагировать|
согласовывать согласовать|рекомендовать порекомендовать|контролировать проконтролировать|
консультировать проконсультировать|анализировать проанализировать|фиксировать зафиксировать|
планировать запланировать|гарантировать прогарантировать|регистрировать зарегистрировать|формировать сформировать|
информировать проинформировать|компенсировать скомпенсировать|возвращаться вернуться|возвращать вернуть|
ждать подождать|звать позвать|искать поискать|находить найти|мочь смочь|хотеть захотеть|видеть увидеть|
слышать услышать|слушать послушать|смотреть посмотреть|думать подумать|понимать понять|
помнить запомнить|нравиться понравиться|стараться постараться|пытаться попытаться|радовать порадовать|давать дать|
продавать продать|передавать передать|сдавать сдать|создавать создать|выдавать выдать|отдавать отдать|
вставать встать|узнавать узнать|признавать признать|доставать достать|расставаться расстаться|предлагать предложить|
прилагать приложить|полагать положить|излагать изложить|отлагать отложить|откладывать отложить|закладывать заложить|
докладывать доложить|накладывать наложить|укладывать уложить|идти пойти|приходить прийти|выходить выйти|
уходить уйти|доходить дойти|переходить перейти|проходить пройти|ехать поехать|приезжать приехать|везти повезти|
вести повести|нести понести|лечь ложиться|сесть садиться|падать упасть|попадать попасть|пропадать пропасть|
ловить поймать|бросать бросить|кидать кинуть|кончать кончить|решать решить|прощать простить|хватать хватить|
менять поменять|менять сменять|мерить измерить|мерить померить|жаловаться пожаловаться|ругать отругать|
грубить нагрубить|врать соврать|обманывать обмануть|хвалить похвалить|экономить сэкономить|зарабатывать заработать|
торговать поторговать|торговаться поторговаться|впаривать впарить|косячить накосячить|расти вырасти|падать пасть|
множить умножить|крепить укрепить|сжимать сжать|дожимать дожать|выжимать выжать|начинать начать|принимать принять|
снимать снять|поднимать поднять|занимать занять|нанимать нанять|обнимать обнять|отнимать отнять|вызывать вызвать|
называть назвать|отзываться отозваться|отвечать ответить|обещать пообещать|теснить вытеснить|
жертвовать пожертвовать|требовать потребовать|пользоваться воспользоваться|использовать поиспользовать|
заботиться позаботиться|интересоваться поинтересоваться|знакомиться познакомиться|встречать встретить|
встречаться встретиться|общаться пообщаться|спорить поспорить|верить поверить|жить прожить|жить выжить|
существовать просуществовать|гореть сгореть|тушить потушить|ронять уронить|мыть помыть|мыть вымыть|
чистить почистить|чистить очистить|резать разрезать|ломать сломать|рвать порвать|пить выпить
"""

_ROOTS = (
    ("дать", "давать"),
    ("стать", "ставать"),
    ("знать", "знавать"),
    ("ложить", "лагать"),
    ("ложить", "кладывать"),
    ("вести", "водить"),
    ("нести", "носить"),
    ("везти", "возить"),
    ("йти", "ходить"),
    ("ехать", "езжать"),
    ("жать", "жимать"),
    ("брать", "бирать"),
    ("драть", "дирать"),
    ("звать", "зывать"),
    ("слать", "сылать"),
    ("ждать", "жидать"),
    ("гнать", "гонять"),
    ("переть", "пирать"),
    ("мереть", "мирать"),
    ("тереть", "тирать"),
    ("нять", "нимать"),
    ("чать", "чинать"),
    ("рвать", "рывать"),
    ("честь", "читать"),
    ("сесть", "седать"),
    ("пасть", "падать"),
    ("красть", "крадывать"),
    ("расти", "растать"),
    ("лечь", "легать"),
    ("речь", "рекать"),
    ("мочь", "могать"),
    ("влечь", "влекать"),
    ("жечь", "жигать"),
    ("сечь", "секать"),
    ("беречь", "берегать"),
    ("стичь", "стигать"),
    ("ерзнуть", "ерзать"),
    ("снуть", "сыпать"),
    ("нуть", "ать"),
    ("нуть", "ывать"),
    ("нуть", "ивать"),
    ("нуть", "нывать"),
    ("петь", "певать"),
    ("деть", "девать"),
    ("еть", "евать"),
    ("ить", "евать"),
    ("ыть", "ывать"),
    ("ить", "ивать"),
    ("уть", "увать"),
)

_IMPERFECTIVE_ENDINGS = ("ивать", "ывать", "ать", "ять")

_SOFTENED = (
    ("стить", "щ"),
    ("стить", "ст"),
    ("стить", "ск"),
    ("тить", "ч"),
    ("тить", "щ"),
    ("дить", "жд"),
    ("дить", "ж"),
    ("зить", "ж"),
    ("сить", "ш"),
    ("пить", "пл"),
    ("бить", "бл"),
    ("вить", "вл"),
    ("мить", "мл"),
    ("фить", "фл"),
)


def imperfective_partners(perfective: str) -> tuple[str, ...]:
    """Possible partners of a folded perfective infinitive, most of them no words at all: ask the dictionary."""
    return _partners(perfective, _imperfectives)


def perfective_partners(imperfective: str) -> tuple[str, ...]:
    """Possible partners of a folded imperfective infinitive, most of them no words at all: ask the dictionary."""
    return _partners(imperfective, _perfectives)


def _partners(infinitive: str, guesses: Callable[[str], Iterable[str]]) -> tuple[str, ...]:
    listed = _table().get(infinitive)
    if listed:
        return listed
    if infinitive.endswith(("ся", "сь")):
        return tuple(map(_reflexive, _partners(infinitive[:-2], guesses)))
    return tuple(dict.fromkeys([guess for guess in guesses(infinitive) if guess != infinitive]))


def _reflexive(verb: str) -> str:
    return verb + ("сь" if verb.endswith("ти") else "ся")


@cache
def _table() -> dict[str, tuple[str, ...]]:
    partners: dict[str, tuple[str, ...]] = {}
    for first, second in (pair.split() for pair in _PAIRS.replace("\n", "").split("|")):
        partners[first] = (*partners.get(first, ()), second)
        partners[second] = (*partners.get(second, ()), first)
    return partners


class _Endings:
    """What each ending may be replaced by, looked up by as many letters as endings have."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._others: dict[str, list[str]] = {}
        for ending, other in pairs:
            self._others.setdefault(ending, []).append(other)
        self._lengths = sorted({*map(len, self._others)})

    def replaced(self, word: str) -> list[str]:
        """The word with each ending that it has replaced by each that may stand there."""
        others = self._others.get
        return [word[:-length] + other for length in self._lengths for other in others(word[-length:], ())]


class _AfterStems:
    """Endings that may follow a stem: Russian has neither ы nor я after ж or к, and neither а nor ы after a vowel."""

    def __init__(self, *endings: str) -> None:
        self._endings = endings
        self._by_letter = {
            **dict.fromkeys("гкжхчшщ", tuple(each for each in endings if each[0] not in "ыя")),
            **dict.fromkeys("аеиоуыэюя", tuple(each for each in endings if each[0] not in "ыа")),
        }

    def joined(self, stems: Iterable[str]) -> list[str]:
        """Each stem, which has a letter at least, with each of them."""
        endings, by_letter = self._endings, self._by_letter
        return [stem + ending for stem in stems for ending in by_letter.get(stem[-1], endings)]


_IMPERFECTIVE_ROOTS = _Endings(_ROOTS)
_PERFECTIVE_ROOTS = _Endings((imperfective, perfective) for perfective, imperfective in _ROOTS)
_SOFTENED_STEMS = _Endings(_SOFTENED)
_HARD_STEMS = _Endings((soft, hard) for hard, soft in _SOFTENED)
_OF_IT_VERBS = _AfterStems("ать", "ять", "ивать", "ывать")
_OF_OTHER_VERBS = _AfterStems("ивать", "ывать")
_OF_PERFECTIVES = _AfterStems("ить", "ать", "ять", "нуть")


def _imperfectives(verb: str) -> list[str]:
    found = _IMPERFECTIVE_ROOTS.replaced(verb)
    if verb.endswith("ить"):
        return found + _OF_IT_VERBS.joined(_with_open_roots([verb[:-3], *_SOFTENED_STEMS.replaced(verb)]))
    return found + _OF_OTHER_VERBS.joined(_with_open_roots([verb[:-3]])) if verb.endswith(("ать", "ять")) else found


def _with_open_roots(stems: list[str]) -> list[str]:
    return [base for stem in stems if stem for base in _with_other_vowel(stem, "о", "а")]


def _perfectives(verb: str) -> list[str]:
    found = _PERFECTIVE_ROOTS.replaced(verb)
    for stem in [verb.removesuffix(ending) for ending in _IMPERFECTIVE_ENDINGS if verb.endswith(ending)]:
        bases = _with_other_vowel(stem, "а", "о") if stem else ()
        found += _OF_PERFECTIVES.joined(bases)
        found += [hard for base in bases for hard in _HARD_STEMS.replaced(base)]
    return found


def _with_other_vowel(stem: str, vowel: str, other: str) -> tuple[str, ...]:
    """Обработ- also as обрабат-: the last о of the root opens to а, and the other way round."""
    at = stem.rfind(vowel)
    return (stem, f"{stem[:at]}{other}{stem[at + 1 :]}") if at > 0 else (stem,)
