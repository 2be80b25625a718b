"""Word forms of languages other than Russian, by Snowball stems."""

from functools import cache
from typing import Protocol, cast

from gramota.rubric.language_code import primary_language

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
_SHORTEST_STEM = 4
_LONGEST_TAIL = 5

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
be is are was were been being am|buy bought|sell sold|pay paid|make made|do does did done|go goes went gone|
get got gotten|give gave given|take took taken|bring brought|build built|keep kept|know knew known|lose lost|
meet met|say said|see saw seen|send sent|spend spent|tell told|think thought|understand understood|win won|
write wrote written|find found|choose chose chosen|rise rose risen|grow grew grown|fall fell fallen|hold held|
lead led|leave left|mean meant|speak spoke spoken|teach taught|come came|become became|begin began begun|
break broke broken|cut cut|deal dealt|draw drew drawn|drive drove driven|feel felt|have has had|hear heard|let let|
put put|read read|run ran|set set|show shown|shut shut|stand stood|swear swore|wear wore worn|person people|
child children|man men|woman women|good better best|bad worse worst
"""


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802 - Snowball's own name


@cache
def _stemmer(lang: str) -> _Stemmer | None:
    import snowballstemmer  # noqa: PLC0415 - loaded only for the language that needs it

    name = _NAMES.get(primary_language(lang))
    return cast("_Stemmer", snowballstemmer.stemmer(name)) if name else None


@cache
def stem_forms(word: str, lang: str) -> frozenset[str]:
    """The folded word's forms: for English its regular and common irregular ones, otherwise the word itself."""
    stemmer = _stemmer(lang)
    if not stemmer or not word.isalpha() or primary_language(lang) != "en":
        return frozenset({word})
    bases = _irregular().get(word, frozenset({word}))
    return frozenset(form for base in bases for form in _english_forms(base, stemmer)) | bases


def _english_forms(word: str, stemmer: _Stemmer) -> set[str]:
    stem = stemmer.stemWord(word)
    bases = {word, stem, stem + "e", stem.removesuffix("i") + "y", stem + stem[-1:]}
    guesses = {base + ending for base in bases for ending in _ENGLISH_ENDINGS}
    return {guess for guess in guesses if len(guess) > 1 and stemmer.stemWord(guess) == stem}


@cache
def _irregular() -> dict[str, frozenset[str]]:
    rows = [frozenset(row.split()) for row in _IRREGULAR.replace("\n", "").split("|")]
    return {word: row for row in rows for word in row}


@cache
def stem_prefix(word: str, lang: str) -> tuple[str, int] | None:
    """(beginning, most letters that may follow) where forms cannot be listed; None where there is no need."""
    stemmer = _stemmer(lang)
    if not stemmer or not word.isalpha() or primary_language(lang) == "en":
        return None
    stem = stemmer.stemWord(word)
    shared = next((at for at, (a, b) in enumerate(zip(stem, word, strict=False)) if a != b), min(len(stem), len(word)))
    if shared < _SHORTEST_STEM:
        return None
    return word[:shared], min(_LONGEST_TAIL, len(word) - shared + 3)
