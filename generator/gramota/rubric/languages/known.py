"""Which languages have tables; each is loaded when it is first read."""

from functools import cache

from gramota.rubric.languages.language import Language
from gramota.rubric.languages.language_code import primary_language


@cache
def language_of(code: str) -> Language:
    """The tables of a language; of one we do not know, empty tables."""
    from gramota.rubric.languages.words_de import GERMAN  # noqa: PLC0415 - loaded when first needed
    from gramota.rubric.languages.words_en import ENGLISH  # noqa: PLC0415 - as above
    from gramota.rubric.languages.words_ru import RUSSIAN  # noqa: PLC0415 - as above

    return {"ru": RUSSIAN, "en": ENGLISH, "de": GERMAN}.get(primary_language(code), Language())
