"""Word forms of languages other than Russian, by Snowball stems."""

from functools import cache, lru_cache
from typing import Protocol, cast

from gramota.rubric.forms.spellings_en import other_spellings
from gramota.rubric.languages.known import language_of
from gramota.rubric.languages.language_code import primary_language
from gramota.rubric.spelling.spelling_words import spelt_words

_NAMES = {
    "ar": "arabic",
    "ca": "catalan",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "et": "estonian",
    "eu": "basque",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "hi": "hindi",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "ne": "nepali",
    "nl": "dutch",
    "nb": "norwegian",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "sr": "serbian",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
    "yi": "yiddish",
}
_MOST_AT_HAND = 1 << 9
"""A rubric has the same words again and again; the search asks once for each of thousands."""

_SHORTEST_STEM = 4
_LONGEST_TAIL = 5
_PLAIN_LETTERS = str.maketrans("äöü", "aou")
"""As the German stemmer writes them."""

_ENGLISH_ENDINGS = (
    "",
    "s",
    "es",
    "ed",
    "d",
    "ing",
    "er",
    "ers",
    "ly",
    "ies",
    "ied",
    "y",
    "e",
    "al",
    "ment",
    "ments",
    "able",
)
_IRREGULAR = """
be is are was were been being am im youre theyre hes shes isnt arent wasnt werent|
have has had having ive weve youve theyve|do does did done doing|
buy bought|sell sold|pay paid|make made|go goes went gone going|
get got gotten|give gave given|take took taken|bring brought|build built|keep kept|know knew known|lose lost|
meet met|say said|see saw seen|send sent|spend spent|tell told|think thought|understand understood|win won|
write wrote written|find found|choose chose chosen|rise rose risen|grow grew grown|fall fell fallen|hold held|
lead led|leave left|mean meant|speak spoke spoken|teach taught|come came|become became|begin began begun|
break broke broken|cut cut|deal dealt|draw drew drawn|drive drove driven|feel felt|hear heard|let let|
put put|read read|run ran|set set|show shown|shut shut|stand stood|swear swore|wear wore worn|person people|
child children|man men|woman women|good better best|bad worse worst|ride rode ridden|lie lay lain lying|die dying|
hide hid hidden|steal stole stolen|throw threw thrown|forget forgot forgotten|catch caught|fight fought|
fly flew flown|eat ate eaten|drink drank drunk|sleep slept|sit sat|bind bound|bite bit bitten|blow blew blown|
feed fed|freeze froze frozen|hang hung|hit hit|hurt hurt|lay laid|lend lent|light lit|ring rang rung|seek sought|
shake shook shaken|shine shone|shoot shot|sing sang sung|sink sank sunk|split split|spread spread|stick stuck|
strike struck|sweep swept|swim swam swum|tear tore torn|wake woke woken|wind wound|foot feet|tooth teeth|
quit quits quitting|cost|bend bent|dig dug|slide slid|spin spun|swing swung|withdraw withdrew withdrawn|
withhold withheld|undertake undertook undertaken|overcome overcame|mistake mistook mistaken|mislead misled|
misunderstand misunderstood|oversee oversaw overseen|forbid forbade forbidden|forgive forgave forgiven|
prove proven|shrink shrank shrunk|repay repaid|resell resold|rewrite rewrote rewritten|rebuild rebuilt|
redo redid redone|undo undid undone|upset|burn burnt|learn learnt|spill spilt|smell smelt|dream dreamt|lean leant|
spell spelt|arise arose arisen|awake awoke awoken|bear bore borne|beat beaten|bleed bled|breed bred|cling clung|
creep crept|flee fled|fling flung|foresee foresaw foreseen|grind ground|kneel knelt|leap leapt|
outdo outdid outdone|overdo overdid overdone|overhear overheard|oversleep overslept|overtake overtook overtaken|
prepay prepaid|remake remade|resend resent|reset|retell retold|rethink rethought|shed|slit|sow sown|
speed sped|spit spat|spoil spoilt|spring sprang sprung|sting stung|stink stank stunk|string strung|
swell swollen|thrust|uphold upheld|weave wove woven|weep wept|wring wrung|sew sewn|shave shaven|tread trod|
life lives|knife knives|wife wives|half halves|shelf shelves|thief thieves|loaf loaves|mouse mice|
criterion criteria|analysis analyses|crisis crises|far further farther furthest farthest
"""


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802 - Snowball's own name


@cache
def _stemmer(lang: str) -> _Stemmer | None:
    import snowballstemmer  # noqa: PLC0415 - loaded only for the language that needs it

    name = _NAMES.get(primary_language(lang))
    return cast("_Stemmer", snowballstemmer.stemmer(name)) if name else None


@lru_cache(maxsize=_MOST_AT_HAND)
def stem_forms(word: str, lang: str) -> frozenset[str]:
    """The folded word's forms: for English its regular and common irregular ones, otherwise the word itself."""
    stemmer = _stemmer(lang)
    if not stemmer or not word.isalpha() or primary_language(lang) != "en":
        return frozenset({word})
    bases = _irregular().get(word, (word,))
    if word in language_of("en").free:
        return frozenset(bases)
    plain = _spellings(bases[0])
    if word in spelt_words("en").words:
        plain |= {word}  # “left” is leave, and a side
    forms = frozenset(bases).union(*(_english_forms(each, stemmer) for each in plain))
    return forms.union(*map(other_spellings, forms))


def _spellings(word: str) -> frozenset[str]:
    """The word, or as Americans spell it: the dictionary has no other forms."""
    spelt = spelt_words("en").words
    return frozenset(each for each in {word, *other_spellings(word)} if each in spelt) or frozenset({word})


def _english_forms(word: str, stemmer: _Stemmer) -> set[str]:
    stem = stemmer.stemWord(word)
    bases = {word, stem, stem + "e", stem.removesuffix("i") + "y", stem + stem[-1:], word.removesuffix("e")}
    guesses = {base + ending for base in bases for ending in _ENGLISH_ENDINGS}
    # A word that the dictionary lacks may be jargon, with forms that it lacks, too.
    spelt = spelt_words("en").words
    likely = {guess for guess in guesses if guess in spelt and guess != word + "e"} if word in spelt else guesses
    return {guess for guess in likely if len(guess) > 1 and stemmer.stemWord(guess) == stem}


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    """For each form of an irregular word all of them, the plain one first."""
    rows = [tuple(row.split()) for row in _IRREGULAR.replace("\n", "").split("|")]
    return {word: row for row in rows for word in row}


@lru_cache(maxsize=_MOST_AT_HAND)
def stem_prefix(word: str, lang: str) -> tuple[str, int] | None:
    """(beginning, most letters that may follow) where forms cannot be listed; None where there is no need."""
    stemmer = _stemmer(lang)
    if not stemmer or not word.isalpha() or primary_language(lang) == "en":
        return None
    stem = stemmer.stemWord(word)
    letters = zip(stem, word.translate(_PLAIN_LETTERS), strict=False)
    shared = next((at for at, (a, b) in enumerate(letters) if a != b), min(len(stem), len(word)))
    if shared < _SHORTEST_STEM:
        return None
    return word[:shared], min(_LONGEST_TAIL, len(word) - shared + 3)
